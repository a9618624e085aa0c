package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that start Zonal, with a java that says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  @TempDir private Path directory;

  private Path java;
  private List<Path> scripts;

  /** A clone that is built and an installed distribution, of the scripts alone. */
  @BeforeEach
  void install() throws IOException {
    java = directory.resolve("jdk");
    script(
        java.resolve("bin/java"),
        """
        #!/bin/sh
        for word; do
          printf '%s\\n' "$word"
          case $word in
            -XX:DumpLoadedClassList=*) echo list >"${word#*=}" ;;
            -XX:SharedClassListFile=*) cat "${word#*=}" >/dev/null || exit 1 ;;
          esac
        done
        case " $* " in
          *" -Xshare:dump "*) echo archive >"$(echo "$*" | sed 's/.*SharedArchiveFile=//; s/ .*//')" ;;
        esac
        """);
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path clone = directory.resolve("clone");
    Files.createDirectories(clone.resolve("src/main"));
    Files.writeString(clone.resolve("pom.xml"), "");
    Path launch = Files.createDirectories(clone.resolve("target/launch"));
    Files.writeString(launch.resolve("zonal-1.jar"), "");
    Files.writeString(launch.resolve("built"), "");
    scripts =
        List.of(
            copy("zonal", clone.resolve("zonal")),
            copy("src/dist/bin/zonal", directory.resolve("installed/bin/zonal")));
  }

  private static Path script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertTrue(path.toFile().setExecutable(true));
    return path;
  }

  private static Path copy(String from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(Path.of(from), to, StandardCopyOption.COPY_ATTRIBUTES);
    return to;
  }

  /** What java is given. */
  private List<String> run(Path script, Map<String, String> environment, String request)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(request.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().remove("ZONAL_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String given = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), given);
    assertTrue(given.endsWith(request.replace(' ', '\n') + "\n"), given);
    return given.lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "spectrum fcntk:L=3 --dimension 3 --k 20 --digits 50",
        "spectrum fcntk:L=3 --dimension 3 --k 0..1000 --digits 50",
        "prove equivalence resntk:L=2,alpha=1/2 laplace:c=1 --dimension 3"
      })
  void shortRequestsKeepToTheFirstCompiler(String request) throws Exception {
    for (Path script : scripts) {
      assertTrue(run(script, Map.of(), request).contains(FIRST_COMPILER), script.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum fcntk:L=3 --dimension 3 --k 0..5 --digits 1000",
        "spectrum fcntk:L=3 --dimension 3 --digits 100 --k 0..5",
        "spectrum fcntk:L=3 --dimension 3 --k 0..20000",
        "prove positivity resntk:L=10,alpha=1/1000 --dimension 3",
        "prove equivalence resntk:L=2..3,alpha=[1/2,1] laplace:c=1 --dimension 2..4",
        "gram fcntk:L=2 --points points.csv",
        "reproduce"
      })
  void longOnesAndThoseOfDataDoNot(String request) throws Exception {
    for (Path script : scripts) {
      assertFalse(run(script, Map.of(), request).contains(FIRST_COMPILER), script.toString());
    }
  }

  @Test
  void longCertificatesAreLongRequests() throws Exception {
    Path little = Files.writeString(directory.resolve("little.json"), "{}");
    Path large = Files.writeString(directory.resolve("large.json"), " ".repeat(100_001));
    for (Path script : scripts) {
      assertTrue(run(script, Map.of(), "check " + little).contains(FIRST_COMPILER));
      assertFalse(run(script, Map.of(), "check " + large).contains(FIRST_COMPILER));
    }
  }

  @Test
  void optionsOfTheUserComeLastAndDecide() throws Exception {
    for (Path script : scripts) {
      List<String> given =
          run(script, Map.of("ZONAL_JAVA_OPTS", "-XX:-TieredCompilation -Xmx1g"), "kernels");
      assertFalse(given.contains(FIRST_COMPILER), script.toString());
      assertEquals(given.indexOf("-XX:-TieredCompilation") + 1, given.indexOf("-Xmx1g"));
      assertTrue(given.indexOf("-XX:+UseSerialGC") < given.indexOf("-Xmx1g"));
    }
  }

  @Test
  void anArchiveOfClassesIsMadeOnceAndUsed() throws Exception {
    Path launch = directory.resolve("clone/target/launch");
    assertTrue(contains(run(scripts.get(0), Map.of(), "kernels"), ARCHIVE));
    Path archive = launch.resolve("classes-17.0.1.jsa");
    assertEquals("archive\n", Files.readString(archive));
    Files.writeString(archive, "kept");
    assertTrue(contains(run(scripts.get(0), Map.of(), "kernels"), ARCHIVE + archive));
    assertEquals("kept", Files.readString(archive));
    try (var files = Files.list(launch)) {
      assertEquals(0, files.filter(file -> file.toString().endsWith(".list")).count());
    }
  }

  @Test
  void withoutAnArchiveClassesAreLoadedAsEver() throws Exception {
    // Somebody tried before and failed, as where the Java has no archives.
    Files.writeString(directory.resolve("clone/target/launch/classes-17.0.1.jsa.tried"), "");
    assertFalse(contains(run(scripts.get(0), Map.of(), "kernels"), ARCHIVE));
  }

  private static boolean contains(List<String> given, String start) {
    return given.stream().anyMatch(word -> word.startsWith(start));
  }
}
