package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.OneLayerTerm;
import java.util.List;
import java.util.stream.Stream;

/**
 * An eigenvalue of one of the functions that the kernels of one layer are combined from.
 *
 * @param function 1, u, kappa_0, kappa_1 or u kappa_0
 * @param d the dimension
 * @param k the frequency
 */
record BasisEigenvalue(OneLayerTerm.Basis function, int d, long k) {
  /** A rational number times the eigenvalue of an arc-cosine kernel. */
  record Summand(Rational factor, ArcCosineEigenvalue eigenvalue) {}

  /** The eigenvalue of 1 and of u; zero for the other functions. */
  Rational polynomial() {
    return switch (function) {
      case ONE -> k == 0 ? Rational.ONE : Rational.ZERO;
      case U -> k == 1 ? Rational.of(1, d) : Rational.ZERO;
      default -> Rational.ZERO;
    };
  }

  /** The eigenvalue of the other functions, as a sum without zeros. */
  List<Summand> arcCosineSummands() {
    Stream<Summand> all =
        switch (function) {
          case ONE, U -> Stream.of();
          case KAPPA_0 -> Stream.of(summand(Rational.ONE, 0, k));
          case KAPPA_1 -> Stream.of(summand(Rational.ONE, 1, k));
          // docs/theory.md, Lemma 9.2
          case U_KAPPA_0 ->
              k == 0
                  ? Stream.of(summand(Rational.ONE, 0, 1))
                  : Stream.of(
                      summand(Rational.of(k + d - 2, 2 * k + d - 2), 0, k + 1),
                      summand(Rational.of(k, 2 * k + d - 2), 0, k - 1));
        };
    return all.filter(s -> s.factor().signum() != 0 && !s.eigenvalue().isZero()).toList();
  }

  private Summand summand(Rational factor, int degree, long frequency) {
    return new Summand(factor, new ArcCosineEigenvalue(d, degree, frequency));
  }
}
