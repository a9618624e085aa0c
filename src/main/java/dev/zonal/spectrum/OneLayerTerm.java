package dev.zonal.spectrum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One term of a kernel of one layer before its normalisation: multiplier times the squares of
 * parameters times a basis function, all of them positive.
 *
 * @param multiplier positive
 * @param squared parameters whose squares are factors, none of them zero
 * @param function the basis function
 */
record OneLayerTerm(int multiplier, List<Parameter> squared, Basis function) {

  /** What the kernels of one layer are combined from; every one of them is 1 at u = 1. */
  enum Basis {
    ONE,
    U,
    KAPPA_0,
    KAPPA_1,
    U_KAPPA_0
  }

  /** A rational number times the eigenvalue of an arc-cosine kernel. */
  record Summand(Rational factor, ArcCosineEigenvalue eigenvalue) {}

  OneLayerTerm(int multiplier, Basis function, Parameter... squared) {
    this(multiplier, List.of(squared), function);
  }

  /** Whether a parameter that is zero removes the term. */
  boolean isAbsent() {
    return squared.stream().anyMatch(Parameter::isZero);
  }

  Ball weight(BallArithmetic over) {
    Ball weight = over.of(multiplier);
    for (Parameter parameter : squared) {
      weight = over.multiply(weight, parameter.squareIn(over));
    }
    return weight;
  }

  /** The weight, where all squares are rational. */
  Optional<Rational> rationalWeight() {
    Optional<Rational> weight = Optional.of(Rational.of(multiplier));
    for (Parameter parameter : squared) {
      weight = weight.flatMap(w -> parameter.rationalSquare().map(w::multiply));
    }
    return weight;
  }

  /** The eigenvalue of the polynomial functions 1 and u. */
  Rational polynomialEigenvalue(int d, long k) {
    return switch (function) {
      case ONE -> k == 0 ? Rational.ONE : Rational.ZERO;
      case U -> k == 1 ? Rational.of(1, d) : Rational.ZERO;
      default -> Rational.ZERO;
    };
  }

  /** The eigenvalue of the other functions, as a sum without zeros. */
  List<Summand> arcCosineSummands(int d, long k) {
    Stream<Summand> all =
        switch (function) {
          case ONE, U -> Stream.of();
          case KAPPA_0 -> Stream.of(summand(Rational.ONE, d, 0, k));
          case KAPPA_1 -> Stream.of(summand(Rational.ONE, d, 1, k));
          // docs/theory.md, Lemma 9.2
          case U_KAPPA_0 ->
              k == 0
                  ? Stream.of(summand(Rational.ONE, d, 0, 1))
                  : Stream.of(
                      summand(Rational.of(k + d - 2, 2 * k + d - 2), d, 0, k + 1),
                      summand(Rational.of(k, 2 * k + d - 2), d, 0, k - 1));
        };
    return all.filter(s -> s.factor().signum() != 0 && !s.eigenvalue().isZero()).toList();
  }

  private static Summand summand(Rational factor, int d, int degree, long k) {
    return new Summand(factor, new ArcCosineEigenvalue(d, degree, k));
  }
}
