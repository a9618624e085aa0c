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
    ONE,
    U,
    KAPPA_0,
    KAPPA_1,
    U_KAPPA_0
  }

  public OneLayerTerm(int multiplier, Basis function, Parameter... squared) {
    this(multiplier, List.of(squared), function);
  }

  /** The terms without those that a parameter which is zero removes. */
  public static List<OneLayerTerm> sum(OneLayerTerm... terms) {
    return Stream.of(terms).filter(t -> t.squared.stream().noneMatch(Parameter::isZero)).toList();
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
