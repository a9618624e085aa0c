package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.theorem.family.FamilyPositivity;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Hypothesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An adversary edits certificates about families. Whatever is edited in a proof, but for the family
 * that it is said to be of, is refused; and of families that are not positive, by a table that was
 * written by hand, none is verified.
 */
class FamilyAdversaryTest {
  /** Families, and whether all eigenvalues of all members are positive. */
  private static final Map<String, Boolean> TRUTH =
      Map.ofEntries(
          Map.entry("resntk", true),
          Map.entry("resntk:train=all", true),
          Map.entry("resntk:L=1..,tau=positive", true),
          Map.entry("resntk:L=1..", false),
          Map.entry("resntk:L=1,tau=0", false),
          Map.entry("resnngp", true),
          Map.entry("resnngp:L=1..3", false),
          Map.entry("fcntk", true),
          Map.entry("fcntk:L=1..,beta=positive", true),
          Map.entry("fcntk:L=1..", false),
          Map.entry("fcntk:L=1..2,beta=0", false),
          Map.entry("fcnngp:L=2..3,beta=0", true),
          Map.entry("ntk:act=erf", false),
          Map.entry("ntk:act=erf,sb2=positive", true),
          Map.entry("nngp:act=gelu,L=2", true),
          Map.entry("nngp:act=gelu,L=1..,sb2=0", false));

  /** Those of which every edit is tried. */
  private static final Set<String> SHORT = Set.of("fcnngp", "resnngp");

  private static final List<String> WORDS =
      List.of(
          "unknown",
          "some",
          "infinite",
          "sum",
          "product",
          "composition",
          "state",
          "union",
          "odd-inner",
          "mixed-inner",
          "assumed",
          "beta");

  private static List<ObjectNode> samples() throws IOException {
    List<ObjectNode> samples = new ArrayList<>();
    for (Map.Entry<String, Boolean> family : TRUTH.entrySet()) {
      FamilyPositivity result = FamilyPositivity.of(ParameterFamily.parse(family.getKey()));
      assertEquals(family.getValue() ? Verdict.PROVEN : Verdict.REFUTED, result.verdict());
      StringWriter out = new StringWriter();
      CertificateDocument.write(result, new Origin("zonal test", List.of("prove")), out);
      samples.add(AdversaryTest.parse(out.toString()));
    }
    return samples;
  }

  private static List<Finding> check(ObjectNode document) throws IOException, Unreadable {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return new Verifier(Context.NONE)
        .check(CertificateReader.read(new ByteArrayInputStream(bytes)))
        .findings();
  }

  private static boolean isRefused(ObjectNode document) throws IOException {
    try {
      return !check(document).isEmpty();
    } catch (Unreadable e) {
      assertEquals(1, e.getMessage().lines().count());
      return true;
    }
  }

  @Test
  void whatTheProverWritesIsVerified() throws Exception {
    for (ObjectNode sample : samples()) {
      assertEquals(List.of(), check(sample), sample::toString);
    }
  }

  /** Every number, word and amount of every line, one after another. */
  @Test
  void everyEditOfAProofIsRefused() throws Exception {
    int edits = 0;
    for (ObjectNode sample : samples()) {
      if (SHORT.contains(sample.get("family").asText().replaceAll(":.*", ""))
          && sample.has("cases")) {
        edits += editAll(sample, sample.get("cases"));
      }
    }
    assertTrue(edits > 500, edits + " edits");
  }

  private static int editAll(ObjectNode document, JsonNode node) throws IOException {
    int edits = 0;
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i);
        for (String other : others(value)) {
          array.set(i, new TextNode(other));
          assertTrue(isRefused(document), document::toString);
          array.set(i, value);
          edits++;
        }
        edits += editAll(document, value);
      }
      if (!array.isEmpty()) {
        JsonNode last = array.remove(array.size() - 1);
        assertTrue(isRefused(document), document::toString);
        array.add(last);
      }
    } else if (node instanceof ObjectNode object) {
      for (String key : List.copyOf(object.properties().stream().map(Map.Entry::getKey).toList())) {
        JsonNode value = object.get(key);
        for (String other : others(value)) {
          object.put(key, other);
          assertTrue(isRefused(document), () -> key + "=" + other + ": " + document);
          object.set(key, value);
          edits++;
        }
        edits += editAll(document, value);
      }
    }
    return edits;
  }

  private static List<String> others(JsonNode value) {
    if (!value.isTextual()) {
      return List.of();
    }
    String text = value.asText();
    List<String> others = new ArrayList<>();
    if (text.matches("[0-9]+")) {
      int n = Integer.parseInt(text);
      others.addAll(List.of("" + (n + 1), "" + (n - 1), "1"));
    } else {
      others.addAll(WORDS);
    }
    others.removeIf(text::equals);
    return others;
  }

  @Property(tries = 6)
  void noEditMakesAFalseStatementVerified(@ForAll long seed) throws Exception {
    List<ObjectNode> samples = samples();
    Random random = new Random(seed);
    Set<Hypothesis> refusals = EnumSet.noneOf(Hypothesis.class);
    int verified = 0;
    for (int i = 0; i < 300; i++) {
      ObjectNode edited = one(random, samples).deepCopy();
      for (int n = random.nextInt(3); n >= 0; n--) {
        edit(edited, one(random, samples), random);
      }
      List<Finding> findings;
      try {
        findings = check(edited);
      } catch (Unreadable e) {
        continue;
      }
      if (findings.isEmpty()) {
        assertTrue(isTrue(edited), edited::toString);
        verified++;
      }
      findings.forEach(finding -> refusals.add(finding.hypothesis()));
    }
    assertNotEquals(0, verified);
    assertTrue(
        refusals.containsAll(
            EnumSet.of(
                Hypothesis.FAMILY_CASES,
                Hypothesis.FAMILY_RULE,
                Hypothesis.FAMILY_EXPRESSION,
                Hypothesis.FAMILY_MEMBER)),
        refusals::toString);
  }

  private static <T> T one(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void edit(ObjectNode document, ObjectNode other, Random random) {
    switch (random.nextInt(7)) {
      case 0 -> document.put("family", other.get("family").asText());
      case 1 -> {
        for (String key : List.of("cases", "refutation", "member", "series", "counterexample")) {
          if (other.has(key)) {
            document.set(key, other.get(key).deepCopy());
          } else {
            document.remove(key);
          }
        }
      }
      case 2 -> {
        if (document.has("cases")) {
          ArrayNode cases = (ArrayNode) document.get("cases");
          cases.remove(random.nextInt(cases.size() + 1));
        }
      }
      case 3 -> {
        if (document.has("cases") && other.has("cases")) {
          ((ArrayNode) document.get("cases")).add(other.get("cases").get(0).deepCopy());
        }
      }
      case 4 -> {
        for (JsonNode part : document.path("cases")) {
          ((ObjectNode) part).remove("induction");
        }
      }
      case 5 -> {
        for (JsonNode part : document.path("cases")) {
          ((ObjectNode) part).putArray("zero").add(one(random, List.of("tau", "beta", "sb2")));
        }
      }
      default -> {
        if (document.has("member") && other.has("member")) {
          document.put("member", other.get("member").asText());
        }
      }
    }
  }

  private static boolean isTrue(ObjectNode document) {
    String family = document.get("family").asText();
    boolean isPositive =
        TRUTH.entrySet().stream()
            .filter(e -> ParameterFamily.parse(e.getKey()).toString().equals(family))
            .findFirst()
            .orElseThrow()
            .getValue();
    return document.has("refutation") != isPositive
        && (isPositive
            || ParameterFamily.parse(family)
                .contains(KernelSpecification.parse(document.get("member").asText())));
  }

  /** Hypotheses that only a proof that is written by hand breaks. */
  @Test
  void whatIsAssumedMustBeTrueAndLead() throws Exception {
    ObjectNode proof =
        samples().stream()
            .filter(s -> s.get("family").asText().startsWith("fcnngp:L=2..3,beta=0"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(), check(proof));
    ObjectNode none = proof.deepCopy();
    ((ObjectNode) none.at("/cases/0")).remove("induction");
    assertTrue(
        check(none).stream().anyMatch(f -> f.hypothesis() == Hypothesis.FAMILY_RULE),
        "assumptions without an induction");
    ObjectNode depths = two();
    assertEquals(List.of(), check(depths));
    depths.put("family", depths.get("family").asText().replace("L=2", "L=2..3"));
    assertEquals(
        List.of(Hypothesis.FAMILY_DEPTHS),
        check(depths).stream().map(Finding::hypothesis).toList());
    ObjectNode single = two();
    single.put("family", "fcnngp:L=1,beta=0");
    ((ObjectNode) single.at("/cases/0/depths/0")).put("depth", "1").put("kernel", "4");
    assertEquals(
        List.of(Hypothesis.FAMILY_PARITY),
        check(single).stream().map(Finding::hypothesis).toList());
    // one layer is not enough for what is assumed, and what is true of one does not pass on
    ObjectNode part = (ObjectNode) proof.at("/cases/0");
    ObjectNode induction = (ObjectNode) part.get("induction");
    ArrayNode lines = (ArrayNode) part.get("lines");
    String behindOne = behindOne(lines);
    induction.put("from", "1");
    induction.putArray("state").add(behindOne);
    assertEquals(
        List.of(Hypothesis.FAMILY_INDUCTION),
        check(proof).stream().map(Finding::hypothesis).distinct().toList());
  }

  /** A proof for two layers, by their kernel alone. */
  private static ObjectNode two() throws IOException {
    ObjectNode proof =
        AdversaryTest.parse(
            """
            {"schema": "zonal.certificate/5", "program": "zonal test", "command": ["prove"],
             "statement": "positivity", "sphere": {"dimension": "all"},
             "family": "fcnngp:L=2,beta=0",
             "cases": [{"zero": [], "depths": [{"depth": "2", "kernel": "5"}], "lines": []}]}
            """);
    ArrayNode lines = (ArrayNode) proof.at("/cases/0/lines");
    line(lines, "even", List.of(), "series", "infinite", "unknown");
    line(lines, "power", List.of("1"), "power", "unknown", "some");
    line(lines, "sum", List.of("1", "2"), "union", "infinite", "some");
    line(lines, "composition", List.of("3", "2"), "odd-inner", "infinite", "some");
    line(lines, "composition", List.of("3", "4"), "mixed-inner", "infinite", "infinite");
    return proof;
  }

  private static void line(
      ArrayNode lines,
      String operation,
      List<String> operands,
      String rule,
      String even,
      String odd) {
    ObjectNode line = lines.addObject().put("operation", operation).put("rule", rule);
    line.put("even", even).put("odd", odd);
    operands.forEach(line.putArray("operands")::add);
  }

  /** The line of F(u). */
  private static String behindOne(ArrayNode lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).get("rule").asText().equals("odd-inner")) {
        return "" + (i + 1);
      }
    }
    throw new AssertionError(lines);
  }
}
