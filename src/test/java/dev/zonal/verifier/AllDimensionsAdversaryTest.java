package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Hypothesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An adversary edits certificates about all dimensions at random; an oracle knows the degrees of
 * their kernels from a table that was written by hand, and the eigenvalues that are negative from
 * their formulas.
 */
class AllDimensionsAdversaryTest {
  /** Kernels with the degrees of their parts; or with the k and the first d of a negative value. */
  private static final Map<String, String> TRUTH =
      Map.ofEntries(
          Map.entry("fcntk:L=1", "infinite 1"),
          Map.entry("fcntk:L=2", "infinite infinite"),
          Map.entry("fcntk:L=1,beta=1/2", "infinite infinite"),
          Map.entry("resntk:L=3,alpha=1/2", "infinite infinite"),
          Map.entry("arccos:n=2", "2 infinite"),
          Map.entry("laplace:c=1", "infinite infinite"),
          Map.entry("chord:s=-1/2", "infinite infinite"),
          Map.entry("polynomial:[1,0,2]", "2 none"),
          Map.entry("polynomial:[0,0,0,1]", "none 3"),
          Map.entry("polynomial:[0]", "none none"),
          Map.entry("ntk:act=erf,L=2,sw2=1", "none infinite"),
          Map.entry("nngp:act=cos,L=2,sw2=1", "infinite none"),
          Map.entry("nngp:act=sigmoid,L=1,sw2=1", "0 infinite"),
          // eta_0 = 1/d - 1/9; Lambda_k(1) < 0 for k >= 1; eta_1 = -1/d
          Map.entry("polynomial:[-1/9,0,1]", "0:10"),
          Map.entry("chord:s=1", "1:2 2:2 3:2 4:2 5:2 6:2 7:2"),
          Map.entry("polynomial:[1,-1]", "1:2"),
          // r^2 = 2 - 2u; at d = 2 both eigenvalues are negative, that at 0 not at d = 10
          Map.entry("chord:s=2", "1:2"),
          Map.entry("polynomial:[-1/100,0,1,0,-2]", "4:2 0:101"));

  private static List<ObjectNode> samples() throws IOException {
    List<ObjectNode> samples = new ArrayList<>();
    for (String specification : TRUTH.keySet()) {
      for (boolean strictly : new boolean[] {false, true}) {
        var kernel = KernelSpecification.parse(specification);
        AllDimensions result =
            strictly ? AllDimensions.positivity(kernel) : AllDimensions.semidefinite(kernel);
        assertNotEquals(Verdict.UNDECIDED, result.verdict());
        StringWriter out = new StringWriter();
        CertificateDocument.write(result, new Origin("zonal test", List.of("prove")), out);
        samples.add(AdversaryTest.parse(out.toString()));
      }
    }
    return samples;
  }

  private static Claims read(ObjectNode document) throws IOException, Unreadable {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return CertificateReader.read(new ByteArrayInputStream(bytes));
  }

  private static List<Finding> check(ObjectNode document) throws IOException, Unreadable {
    return new Verifier(Context.NONE).check(read(document)).findings();
  }

  @Test
  void whatTheProverWritesIsVerifiedAndTrue() throws Exception {
    for (ObjectNode sample : samples()) {
      assertEquals(List.of(), check(sample), sample::toString);
      assertTrue(isTrue(sample), sample::toString);
    }
  }

  @Property(tries = 20)
  void anEditedCertificateIsVerifiedIfAndOnlyIfItIsTrue(@ForAll long seed) throws Exception {
    List<ObjectNode> samples = samples();
    Random random = new Random(seed);
    Map<Hypothesis, Integer> refusals = new EnumMap<>(Hypothesis.class);
    int verified = 0;
    for (int i = 0; i < 600; i++) {
      ObjectNode edited = samples.get(random.nextInt(samples.size())).deepCopy();
      for (int n = random.nextInt(3); n >= 0; n--) {
        edit(edited, samples.get(random.nextInt(samples.size())), random);
      }
      List<Finding> findings;
      try {
        findings = check(edited);
      } catch (Unreadable e) {
        continue;
      }
      assertEquals(isTrue(edited), findings.isEmpty(), () -> findings + "\n" + edited);
      findings.forEach(finding -> refusals.merge(finding.hypothesis(), 1, Integer::sum));
      verified += findings.isEmpty() ? 1 : 0;
    }
    assertTrue(verified > 0);
    for (Hypothesis asked :
        List.of(
            Hypothesis.SERIES,
            Hypothesis.SERIES_PARITY,
            Hypothesis.COUNTEREXAMPLE,
            Hypothesis.ZEROS)) {
      assertTrue(refusals.getOrDefault(asked, 0) > 0, refusals::toString);
    }
  }

  private static <T> T one(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void edit(ObjectNode document, ObjectNode other, Random random) {
    String parity = one(random, List.of("even", "odd"));
    int first = parity.equals("even") ? 0 : 1;
    switch (random.nextInt(8)) {
      case 0 -> document.put("kernel", other.get("kernel").asText());
      case 1 ->
          document
              .withObject("/series")
              .put(parity, one(random, List.of("infinite", "none", "0", "1", "2", "3")));
      case 2 -> document.withObject("/counterexample").put("k", "" + random.nextInt(8));
      case 3 ->
          document.withObject("/counterexample").put("dimension", "" + (2 + random.nextInt(12)));
      case 4 -> {
        document.remove(List.of("refutation", "counterexample"));
        if (document.path("statement").asText().equals("semidefinite")) {
          document.withObject("/zeros").putArray("frequencies");
          document.withObject("/zeros").withObject("/from");
        }
      }
      case 5 -> {
        String statement = one(random, List.of("positivity", "semidefinite"));
        document.put("statement", statement);
        if (statement.equals("positivity")) {
          document.remove("zeros");
        } else if (!document.has("refutation")) {
          document.withObject("/zeros").putArray("frequencies");
          document.withObject("/zeros").withObject("/from");
        }
      }
      case 6 -> {
        if (document.has("zeros")) {
          document.withObject("/zeros/from").put(parity, "" + (first + 2 * random.nextInt(4)));
        }
      }
      default -> {
        for (String key : List.of("series", "zeros", "refutation", "counterexample")) {
          if (other.has(key)) {
            document.set(key, other.get(key).deepCopy());
          } else {
            document.remove(key);
          }
        }
      }
    }
  }

  /** What a document that can be read states, by the table. */
  private static boolean isTrue(ObjectNode document) {
    String truth = TRUTH.get(document.get("kernel").asText());
    boolean isNegative = document.path("refutation").asText().equals("negative");
    int k = document.path("counterexample").path("k").asInt();
    int d = document.path("counterexample").path("dimension").asInt();
    if (truth.contains(":")) {
      return isNegative
          && List.of(truth.split(" ")).stream()
              .map(pair -> pair.split(":"))
              .anyMatch(p -> Integer.parseInt(p[0]) == k && Integer.parseInt(p[1]) <= d);
    }
    String[] degrees = truth.split(" ");
    if (isNegative
        || !document.at("/series/even").asText().equals(degrees[0])
        || !document.at("/series/odd").asText().equals(degrees[1])) {
      return false;
    }
    if (document.has("refutation")) {
      return document.get("statement").asText().equals("positivity")
          && k >= zerosFrom(degrees[k % 2], k % 2);
    }
    if (document.get("statement").asText().equals("positivity")) {
      return truth.equals("infinite infinite");
    }
    ObjectNode from = document.objectNode();
    for (int odd = 0; odd < 2; odd++) {
      if (!degrees[odd].equals("infinite")) {
        from.put(odd == 0 ? "even" : "odd", Long.toString(zerosFrom(degrees[odd], odd)));
      }
    }
    return document.at("/zeros/from").equals(from) && document.at("/zeros/frequencies").isEmpty();
  }

  private static long zerosFrom(String degree, int odd) {
    return switch (degree) {
      case "infinite" -> Long.MAX_VALUE;
      case "none" -> odd;
      default -> Long.parseLong(degree) + 2;
    };
  }
}
