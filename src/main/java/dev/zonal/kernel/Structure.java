package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.layer.LayerRecursion;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

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

  /**
   * A kernel that is given by its eigenvalues eta_k on every sphere, and by nothing else
   * (docs/theory.md, section 15).
   */
  sealed interface Spectral extends Structure {
    /**
     * eta_k for the probability measure.
     *
     * @param dimension d, of the space that the sphere is in
     * @param k from 0 to 10^18
     */
    <T> T eigenvalue(Arithmetic<T> over, int dimension, long k);

    /** eta_k, where it is known to be rational and is not too long. */
    Optional<Rational> rational(int dimension, long k);

    /** k (k+d-2), the eigenvalue of the Laplacian, without its sign, on the harmonics. */
    private static Rational laplacian(int dimension, long k) {
      BigInteger frequency = BigInteger.valueOf(k);
      return Rational.of(frequency.multiply(frequency.add(BigInteger.valueOf(dimension - 2L))));
    }
  }

  /**
   * eta_k = (q + k(k+d-2))^-sigma, sigma = e + m (d-1).
   *
   * @param shift q, positive
   * @param order e
   * @param orderPerDimension m, 0 or 1/2
   */
  record LaplacianPower(Rational shift, Rational order, Rational orderPerDimension)
      implements Spectral {
    /** sigma. */
    public Rational exponent(int dimension) {
      return order.add(orderPerDimension.multiply(dimension - 1L));
    }

    @Override
    public <T> T eigenvalue(Arithmetic<T> over, int dimension, long k) {
      Rational base = shift.add(Spectral.laplacian(dimension, k));
      return over.power(over.of(base), exponent(dimension).negate());
    }

    @Override
    public Optional<Rational> rational(int dimension, long k) {
      Rational base = shift.add(Spectral.laplacian(dimension, k));
      return RationalPower.of(base, exponent(dimension).negate()) instanceof Rational value
          ? Optional.of(value)
          : Optional.empty();
    }
  }

  /** eta_k = exp(-t k(k+d-2)), t positive. */
  record Heat(Rational time) implements Spectral {
    /** -log eta_k. */
    public Rational logarithm(int dimension, long k) {
      return time.multiply(Spectral.laplacian(dimension, k));
    }

    @Override
    public <T> T eigenvalue(Arithmetic<T> over, int dimension, long k) {
      return over.exp(over.of(logarithm(dimension, k).negate()));
    }

    @Override
    public Optional<Rational> rational(int dimension, long k) {
      return logarithm(dimension, k).isZero() ? Optional.of(Rational.ONE) : Optional.empty();
    }
  }

  /** eta_k = rho^k, 0 &lt; rho &lt; 1. */
  record Poisson(Rational ratio) implements Spectral {
    private static final long LONGEST_BITS = 1 << 18;

    @Override
    public <T> T eigenvalue(Arithmetic<T> over, int dimension, long k) {
      return over.power(over.of(ratio), k);
    }

    /** Up to so large k that the power can be written down. */
    @Override
    public Optional<Rational> rational(int dimension, long k) {
      boolean isShort = k <= LONGEST_BITS / ratio.denominator().bitLength();
      return isShort ? Optional.of(ratio.pow((int) k)) : Optional.empty();
    }
  }

  /** eta_k as in a list, and 0 beyond it. */
  record FiniteSpectrum(List<Rational> eigenvalues) implements Spectral {
    /** From here on all eigenvalues are zero. */
    public int end() {
      return eigenvalues.size() == 1 && eigenvalues.get(0).isZero() ? 0 : eigenvalues.size();
    }

    @Override
    public <T> T eigenvalue(Arithmetic<T> over, int dimension, long k) {
      return over.of(rational(dimension, k).orElseThrow());
    }

    @Override
    public Optional<Rational> rational(int dimension, long k) {
      return Optional.of(k < eigenvalues.size() ? eigenvalues.get((int) k) : Rational.ZERO);
    }
  }

  /** A function that is known by its values only. */
  record Opaque() implements Structure {}
}
