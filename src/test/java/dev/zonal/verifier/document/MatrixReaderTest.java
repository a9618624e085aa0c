package dev.zonal.verifier.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates about matrices (version 4), read strictly. */
class MatrixReaderTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Stream<String> samples() {
    return Stream.of(
        "eigenvalue-laplace-plane",
        "eigenvalue-rntk-sequences",
        "definite-fcntk-L2-near",
        "definite-chord-refuted",
        "definite-fcntk-L1-singular",
        "definite-cntk-images");
  }

  private static ObjectNode sample(String name) throws IOException {
    return (ObjectNode)
        MAPPER.readTree(Path.of("proofs-checks", "samples", name + ".json").toFile());
  }

  private static Claims.OfMatrix<?> read(ObjectNode document) throws IOException, Unreadable {
    return CertificateReader.read(
            new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)))
        .matrix()
        .orElseThrow();
  }

  private static void refuses(ObjectNode document) {
    Unreadable refusal = assertThrows(Unreadable.class, () -> read(document), document::toString);
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void whatIsStatedIsRead() throws Exception {
    Claims.OfMatrix<?> matrix = read(sample("definite-fcntk-L2-near"));
    assertEquals("fcntk:L=2", matrix.kernel().specification());
    assertEquals("[(1,0), (1,1/100000000000000000000), (0,1)]", matrix.points() + "");
    assertEquals("3.18309E-21", matrix.lower().orElseThrow().toString());
    assertEquals(
        List.of(new Claims.Pair(1, 3)), read(sample("definite-fcntk-L1-singular")).pairs());
    assertEquals(
        "Sequence[steps=[(1,0), (0,1), (1/2,1)]]",
        read(sample("eigenvalue-rntk-sequences")).points().get(0).toString());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyKeyIsNeededAndNoOtherIsAllowed(String name) throws Exception {
    for (String path : List.of("", "/smallest")) {
      if (!sample(name).at(path).isObject()) {
        continue;
      }
      ObjectNode more = sample(name);
      ((ObjectNode) more.at(path)).put("more", "1");
      refuses(more);
      for (Map.Entry<String, ?> entry : sample(name).at(path).properties()) {
        ObjectNode less = sample(name);
        ((ObjectNode) less.at(path)).remove(entry.getKey());
        refuses(less);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyValueIsOfItsType(String name) throws Exception {
    for (String path : List.of("", "/smallest", "/points", "/points/0", "/pairs", "/pairs/0")) {
      if (sample(name).at(path) instanceof ObjectNode object) {
        for (Map.Entry<String, ?> entry : object.properties()) {
          refusesOtherTypes(name, path, entry.getKey());
        }
      }
    }
  }

  private static void refusesOtherTypes(String name, String path, String key) throws Exception {
    for (String other : List.of("null", "1.5", "[1]", "3", "[]", "{}", "\"x\"", "true", "[[]]")) {
      boolean isText = key.equals("program") && other.equals("\"x\"");
      boolean isFlag = key.equals("onSphere") && other.equals("true");
      boolean isEmpty = other.equals("[]") && (key.equals("command") || key.equals("vector"));
      if (!isText && !isFlag && !isEmpty) {
        ObjectNode document = sample(name);
        ((ObjectNode) document.at(path)).set(key, MAPPER.readTree(other));
        refuses(document);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[]]",
        "[[\"1\"],[\"1\",\"2\"]]",
        "[\"1\"]",
        "[[[\"1\"]]]",
        "[[1]]",
        "[[\"1.5\"]]",
        "[[\"1e3\"]]",
        "[[\"-0\"]]",
        "[[\"01\"]]",
        "[[\"1/0\"]]",
        "[[\"1/-2\"]]",
        "[[\"NaN\"]]",
        "[[\" 1\"]]",
        "[[\"1\"],[null]]"
      })
  void pointsAreArraysOfFractionsOfOneLength(String points) throws Exception {
    ObjectNode document = sample("definite-fcntk-L2-near");
    document.set("points", MAPPER.readTree(points));
    refuses(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"1\"]]",
        "[[[\"1\"],[\"1\",\"2\"]]]",
        "[[[\"1\"]],[[\"1\",\"2\"]]]",
        "[[[\"1\"]],[]]",
        "[[[[\"1\"]]]]"
      })
  void sequencesHaveStepsInOneSpace(String points) throws Exception {
    ObjectNode document = sample("eigenvalue-rntk-sequences");
    document.set("points", MAPPER.readTree(points));
    refuses(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[\"1\"]]]",
        "[[[[\"1\"],[\"1\"]],[[\"1\"]]]]",
        "[[[[\"1\"],[\"1\",\"2\"]]]]",
        "[[[[\"1\"]],[[\"1\",\"2\"]]]]",
        "[[[[\"1\"]]],[[[\"1\",\"2\"]]]]"
      })
  void imagesAreRectanglesOfPixelsWithAsManyChannels(String points) throws Exception {
    ObjectNode document = sample("definite-cntk-images");
    document.set("points", MAPPER.readTree(points));
    refuses(document);
  }

  @ParameterizedTest
  @CsvSource({
    "definite-fcntk-L2-near, kernel, fcntk:L=0",
    "definite-fcntk-L2-near, kernel, heat:t=1",
    "definite-fcntk-L1-singular, kernel, 'fcntk:L=1,beta=1'",
    "definite-fcntk-L2-near, scale, Unit",
    "eigenvalue-rntk-sequences, scale, unit",
    "definite-fcntk-L2-near, statement, positivity",
    "eigenvalue-laplace-plane, statement, definite",
    "definite-fcntk-L2-near, statement, eigenvalue",
    "definite-chord-refuted, refutation, zero",
    "definite-chord-refuted, refutation, singular",
    "definite-fcntk-L1-singular, refutation, negative"
  })
  void aTextIsOneOfThoseThatFit(String name, String key, String text) throws Exception {
    ObjectNode document = sample(name);
    document.put(key, text);
    refuses(document);
  }

  @Test
  void aSequenceHasNoDirection() throws Exception {
    ObjectNode document = sample("eigenvalue-rntk-sequences");
    document.put("onSphere", true);
    refuses(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[\"1\"]]",
        "[[\"1\",\"2\",\"3\"]]",
        "[[\"0\",\"1\"]]",
        "[[\"1\",\"4\"]]",
        "[[1,2]]",
        "[\"1\"]",
        "[[\"1\",\"99999999999\"]]"
      })
  void pairsNameTwoPointsEach(String pairs) throws Exception {
    ObjectNode document = sample("definite-fcntk-L1-singular");
    document.set("pairs", MAPPER.readTree(pairs));
    refuses(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e3", "01", "-0", "+1", "", "1/2"})
  void theVectorHasIntegers(String number) throws Exception {
    ObjectNode document = sample("eigenvalue-laplace-plane");
    ((ArrayNode) document.get("vector")).set(0, number);
    refuses(document);
  }
}
