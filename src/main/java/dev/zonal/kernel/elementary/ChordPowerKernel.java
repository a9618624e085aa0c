package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.Optional;

/**
 * The chord power r^s, r = ||x - z||. It is not normalised: f(1) = 0 for s &gt; 0, f = 1 for s = 0,
 * and f is unbounded at u = 1 for s &lt; 0, where it is integrable on the sphere of R^d if s &gt;
 * -(d-1). At u = 1 itself a power with a general exponent may not be defined in the arithmetic:
 * take {@link #atCoincidence} there.
 */
public record ChordPowerKernel(Rational s) implements Kernel {
  /**
   * @throws KernelSpecificationException if the exponent is beyond 1000 in absolute value
   */
  public ChordPowerKernel {
    s = Range.EXPONENT.check("s", s);
  }

  @Override
  public Structure structure() {
    return new Structure.ChordPower(s);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.power(at.chord(), s);
  }

  /**
   * @throws DomainException if s is negative
   */
  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    if (s.signum() < 0) {
      throw new DomainException(this + " is unbounded at u = 1");
    }
    return over.of(s.signum() == 0 ? 1 : 0);
  }

  /** All rational values: those where 2 - 2u is a suitable power. */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    if (u.equals(Rational.ONE)) {
      return s.signum() < 0
          ? Optional.empty()
          : Optional.of(s.signum() == 0 ? Rational.ONE : Rational.ZERO);
    }
    Rational square = Rational.of(2).subtract(u.multiply(2));
    return RationalPower.of(square, s.divide(2)) instanceof Rational value
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The power 0 is the constant 1; positive powers have a negative coefficient of u. */
  @Override
  public <S> Optional<S> series(SeriesAlgebra<S> over) {
    return s.signum() == 0 ? Optional.of(over.power(0)) : Kernel.super.series(over);
  }

  @Override
  public boolean isMixtureOfGaussians() {
    return s.signum() < 0;
  }

  @Override
  public String toString() {
    return "chord:s=" + s;
  }
}
