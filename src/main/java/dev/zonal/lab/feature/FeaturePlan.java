package dev.zonal.lab.feature;

import dev.zonal.lab.feature.TangentFeatures.Widths;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sketch.TensorMethod;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Features of the tangent kernel of a ReLU network, by the numbers that a user gives.
 *
 * @param depth L, the number of hidden layers, at least 1
 * @param size M, the number of features there may be, at least 2; of a polynomial those of its
 *     sketches, beside 1 and the d of its linear part
 * @param degree q of a polynomial, for {@link FeatureMethod#POLYNOMIAL}
 * @param sketch the dimension of a sketch, where that is not to follow from M
 */
public record FeaturePlan(
    FeatureMethod method, int depth, int size, int degree, OptionalInt sketch) {

  /**
   * Why there are no such features of points of that dimension.
   *
   * @param dimension d, at least 1
   */
  public Optional<String> refusal(int dimension) {
    return switch (method) {
      case GRADIENT -> {
        if (depth > 1) {
          yield Optional.of("the gradient is that of a network with one hidden layer");
        }
        yield tooSmall(1L + dimension);
      }
      case POLYNOMIAL -> {
        if (degree < 2 || Integer.bitCount(degree) != 1) {
          yield Optional.of(
              "the tree of sketches needs a degree that is a power of two, from 2 on, not "
                  + degree);
        }
        if (sketch.isPresent() && Integer.bitCount(sketch.getAsInt()) != 1) {
          yield Optional.of(
              "sketches of powers need a size that is a power of two, not " + sketch.getAsInt());
        }
        yield tooSmall(polynomial().sketched);
      }
      default ->
          method.tensor().orElseThrow() == TensorMethod.EXACT
              ? tooSmall(depth + (long) dimension)
              : Optional.empty();
    };
  }

  private Optional<String> tooSmall(long least) {
    return size < least
        ? Optional.of(size + " features are too few: there are " + least + " at the least")
        : Optional.empty();
  }

  /** What draws such features, once for every stream. */
  @FunctionalInterface
  public interface Law {
    FeatureMap draw(RandomStream stream);
  }

  /**
   * The law of the features.
   *
   * @param dimension d of the points, for which there is no refusal
   */
  public Law of(int dimension) {
    return switch (method) {
      case GRADIENT -> {
        int count = size / (1 + dimension);
        yield stream -> GradientFeatures.draw(method.law().orElseThrow(), count, dimension, stream);
      }
      case POLYNOMIAL -> {
        Polynomial polynomial = polynomial();
        int each = sketch.orElseGet(() -> Integer.highestOneBit(size / polynomial.sketched));
        yield stream -> PolynomialFeatures.draw(polynomial.coefficients, dimension, each, stream);
      }
      default -> {
        Widths widths = widths(dimension);
        yield stream ->
            TangentFeatures.draw(
                method.law().orElseThrow(),
                method.tensor().orElseThrow(),
                depth,
                widths,
                dimension,
                stream);
      }
    };
  }

  /** How many vectors there are in each layer. */
  public Widths widths(int dimension) {
    if (method.tensor().orElseThrow() != TensorMethod.EXACT) {
      int half = sketch.orElse(Math.max(1, size / 2));
      return new Widths(Math.max(1, size - half), size, half);
    }
    // The last layer has m1 (1 + m0 + ... + m0^(L-1)) + d m0^L, one half of it in the last term.
    int steps = 1;
    while (power(steps + 1, depth) * dimension * 2 <= size) {
      steps++;
    }
    double each = 0;
    for (int l = 0; l < depth; l++) {
      each += power(steps, l);
    }
    return new Widths((int) ((size - dimension * power(steps, depth)) / each), steps, 0);
  }

  private static double power(int base, int exponent) {
    return Math.pow(base, exponent);
  }

  /**
   * The coefficients, once they are known.
   *
   * @param sketched how many powers are sketched
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Polynomial(double[] coefficients, int sketched) {}

  private Polynomial polynomial() {
    double[] coefficients = new KernelPolynomial(depth, degree).coefficients();
    return new Polynomial(coefficients, PolynomialFeatures.sketched(coefficients).length);
  }
}
