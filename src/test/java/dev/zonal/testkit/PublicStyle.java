package dev.zonal.testkit;

import dev.zonal.testkit.candidate.Candidate;
import dev.zonal.testkit.candidate.Comparison;
import dev.zonal.testkit.candidate.Tolerance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Kernels as people publish them: in doubles and floats, of the cosine, the angle, the chord, of
 * two vectors, of a matrix, in arbitrary precision. Nothing here uses Zonal's kernels.
 */
final class PublicStyle {
  private PublicStyle() {}

  /** The right ones, with the errors that their style has. */
  static Map<String, Comparison> right() {
    // Each layer rounds its cosine, which the next one takes the arc cosine of.
    Tolerance cosine = Tolerance.doubles().cosine(4);
    Map<String, Comparison> all = new LinkedHashMap<>();
    all.put(
        "fully connected, of the cosine, in doubles",
        Comparison.of(Candidate.ofCosine(u -> fullyConnected(3, 0, u)), "fcntk:L=3")
            .within(cosine));
    all.put(
        "fully connected with biases, of the cosine, in doubles",
        Comparison.of(Candidate.ofCosine(u -> fullyConnected(2, 0.5, u)), "fcntk:L=2,beta=1/2")
            .within(cosine));
    all.put(
        "fully connected, not normalised",
        Comparison.of(Candidate.ofCosine(u -> 3 * fullyConnected(2, 0, u)), "fcntk:L=2")
            .inPaperScale()
            .within(cosine));
    all.put(
        "residual, of the cosine, in doubles",
        Comparison.of(Candidate.ofCosine(u -> residual(3, 0.5, u)), "resntk:L=3,alpha=1/2")
            .within(cosine));
    all.put(
        "fully connected, of the cosine, in floats",
        Comparison.of(Candidate.ofFloatCosine(u -> inFloats(2, (float) u)), "fcntk:L=2")
            .within(Tolerance.floats().cosine(4)));
    all.put(
        "fully connected, of the angle",
        Comparison.of(Candidate.ofAngle(PublicStyle::oneLayer), "fcntk:L=1"));
    all.put(
        "Laplace, of the chord",
        Comparison.of(Candidate.ofChord(r -> Math.exp(-2 * r)), "laplace:c=2"));
    all.put(
        "Matern, of the chord",
        Comparison.of(
            Candidate.ofChord(r -> (1 + Math.sqrt(3) * r) * Math.exp(-Math.sqrt(3) * r)),
            "matern:nu=3/2,c=3^(1/2)"));
    all.put(
        "Gaussian, of two vectors",
        Comparison.of(Candidate.ofVectors(5, (x, z) -> Math.exp(-2 * square(x, z))), "gaussian:c=2")
            .within(Tolerance.doubles().cosine(16)));
    all.put(
        "fully connected, of two vectors",
        Comparison.of(
                Candidate.ofVectors(4, (x, z) -> fullyConnected(2, 0, clipped(dot(x, z)))),
                "fcntk:L=2")
            .within(cosine.cosine(16)));
    all.put(
        "fully connected, of a matrix, layer by layer",
        Comparison.of(Candidate.ofMatrix(6, x -> layers(3, x)), "fcntk:L=3")
            .within(cosine.cosine(16)));
    all.put(
        "arc-cosine, of the angle",
        Comparison.of(
            Candidate.ofAngle(t -> (Math.sin(t) + (Math.PI - t) * Math.cos(t)) / Math.PI),
            "arccos:n=1"));
    all.put(
        "fully connected, in forty digits",
        Comparison.of(Candidate.ofApfloat(60, PublicStyle::inApfloat), "fcntk:L=1")
            .within(Tolerance.digits(40)));
    return all;
  }

  /** Wrong ones, each with the right kernel, the tolerance of its style, and what the kit says. */
  static Map<String, Comparison> wrong() {
    Map<String, Comparison> right = right();
    Comparison cosine = right.get("fully connected, of the cosine, in doubles");
    Comparison biases = right.get("fully connected with biases, of the cosine, in doubles");
    Comparison chord = right.get("Laplace, of the chord");
    Map<String, Comparison> all = new LinkedHashMap<>();
    all.put("times 4", with(cosine, u -> 4 * fullyConnected(3, 0, u)));
    all.put("sign of kappa_1", with(cosine, PublicStyle::wrongSign));
    all.put("a layer more", with(cosine, u -> fullyConnected(4, 0, u)));
    all.put("a layer less", with(cosine, u -> fullyConnected(2, 0, u)));
    all.put("bias omitted", with(biases, u -> fullyConnected(2, 0, u)));
    all.put("not semidefinite", with(cosine, u -> fullyConnected(3, 0, u) + 0.01 * (u * u - 1)));
    all.put("a bump of 1e-9", with(cosine, u -> fullyConnected(3, 0, u) + bump(u)));
    all.put("1 - u^2 cancels", with(cosine, PublicStyle::cancelling));
    all.put(
        "acos of a cosine from the chord",
        new Comparison(
            Candidate.ofChord(r -> oneLayer(Math.acos(1 - r * r / 2))),
            Comparison.of(chord.candidate(), "fcntk:L=1").target(),
            Tolerance.doubles()));
    return all;
  }

  private static Comparison with(Comparison right, DoubleUnaryOperator f) {
    return new Comparison(Candidate.ofCosine(f), right.target(), right.tolerance());
  }

  /** As wide as a hundredth of the interval. */
  private static double bump(double u) {
    return Math.abs(u - 0.3) < 0.01 ? 1e-9 : 0;
  }

  static double kappa0(double u) {
    return 1 - Math.acos(u) / Math.PI;
  }

  static double kappa1(double u) {
    return (u * (Math.PI - Math.acos(u)) + Math.sqrt((1 - u) * (1 + u))) / Math.PI;
  }

  static double fullyConnected(int depth, double beta, double u) {
    double sigma = u;
    double theta = u + beta * beta;
    for (int l = 0; l < depth; l++) {
      double slope = kappa0(clipped(sigma));
      sigma = kappa1(clipped(sigma));
      theta = theta * slope + sigma + beta * beta;
    }
    return theta / ((depth + 1) * (1 + beta * beta));
  }

  private static double wrongSign(double u) {
    double sigma = (u * (Math.PI - Math.acos(u)) - Math.sqrt(1 - u * u)) / Math.PI;
    return (u * kappa0(u) + sigma) / 2;
  }

  private static double cancelling(double u) {
    double sigma = u;
    double theta = u;
    for (int l = 0; l < 3; l++) {
      double angle = Math.acos(Math.min(1, sigma));
      double sine = Math.sqrt(Math.max(0, 1 - sigma * sigma));
      theta = theta * (1 - angle / Math.PI);
      sigma = (sigma * (Math.PI - angle) + sine) / Math.PI;
      theta += sigma;
    }
    return theta / 4;
  }

  private static double residual(int depth, double alpha, double u) {
    double sigma = alpha * alpha / (1 + alpha * alpha);
    double cosine = u;
    double sum = 0;
    for (int l = 0; l < depth; l++) {
      double slope = kappa0(clipped(cosine));
      double value = kappa1(clipped(cosine));
      sum = sum * (1 - sigma + sigma * slope) + value + slope * cosine;
      cosine = (1 - sigma) * cosine + sigma * value;
    }
    return sum / (2 * depth);
  }

  private static double oneLayer(double theta) {
    double u = Math.cos(theta);
    return (Math.sin(theta) + 2 * (Math.PI - theta) * u) / (2 * Math.PI);
  }

  private static double inFloats(int depth, float u) {
    float pi = (float) Math.PI;
    float sigma = u;
    float theta = u;
    for (int l = 0; l < depth; l++) {
      float angle = (float) Math.acos(Math.min(1f, sigma));
      float slope = 1 - angle / pi;
      float sine = (float) Math.sqrt(Math.max(0f, (1 - sigma) * (1 + sigma)));
      sigma = (sigma * (pi - angle) + sine) / pi;
      theta = theta * slope + sigma;
    }
    return theta / (depth + 1);
  }

  /** The recursion on matrices, as in neural-tangents: covariances, then their derivatives. */
  private static double[][] layers(int depth, double[][] x) {
    int n = x.length;
    double[][] sigma = new double[n][n];
    double[][] theta = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sigma[i][j] = dot(x[i], x[j]);
        theta[i][j] = sigma[i][j];
      }
    }
    for (int l = 0; l < depth; l++) {
      double[][] next = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double norm = Math.sqrt(sigma[i][i] * sigma[j][j]);
          double u = clipped(sigma[i][j] / norm);
          next[i][j] = norm * kappa1(u);
          theta[i][j] = theta[i][j] * kappa0(u) + next[i][j];
        }
      }
      sigma = next;
    }
    for (double[] row : theta) {
      for (int j = 0; j < n; j++) {
        row[j] /= depth + 1;
      }
    }
    return theta;
  }

  private static Apfloat inApfloat(Apfloat u) {
    if (u.signum() == 0) {
      // An Apfloat zero has no end of digits, which its functions do not like.
      return new Apfloat(1, 60).divide(ApfloatMath.pi(60).multiply(new Apfloat(2, 60)));
    }
    Apfloat pi = ApfloatMath.pi(60);
    Apfloat one = new Apfloat(1, 60);
    Apfloat rest = pi.subtract(ApfloatMath.acos(u));
    Apfloat root = ApfloatMath.sqrt(one.subtract(u).multiply(one.add(u)));
    Apfloat twice = rest.multiply(u).multiply(new Apfloat(2, 60));
    return twice.add(root).divide(pi.multiply(new Apfloat(2, 60)));
  }

  private static double clipped(double u) {
    return Math.max(-1, Math.min(1, u));
  }

  private static double dot(double[] x, double[] z) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * z[i];
    }
    return sum;
  }

  private static double square(double[] x, double[] z) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - z[i]) * (x[i] - z[i]);
    }
    return sum;
  }
}
