package dev.zonal.verifier.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.verifier.AdversaryTest;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, and what is no certificate. */
class CertificateReaderTest {
  private static final String DOCUMENT =
      """
      {"schema": "zonal.certificate/1", "statement": "equivalence", "dimension": 3,
       "conclusion": {"infimum": {"lower": "1e0", "upper": "2e0"}},
       "kernel": "laplace:c=1",
       "regions": {"coincidence": {"radius": "1e0", "bound": "2e0"},
         "antipode": {"radius": "1e0", "bound": "2e0"},
         "rectangle": {"height": "5e-1", "bound": "2e0"}},
       "tails": [{"parity": "even", "from": "12", "exponent": 1,
         "leading": {"lower": "-1e0", "upper": "-9.9e-1"},
         "next": {"lower": "-1e0", "upper": "0"}, "rest": "1e-2"}],
       "expansions": [{"parity": "odd", "from": "13", "order": "3/2", "rest": "0",
         "terms": [{"exponent": "-1/2", "coefficient": {"lower": "1e0", "upper": "1e0"}}]}],
       "enclosures": [{"k": "0", "lower": "1e-1", "upper": "2e-1"}],
       "other": {"kernel": "gaussian:c=1", "tails": [], "enclosures": []}}
      """;

  private static ObjectNode document() throws IOException {
    return AdversaryTest.parse(DOCUMENT);
  }

  private static Claims read(String document) throws IOException, Unreadable {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static Claims read(byte[] document) throws IOException, Unreadable {
    return CertificateReader.read(new ByteArrayInputStream(document));
  }

  private static void refuses(String document, String reason) {
    Unreadable refusal = assertThrows(Unreadable.class, () -> read(document), reason);
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
    assertTrue(refusal.getMessage().length() < 400, refusal.getMessage());
  }

  private static void refuses(Consumer<ObjectNode> edit, String reason) throws IOException {
    ObjectNode document = document();
    edit.accept(document);
    refuses(document.toString(), reason);
  }

  @Test
  void bothVersionsAreRead() throws Exception {
    Claims first = read(DOCUMENT);
    assertEquals(Claims.Statement.EQUIVALENCE, first.statement());
    assertEquals(3, first.dimension());
    assertEquals(2, first.kernels().size());
    ObjectNode document = document();
    document.remove("dimension");
    document.put("schema", "zonal.certificate/2").put("program", "zonal 0.1.0");
    document.putArray("command").add("prove").add("equivalence");
    document.putObject("sphere").put("dimension", 3);
    assertEquals(first, read(document.toString()));
  }

  @Test
  void zerosAreReadWhereTheyBelong() throws Exception {
    ObjectNode document = document();
    document.remove(List.of("dimension", "other", "conclusion"));
    document.put("schema", "zonal.certificate/2").put("program", "zonal 0.1.0");
    document.put("statement", "semidefinite");
    document.putArray("command");
    document.putObject("sphere").put("dimension", 3);
    document.putObject("conclusion");
    ObjectNode zeros = document.putObject("zeros");
    zeros.putArray("frequencies").add("3");
    zeros.putObject("from").put("odd", "5");
    Claims claims = read(document.toString());
    assertEquals("[3]", claims.zeros().orElseThrow().frequencies().toString());
    assertEquals("{odd=5}", claims.zeros().orElseThrow().from().toString());
    document.remove("conclusion");
    document.put("refutation", "negative");
    refuses(document.toString(), "unknown key 'zeros'");
  }

  @Test
  void everyKeyIsNeeded() throws Exception {
    List<String> optional = List.of("regions", "expansions");
    List<String> paths = new ArrayList<>();
    objects(document(), "", paths);
    assertTrue(paths.size() > 10);
    for (String path : paths) {
      ObjectNode object = (ObjectNode) document().at(path);
      for (String key : object.properties().stream().map(Map.Entry::getKey).toList()) {
        boolean isConstant = path.equals("/conclusion");
        if (!optional.contains(key) && !isConstant) {
          ObjectNode document = document();
          ((ObjectNode) document.at(path)).remove(key);
          refuses(document.toString(), "has no ");
        }
      }
    }
  }

  @Test
  void noOtherKeyIsAllowed() throws Exception {
    List<String> paths = new ArrayList<>();
    objects(document(), "", paths);
    paths.remove("/conclusion");
    for (String path : paths) {
      ObjectNode document = document();
      ((ObjectNode) document.at(path)).put("more\u001b[2J", "1");
      refuses(document.toString(), "has an unknown key 'more\\u001b[2J'");
    }
  }

  /** In the place of every value one of each other type. */
  @Test
  void everyValueIsOfItsType() throws Exception {
    List<String> paths = new ArrayList<>();
    objects(document(), "", paths);
    for (String path : paths) {
      for (String key : document().at(path).properties().stream().map(Map.Entry::getKey).toList()) {
        for (String other : List.of("null", "true", "1.5", "\"x\"", "[]", "{}", "[1]")) {
          ObjectNode document = document();
          ObjectNode object = (ObjectNode) document.at(path);
          JsonNode value = AdversaryTest.parse("{\"v\":" + other + "}").get("v");
          boolean sameType = value.getNodeType() == object.get(key).getNodeType();
          if (!sameType || other.equals("\"x\"")) {
            object.set(key, value);
            assertThrows(Unreadable.class, () -> read(document.toString()), path + key + other);
          }
        }
      }
    }
  }

  private static void objects(JsonNode node, String path, List<String> paths) {
    if (node instanceof ObjectNode object) {
      paths.add(path);
      object.properties().forEach(e -> objects(e.getValue(), path + "/" + e.getKey(), paths));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        objects(array.get(i), path + "/" + i, paths);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0",
        "0e0",
        "00",
        "1",
        "-1",
        "0.5",
        "01e0",
        "1e",
        "1e+1",
        "1e01",
        "1e100000",
        "1.e0",
        ".5e0",
        "1E0",
        " 1e0",
        "1e0 ",
        "NaN",
        "Infinity",
        "1,5e0",
        "\u0661e0",
        "0x1p0",
        ""
      })
  void aNumberIsWrittenAsTheSchemaSays(String number) throws Exception {
    refuses(d -> ((ObjectNode) d.at("/conclusion/infimum")).put("lower", number), "conclusion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "01", "1e1", "1.0", "65537", "1000000000", ""})
  void aFrequencyIsAnIntegerOfModerateSize(String k) throws Exception {
    refuses(d -> ((ObjectNode) d.at("/enclosures/0")).put("k", k), "enclosures[0].k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/0", "0/", "1/-2", "-0", "1.5", "01", "1/02"})
  void aFractionHasAPositiveDenominator(String fraction) throws Exception {
    refuses(
        d -> ((ObjectNode) d.at("/expansions/0")).put("order", fraction), "expansions[0].order");
  }

  /** What follows from parameters may be much longer than what one writes. */
  @Test
  void aFractionMayBeLong() throws Exception {
    String longest = "1".repeat(950);
    refuses(
        d -> ((ObjectNode) d.at("/expansions/0")).put("order", longest + "1/2"),
        "expansions[0].order");
    ObjectNode document = document();
    ((ObjectNode) document.at("/expansions/0")).put("order", longest + "/2");
    read(document.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 1, 1_000_001})
  void theDimensionIsFromTwoToAMillion(int dimension) throws Exception {
    refuses(d -> d.put("dimension", dimension), "dimension is no integer");
  }

  @Test
  void whatIsAtTheEndsOfARangeIsInIt() throws Exception {
    ObjectNode document = document();
    for (int dimension : new int[] {2, 1_000_000}) {
      document.put("dimension", dimension);
      assertEquals(dimension, read(document.toString()).dimension());
    }
    for (int exponent : new int[] {1, 999}) {
      ((ObjectNode) document.at("/tails/0")).put("exponent", exponent);
      Claims claims = read(document.toString());
      assertEquals(exponent, claims.kernels().get(0).tails().get(0).exponent());
    }
    for (int exponent : new int[] {0, 1000}) {
      refuses(d -> ((ObjectNode) d.at("/tails/0")).put("exponent", exponent), "exponent");
    }
    ((ObjectNode) document.at("/enclosures/0")).put("k", "65536");
    assertTrue(read(document.toString()).kernels().get(0).rows().containsKey(65536L));
  }

  @Test
  void aDocumentHasAtMostSixteenMebibytes() throws Exception {
    int room = (1 << 24) - DOCUMENT.length();
    assertEquals(3, read(DOCUMENT + " ".repeat(room)).dimension());
    refuses(DOCUMENT + " ".repeat(room + 1), "larger than 16 MiB");
  }

  @Test
  void aRefusalShowsTheValueIfThatIsOne() throws Exception {
    refuses(d -> d.put("tails", 5), "tails is no array: '5'");
    Unreadable refusal =
        assertThrows(
            Unreadable.class, () -> read(DOCUMENT.replace("\"tails\": [], ", "\"tails\": {}, ")));
    assertEquals("other.tails is no array", refusal.getMessage());
  }

  @Test
  void nothingStandsTwice() throws Exception {
    refuses(
        DOCUMENT.replace("\"dimension\": 3", "\"dimension\": 3, \"dimension\": 3"), "Duplicate");
    for (String list : List.of("enclosures", "tails", "expansions")) {
      refuses(d -> ((ArrayNode) d.get(list)).add(d.get(list).get(0).deepCopy()), "stands twice");
    }
    // A tail and an expansion of one parity would be two of the same.
    refuses(d -> ((ObjectNode) d.at("/expansions/0")).put("parity", "even"), "stands twice");
  }

  @Test
  void aProofIsNoRefutationAtTheSameTime() throws Exception {
    refuses(d -> d.put("refutation", "zero"), "unknown key 'conclusion'");
    refuses(d -> d.remove("conclusion"), "has no conclusion");
  }

  @Test
  void whatIsNotOneDocumentInUtf8IsNone() throws Exception {
    refuses("\uFEFF" + DOCUMENT, "not JSON");
    refuses(DOCUMENT + "{}", "not JSON");
    refuses("", "no object");
    refuses("[]", "no object");
    refuses("[[[[[[[[[[[[[[[[[[[[[", "not JSON");
    byte[] latin =
        DOCUMENT.replace("laplace", "lapl\u00e4ce").getBytes(StandardCharsets.ISO_8859_1);
    Unreadable refusal = assertThrows(Unreadable.class, () -> read(latin));
    assertTrue(refusal.getMessage().contains("UTF-8"));
  }

  @Test
  void aNumberOfManyDigitsIsRefused() {
    String digits = "1." + "3".repeat(100_000) + "e0";
    refuses(DOCUMENT.replace("9.9e-1", digits.substring(1)), "not JSON");
    refuses(DOCUMENT.replace("\"1e-2\"", "\"" + digits + "\""), "not JSON");
  }

  /** More than 16 MiB are not even read. */
  @Test
  void anEndlessDocumentIsRefused() {
    InputStream endless =
        new InputStream() {
          private long count;

          @Override
          public int read() {
            count++;
            assertTrue(count < 1L << 25);
            return '[';
          }
        };
    Unreadable refusal = assertThrows(Unreadable.class, () -> CertificateReader.read(endless));
    assertTrue(refusal.getMessage().contains("16 MiB"));
  }
}
