package dev.zonal.verifier.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates about all dimensions (version 3), read strictly. */
class AllDimensionsReaderTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Stream<String> samples() {
    return Stream.of(
        "positivity-fcntk-L1-refuted-all",
        "positivity-chord-negative-power-all",
        "positivity-polynomial-refuted-all",
        "semidefinite-polynomial-all");
  }

  private static ObjectNode sample(String name) throws IOException {
    return (ObjectNode)
        MAPPER.readTree(Path.of("proofs-checks", "samples", name + ".json").toFile());
  }

  private static Claims read(ObjectNode document) throws IOException, Unreadable {
    return CertificateReader.read(
        new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void refuses(ObjectNode document) {
    Unreadable refusal = assertThrows(Unreadable.class, () -> read(document), document::toString);
    assertEquals(1, refusal.getMessage().lines().count());
  }

  private static List<String> objects(ObjectNode document) {
    return Stream.of("", "/sphere", "/series", "/counterexample", "/zeros", "/zeros/from")
        .filter(path -> document.at(path).isObject())
        .toList();
  }

  @Test
  void whatIsStatedIsRead() throws Exception {
    Claims claims = read(sample("positivity-polynomial-refuted-all"));
    assertEquals("negative", claims.refutation().orElseThrow());
    assertEquals(
        new Claims.Counterexample(true, 0, BigInteger.valueOf(101)),
        claims.series().orElseThrow().counterexample().orElseThrow());
    Claims zeros = read(sample("semidefinite-polynomial-all"));
    assertEquals("{even=4, odd=1}", zeros.zeros().orElseThrow().from().toString());
    assertEquals("{even=2, odd=-1}", zeros.series().orElseThrow().degrees().toString());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyKeyIsNeededAndNoOtherIsAllowed(String name) throws Exception {
    for (String path : objects(sample(name))) {
      ObjectNode more = sample(name);
      ((ObjectNode) more.at(path)).put("more", "1");
      refuses(more);
      for (Map.Entry<String, ?> entry : sample(name).at(path).properties()) {
        if (path.equals("/zeros/from")) {
          continue; // a parity that does not vanish is absent
        }
        ObjectNode less = sample(name);
        ((ObjectNode) less.at(path)).remove(entry.getKey());
        refuses(less);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyValueIsOfItsType(String name) throws Exception {
    for (String path : objects(sample(name))) {
      for (Map.Entry<String, ?> entry : sample(name).at(path).properties()) {
        for (String other : List.of("null", "true", "1.5", "[1]", "3", "\"x\"")) {
          String at = path + "/" + entry.getKey();
          if (other.equals("\"x\"") && at.equals("/program")) {
            continue;
          }
          ObjectNode document = sample(name);
          ((ObjectNode) document.at(path)).set(entry.getKey(), MAPPER.readTree(other));
          refuses(document);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-2", "02", "2.0", "all", ""})
  void theDimensionOfACounterexampleIsTwoAtLeast(String dimension) throws Exception {
    ObjectNode document = sample("positivity-polynomial-refuted-all");
    ((ObjectNode) document.get("counterexample")).put("dimension", dimension);
    refuses(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chord:s=-1", "sobolev:s=9", "heat:t=1", "spectrum:[1]", "nothing"})
  void theKernelIsOneFunctionOnEverySphere(String kernel) throws Exception {
    ObjectNode document = sample("positivity-chord-negative-power-all");
    document.put("kernel", kernel);
    refuses(document);
  }

  @Test
  void aZeroIsNoReasonAgainstSemidefiniteness() throws Exception {
    ObjectNode document = sample("positivity-fcntk-L1-refuted-all");
    document.put("statement", "semidefinite");
    refuses(document);
  }
}
