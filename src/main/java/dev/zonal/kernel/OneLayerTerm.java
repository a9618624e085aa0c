package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One term of a kernel of one layer before its normalisation: multiplier times the squares of
 * parameters times a basis function.
 *
 * @param multiplier not 0; positive but for the function u, whose own term it may make smaller than
 *     the others make it
 * @param squared parameters whose squares are factors, none of them zero
 * @param function the basis function
 */
public record OneLayerTerm(Rational multiplier, List<Parameter> squared, Basis function) {
  /**
   * What the kernels of one layer are combined from, 1 at u = 1: a power of u times an arc-cosine
   * kernel or 1.
   *
   * @param cosine whether u is a factor
   * @param degree n of the factor kappa_n, if there is one
   */
  public record Basis(boolean cosine, Optional<Integer> degree) {
    public static final Basis ONE = new Basis(false, Optional.empty());
    public static final Basis U = new Basis(true, Optional.empty());
    public static final Basis KAPPA_0 = kappa(0);
    public static final Basis KAPPA_1 = kappa(1);
    public static final Basis U_KAPPA_0 = timesU(0);

    /** kappa_n. */
    public static Basis kappa(int n) {
      return new Basis(false, Optional.of(n));
    }

    /** u kappa_n. */
    public static Basis timesU(int n) {
      return new Basis(true, Optional.of(n));
    }

    /** The arc-cosine kernels vanish at the antipode. */
    private int atAntipode() {
      return degree.isPresent() ? 0 : cosine ? -1 : 1;
    }
  }

  public OneLayerTerm(int multiplier, Basis function, Parameter... squared) {
    this(Rational.of(multiplier), List.of(squared), function);
  }

  /** The terms without those that a factor which is zero removes. */
  public static List<OneLayerTerm> sum(OneLayerTerm... terms) {
    return Stream.of(terms)
        .filter(t -> t.multiplier.signum() != 0)
        .filter(t -> t.squared.stream().noneMatch(Parameter::isZero))
        .toList();
  }

  /** The value at u = -1 of the normalised sum, where it is known to be rational. */
  static Optional<Rational> atAntipode(List<OneLayerTerm> terms) {
    Rational sum = Rational.ZERO;
    Rational weights = Rational.ZERO;
    if (terms.stream().allMatch(term -> term.function.atAntipode() == 0)) {
      return Optional.of(sum);
    }
    for (OneLayerTerm term : terms) {
      Optional<Rational> weight = term.rationalWeight();
      if (weight.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(weight.get().multiply(term.function.atAntipode()));
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
    Optional<Rational> weight = Optional.of(multiplier);
    for (Parameter parameter : squared) {
      weight = weight.flatMap(w -> parameter.rationalSquare().map(w::multiply));
    }
    return weight;
  }
}
