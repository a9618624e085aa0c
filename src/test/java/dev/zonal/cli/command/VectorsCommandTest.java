package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference vectors are what they say they are, and tests in other languages can use them. */
class VectorsCommandTest {
  private static final Path PUBLISHED = Path.of("docs/vectors/catalogue");

  private static final Path EXAMPLES = Path.of("docs/vectors/examples");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ZonalRun vectors(Path folder, String options) {
    return ZonalRun.of(
        Stream.concat(
                Stream.of(("vectors " + options).split(" ")), Stream.of("--output", "" + folder))
            .toArray(String[]::new));
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Files.readString(file)))
        .getRecords();
  }

  @Test
  void doublesAreTheNearestOnesAndUlpsSayHowNear(@TempDir Path folder) throws Exception {
    ZonalRun run = vectors(folder, "fcntk:L=2 gaussian:c=3 --dimension 3 --k 0..6 --points 5");
    assertEquals(0, run.exitCode(), run.messages());
    for (String name : List.of("values.csv", "eigenvalues.csv", "matrices.csv")) {
      List<CSVRecord> records = records(folder.resolve(name));
      assertFalse(records.isEmpty());
      for (CSVRecord record : records) {
        double nearest = Double.parseDouble(record.get("double_hex"));
        assertEquals(nearest, Double.parseDouble(record.get("double")));
        BigDecimal value = new BigDecimal(record.get("value"));
        assertEquals(nearest, value.doubleValue(), record::toString);
        double off =
            value.subtract(new BigDecimal(nearest)).abs().doubleValue() / Math.ulp(nearest);
        double ulps = Double.parseDouble(record.get("ulps"));
        assertTrue(off <= ulps && ulps <= off + 0.0011 && ulps <= 0.5, record::toString);
        if (record.isMapped("x")) {
          assertEquals(
              Double.parseDouble(record.get("x")), Double.parseDouble(record.get("x_hex")));
        }
      }
    }
  }

  @Test
  void theManifestNamesEveryFileWithItsHashAndJsonFollowsTheSchema(@TempDir Path folder)
      throws Exception {
    vectors(folder, "fcntk:L=1 sobolev:s=1 --dimension 2,3 --k 0..3 --points 4");
    JsonNode manifest = JSON.readTree(folder.resolve("manifest.json").toFile());
    assertValid("vectorset-1", manifest);
    Set<String> named = new TreeSet<>(Set.of("manifest.json"));
    for (JsonNode file : manifest.path("results").path("files")) {
      byte[] content = Files.readAllBytes(folder.resolve(file.path("name").asText()));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      assertEquals(HexFormat.of().formatHex(hash), file.path("sha256").asText());
      assertEquals(content.length, file.path("bytes").asInt());
      named.add(file.path("name").asText());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          files.map(f -> "" + f.getFileName()).collect(Collectors.toCollection(TreeSet::new)),
          named);
    }
    for (String name : List.of("values", "eigenvalues", "matrices")) {
      assertValid("vectors-1", JSON.readTree(folder.resolve(name + ".json").toFile()));
    }
  }

  private static void assertValid(String schema, JsonNode document) throws IOException {
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs", "schema", schema + ".json")))
            .validate(document));
  }

  @Test
  void kernelsWithoutValuesOrEigenvaluesHaveNoRows(@TempDir Path folder) throws Exception {
    assertEquals(0, vectors(folder, "chord:s=-1 --dimension 2,3 --k 0..2 --points 3").exitCode());
    assertTrue(
        records(folder.resolve("values.csv")).stream()
            .noneMatch(r -> r.get("input").equals("cosine") && r.get("x").equals("1.0")));
    assertTrue(
        records(folder.resolve("eigenvalues.csv")).stream()
            .allMatch(r -> r.get("dimension").equals("3")));
  }

  @Test
  void publishedVectorsAreThoseOfThisVersion(@TempDir Path folder) throws Exception {
    vectors(folder, "resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3 --k 0..8,20,100");
    for (String name : List.of("values.csv", "eigenvalues.csv")) {
      Set<String> published = Set.copyOf(Files.readAllLines(PUBLISHED.resolve(name)));
      for (String line : Files.readAllLines(folder.resolve(name))) {
        assertTrue(published.contains(line), line);
      }
    }
  }

  @Tag("long")
  @Test
  void allOfThemAre(@TempDir Path folder) throws Exception {
    ZonalRun run = vectors(folder, "--catalogue --dimension 2,3,5 --k 0..8,20,100 --points 6");
    assertEquals(0, run.exitCode(), run.messages());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertArrayEquals(
            Files.readAllBytes(PUBLISHED.resolve(file.getFileName())),
            Files.readAllBytes(file),
            file::toString);
      }
    }
  }

  @Test
  void aTestInPythonPassesAndFailsWithAWrongKernel(@TempDir Path folder) throws Exception {
    assumeTrue(isThere("python3"));
    Path right = copied("test_kernels.py", folder, "", "");
    assertEquals(0, run(folder, "python3", "" + right));
    Path wrong = copied("test_kernels.py", folder, "/ (layers + 1)", "/ (layers + 2)");
    assertEquals(1, run(folder, "python3", "" + wrong));
  }

  @Test
  void aTestInCPassesAndFailsWithAWrongKernel(@TempDir Path folder) throws Exception {
    assumeTrue(isThere("gcc"));
    String values = "" + PUBLISHED.resolve("values.csv").toAbsolutePath();
    Path right = copied("kernels.c", folder, "", "");
    assertEquals(0, run(folder, "gcc", "-o", "right", "" + right, "-lm"));
    assertEquals(0, run(folder, "./right", values));
    Path wrong = copied("kernels.c", folder, "exp(-r)", "exp(-r * 1.000001)");
    assertEquals(0, run(folder, "gcc", "-o", "wrong", "" + wrong, "-lm"));
    assertEquals(1, run(folder, "./wrong", values));
  }

  @Test
  void aTestInJavaScriptPassesAndFailsWithAWrongKernel(@TempDir Path folder) throws Exception {
    assumeTrue(isThere("node"));
    Path right = copied("kernels.mjs", folder, "", "");
    assertEquals(0, run(folder, "node", "" + right));
    Path wrong = copied("kernels.mjs", folder, "Math.sin(theta) +", "Math.sin(theta) -");
    assertEquals(1, run(folder, "node", "" + wrong));
  }

  /** Beside the published vectors as it is in the repository. */
  private static Path copied(String name, Path folder, String part, String replacement)
      throws IOException {
    String text = Files.readString(EXAMPLES.resolve(name));
    assertTrue(text.contains(part));
    Path examples = Files.createDirectories(folder.resolve("examples"));
    Path link = folder.resolve("catalogue");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, PUBLISHED.toAbsolutePath());
    }
    return Files.writeString(
        examples.resolve(name), part.isEmpty() ? text : text.replace(part, replacement));
  }

  private static boolean isThere(String program) throws Exception {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertTrue(exitCode != 2, output);
    return exitCode;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--k 0; missing kernels or --catalogue",
        "fcntk:L=1 --catalogue; exclude each other",
        "fcntk:L=1 --digits 16; 17 to 1000",
        "fcntk:L=1 --points 201; 0 to 200",
        "fcntk:L=1 --dimension 1; 2",
        "nonsense:L=1; unknown kernel"
      })
  void badInputIsOneLine(String options, String part, @TempDir Path folder) {
    ZonalRun run = vectors(folder, options);
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains(part), run.messages());
    assertEquals(1, run.messages().strip().lines().count(), run.messages());
  }

  @Test
  void aDirectoryWithOtherFilesIsLeftAsItIs(@TempDir Path folder) throws IOException {
    Path own = Files.writeString(folder.resolve("thesis.tex"), "years of work");
    ZonalRun run = vectors(folder, "fcntk:L=1");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("has other files in it"), run.messages());
    assertEquals("years of work", Files.readString(own));
  }
}
