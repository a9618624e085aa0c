package dev.zonal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.DecayStatement;
import dev.zonal.theorem.certificate.EquivalenceStatement;
import dev.zonal.theorem.certificate.Refutation;
import dev.zonal.theorem.certificate.SignStatement;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Finding.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CertificateTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Engine ENGINE = new Engine();
  private final Verifier verifier = new Verifier(Context.NONE);

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  private static Certificate positivity() {
    return positivity("resntk:L=2,alpha=1", 2);
  }

  private static Certificate decay() {
    return decay("laplace:c=1", 3);
  }

  private static Certificate decay(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(new DecayStatement(), Decay.prove(spectrum, Context.NONE));
  }

  private static Certificate realPowers() {
    Spectrum spectrum = spectrum("gammaexp:gamma=3/2,c=1", 3);
    return Certificate.of(new DecayStatement(), Decay.prove(spectrum, Context.NONE));
  }

  private static Certificate equivalence() {
    return equivalence("fcntk:L=2", "laplace:c=1", 2);
  }

  private static Certificate equivalenceOfRealPowers() {
    return equivalence("gammaexp:gamma=3/2,c=1", "gammaexp:gamma=3/2,c=1/2", 3);
  }

  private static Certificate positivity(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(SignStatement.POSITIVITY, Positivity.prove(spectrum, Context.NONE));
  }

  private static Certificate semidefinite(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(SignStatement.SEMIDEFINITE, Semidefinite.prove(spectrum, Context.NONE));
  }

  private static Certificate equivalence(String first, String second, int dimension) {
    Spectrum one = spectrum(first, dimension);
    Spectrum two = spectrum(second, dimension);
    return Certificate.of(new EquivalenceStatement(), Equivalence.prove(one, two, Context.NONE));
  }

  /** One for every way to refute. */
  private static List<Certificate> refutations() {
    Spectrum gaussian = spectrum("gaussian:c=1", 2);
    return List.of(
        positivity("resntk:L=1,alpha=1", 3),
        positivity("polynomial:[1/2,-1/2]", 3),
        positivity("chord:s=1", 2),
        Certificate.of(new DecayStatement(), Decay.prove(gaussian, Context.NONE)),
        positivity("ntk:act=abs,L=1", 3),
        equivalence("fcntk:L=1", "laplace:c=1", 3),
        equivalence("laplace:c=1", "fcnngp:L=2", 3),
        equivalence("laplace:c=1", "chord:s=1", 2),
        equivalence("chord:s=1", "laplace:c=1", 3),
        equivalence("chord:s=1", "chord:s=1", 3),
        equivalence("polynomial:[-1]", "polynomial:[-2]", 3),
        equivalence("polynomial:[-1]", "polynomial:[1]", 3),
        semidefinite("chord:s=5/2", 3),
        semidefinite("polynomial:[1/2,-1/2]", 3),
        equivalence("resntk:L=2,alpha=1", "gaussian:c=1", 3),
        equivalence("gaussian:c=1", "gaussian:c=2", 3));
  }

  private static JsonNode document(Certificate certificate) throws IOException {
    StringWriter out = new StringWriter();
    CertificateDocument.write(certificate, new Origin("zonal test", List.of("prove")), out);
    return MAPPER.readTree(out.toString());
  }

  private Verdict check(JsonNode document) throws IOException, Unreadable {
    return verifier.check(CertificateReader.read(bytes(document.toString()))).verdict();
  }

  private static InputStream bytes(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void certificatesAreVerified() throws Exception {
    for (Certificate certificate :
        List.of(
            positivity(),
            decay(),
            realPowers(),
            equivalence(),
            equivalenceOfRealPowers(),
            equivalence("matern:nu=5/2,c=2", "matern:nu=5/2,c=3/7", 4),
            equivalence("polynomial:[1,2,3]", "polynomial:[2,1,1]", 3),
            equivalence("polynomial:[0]", "polynomial:[0]", 3),
            equivalence("polynomial:[0]", "polynomial:[0,0]", 3),
            equivalence("polynomial:[1,0,1]", "polynomial:[1,0,1]", 3),
            equivalence("gaussian:c=1", "gaussian:c=1", 3),
            equivalence("resntk:L=2,alpha=1", "resntk:L=2,alpha=1", 2),
            semidefinite("fcntk:L=1", 3),
            semidefinite("arccos:n=0", 4),
            semidefinite("polynomial:[0]", 3),
            semidefinite("polynomial:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]", 5),
            semidefinite("gammaexp:gamma=1/2,c=1", 3),
            semidefinite("resntk:L=2,alpha=1", 2),
            semidefinite("laplace:c=1", 3),
            positivity("ntk:act=leaky,slope=-1/2,L=2", 3),
            decay("ntk:act=relu,power=2,L=2,sw2=2/3", 2),
            decay("ntk:act=abs,L=2", 3),
            decay("nngp:act=step,L=1", 3),
            semidefinite("nngp:act=sign,L=1", 5),
            equivalence("ntk:act=leaky,slope=1/10,L=3,sw2=2", "laplace:c=1", 3),
            equivalence("ntk:act=abs,L=2", "ntk:act=abs,L=3", 3),
            positivity("rntk:T=3,L=2,sb2=1/3", 3),
            decay("rntk:T=3", 2),
            equivalence("rntk:T=3", "laplace:c=1", 3),
            equivalence("resntk:L=1,alpha=1", "fcntk:L=1,bias=propagated", 3))) {
      assertEquals(Verdict.VERIFIED, check(document(certificate)));
    }
  }

  @Test
  void refutationsAreVerified() throws Exception {
    Set<Refutation> reasons = EnumSet.noneOf(Refutation.class);
    for (Certificate certificate : refutations()) {
      reasons.add(certificate.refutation().orElseThrow());
      JsonNode document = document(certificate);
      assertEquals(Verdict.VERIFIED, check(document), document.toString());
    }
    assertEquals(EnumSet.allOf(Refutation.class), reasons);
  }

  @Test
  void aFalseRefutationIsNotVerified() throws Exception {
    for (Certificate certificate : refutations()) {
      for (Refutation other : Refutation.values()) {
        if (other != certificate.refutation().orElseThrow()) {
          ObjectNode document = (ObjectNode) document(certificate);
          document.put("refutation", other.name().toLowerCase(Locale.ROOT));
          assertEquals(Verdict.UNDECIDED, check(document), document.toString());
        }
      }
      ObjectNode document = (ObjectNode) document(certificate);
      document.put("kernel", "resntk:L=2,alpha=1");
      if (!certificate.evidence().get(0).kernel().toString().equals("resntk:L=2,alpha=1")) {
        assertNotEquals(Verdict.VERIFIED, check(document), document.toString());
      }
    }
    ObjectNode document = (ObjectNode) document(positivity("resntk:L=1,alpha=1", 3));
    ((ObjectNode) document.get("enclosures").get(0)).put("k", "4");
    assertEquals(Verdict.REFUTED, check(document));
  }

  @Test
  void everyNumberOfAConclusionIsRefutedWhenItIsMoved() throws Exception {
    for (Certificate certificate :
        List.of(decay(), realPowers(), equivalence(), equivalenceOfRealPowers())) {
      for (String name : certificate.conclusion().keySet()) {
        if (name.startsWith("remainder")) {
          continue;
        }
        JsonNode document = document(certificate);
        ObjectNode claim = (ObjectNode) document.get("conclusion").get(name);
        for (String end : List.of("lower", "upper")) {
          BigDecimal moved = new BigDecimal(claim.get(end).asText()).multiply(factor("1.0001"));
          claim.put(end, ScientificNotation.of(moved));
        }
        assertEquals(Verdict.REFUTED, check(document), name);
      }
    }
  }

  @Test
  void aWrongEigenvalueIsRefuted() throws Exception {
    JsonNode document = document(positivity());
    ObjectNode row = (ObjectNode) document.get("enclosures").get(3);
    row.put("upper", row.get("lower").asText());
    row.put("lower", "1e-9");
    assertEquals(Verdict.REFUTED, check(document));
  }

  /** Every frequency before the zeros of a parity plays a part in the extrema. */
  @Test
  void aMissingQuotientIsNoticedWhereTheOthersOfItsParityAreZero() throws Exception {
    ObjectNode document = (ObjectNode) document(equivalence("resntk:L=1,alpha=1", "fcntk:L=1", 3));
    for (JsonNode evidence : List.of(document, document.get("other"))) {
      ArrayNode rows = (ArrayNode) evidence.get("enclosures");
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).get("k").asText().equals("1")) {
          rows.remove(i);
        }
      }
    }
    assertEquals(Verdict.UNDECIDED, check(document));
  }

  /** Positivity without tails is a theorem about these kernels alone. */
  @Test
  void aMixtureOfGaussiansNeedsNoTail() throws Exception {
    ObjectNode document = (ObjectNode) document(positivity("gammaexp:gamma=1/2,c=1", 3));
    assertEquals(0, document.get("tails").size());
    assertEquals(Verdict.VERIFIED, check(document));
    document.put("kernel", "resntk:L=2,alpha=1");
    ((ArrayNode) document.get("enclosures")).removeAll();
    assertTrue(check(document) != Verdict.VERIFIED);
  }

  @Test
  void anotherKernelIsRefuted() throws Exception {
    ObjectNode document = (ObjectNode) document(positivity());
    document.put("kernel", "resntk:L=2,alpha=11/10");
    assertEquals(Verdict.REFUTED, check(document));
  }

  @Test
  void whatIsNoCertificateIsSaidToBeNone() throws Exception {
    for (String change : List.of("schema", "statement", "enclosures", "conclusion")) {
      ObjectNode document = (ObjectNode) document(positivity());
      document.remove(change);
      assertThrows(Unreadable.class, () -> check(document), change);
    }
    ObjectNode document = (ObjectNode) document(positivity());
    document.put("more", "1");
    assertThrows(Unreadable.class, () -> check(document));
    assertThrows(Unreadable.class, () -> CertificateReader.read(bytes("[")));
  }

  @Test
  @Tag("long")
  void everySingleNumberIsGuarded() throws Exception {
    for (Certificate certificate : List.of(positivity(), decay(), realPowers(), equivalence())) {
      List<String> pointers = new ArrayList<>();
      collect(document(certificate), "", pointers);
      assertTrue(pointers.size() > 50);
      for (String pointer : pointers) {
        JsonNode document = document(certificate);
        boolean isRegion = pointer.contains("/regions/") && !pointer.endsWith("/bound");
        tighten(document, pointer);
        Verdict verdict;
        try {
          verdict = check(document);
        } catch (Unreadable e) {
          continue;
        }
        if (!isRegion) {
          assertNotEquals(Verdict.VERIFIED, verdict, certificate.statement().name() + pointer);
        }
      }
    }
  }

  @Test
  void everyNumberThatRefutesIsGuarded() throws Exception {
    Set<String> claims = Set.of("lower", "upper", "rest", "bound", "exponent");
    for (Certificate certificate : refutations()) {
      List<String> pointers = new ArrayList<>();
      collect(document(certificate), "", pointers);
      pointers.removeIf(pointer -> !claims.contains(pointer.replaceAll(".*/", "")));
      for (String pointer : pointers) {
        JsonNode document = document(certificate);
        tighten(document, pointer);
        assertNotEquals(
            Verdict.VERIFIED, check(document), certificate.statement().name() + pointer);
      }
    }
  }

  private static void collect(JsonNode node, String path, List<String> pointers) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        collect(entry.getValue(), path + "/" + entry.getKey(), pointers);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), path + "/" + i, pointers);
      }
    } else if (node.asText().matches("-?[0-9].*")) {
      pointers.add(path);
    }
  }

  /** Makes the claim stronger, or another one where it is an integer. */
  private static void tighten(JsonNode document, String pointer) {
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1);
    String text = parent.get(key).asText();
    if (text.matches("\\d+") && !text.equals("0") || key.equals("k")) {
      int next = Integer.parseInt(text) + 2;
      if (parent.get(key).isTextual()) {
        parent.put(key, Integer.toString(next));
      } else {
        parent.put(key, next);
      }
      return;
    }
    if (text.contains("/")) {
      parent.put(key, "1" + text);
      return;
    }
    if (key.equals("lower") && text.equals("0") && !parent.get("upper").equals(parent.get(key))) {
      // The number is positive, and a little more than 0 would be true of it too.
      parent.set(key, parent.get("upper"));
      return;
    }
    BigDecimal value = new BigDecimal(text);
    BigDecimal step = value.abs().multiply(factor("1e-2")).add(factor("1e-12"));
    BigDecimal moved = key.equals("lower") ? value.add(step) : value.subtract(step);
    parent.put(key, ScientificNotation.of(moved));
  }

  private static BigDecimal factor(String text) {
    return new BigDecimal(text);
  }
}
