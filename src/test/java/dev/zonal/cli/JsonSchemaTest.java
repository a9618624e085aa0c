package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program prints as JSON is what docs/schema says. */
class JsonSchemaTest {
  /** A document of each kind as version 0.1.0 wrote it before there was an envelope. */
  private static final Path OLD = Path.of("src", "test", "resources", "documents", "1");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static Schema schema(String name) throws IOException {
    return REGISTRY.getSchema(Files.readString(Path.of("docs", "schema", name + ".json")));
  }

  private static void assertValid(JsonNode document) throws IOException {
    String name = document.path("schema").asText();
    assertTrue(name.matches("zonal\\.[a-z]+/[12345]"), name);
    List<Error> errors = schema(name.substring(6).replace('/', '-')).validate(document);
    assertEquals(List.of(), errors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spectrum resntk:L=2,alpha=1 --dimension 3 --k 0..4,100 --digits 10; 0",
        "spectrum fcntk:L=1 --dimension 3 --k 3..5 --digits 1; 0",
        "spectrum fcntk:L=1 laplace:c=1 --dimension 3,5 --k 0..4 --digits 5; 0",
        "spectrum fcntk:L=1 --dimension 2,3 --k 0 --digits 5 --normalization surface; 0",
        "spectrum chord:s=1 --dimension 4 --k 0..3 --coefficients schoenberg; 0",
        "spectrum fcntk:L=1 laplace:c=1 --dimension 3,5 --k 0..4 --columns"
            + " k,eigenvalue,gegenbauer,multiplicity,share,cumulative,beyond,method; 0",
        "spectrum resntk:L=2,alpha=1 --dimension 3 --k 0 --method exact --columns k,share; 4",
        "kernel fcntk:L=1 chord:s=1 polynomial:[1/3] --series 5; 0",
        "kernel matern:nu=2,length=1 --series 2; 4",
        "kernel fcntk:L=2 --at 0,1/2,-1 --digits 20; 0",
        "kernel fcntk:L=2 chord:s=-1 --at -1..1:points=3 --digits 20; 4",
        "gram fcntk:L=1 --points docs/data/plane.csv --digits 5; 0",
        "gram chord:s=-1 --points docs/data/plane.csv --digits 5 --scale paper; 4",
        "gram laplace:c=1 --points docs/data/plane.json --digits 5 --on-sphere; 0",
        "gram fcntk:L=1 --points docs/data/plane.csv --digits 5 --spectrum; 0",
        "gram fcntk:L=1 --points docs/data/plane.csv --digits 5 --spectrum=all; 0",
        "gram fcntk:L=1 --points docs/data/plane.csv --definite; 0",
        "gram polynomial:[0,1] --points docs/data/plane.csv --definite; 4",
        "classify rnngp rnngp:sw2=1 --points docs/data/generated/motif-train.txt --ridge 0,1 --normalised; 0",
        "classify fcntk:L=1 --points docs/data/generated/motif-train.txt --ridge 1 --pad end --at docs/data/generated/motif-test.txt; 0",
        "regress arccos:0 --points docs/data/circle.csv --targets docs/data/circle-targets.csv --kinks"
            + " --digits 5; 0",
        "regress fcntk:L=1 --points docs/data/plane.csv --targets docs/data/plane-targets.csv --ridge 1/3; 0",
        "reproduce power-series depth; 0",
        "lab hierarchy docs/data/networks/one-layer.json --kernels 1..3 --digits 5; 0",
        "lab hierarchy docs/data/networks/one-layer.json --flow 1/2 --entries; 0",
        "lab hierarchy docs/data/networks/one-layer.json --flow 1/4 --truncate 2 --certify --digits 5; 0",
        "lab hierarchy docs/data/networks/pairs.json --flow 1/4 --scaling --copies 1,4; 0",
        "multisphere cntk:L=1,taps=3 --channels 3 --pixels 4 --up-to 2 --digits 5; 0",
        "lab width --at 1/2,1,-1 --widths 4 --digits 5 --nets 0; 0",
        "lab width --train drift --widths 4,8 --nets 2 --steps 5; 0",
        "lab width --train drift --act linear --depth 2 --widths 4,8 --nets 2 --steps 600 --rate 9000; 0",
        "lab width --train depth --depth 2 --widths 8 --nets 2 --rate 1,1000 --steps 9; 0",
        "lab width --cnn cntk:L=1,taps=3 --widths 4 --nets 3 --digits 5; 0",
        "lab width --act erf --widths 2 --digits 5 --nets 3; 0",
        "lab width --act linear --depth 2 --inputs 5 --at 1,1/3,0 --widths 3 --digits 5 --nets 5; 0",
        "lengths rntk --lengths 1,2 --dimension 3 --k 0,3 --digits 5; 0",
        "lengths rnngp:sh2=1/8 --lengths 2 --dimension 2 --k 1 --digits 5 --scale paper; 0",
        "lengths rntk --lengths 1,2 --dimension 3 --k 0,3 --digits 5 --spectrum; 0",
        "lab features moments --at -1,1/2 --samples 300 --digits 5; 0",
        "lab features sample --points docs/data/plane.csv --features 8; 0",
        "lab features error --points 6 --repeats 3 --features 16 --lambda 1/3,1000; 0",
        "lab features sketches --samples 50; 0",
        "lab features spectrum --ramps 12; 0",
        "lab features regress --count 20 --tests 5 --features 16; 0",
        "kernels; 0",
        "store list docs/data/stores/numbers.db; 0",
        "store verify docs/data/stores/numbers.db; 0",
        "store verify docs/data/stores/damaged.db; 3",
        "store export docs/data/stores/numbers.db; 0",
        "store export docs/data/stores/numbers.db --values; 0",
        "check docs/claims/conventions.csv; 0",
        "check src/test/resources/claims/mixed.csv; 3",
        "asymptotics gammaexp:gamma=1/2,c=1 --dimension 3 --digits 8; 0",
        "asymptotics fcntk:L=1 --dimension 3 --digits 8; 0",
        "asymptotics gaussian:c=1 --dimension 3 --digits 8; 0",
        "asymptotics ntk:act=erf,L=1,sw2=2 --dimension 3 --digits 8; 0",
        "asymptotics nngp:act=gelu,L=1,sb2=1 --dimension 2 --digits 60; 4",
        "asymptotics ntk:act=sin,L=2 --dimension 3 --digits 8; 0",
        "asymptotics ntk:act=tanh,L=1 --dimension 3 --digits 8; 4",
        "asymptotics matern:nu=2,c=1 --dimension 3 --digits 8; 0",
        "confirm laplace:c=1 --dimension 3 --k 100..103 --digits 8; 0",
        "confirm laplace:c=1 --dimension 3 --k 2 --digits 8; 4",
        "confirm fcntk:L=1 --dimension 3 --k 200..201 --digits 8; 0",
        "confirm ntk:act=erf,L=1,sw2=2 --dimension 3 --k 0,1,20,21 --digits 8; 0",
        "confirm nngp:act=gelu,L=1,sb2=1 --dimension 2 --k 2 --digits 8; 4",
        "prove positivity laplace:c=1 --dimension 3; 0",
        "prove positivity fcntk:L=1 --dimension 3; 3",
        "prove positivity gammaexp:gamma=1/2,c=1 --dimension 3; 0",
        "prove decay laplace:c=100000 --dimension 3; 4",
        "prove decay fcntk:L=1 --dimension 3; 0",
        "prove decay ntk:act=gelu,L=1,sb2=1/10 --dimension 3; 0",
        "prove positivity chord:s=1 --dimension 3; 3",
        "prove semidefinite fcntk:L=1 --dimension 3; 0",
        "prove semidefinite gammaexp:gamma=1/2,c=1 --dimension 3; 0",
        "prove semidefinite chord:s=1 --dimension 3; 3",
        "prove positivity fcntk:L=2 --all-dimensions; 0",
        "prove positivity fcntk:L=1 --all-dimensions; 3",
        "prove positivity polynomial:[-1/3,0,1] --all-dimensions; 3",
        "prove positivity gaussian:c=1 --dimension 2..9; 0",
        "prove semidefinite polynomial:[0,-1,0,4] --dimension 2..20; 3",
        "prove positivity resntk --all-parameters --all-dimensions; 0",
        "prove positivity nngp:L=3 --all-parameters --all-dimensions; 0",
        "prove positivity fcntk:L=1.. --all-parameters --all-dimensions; 3",
        "prove semidefinite fcntk:L=1 --all-dimensions; 0",
        "prove semidefinite chord:s=1 --all-dimensions; 3",
        "prove equivalence polynomial:[0] polynomial:[0] --dimension 3; 0",
        "prove equivalence polynomial:[-1] polynomial:[-2] --dimension 3; 3",
        "prove decay gammaexp:gamma=3/2,c=1 --dimension 3; 0",
        "prove decay gaussian:c=1 --dimension 3; 3",
        "prove equivalence laplace:c=1 laplace:c=2 --dimension 2; 0",
        "prove equivalence gammaexp:gamma=3/2,c=1 gammaexp:gamma=3/2,c=2 --dimension 2; 0",
        "prove equivalence laplace:c=1 gaussian:c=2 --dimension 2; 3",
        "prove equivalence laplace:c=1 laplace:c=2 --dimension 2..3; 0",
        "prove equivalence resntk:L=1,alpha=[1,2] laplace:c=1 --dimension 3; 3",
        "prove crossover laplace:c=1 laplace:c=2 --dimension 3; 0",
        "prove crossover polynomial:[1] polynomial:[2] --dimension 3; 0",
        "prove crossover laplace:c=2 laplace:c=1 --dimension 3; 3",
        "prove crossover gaussian:c=2 laplace:c=1 --dimension 3; 4",
        "prove constants resntk:tau=0 --dimension 3; 0",
        "prove constants fcntk:L=2..3,beta=1/2 --dimension 2; 0",
        "prove shape --family resntk:alpha=L^(-1/2) --depth 1,3,100; 0",
        "prove shape --family resntk:alpha=1/2 --depth 2; 0",
        "prove shape --family resntk:train=all,sw2=1,alpha=L^(-1/2) --depth 1,2; 0"
      })
  void everyDocumentMatchesItsSchema(String command, int exitCode) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--format", "json"));
    ZonalRun run = ZonalRun.of(arguments.toArray(String[]::new));
    assertEquals(exitCode, run.exitCode(), run.messages());
    JsonNode document = MAPPER.readTree(run.results());
    assertValid(document);
    assertTrue(isNewest(document.path("schema").asText()), document.path("schema").asText());
    assertEquals(command, words(document));
  }

  private static boolean isNewest(String schema) {
    int slash = schema.indexOf('/');
    int next = Integer.parseInt(schema.substring(slash + 1)) + 1;
    String file = schema.substring("zonal.".length(), slash) + "-" + next + ".json";
    return Files.notExists(Path.of("docs", "schema", file));
  }

  private static String words(JsonNode document) {
    List<String> words = new ArrayList<>();
    document.path("command").forEach(word -> words.add(word.asText()));
    return String.join(" ", words);
  }

  @Test
  void theCommandIsThereWithoutTheWordsThatOnlySayWhereItsResultGoes(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("kernel.json");
    ZonalRun.of("kernel", "--format=json", "laplace:c=1", "--output", file.toString(), "--at", "0");
    assertEquals("kernel laplace:c=1 --at 0", words(MAPPER.readTree(file.toFile())));
  }

  @Test
  void theVersionInEveryDocumentIsThatOfTheBuild() throws IOException {
    String program =
        MAPPER
            .readTree(ZonalRun.of("kernels", "--format", "json").results())
            .get("program")
            .asText();
    String pom = Files.readString(Path.of("pom.xml"));
    Matcher version =
        Pattern.compile("<artifactId>zonal</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(pom);
    assertTrue(version.find());
    assertEquals("zonal " + version.group(1), program);
    assertEquals(program + "\n", ZonalRun.of("--version").results());
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=1 --k 0..3, 1/4 1/6 5/128 0",
    "fcntk:L=1 --k 1 --scale paper, 1/3",
    "laplace:c=1 --k 0, ''"
  })
  void whatIsKnownExactlyIsKept(String request, String expected) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("spectrum"));
    arguments.addAll(List.of(request.split(" ")));
    arguments.addAll(List.of("--dimension", "3", "--digits", "5", "--format", "json"));
    JsonNode rows =
        MAPPER
            .readTree(ZonalRun.of(arguments.toArray(String[]::new)).results())
            .path("results")
            .path("rows");
    List<String> exact = new ArrayList<>();
    rows.forEach(row -> exact.add(row.path("exact").asText()));
    assertEquals(expected, String.join(" ", exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asymptotics",
        "certificate",
        "check",
        "confirm",
        "decay",
        "equivalence",
        "kernel",
        "kernels",
        "positivity",
        "shape",
        "spectrum",
        "spectrum-closed"
      })
  void documentsOfTheFirstVersionAreStillDescribed(String name) throws IOException {
    JsonNode document = MAPPER.readTree(OLD.resolve(name + ".json").toFile());
    assertTrue(document.path("schema").asText().endsWith("/1"));
    assertValid(document);
  }

  @Test
  void aCertificateOfTheFirstVersionIsStillVerified() {
    ZonalRun run = ZonalRun.of("check", OLD.resolve("certificate.json").toString());
    assertEquals(0, run.exitCode(), run.results() + run.messages());
  }

  @Test
  void theIndependentProgramsReadTheSameRowsFromBothVersions(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("spectrum.json");
    String command = "spectrum fcntk:L=1 --dimension 3 --k 0..5 --digits 12 --format json --output";
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add(file.toString());
    assertEquals(0, ZonalRun.of(arguments.toArray(String[]::new)).exitCode());
    List<String> now = rows(file);
    List<String> before = rows(OLD.resolve("spectrum-closed.json"));
    assertEquals(6, now.size(), now.toString());
    assertEquals(keys(before), keys(now));
  }

  @Test
  void theIndependentProgramsReadSeveralKernelsAndDimensions(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("spectra.json");
    String command =
        "spectrum laplace:c=1 fcntk:L=1 --dimension 3,2 --k 0..1 --digits 12 --output ";
    assertEquals(0, ZonalRun.of((command + file).split(" ")).exitCode());
    assertEquals(
        List.of(
            "fcntk:L=1 2 0",
            "fcntk:L=1 2 1",
            "fcntk:L=1 3 0",
            "fcntk:L=1 3 1",
            "laplace:c=1 2 0",
            "laplace:c=1 2 1",
            "laplace:c=1 3 0",
            "laplace:c=1 3 1"),
        keys(rows(file)));
  }

  @Test
  void theIndependentProgramsRefuseAnotherMeasureInBothVersions(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("spectrum.json");
    ObjectNode old = (ObjectNode) MAPPER.readTree(OLD.resolve("spectrum.json").toFile());
    Files.writeString(file, old.put("normalization", "surface").toString());
    assertEquals(1, runRows(file).waitFor());
    for (String option : List.of("--normalization surface", "--scale paper")) {
      String command = "spectrum fcntk:L=1 --dimension 3 --k 1 --format json " + option;
      Files.writeString(file, ZonalRun.of(command.split(" ")).results());
      assertEquals(1, runRows(file).waitFor(), option);
    }
  }

  /** Kernel, dimension and frequency of each row. */
  private static List<String> keys(List<String> rows) {
    return rows.stream()
        .map(row -> String.join(" ", List.of(row.split("\t")).subList(0, 3)))
        .toList();
  }

  private static Process runRows(Path file) throws IOException {
    return new ProcessBuilder("python3", "proofs-checks/rows.py", file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> rows(Path file) throws Exception {
    Process process = runRows(file);
    List<String> rows;
    try (BufferedReader out = process.inputReader()) {
      rows = out.lines().toList();
    }
    assertEquals(0, process.waitFor());
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "prove positivity resntk:L=2;alpha=1 --dimension 3",
    "prove positivity fcntk:L=1 --dimension 3",
    "prove semidefinite fcntk:L=1 --dimension 3",
    "prove semidefinite chord:s=1 --dimension 3",
    "prove positivity fcntk:L=2 --all-dimensions",
    "prove positivity fcntk:L=1 --all-dimensions",
    "prove positivity fcnngp:beta=0 --all-parameters --all-dimensions",
    "prove positivity fcntk:L=1.. --all-parameters --all-dimensions",
    "prove semidefinite fcntk:L=1 --all-dimensions",
    "prove semidefinite chord:s=1 --all-dimensions",
    "prove equivalence polynomial:[-1] polynomial:[1] --dimension 3",
    "prove decay gammaexp:gamma=3/2;c=1 --dimension 3",
    "prove equivalence laplace:c=1 gaussian:c=2 --dimension 2"
  })
  void certificatesAndTheirChecksMatchTheirSchemas(String command, @TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("certificate.json");
    List<String> arguments = new ArrayList<>(List.of(command.replace(';', ',').split(" ")));
    arguments.addAll(List.of("--certificate", file.toString()));
    ZonalRun.of(arguments.toArray(String[]::new));
    JsonNode certificate = MAPPER.readTree(file.toFile());
    assertValid(certificate);
    ZonalRun check = ZonalRun.of("check", file.toString(), "--format", "json");
    assertEquals(0, check.exitCode(), check.results());
    assertValid(MAPPER.readTree(check.results()));
    boolean isOfFamily = certificate.has("family");
    ((ObjectNode) certificate)
        .put(isOfFamily ? "family" : "kernel", isOfFamily ? "nngp:L=5.." : "fcntk:L=3");
    Files.writeString(file, certificate.toString());
    assertValid(
        MAPPER.readTree(ZonalRun.of("check", file.toString(), "--format", "json").results()));
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2 --points docs/data/plane.csv --spectrum, 0",
    "polynomial:[0;1] --points docs/data/near.csv --on-sphere --spectrum=all --digits 5, 4",
    "fcntk:L=2 --points docs/data/plane.csv --definite --scale paper, 0",
    "polynomial:[0;-1] --points docs/data/plane.csv --definite, 3",
    "fcntk:L=1 --points docs/data/parallel.csv --definite, 3",
    "rntk:act=relu;sw2=2 --points docs/data/sequences.csv --spectrum, 0",
    "cntk:act=relu;L=2;taps=3;readout=gap --points docs/data/images.csv --definite, 0"
  })
  void certificatesAboutMatricesAndTheirChecksMatchTheirSchemas(
      String command, int exitCode, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("certificate.json");
    List<String> arguments = new ArrayList<>(List.of("gram"));
    arguments.addAll(List.of(command.replace(';', ',').split(" ")));
    arguments.addAll(List.of("--certificate", file.toString()));
    ZonalRun gram = ZonalRun.of(arguments.toArray(String[]::new));
    assertEquals(exitCode, gram.exitCode(), gram.messages());
    if (exitCode == 4) {
      assertTrue(gram.messages().contains("no certificate written"), gram.messages());
      assertFalse(Files.exists(file));
      return;
    }
    JsonNode certificate = MAPPER.readTree(file.toFile());
    assertValid(certificate);
    ZonalRun check = ZonalRun.of("check", file.toString(), "--format", "json");
    assertEquals(0, check.exitCode(), check.results() + check.messages());
    assertValid(MAPPER.readTree(check.results()));
    if (certificate.has("smallest")) {
      ObjectNode bounds = (ObjectNode) certificate.get("smallest");
      bounds.put(bounds.has("lower") ? "lower" : "upper", bounds.has("lower") ? "9e9" : "-9e9");
      Files.writeString(file, certificate.toString());
      ZonalRun refused = ZonalRun.of("check", file.toString(), "--format", "json");
      assertEquals(3, refused.exitCode(), refused.results());
      assertValid(MAPPER.readTree(refused.results()));
    }
  }

  @Test
  void theCertificatesOfTheHeadlineTheoremsMatchTheSchema() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("proofs-checks", "certificates"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        assertValid(MAPPER.readTree(file.toFile()));
      }
    }
  }

  @Test
  void aDocumentThatIsNotLikeThatIsRejected() throws IOException {
    ZonalRun run =
        ZonalRun.of("prove", "positivity", "laplace:c=1", "--dimension", "3", "--format", "json");
    ObjectNode document = (ObjectNode) MAPPER.readTree(run.results());
    assertTrue(schema("proof-2").validate(document).isEmpty());
    for (String key : List.of("program", "command", "kernel", "sphere", "results")) {
      ObjectNode changed = document.deepCopy();
      changed.remove(key);
      assertFalse(schema("proof-2").validate(changed).isEmpty(), key);
    }
    for (String key : List.of("verdict", "reason", "statement", "tails")) {
      ObjectNode changed = document.deepCopy();
      ((ObjectNode) changed.get("results")).remove(key);
      assertFalse(schema("proof-2").validate(changed).isEmpty(), key);
    }
    ObjectNode within = document.deepCopy();
    ((ObjectNode) within.get("results")).put("more", 1);
    assertFalse(schema("proof-2").validate(within).isEmpty());
    document.put("more", 1);
    assertFalse(schema("proof-2").validate(document).isEmpty());
  }
}
