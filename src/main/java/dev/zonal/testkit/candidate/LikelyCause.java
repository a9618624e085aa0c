package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.DomainException;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** What a candidate may have got wrong, by what it agrees with instead. */
final class LikelyCause {
  /** Where no formula of a kernel is delicate. */
  private static final double[] MODERATE = {-0.875, -0.5, -0.1875, 0.0625, 0.3125, 0.625, 0.9375};

  /** Closer to each other than two kernels are by accident, in multiples of f(1). */
  private static final double CLOSE = 1e-6;

  /** Nearer to an end than this, 1 - u^2 and arc cosines cancel visibly. */
  private static final double DELICATE = 1e-3;

  private final Comparison comparison;
  private final double unit;

  private LikelyCause(Comparison comparison) {
    this.comparison = comparison;
    this.unit = Math.abs(comparison.target().atCoincidence());
  }

  /**
   * The first cause that explains what the candidate answers at some moderate points.
   *
   * @param versine 1 - u, u where it was found to be wrong
   */
  static Optional<String> of(Comparison comparison, double versine) {
    return new LikelyCause(comparison).find(versine);
  }

  private Optional<String> find(double versine) {
    if (isCloseTo(u -> truth(comparison.target(), u))) {
      return Optional.of(local(versine));
    }
    return factor().or(this::mirrored).or(this::variant).or(this::linear);
  }

  private String local(double versine) {
    boolean isWrongElsewhere =
        DoubleStream.of(MODERATE).filter(u -> !comparison.holdsAt(u)).count() > MODERATE.length / 2;
    if (isWrongElsewhere) {
      return "rounding: the values are right but for the last digits, nearly everywhere";
    }
    if (versine < DELICATE) {
      return "cancellation near u = 1: acos(u) and sqrt(1 - u^2) lose up to half of the digits;"
          + " take the angle from the chord, theta = 2 asin(r/2)";
    }
    if (versine > 2 - DELICATE) {
      return "cancellation near u = -1: pi - theta loses its digits; take it from ||x + z||";
    }
    return "something local: right at most other points, wrong around u = " + (1 - versine);
  }

  /** The same multiple of f everywhere. */
  private Optional<String> factor() {
    double factor = answer(MODERATE[4]) / truth(comparison.target(), MODERATE[4]);
    if (!isCloseTo(u -> factor * truth(comparison.target(), u)) || factor == 0) {
      return Optional.empty();
    }
    String measured = "every value is %.10g times f(u): another normalisation".formatted(factor);
    double literature = comparison.target().inPaperScale().atCoincidence() / unit;
    boolean isLiterature = Math.abs(factor / literature - 1) < CLOSE;
    return Optional.of(
        isLiterature
            ? measured + ", that of the literature; compare with inPaperScale()"
            : measured);
  }

  private Optional<String> mirrored() {
    return isCloseTo(u -> truth(comparison.target(), -u))
        ? Optional.of("the sign of the cosine: the values are those at -u")
        : Optional.empty();
  }

  /** Another kernel, in whichever normalisation. */
  private Optional<String> variant() {
    double one = answer(1);
    for (Target other : Variants.of(comparison.target())) {
      double scale = one / truth(other, 1);
      boolean isIt;
      try {
        isIt = isCloseTo(u -> scale * truth(other, u));
      } catch (DomainException e) {
        continue;
      }
      if (isIt) {
        boolean isScaled = Math.abs(scale - 1) > CLOSE;
        return Optional.of(
            "another kernel: the values are those of "
                + other.kernel()
                + (isScaled ? ", times %.10g".formatted(scale) : ""));
      }
    }
    return Optional.empty();
  }

  /** a f(u) + b + c u, where one of the terms is not as it should be. */
  private Optional<String> linear() {
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      double u = MODERATE[2 * i + 1];
      rows[i] = new double[] {truth(comparison.target(), u), 1, u, answer(u)};
    }
    double[] term = solved(rows);
    boolean isIt = isCloseTo(u -> term[0] * truth(comparison.target(), u) + term[1] + term[2] * u);
    return isIt
        ? Optional.of(
            "a term too many or too few: the values are %.6g f(u) + %.6g + %.6g u"
                .formatted(term[0], term[1], term[2]))
        : Optional.empty();
  }

  /** Three linear equations, by Gauss's algorithm. */
  private static double[] solved(double[][] rows) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double factor = i == j ? 0 : rows[j][i] / rows[i][i];
        for (int k = 0; k < 4; k++) {
          rows[j][k] -= factor * rows[i][k];
        }
      }
    }
    return new double[] {rows[0][3] / rows[0][0], rows[1][3] / rows[1][1], rows[2][3] / rows[2][2]};
  }

  private boolean isCloseTo(DoubleUnaryOperator f) {
    return DoubleStream.of(MODERATE)
        .allMatch(u -> Math.abs(answer(u) - f.applyAsDouble(u)) <= CLOSE * unit);
  }

  private double answer(double u) {
    return comparison.candidate().at(u).value().map(v -> v.doubleValue()).orElse(Double.NaN);
  }

  private static double truth(Target target, double u) {
    return target.valueAt(u);
  }
}
