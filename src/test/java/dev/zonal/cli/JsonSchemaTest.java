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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program prints as JSON is what docs/schema says. */
class JsonSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static Schema schema(String name) throws IOException {
    return REGISTRY.getSchema(Files.readString(Path.of("docs", "schema", name + ".json")));
  }

  private static void assertValid(JsonNode document) throws IOException {
    String name = document.path("schema").asText();
    assertTrue(name.matches("zonal\\.[a-z]+/[12]"), name);
    List<Error> errors = schema(name.substring(6).replace('/', '-')).validate(document);
    assertEquals(List.of(), errors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spectrum resntk:L=2,alpha=1 --dimension 3 --k 0..4,100 --digits 10; 0",
        "spectrum fcntk:L=1 --dimension 3 --k 3..5 --digits 1; 0",
        "kernel fcntk:L=2 --at 0,1/2,-1 --digits 20; 0",
        "kernels; 0",
        "asymptotics gammaexp:gamma=1/2,c=1 --dimension 3 --digits 8; 0",
        "asymptotics fcntk:L=1 --dimension 3 --digits 8; 0",
        "asymptotics gaussian:c=1 --dimension 3 --digits 8; 0",
        "confirm laplace:c=1 --dimension 3 --k 100..103 --digits 8; 0",
        "confirm laplace:c=1 --dimension 3 --k 2 --digits 8; 4",
        "confirm fcntk:L=1 --dimension 3 --k 200..201 --digits 8; 0",
        "prove positivity laplace:c=1 --dimension 3; 0",
        "prove positivity fcntk:L=1 --dimension 3; 3",
        "prove positivity gammaexp:gamma=1/2,c=1 --dimension 3; 0",
        "prove decay laplace:c=100000 --dimension 3; 4",
        "prove decay fcntk:L=1 --dimension 3; 0",
        "prove positivity chord:s=1 --dimension 3; 3",
        "prove semidefinite fcntk:L=1 --dimension 3; 0",
        "prove semidefinite gammaexp:gamma=1/2,c=1 --dimension 3; 0",
        "prove semidefinite chord:s=1 --dimension 3; 3",
        "prove equivalence polynomial:[0] polynomial:[0] --dimension 3; 0",
        "prove equivalence polynomial:[-1] polynomial:[-2] --dimension 3; 3",
        "prove decay gammaexp:gamma=3/2,c=1 --dimension 3; 0",
        "prove decay gaussian:c=1 --dimension 3; 3",
        "prove equivalence laplace:c=1 laplace:c=2 --dimension 2; 0",
        "prove equivalence gammaexp:gamma=3/2,c=1 gammaexp:gamma=3/2,c=2 --dimension 2; 0",
        "prove equivalence laplace:c=1 gaussian:c=2 --dimension 2; 3",
        "prove shape --family resntk:alpha=L^(-1/2) --depth 1,3,100; 0",
        "prove shape --family resntk:alpha=1/2 --depth 2; 0"
      })
  void everyDocumentMatchesItsSchema(String command, int exitCode) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--format", "json"));
    ZonalRun run = ZonalRun.of(arguments.toArray(String[]::new));
    assertEquals(exitCode, run.exitCode(), run.messages());
    assertValid(MAPPER.readTree(run.results()));
  }

  @ParameterizedTest
  @CsvSource({
    "prove positivity resntk:L=2;alpha=1 --dimension 3",
    "prove positivity fcntk:L=1 --dimension 3",
    "prove semidefinite fcntk:L=1 --dimension 3",
    "prove semidefinite chord:s=1 --dimension 3",
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
    ((ObjectNode) certificate).put("kernel", "fcntk:L=3");
    Files.writeString(file, certificate.toString());
    assertValid(
        MAPPER.readTree(ZonalRun.of("check", file.toString(), "--format", "json").results()));
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
    for (String key : List.of("verdict", "kernel", "statement", "tails")) {
      ObjectNode changed = document.deepCopy();
      changed.remove(key);
      assertFalse(schema("proof-1").validate(changed).isEmpty(), key);
    }
    document.put("more", 1);
    assertFalse(schema("proof-1").validate(document).isEmpty());
  }
}
