package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.text.ScientificNotation;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Hypothesis;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * An adversary edits certificates about matrices at random; an oracle knows their eigenvalues in
 * doubles, from formulas of its own and by rotations.
 */
class MatrixAdversaryTest {
  private static final List<String> KERNELS =
      List.of("laplace:c=1", "gaussian:c=1", "chord:s=1", "fcntk:L=1", "polynomial:[0,-1]");

  /** What doubles do not tell apart, beside numbers of a few units. */
  private static final double NOISE = 1e-11;

  private enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
  }

  private static List<ObjectNode> samples() throws IOException {
    List<ObjectNode> samples = new ArrayList<>();
    for (String kernel : KERNELS) {
      for (boolean onSphere : new boolean[] {false, true}) {
        if (!onSphere || !kernel.startsWith("gaussian")) {
          samples.add(MatrixSamples.smallest(kernel, onSphere, "plane.csv", 3));
        }
      }
    }
    for (String kernel : List.of("laplace:c=1", "chord:s=1", "fcntk:L=1", "polynomial:[0,-1]")) {
      samples.add(MatrixSamples.definite(kernel, false, "plane.csv"));
    }
    samples.add(MatrixSamples.definite("fcntk:L=1", false, "parallel.csv"));
    samples.add(MatrixSamples.definite("laplace:c=1", true, "parallel.csv"));
    return samples;
  }

  @Property(tries = 5)
  void whatIsVerifiedIsTrueAndWhatIsTrueIsVerified(@ForAll long seed) throws Exception {
    List<ObjectNode> samples = samples();
    for (ObjectNode sample : samples) {
      assertEquals(Verdict.VERIFIED, MatrixSamples.check(sample).verdict(), sample::toString);
      assertEquals(Truth.TRUE, truth(sample), sample::toString);
    }
    Random random = new Random(seed);
    Map<Hypothesis, Integer> refusals = new EnumMap<>(Hypothesis.class);
    Map<Truth, Integer> truths = new EnumMap<>(Truth.class);
    for (int i = 0; i < 800; i++) {
      ObjectNode edited = samples.get(random.nextInt(samples.size())).deepCopy();
      for (int n = random.nextInt(3); n >= 0; n--) {
        edit(edited, samples.get(random.nextInt(samples.size())), random);
      }
      Verifier.Report report;
      try {
        report = MatrixSamples.check(edited);
      } catch (Unreadable e) {
        continue;
      }
      report.findings().forEach(f -> refusals.merge(f.hypothesis(), 1, Integer::sum));
      Truth truth = truth(edited);
      truths.merge(truth, 1, Integer::sum);
      boolean isVerified = report.verdict() == Verdict.VERIFIED;
      assertTrue(
          truth == Truth.UNKNOWN || isVerified == (truth == Truth.TRUE),
          () -> truth + ", " + report + "\n" + edited);
    }
    assertTrue(truths.get(Truth.TRUE) > 20 && truths.get(Truth.FALSE) > 200, truths::toString);
    for (Hypothesis asked :
        List.of(
            Hypothesis.MATRIX_LOWER,
            Hypothesis.MATRIX_UPPER,
            Hypothesis.MATRIX_VECTOR,
            Hypothesis.MATRIX_SIGN,
            Hypothesis.MATRIX_SINGULAR)) {
      assertTrue(refusals.getOrDefault(asked, 0) > 0, refusals::toString);
    }
  }

  // ---- edits ----

  private static <T> T one(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void edit(ObjectNode document, ObjectNode other, Random random) {
    ArrayNode points = (ArrayNode) document.get("points");
    int i = random.nextInt(points.size());
    switch (random.nextInt(11)) {
      case 0 -> document.put("kernel", one(random, KERNELS));
      case 1 -> document.put("onSphere", !document.get("onSphere").asBoolean());
      case 2 -> document.put("scale", one(random, List.of("unit", "paper")));
      case 3 ->
          ((ArrayNode) points.get(i))
              .set(random.nextInt(2), one(random, List.of("0", "1", "-1", "1/2", "3", "-7/3")));
      case 4 -> points.add(points.get(i).deepCopy());
      case 5 -> points.remove(i);
      case 6 -> bounds(document, random);
      case 7 -> {
        if (document.has("vector")) {
          ArrayNode vector = (ArrayNode) document.get("vector");
          vector.set(
              random.nextInt(vector.size()),
              one(random, List.of("0", "1", "-1", "1" + "0".repeat(30))));
        }
      }
      case 8 -> {
        if (document.has("vector")) {
          ArrayNode vector = (ArrayNode) document.get("vector");
          boolean isShort = random.nextBoolean();
          for (int k = 0; k < vector.size(); k++) {
            vector.set(k, !isShort && k == i ? "1" : "0");
          }
          if (isShort) {
            vector.remove(0);
          }
        }
      }
      case 9 -> take(document, other, List.of("smallest", "vector", "refutation", "statement"));
      default -> {
        if (document.has("pairs")) {
          ArrayNode pair = document.putArray("pairs").addArray();
          pair.add(1 + random.nextInt(points.size()) + "");
          pair.add(1 + random.nextInt(points.size()) + "");
        }
      }
    }
  }

  private static void bounds(ObjectNode document, Random random) {
    if (!document.has("smallest")) {
      return;
    }
    ObjectNode bounds = (ObjectNode) document.get("smallest");
    String end = bounds.has("upper") && random.nextBoolean() ? "upper" : "lower";
    if (!bounds.has(end)) {
      return;
    }
    BigDecimal value = new BigDecimal(bounds.get(end).asText());
    String factor =
        one(random, List.of("0", "-1", "0.5", "0.999", "1.001", "2", "100", "0.99999", "1.00001"));
    bounds.put(end, ScientificNotation.of(value.multiply(new BigDecimal(factor))));
  }

  private static void take(ObjectNode document, ObjectNode other, List<String> keys) {
    for (String key : keys) {
      document.remove(key);
      if (other.has(key)) {
        document.set(key, other.get(key).deepCopy());
      }
    }
    document.remove("pairs");
    if (other.has("pairs")) {
      document.set("pairs", other.get("pairs").deepCopy());
    }
  }

  // ---- the oracle ----

  private static Truth truth(ObjectNode document) {
    double[][] matrix = matrix(document);
    double[] eigenvalues = eigenvalues(matrix);
    double least = Double.POSITIVE_INFINITY;
    double nearest = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues) {
      least = Math.min(least, value);
      nearest = Math.min(nearest, Math.abs(value));
    }
    if (!Double.isFinite(least)) {
      return Truth.FALSE;
    }
    if (document.has("pairs")) {
      return singular(document, nearest);
    }
    List<Double> margins = new ArrayList<>();
    boolean isDefinite = document.get("statement").asText().equals("definite");
    if (document.get("smallest").has("lower")) {
      double lower = document.get("smallest").get("lower").asDouble();
      margins.add(least - lower);
      if (isDefinite && lower <= 0) {
        return Truth.FALSE;
      }
    }
    if (document.get("smallest").has("upper")) {
      double upper = document.get("smallest").get("upper").asDouble();
      margins.add(upper - quotient(matrix, document.get("vector")));
      if (isDefinite && upper >= 0) {
        return Truth.FALSE;
      }
    }
    return of(margins);
  }

  private static Truth of(List<Double> margins) {
    if (margins.stream().anyMatch(margin -> margin.isNaN() || margin < -NOISE)) {
      return Truth.FALSE;
    }
    return margins.stream().allMatch(margin -> margin > NOISE) ? Truth.TRUE : Truth.UNKNOWN;
  }

  /** A matrix that is not singular has no such pair; one that is may have another one. */
  private static Truth singular(ObjectNode document, double nearest) {
    if (nearest > NOISE) {
      return Truth.FALSE;
    }
    JsonNode pair = document.get("pairs").get(0);
    double[] x = point(document, pair.get(0).asInt() - 1);
    double[] z = point(document, pair.get(1).asInt() - 1);
    if (pair.get(0).equals(pair.get(1))) {
      return Truth.FALSE;
    }
    double cross = x[0] * z[1] - x[1] * z[0];
    boolean isParallel = Math.abs(cross) < NOISE && dot(x, z) > NOISE;
    boolean isEqual = Math.hypot(x[0] - z[0], x[1] - z[1]) < NOISE;
    boolean isOfDirections =
        document.get("onSphere").asBoolean() || document.get("kernel").asText().startsWith("fcntk");
    return isEqual || isParallel && isOfDirections ? Truth.TRUE : Truth.FALSE;
  }

  private static double[] point(ObjectNode document, int i) {
    double[] x = new double[2];
    for (int k = 0; k < 2; k++) {
      String[] parts = document.get("points").get(i).get(k).asText().split("/");
      x[k] = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    }
    double norm = document.get("onSphere").asBoolean() ? Math.hypot(x[0], x[1]) : 1;
    return new double[] {x[0] / norm, x[1] / norm};
  }

  private static double dot(double[] x, double[] z) {
    return x[0] * z[0] + x[1] * z[1];
  }

  private static double[][] matrix(ObjectNode document) {
    int n = document.get("points").size();
    double[][] matrix = new double[n][n];
    boolean isPaper = document.get("scale").asText().equals("paper");
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double[] x = point(document, i);
        double[] z = point(document, j);
        String kernel = document.get("kernel").asText();
        matrix[i][j] = value(kernel, x, z) * (isPaper && kernel.startsWith("fcntk") ? 2 : 1);
      }
    }
    return matrix;
  }

  private static double value(String kernel, double[] x, double[] z) {
    double r = Math.hypot(x[0] - z[0], x[1] - z[1]);
    double p = dot(x, z);
    return switch (kernel) {
      case "laplace:c=1" -> Math.exp(-r);
      case "gaussian:c=1" -> Math.exp(-r * r);
      case "chord:s=1" -> r;
      case "polynomial:[0,-1]" -> -p;
      default -> {
        double cross = Math.abs(x[0] * z[1] - x[1] * z[0]);
        double angle = Math.atan2(cross, p);
        yield (cross + 2 * (Math.PI - angle) * p) / (2 * Math.PI);
      }
    };
  }

  private static double quotient(double[][] matrix, JsonNode vector) {
    if (vector.size() != matrix.length) {
      return Double.NaN;
    }
    double form = 0;
    double square = 0;
    for (int i = 0; i < matrix.length; i++) {
      double x = vector.get(i).asDouble();
      square += x * x;
      for (int j = 0; j < matrix.length; j++) {
        form += matrix[i][j] * x * vector.get(j).asDouble();
      }
    }
    return form / square;
  }

  /** By Jacobi's rotations. */
  private static double[] eigenvalues(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    for (int sweep = 0; sweep < 30; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          for (int k = 0; k < n; k++) {
            double x = a[k][p];
            a[k][p] = c * x - s * a[k][q];
            a[k][q] = s * x + c * a[k][q];
          }
          for (int k = 0; k < n; k++) {
            double x = a[p][k];
            a[p][k] = c * x - s * a[q][k];
            a[q][k] = s * x + c * a[q][k];
          }
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return values;
  }
}
