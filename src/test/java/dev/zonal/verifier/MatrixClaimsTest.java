package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.text.ScientificNotation;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hypothesis about the smallest eigenvalue of a matrix, broken alone. */
class MatrixClaimsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
  }

  /** The hypotheses and verdicts that refuse a document. */
  private static String refusals(ObjectNode document) throws Exception {
    Verifier.Report report = MatrixSamples.check(document);
    return report.findings().stream()
        .map(finding -> finding.verdict() + " " + finding.hypothesis())
        .collect(Collectors.joining(", "));
  }

  private static void assertRefused(String how, ObjectNode document, Consumer<ObjectNode> edit)
      throws Exception {
    assertEquals("", refusals(document));
    ObjectNode edited = document.deepCopy();
    edit.accept(edited);
    assertEquals(how, refusals(edited), edited::toString);
  }

  private static ObjectNode bounds(ObjectNode document) {
    return (ObjectNode) document.get("smallest");
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=3, false, plane.csv, 30",
    "fcntk:L=2, true, near.csv, 40",
    "resntk:L=3;alpha=1/2, false, plane.npy, 12",
    "ntk:act=erf;L=2;sw2=2;sb2=1/10, false, plane.csv, 12",
    "ntk:act=relu;L=2;sb2=1, false, near.csv, 20",
    "laplace:c=1, false, plane.json, 200",
    "gaussian:c=1, true, plane.csv, 1",
    "fcntk:L=2;beta=1, true, plane.csv, 20",
    "polynomial:[0;-1], false, plane.csv, 20",
    "rntk:act=relu;sw2=2;readout=mean, false, sequences.csv, 15",
    "cntk:act=relu;L=2;taps=3;readout=gap, false, images.csv, 15"
  })
  void whatTheProverWritesIsVerified(String kernel, boolean onSphere, String file, int digits)
      throws Exception {
    ObjectNode document = MatrixSamples.smallest(kernel.replace(';', ','), onSphere, file, digits);
    assertEquals("", refusals(document), document::toString);
    BigDecimal lower = new BigDecimal(bounds(document).get("lower").asText());
    BigDecimal upper = new BigDecimal(bounds(document).get("upper").asText());
    BigDecimal width = upper.subtract(lower).divide(lower.abs(), MathContext.DECIMAL32);
    assertTrue(width.compareTo(new BigDecimal("1e-" + digits)) < 0, width::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2, false, plane.csv, ''",
    "fcntk:L=2, true, near.csv, ''",
    "polynomial:[0;-1], false, plane.csv, negative",
    "chord:s=1, false, plane.csv, negative",
    "fcntk:L=1, false, parallel.csv, singular",
    "rnngp:act=erf, false, sequences.csv, ''"
  })
  void definitenessIsVerified(String kernel, boolean onSphere, String file, String refutation)
      throws Exception {
    ObjectNode document = MatrixSamples.definite(kernel.replace(';', ','), onSphere, file);
    assertEquals(refutation, document.path("refutation").asText());
    assertEquals("", refusals(document), document::toString);
  }

  @Test
  void aLowerBoundAboveTheEigenvalueIsFalse() throws Exception {
    ObjectNode document = MatrixSamples.smallest("fcntk:L=3", false, "plane.csv", 20);
    for (String factor : List.of("1.000000000000000001", "1.1", "1e3", "1e30")) {
      assertRefused(
          "REFUTED MATRIX_LOWER",
          document,
          d -> {
            BigDecimal lower = new BigDecimal(bounds(d).get("lower").asText());
            bounds(d).put("lower", scientific(lower.multiply(new BigDecimal(factor))));
          });
    }
  }

  @Test
  void anUpperBoundBelowTheEigenvalueIsFalse() throws Exception {
    ObjectNode document = MatrixSamples.smallest("fcntk:L=3", false, "plane.csv", 20);
    for (String factor : List.of("0.999999999999999999", "0.9", "-1")) {
      assertRefused(
          "REFUTED MATRIX_UPPER",
          document,
          d -> {
            BigDecimal upper = new BigDecimal(bounds(d).get("upper").asText());
            bounds(d).put("upper", scientific(upper.multiply(new BigDecimal(factor))));
          });
    }
  }

  @Test
  void aBoundThatIsTheEigenvalueItselfIsNeitherVerifiedNorFalse() throws Exception {
    String text =
        "{'schema':'zonal.certificate/4','program':'','command':[],'statement':'eigenvalue',"
            + "'kernel':'polynomial:[0,1]','scale':'unit','onSphere':false,"
            + "'points':[['1','0'],['0','1']],'smallest':{'lower':'%s','upper':'%s'},"
            + "'vector':['1','0']}";
    assertEquals("", refusals(json(text.formatted("9.9e-1", "1.1e0"))));
    assertEquals("UNDECIDED MATRIX_UPPER", refusals(json(text.formatted("9.9e-1", "1e0"))));
    assertEquals("UNDECIDED MATRIX_LOWER", refusals(json(text.formatted("1e0", "1.1e0"))));
  }

  @Test
  void anUpperBoundThatTheVectorDoesNotShowIsNotVerified() throws Exception {
    ObjectNode document = MatrixSamples.smallest("fcntk:L=3", false, "plane.csv", 20);
    assertRefused(
        "UNDECIDED MATRIX_UPPER",
        document,
        d ->
            ((ArrayNode) d.get("vector")).removeAll().add("1").add("0").add("0").add("0").add("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 0 0 0", "1 0 0 0", "1 0 0 0 0 0", ""})
  void aVectorHasANumberForEveryPointAndIsNotZero(String vector) throws Exception {
    ObjectNode document = MatrixSamples.smallest("laplace:c=1", false, "plane.csv", 5);
    assertRefused(
        "UNDECIDED MATRIX_VECTOR",
        document,
        d -> {
          ArrayNode numbers = (ArrayNode) d.get("vector");
          numbers.removeAll();
          Stream.of(vector.split(" ")).filter(x -> !x.isEmpty()).forEach(numbers::add);
        });
  }

  @Test
  void aBoundAtZeroShowsNoDefiniteness() throws Exception {
    ObjectNode document = MatrixSamples.definite("fcntk:L=2", false, "plane.csv");
    assertRefused("UNDECIDED MATRIX_SIGN", document, d -> bounds(d).put("lower", "0"));
    assertRefused("UNDECIDED MATRIX_SIGN", document, d -> bounds(d).put("lower", "-1e-3"));
    ObjectNode negative = MatrixSamples.definite("polynomial:[0,-1]", false, "plane.csv");
    assertRefused("UNDECIDED MATRIX_SIGN", negative, d -> bounds(d).put("upper", "0"));
    assertRefused("UNDECIDED MATRIX_SIGN", negative, d -> bounds(d).put("upper", "1e0"));
  }

  @Test
  void anotherKernelOrPointOrScaleHasAnotherEigenvalue() throws Exception {
    ObjectNode document = MatrixSamples.smallest("fcntk:L=3", false, "plane.csv", 20);
    assertRefused("REFUTED MATRIX_UPPER", document, d -> d.put("kernel", "fcntk:L=4"));
    assertRefused("REFUTED MATRIX_LOWER", document, d -> d.put("kernel", "fcntk:L=2"));
    assertRefused("REFUTED MATRIX_UPPER", document, d -> d.put("scale", "paper"));
    assertRefused(
        "REFUTED MATRIX_LOWER", document, d -> ((ArrayNode) d.get("points").get(1)).set(1, "3/5"));
  }

  @Test
  void aPointTwiceMakesTheMatrixSingular() throws Exception {
    ObjectNode document = MatrixSamples.definite("fcntk:L=2", false, "plane.csv");
    assertRefused(
        "REFUTED MATRIX_LOWER",
        document,
        d -> ((ArrayNode) d.get("points")).add(d.get("points").get(3)));
  }

  @Test
  void whatHasNoEntriesHasNoEigenvalue() throws Exception {
    for (String claim :
        List.of("'refutation':'singular','pairs':[['1','2']]", "'smallest':{'lower':'1e-3'}")) {
      for (String[] matrix :
          new String[][] {
            {"chord:s=-1", "false", "[['1'],['1']]"},
            {"laplace:c=1", "true", "[['1'],['1'],['0']]"},
            {"cntk:act=relu,L=1,taps=3,readout=gap", "false", "[[[['1']]],[[['1']]]]"}
          }) {
        String scale = matrix[0].startsWith("cntk") ? "paper" : "unit";
        ObjectNode document =
            json(
                ("{'schema':'zonal.certificate/4','program':'','command':[],"
                        + "'statement':'definite','kernel':'%s','scale':'%s','onSphere':%s,"
                        + "'points':%s,%s}")
                    .formatted(matrix[0], scale, matrix[1], matrix[2], claim));
        assertEquals("UNDECIDED MATRIX_ENTRIES", refusals(document), document::toString);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // equal, parallel, opposite points; a vector of weights of one layer in the plane
        "fcntk:L=2 false 1,0;1,0 1-2 true",
        "fcntk:L=2 false 1,0;1,0 1-1 false",
        "fcntk:L=2 false 1,0;2,0 1-2 true",
        "fcntk:L=2 false 1,0;2,0 2-2 false",
        "fcntk:L=2 false 1,0;-1,0 1-2 false",
        "fcntk:L=2 false 1,0;0,1 1-2 false",
        "fcntk:L=2 false 0,0;1,0 1-2 false",
        "laplace:c=1 false 1,0;2,0 1-2 false",
        "laplace:c=1 false 1,0;1,0 1-2 true",
        "laplace:c=1 true 1,0;2,0 1-2 true",
        "ntk:act=relu,L=1,sb2=1 false 1,0;2,0 1-2 false",
        "fcntk:L=1 false 1,0;-1,0;0,1;0,-2;1,1;-3,-3 1-2,3-4,5-6 true",
        "fcntk:L=1 false 1,0;-1,0;0,1;0,-2;1,1;-3,-3 1-2,3-4 false",
        "fcntk:L=1 false 1,0;-1,0;0,1;0,-2;1,1;-3,-3 1-2,3-4,2-1 false",
        "fcntk:L=1 false 1,0;-1,0;0,1;0,-2;1,1;-3,-2 1-2,3-4,5-6 false",
        "fcntk:L=1,beta=1 true 1,0;-1,0;0,1;0,-2;1,1;-3,-3 1-2,3-4,5-6 false",
        "fcntk:L=2 false 1,0;-1,0;0,1;0,-2;1,1;-3,-3 1-2,3-4,5-6 false",
        "ntk:act=erf,L=1 true 1,0;-2,0 1-2 true",
        "ntk:act=erf,L=1 false 1,0;-2,0 1-2 false",
        "arccos:n=0 true 1,0;-2,0 1-2 false",
        "arccos:n=0 true 1,0;-2,0;0,1;0,-3 1-2,3-4 true",
        "polynomial:[0,1] true 1,0;-1,0 1-2 false",
        "polynomial:[0,1] false 1,0;-1,0 1-2 false"
      })
  void pairsOfPointsMakeAMatrixSingularByATheorem(
      String kernel, boolean onSphere, String points, String pairs, boolean isSingular)
      throws Exception {
    ObjectNode document =
        json(
            ("{'schema':'zonal.certificate/4','program':'','command':[],'statement':'definite',"
                    + "'kernel':'%s','scale':'unit','onSphere':%s,'points':[],"
                    + "'refutation':'singular','pairs':[]}")
                .formatted(kernel, onSphere));
    add((ArrayNode) document.get("points"), points.split(";"), ",");
    add((ArrayNode) document.get("pairs"), pairs.split(","), "-");
    assertEquals(isSingular ? "" : "UNDECIDED MATRIX_SINGULAR", refusals(document));
  }

  private static void add(ArrayNode to, String[] rows, String separator) {
    for (String row : rows) {
      ArrayNode numbers = to.addArray();
      Stream.of(row.split(separator)).forEach(numbers::add);
    }
  }

  @Test
  void equalSequencesAreSingularAndParallelOnesAreNotKnownToBe() throws Exception {
    String text =
        "{'schema':'zonal.certificate/4','program':'','command':[],'statement':'definite',"
            + "'kernel':'rntk:act=relu,sw2=2','scale':'paper','onSphere':false,"
            + "'points':[[['1'],['2']],[['1'],['2']],[['2'],['4']]],"
            + "'refutation':'singular','pairs':[['1','%s']]}";
    assertEquals("", refusals(json(text.formatted(2))));
    assertEquals("UNDECIDED MATRIX_SINGULAR", refusals(json(text.formatted(3))));
  }

  @Test
  void aBoundThatIsFarBelowIsVerifiedHoweverSmallItIs() throws Exception {
    ObjectNode document = MatrixSamples.definite("laplace:c=1", false, "near.csv");
    bounds(document).put("lower", "1e-99999");
    assertEquals("", refusals(document));
  }

  private static String scientific(BigDecimal value) {
    return ScientificNotation.of(value);
  }

  @Test
  void aCertificateOfAnotherVersionIsNoCertificateOfThis() throws Exception {
    ObjectNode document = MatrixSamples.definite("fcntk:L=2", false, "plane.csv");
    for (String schema : List.of("zonal.certificate/2", "zonal.certificate/3", "4")) {
      document.put("schema", schema);
      assertThrows(Unreadable.class, () -> MatrixSamples.read(document), schema);
    }
  }
}
