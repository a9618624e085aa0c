package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.OneLayerTerm;
import java.util.List;
import java.util.stream.Stream;

/**
 * An eigenvalue of one of the functions that the kernels of one layer are combined from.
 *
 * @param function 1, u, kappa_n or u kappa_n
 * @param d the dimension
 * @param k the frequency
 */
record BasisEigenvalue(OneLayerTerm.Basis function, int d, long k) {
  private static final Rational ONE = Rational.ONE;

  /** A rational number times the eigenvalue of an arc-cosine kernel. */
  record Summand(Rational factor, ArcCosineEigenvalue eigenvalue) {}

  /** The eigenvalue of 1 and of u; zero for the other functions. */
  Rational polynomial() {
    if (function.degree().isPresent()) {
      return Rational.ZERO;
    }
    if (function.cosine()) {
      return k == 1 ? Rational.of(1, d) : Rational.ZERO;
    }
    return k == 0 ? Rational.ONE : Rational.ZERO;
  }

  /** The eigenvalue of the other functions, as a sum without zeros. */
  List<Summand> arcCosineSummands() {
    Stream<Summand> all =
        function.degree().stream()
            .flatMap(n -> function.cosine() ? timesCosine(n) : Stream.of(summand(ONE, n, k)));
    return all.filter(s -> s.factor().signum() != 0 && !s.eigenvalue().isZero()).toList();
  }

  /** docs/theory.md, Lemma 9.2. */
  private Stream<Summand> timesCosine(int degree) {
    return k == 0
        ? Stream.of(summand(ONE, degree, 1))
        : Stream.of(
            summand(Rational.of(k + d - 2, 2 * k + d - 2), degree, k + 1),
            summand(Rational.of(k, 2 * k + d - 2), degree, k - 1));
  }

  private Summand summand(Rational factor, int degree, long frequency) {
    return new Summand(factor, new ArcCosineEigenvalue(d, degree, frequency));
  }
}
