package dev.zonal.kernel;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.layer.LayerRecursion;
import java.util.List;

/**
 * What a kernel is made of, as far as theorems and closed forms ask for it: whoever has a theorem
 * for one kind of function asks for its structure, not for the class or the name of a kernel.
 */
public sealed interface Structure {
  /** A polynomial c_0 + c_1 u + ... in u. */
  record Polynomial(List<Rational> coefficients) implements Structure {}

  /** The power r^s of the chord. */
  record ChordPower(Rational exponent) implements Structure {}

  /**
   * The radial function exp(-c r^gamma) p(c r) of the chord.
   *
   * @param rate c, positive
   * @param power gamma, in (0, 2]
   * @param coefficients of p from the constant term 1 upwards; p = 1 unless gamma = 1
   */
  record Radial(Parameter rate, Rational power, List<Rational> coefficients) implements Structure {
    /** exp(-c r^gamma). */
    public static Radial exponential(Parameter rate, Rational power) {
      return new Radial(rate, power, List.of(Rational.ONE));
    }

    /** The degree of p. */
    public int degree() {
      return coefficients.size() - 1;
    }

    /** Whether this is the Gaussian exp(-c r^2). */
    public boolean isGaussian() {
      return power.equals(Rational.of(2));
    }

    /** Whether this is exp(-c r), or a polynomial times that. */
    public boolean isMatern() {
      return power.equals(Rational.ONE);
    }

    /** Whether this is exp(-c r). */
    public boolean isLaplace() {
      return isMatern() && degree() == 0;
    }
  }

  /**
   * The radial function 2^(1-nu)/Gamma(nu) (c r)^nu K_nu(c r) of the chord where it is not
   * elementary.
   *
   * @param smoothness nu, positive and no half of an odd integer
   * @param rate c, positive
   */
  record Bessel(Rational smoothness, Parameter rate) implements Structure {}

  /** A sum of basis functions of one layer over the sum of their weights. */
  record OneLayer(List<OneLayerTerm> terms) implements Structure {}

  /** A network that is none of those. */
  record Layered(LayerRecursion recursion, int depth) implements Structure {}

  /** A function that is known by its values only. */
  record Opaque() implements Structure {}
}
