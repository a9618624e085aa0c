package dev.zonal.cli.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code zonal check} of claims. */
class CheckClaimsTest {
  private static final String HEADER = "kernel,dimension,k,u,value\n";
  private static final String RIGHT = "fcntk:L=1,3,1,,0.17\n";
  private static final String WRONG = "fcntk:L=1,3,1,,0.18\n";
  private static final String UNDECIDED = "chord:s=-1,,,1,5\n";

  @TempDir private Path directory;

  private ZonalRun check(String content, String... more) throws IOException {
    Path file = directory.resolve("claims.json");
    Files.writeString(file, content);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "check";
    arguments[1] = file.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return ZonalRun.of(arguments);
  }

  @Test
  void theExitCodeSaysWhatCameOfIt() throws IOException {
    assertEquals(0, check(HEADER + RIGHT).exitCode());
    assertEquals(3, check(HEADER + RIGHT + WRONG + UNDECIDED).exitCode());
    ZonalRun undecided = check(HEADER + RIGHT + UNDECIDED);
    assertEquals(4, undecided.exitCode());
    assertEquals(
        "zonal: line 3 undecided: the kernel has no finite value there\n", undecided.messages());
  }

  @Test
  void aTableHasALineForEachClaimInTheirOrder() throws IOException {
    assertEquals(
        "line,verdict,kernel,dimension,k,u,convention,scale,claimed,tolerance,value,reason,reference\n"
            + "2,wrong,fcntk:L=1,3,1,,probability,unit,0.18,,1.7e-1,,\n"
            + "3,undecided,chord:s=-1,,,1,,unit,5,,,the kernel has no finite value there,\n"
            + "4,right,fcntk:L=1,3,1,,probability,unit,0.17,,1.7e-1,,\n",
        check(HEADER + WRONG + UNDECIDED + RIGHT, "--format", "csv").results());
  }

  /** The name of the file says nothing: these are named as certificates are. */
  @ParameterizedTest
  @CsvSource({
    "'{}', is no certificate",
    "' \n[1', is no certificate",
    "'', it is empty",
    "x, line 1: unknown column"
  })
  void theFirstByteTellsACertificateFromClaims(String content, String message) throws IOException {
    ZonalRun run = check(content);
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertTrue(run.messages().contains(message), run.messages());
    assertEquals(1, run.messages().lines().count());
  }

  @Test
  void whatATimeLimitCutsOffIsUndecided() throws IOException {
    ZonalRun run =
        check(
            HEADER + "fcntk:L=50,3,1,,0.1\n\"resntk:L=900,alpha=1\",20,99,,1\n",
            "--time-limit",
            "0.001");
    assertEquals(4, run.exitCode(), run.results());
    assertTrue(run.messages().contains("undecided: stopped after"), run.messages());
  }

  @Test
  void theClaimsStayWhereTheyAre() throws IOException {
    ZonalRun run = check(HEADER + RIGHT, "--output", directory.resolve("claims.json").toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("would replace"), run.messages());
  }

  /** As after a flaw in the kernel: what others print is not what it gives. */
  @Test
  void theClaimsOfAnotherKernelAreWrong() throws IOException {
    String claims = Files.readString(Path.of("docs/claims/conventions.csv"));
    assertEquals(0, check(claims).exitCode());
    ZonalRun run = check(claims.replace("gaussian:c=1", "gaussian:c=1.0000001"), "--format", "csv");
    assertEquals(3, run.exitCode());
    assertEquals(3, run.results().lines().filter(line -> line.contains(",wrong,")).count());
  }
}
