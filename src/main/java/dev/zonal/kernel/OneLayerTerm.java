package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
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
public record OneLayerTerm(int multiplier, List<Parameter> squared, Basis function) {
  /** What the kernels of one layer are combined from; every one of them is 1 at u = 1. */
  public enum Basis {
    ONE(1),
    U(-1),
    KAPPA_0(0),
    KAPPA_1(0),
    U_KAPPA_0(0);

    private final int atAntipode;

    Basis(int atAntipode) {
      this.atAntipode = atAntipode;
    }
  }

  public OneLayerTerm(int multiplier, Basis function, Parameter... squared) {
    this(multiplier, List.of(squared), function);
  }

  /** The terms without those that a parameter which is zero removes. */
  public static List<OneLayerTerm> sum(OneLayerTerm... terms) {
    return Stream.of(terms).filter(t -> t.squared.stream().noneMatch(Parameter::isZero)).toList();
  }

  /** The value at u = -1 of the normalised sum, where it is known to be rational. */
  static Optional<Rational> atAntipode(List<OneLayerTerm> terms) {
    Rational sum = Rational.ZERO;
    Rational weights = Rational.ZERO;
    if (terms.stream().allMatch(term -> term.function.atAntipode == 0)) {
      return Optional.of(sum);
    }
    for (OneLayerTerm term : terms) {
      Optional<Rational> weight = term.rationalWeight();
      if (weight.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(weight.get().multiply(term.function.atAntipode));
      weights = weights.add(weight.get());
    }
    return Optional.of(sum.divide(weights));
  }

  /** The factor of the basis function. */
  public <T> T weight(Arithmetic<T> over) {
    T weight = over.of(multiplier);
    for (Parameter parameter : squared) {
      weight = over.multiply(weight, parameter.squareIn(over));
    }
    return weight;
  }

  /** The weight, where all squares are rational. */
  public Optional<Rational> rationalWeight() {
    Optional<Rational> weight = Optional.of(Rational.of(multiplier));
    for (Parameter parameter : squared) {
      weight = weight.flatMap(w -> parameter.rationalSquare().map(w::multiply));
    }
    return weight;
  }
}
