package dev.zonal.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressCommandTest {
  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content.replace("\\n", "\n"));
    return file.toString();
  }

  private ZonalRun regress(String points, String targets, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("regress"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--points", file("x.csv", points)));
    arguments.addAll(List.of("--targets", file("y.csv", targets)));
    return ZonalRun.of(arguments.toArray(String[]::new));
  }

  /** The kernel x z of the line: c = 3/4, f(x) = 3 x/2, and with a ridge of 4 half of that. */
  @Test
  void csvHasTheNumbersOfEachTargetBesideThoseOfDoubles() throws IOException {
    ZonalRun run =
        regress(
            "x\n2\n",
            "a,b\n3,0\n",
            "polynomial:[0,1]",
            "--at",
            file("at.csv", "2\n-4\n"),
            "--digits=3",
            "--format=csv");
    assertEquals(
        """
        quantity,target,i,value,double
        coefficient,1,1,7.50e-1,7.5e-1
        leave-one-out,1,1,3.00e0,
        norm,1,0,1.50e0,
        prediction,1,1,3.00e0,3e0
        prediction,1,2,-6.00e0,-6e0
        coefficient,2,1,0,0
        leave-one-out,2,1,0,
        norm,2,0,0,
        prediction,2,1,0,0
        prediction,2,2,0,0
        """,
        run.results());
    assertEquals("", run.messages());
    assertEquals(0, run.exitCode());
    ZonalRun ridge = regress("2", "3", "polynomial:[0,1]", "--ridge=4", "--digits=3");
    assertTrue(ridge.results().contains("coefficient  1       1  3.75e-1  3.75e-1"));
    assertTrue(ridge.results().contains("norm  1       0  7.50e-1"));
    assertTrue(ridge.results().contains("ridge          4"));
  }

  @Test
  void jsonHasBoundsAndWhatDoublesAreWorth() throws IOException {
    ZonalRun run = regress("1,0\n0,1\n", "1\n1/3\n", "fcntk:L=1", "--ridge=0.25", "--format=json");
    JsonNode document = new ObjectMapper().readTree(run.results());
    assertEquals("zonal.regression/1", document.path("schema").asText());
    JsonNode results = document.path("results");
    assertEquals("1/4", results.path("ridge").asText());
    JsonNode first = results.path("rows").get(0);
    assertEquals("coefficient", first.path("quantity").asText());
    double value = first.path("value").asDouble();
    assertTrue(first.path("lower").asDouble() <= value && value <= first.path("upper").asDouble());
    assertEquals(value, first.path("double").asDouble(), 1e-15);
    JsonNode doubles = results.path("doubles").get(0);
    assertEquals(2, doubles.path("count").asInt());
    assertEquals(0, doubles.path("wrong").asInt());
    assertTrue(doubles.path("error").asDouble() < 1e-14);
  }

  @Test
  void aKernelThatIsNotSemidefiniteHasNoNorm() throws IOException {
    ZonalRun run = regress("1,0\n0,1\n-3/5,4/5\n", "1\n-2\n3\n", "chord:s=1", "--ridge=10");
    assertEquals(4, run.exitCode());
    assertTrue(run.messages().contains("c^T K c is negative"), run.messages());
  }

  /** Kinks that are zero up to roundings, more than one of them. */
  @Test
  void zerosThatNobodyKnowsOfRefuseThemselvesAlone() throws IOException {
    String points = "1,0\n0,1\n0,-1\n";
    ZonalRun run =
        regress(points, "1\n2\n3\n", "polynomial:[1,0,1]", "--kinks", "--ridge=1", "--digits=5");
    assertTrue(run.results().contains("coefficient  1       3"), run.messages());
  }

  @Test
  void pointsThatDoublesDoNotTellApartHaveNoNumbersInDoubles() throws IOException {
    ZonalRun run =
        regress(
            "1,0\n1,1e-20\n", "1\n2\n", "fcntk:L=1", "--on-sphere", "--digits=5", "--format=csv");
    assertTrue(
        run.results().startsWith("quantity,target,i,value,double\ncoefficient,1,1,-3.1416e20,\n"));
    ZonalRun json =
        regress("1,0\n1,1e-20\n", "1\n2\n", "fcntk:L=1", "--on-sphere", "--format=json");
    JsonNode doubles = new ObjectMapper().readTree(json.results()).path("results").path("doubles");
    assertEquals(2, doubles.get(0).path("wrong").asInt());
    assertTrue(doubles.get(0).path("error").isNull());
  }

  @Test
  void sequencesAndImagesAreRegressedAsVectorsAre() throws IOException {
    ZonalRun sequences =
        regress(
            "1;2\n3\n",
            "1\n2\n",
            "rntk:act=relu,sw2=2",
            "--at",
            file("at.txt", "1;2\n"),
            "--digits=3",
            "--format=csv");
    assertEquals(0, sequences.exitCode(), sequences.messages());
    assertTrue(sequences.results().contains("prediction,1,1,1.00e0,"));
    ZonalRun images = regress("1;2;3\n3;1;1\n", "1\n2\n", "cntk", "--ridge=1e-3");
    assertEquals(0, images.exitCode(), images.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1,0\\n0,1 ! 1 ! --ridge=0 ! y.csv': targets of 1 points, where",
        "1,0\\n0,1 ! 1\\n2\\n3 ! --ridge=0 ! y.csv': targets of 3 points, where",
        "1,0\\n0,1 ! 1\\nNaN ! --ridge=0 ! y.csv', line 2, target 1: 'NaN', and NaN and infinities",
        "1,0\\n0,1 ! 1\\n2,3 ! --ridge=0 ! y.csv', line 2: 2 targets, where line 1 has 1 target",
        "1,0\\n0,1 ! '' ! --ridge=0 ! y.csv': there are no targets in it",
        "1,0\\n0,1 ! 1\\n2 ! --ridge=-1 ! '--ridge': '-1' is not allowed, allowed are numbers from 0 on",
        "1,0\\n0,1 ! 1\\n2 ! --ridge=nan ! '--ridge': nan: expected an exact number",
        "1,0\\n0,1 ! 1\\n2 ! --at=docs/data/images.csv ! images.csv', line 2, coordinate 2",
        "1,0,0\\n0,1,0 ! 1\\n2 ! --at=docs/data/plane.csv ! plane.csv', line 2: 2 coordinates, where",
        "1,0\\n0,1 ! 1\\n2 ! --at=docs/data/none.csv ! none.csv': no such file",
        "1,0\\n0,1 ! 1\\n2 ! --on-sphere=maybe ! --on-sphere",
        "1,0\\n0,1/2 ! 1\\n2 ! --kinks ! x.csv', line 2: it is not on the unit circle; --on-sphere divides",
        "1,0,0\\n0,1,0 ! 1\\n2 ! --kinks ! x.csv': kinks are those of a function on the circle",
        "1,0\\n2,0 ! 1\\n2 ! --ridge=0 ! the matrix is singular: points 1 and 2 have the same direction; --ridge makes it regular",
      })
  void badInputEndsInOneLineAndExitCodeTwo(
      String points, String targets, String option, String message) throws IOException {
    ZonalRun run = regress(points.strip(), targets.strip(), "fcntk:L=1", option.strip());
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count());
    assertTrue(run.messages().contains(message.strip()), run.messages());
  }

  @Test
  void kinksAreThoseOfFunctionsOnTheCircle() throws IOException {
    ZonalRun run =
        regress("1,0\n0,1\n", "1\n0\n", "arccos:0", "--kinks", "--digits=6", "--format=csv");
    assertTrue(
        run.results()
            .endsWith(
                """
                kink,1,1,-8.48826e-1,
                slope-left,1,1,2.12207e-1,
                slope-right,1,1,-6.36620e-1,
                kink,1,2,4.24413e-1,
                slope-left,1,2,-6.36620e-1,
                slope-right,1,2,-2.12207e-1,
                kinks,1,0,1.27324e0,
                """),
        run.results());
    ZonalRun sequences = regress("1;2\n3\n", "1\n2\n", "rntk", "--kinks");
    assertEquals(2, sequences.exitCode());
    assertEquals(
        "zonal: --kinks is about functions on the circle, and this is a kernel of sequences\n",
        sequences.messages());
    assertEquals(
        4, regress("1,0\n0,1\n", "1\n2\n", "gammaexp:gamma=1/2,c=1", "--kinks").exitCode());
  }

  @Test
  void noFileThatIsReadIsReplaced() throws IOException {
    String at = file("at.csv", "1,1\n");
    ZonalRun run = regress("1,0\n0,1\n", "1\n2\n", "fcntk:L=1", "--at", at, "--output", at);
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("at.csv', which is read"), run.messages());
    String targets = folder.resolve("y.csv").toString();
    assertEquals(2, regress("1,0\n0,1\n", "1\n2\n", "fcntk:L=1", "--output", targets).exitCode());
    assertEquals("1\n2\n", Files.readString(Path.of(targets)));
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteHasNoRegression() throws IOException {
    ZonalRun negative = regress("1,0\n0,1\n", "1\n2\n", "chord:s=1");
    assertEquals(4, negative.exitCode());
    assertEquals(
        "zonal: not certified: K + r I is not proved to be positive definite: an eigenvalue of the"
            + " matrix is negative\n",
        negative.messages());
    ZonalRun singular = regress("1,0\n0,1\n1,1\n", "1\n2\n3\n", "polynomial:[0,1]");
    assertEquals(4, singular.exitCode());
    assertTrue(singular.messages().contains("is zero or of a modulus below"), singular.messages());
    assertEquals(0, regress("1,0\n2,0\n", "1\n2\n", "fcntk:L=1", "--ridge=1e-9").exitCode());
  }

  @Test
  void aZeroThatNoTheoremSaysIsNotCertified() throws IOException {
    ZonalRun run = regress("1,0\n0,1\n-1,0\n", "1\n0\n-1\n", "fcntk:L=2", "--format=csv");
    assertEquals(4, run.exitCode());
    assertTrue(
        run.messages()
            .startsWith(
                "zonal: coefficient 2 of target 1 not certified: it is zero or of a modulus"));
    assertEquals(6, run.results().lines().count());
  }
}
