package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.BallField;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.elementary.BinaryConstant;
import dev.zonal.arithmetic.elementary.Exponential;
import dev.zonal.arithmetic.elementary.HypergeometricSeries;
import dev.zonal.arithmetic.elementary.HypergeometricSum;
import dev.zonal.arithmetic.elementary.Logarithm;
import dev.zonal.arithmetic.elementary.PolarAngle;
import dev.zonal.arithmetic.elementary.SineCosine;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Real arithmetic on balls: every result contains the exact value for all exact values in the
 * operands (docs/theory.md, sections 2 and 3). Midpoints are rounded to a working precision, and
 * numbers that need no rounding stay exact. Immutable.
 *
 * <p>A function whose operand is not certainly inside its domain throws {@link DomainException}; it
 * never cuts a ball down to the domain.
 */
public final class BallArithmetic extends BallField implements Arithmetic<Ball> {
  private static final int FEWEST_BITS = 8;
  private static final int MOST_BITS = 1 << 24;

  /** Up to so many bits the series of the defect is shorter than anything else. */
  private static final int SHORT = 1024;

  /** Beyond, where each term adds fewer bits than there are such parts in the precision. */
  private static final int LONG_SERIES = 200;

  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private final Ball pi;

  private BallArithmetic(int bits) {
    super(bits);
    this.pi = Ball.of(BinaryConstant.PI.times2To(bits), -bits, Magnitude.powerOfTwo(1 - bits));
  }

  /**
   * The arithmetic with midpoints of so many bits.
   *
   * @throws IllegalArgumentException if there are fewer than 8 bits
   * @throws DomainException if there are more than 2^24
   */
  public static BallArithmetic ofBits(int bits) {
    if (bits > MOST_BITS) {
      throw new DomainException(
          "it needs a precision of " + bits + " bits, and " + MOST_BITS + " is the most there is");
    }
    if (bits < FEWEST_BITS) {
      throw new IllegalArgumentException("working precision out of range: " + bits + " bits");
    }
    return new BallArithmetic(bits);
  }

  /** The bits that hold so many decimal digits. */
  public static int bitsFor(int digits) {
    return (int) Math.ceil(digits * BITS_PER_DIGIT);
  }

  @Override
  public Ball between(Rational lower, Rational upper) {
    return Ball.hull(of(lower), of(upper));
  }

  @Override
  public Ball pi() {
    return pi;
  }

  /**
   * The exponential of a large number loses as many bits as the number has before the point, so a
   * power that is one is computed with those bits to spare.
   */
  @Override
  public Ball power(Ball base, Rational exponent) {
    BigInteger numerator = exponent.numerator();
    BigInteger denominator = exponent.denominator();
    if (denominator.bitLength() <= 2 && !denominator.equals(BigInteger.valueOf(3))) {
      return Arithmetic.super.power(base, exponent);
    }
    long logarithm = Math.max(1, Math.abs(base.midpoint().binaryOrder()));
    int spare =
        Long.SIZE
            - Long.numberOfLeadingZeros(logarithm)
            + Math.max(0, numerator.bitLength() - denominator.bitLength() + 1);
    BallArithmetic finer = ofBits(bits() + spare);
    return round(finer.exp(finer.multiply(finer.of(exponent), finer.log(base))));
  }

  /** The quotient of two Gammas, for positive x. */
  @Override
  public Optional<Ball> risingFactorial(Rational x, long n) {
    return x.signum() > 0
        ? Optional.of(new GammaFunction(this).ratio(x.add(n), x))
        : Optional.empty();
  }

  @Override
  public Ball exp(Ball a) {
    Magnitude r = a.radiusMagnitude();
    if (!r.isZero() && r.binaryOrder() > 0) {
      return hull(Exponential.at(a.lowerEnd(), bits()), Exponential.at(a.upperEnd(), bits()));
    }
    Ball middle = Exponential.at(a.center(), bits());
    // e^r - 1 <= 2 r for r <= 1
    return round(r.isZero() ? middle : middle.inflate(middle.upperMagnitude().times(r.shifted(1))));
  }

  @Override
  public Ball log(Ball a) {
    Magnitude least = a.lowestMagnitude();
    if (least.isZero() || a.mantissa().signum() < 0) {
      throw new DomainException("logarithm of " + a + ", which may not be positive");
    }
    if (isWide(a)) {
      return hull(Logarithm.at(a.lowerEnd(), bits()), Logarithm.at(a.upperEnd(), bits()));
    }
    Ball middle = Logarithm.at(a.center(), bits());
    return round(a.isExact() ? middle : middle.inflate(a.radiusMagnitude().dividedBy(least)));
  }

  /** Sine and cosine of one ball. */
  public SinCos sinCos(Ball a) {
    SineCosine middle = SineCosine.at(a.center(), bits());
    Ball sin = middle.sine();
    Ball cos = middle.cosine();
    Magnitude r = a.radiusMagnitude();
    if (!r.isZero()) {
      // to first order the derivative at the midpoint, to second order r^2/2; and never more than r
      Magnitude second = r.times(r).shifted(-1);
      sin = sin.inflate(cos.upperMagnitude().times(r).plus(second).min(r));
      cos = cos.inflate(middle.sine().upperMagnitude().times(r).plus(second).min(r));
    }
    return new SinCos(unit(sin), unit(cos));
  }

  /** Sine and cosine of the same angle. */
  public record SinCos(Ball sin, Ball cos) {}

  /** The ball itself, or [-1, 1] if it is larger. */
  private Ball unit(Ball a) {
    return a.radiusMagnitude().binaryOrder() > 1
        ? Ball.of(BigInteger.ZERO, 0, Magnitude.powerOfTwo(0))
        : round(a);
  }

  @Override
  public Ball sin(Ball a) {
    return sinCos(a).sin();
  }

  @Override
  public Ball cos(Ball a) {
    return sinCos(a).cos();
  }

  /** The arc tangent, in (-pi/2, pi/2). */
  public Ball atan(Ball a) {
    if (isWide(a)) {
      return hull(
          PolarAngle.arcTangent(a.lowerEnd(), bits()), PolarAngle.arcTangent(a.upperEnd(), bits()));
    }
    Ball middle = PolarAngle.arcTangent(a.center(), bits());
    if (a.isExact()) {
      return round(middle);
    }
    // the derivative is at most 1 and at most x^-2
    Magnitude least = a.lowestMagnitude();
    Magnitude r = a.radiusMagnitude();
    return round(middle.inflate(r.min(r.dividedBy(least).dividedBy(least))));
  }

  @Override
  public Ball asin(Ball a) {
    if (a.isExact()) {
      requireUnit(a, a.center());
      return round(PolarAngle.arcSine(a.center(), bits()));
    }
    Magnitude r = a.radiusMagnitude();
    Dyadic outer = a.mantissa().signum() >= 0 ? a.upperEnd() : a.lowerEnd();
    requireUnit(a, outer);
    // the distance of the outer end point from 1
    Dyadic gap = new Dyadic(outer.mantissa.abs().negate(), outer.exponent).plus(BigInteger.ONE, 0);
    Magnitude least = Magnitude.atMost(gap.mantissa, gap.exponent);
    if (isWide(a) || least.compareTo(r.shifted(WIDE)) < 0) {
      return hull(
          PolarAngle.arcSine(a.lowerEnd(), bits()), PolarAngle.arcSine(a.upperEnd(), bits()));
    }
    // the derivative is at most (1 - |x|)^(-1/2)
    return round(PolarAngle.arcSine(a.center(), bits()).inflate(r.dividedBy(least.sqrtDown())));
  }

  /**
   * {@inheritDoc}
   *
   * <p>As the angle of the vector (cosine, sine), accurate at both ends (docs/theory.md, Lemma
   * 3.8).
   */
  @Override
  public Ball acuteAngle(Ball sine, Ball cosine) {
    Ball s = inFirstQuadrant(sine);
    Ball c = inFirstQuadrant(cosine);
    Magnitude rs = s.radiusMagnitude();
    Magnitude rc = c.radiusMagnitude();
    if (isWide(s)
        || 2 * s.binaryOrder() < -bits()
        || rs.binaryOrder() > -4
        || rc.binaryOrder() > -4) {
      return asin(sine);
    }
    Magnitude cross =
        Magnitude.atLeast(c.mantissa(), c.exponent())
            .times(rs)
            .plus(Magnitude.atLeast(s.mantissa(), s.exponent()).times(rc));
    return round(
        PolarAngle.of(c.center(), s.center(), bits()).inflate(cross.plus(cross.shifted(-2))));
  }

  /** The ball itself, or one around it with midpoint zero if its midpoint is negative. */
  private static Ball inFirstQuadrant(Ball a) {
    return a.mantissa().signum() >= 0 ? a : Ball.of(BigInteger.ZERO, 0, a.upperMagnitude());
  }

  private static void requireUnit(Ball a, Dyadic end) {
    if (new Dyadic(end.mantissa.abs(), end.exponent).compareTo(new Dyadic(BigInteger.ONE, 0)) > 0) {
      throw new DomainException("arc sine of " + a + ", which may lie beyond -1 or 1");
    }
  }

  /**
   * The arc cosine.
   *
   * @throws DomainException if the argument is or may be outside [-1, 1]
   */
  public Ball acos(Ball a) {
    return subtract(pi.shifted(-1), asin(a));
  }

  private Ball hull(Ball a, Ball b) {
    return round(Ball.hull(a, b));
  }

  @Override
  public Ball erf(Ball a) {
    // |erf'| <= 2/sqrt(pi) < 2
    Magnitude error = a.radiusMagnitude().shifted(1);
    return round(ErrorFunctionSeries.at(a.midpoint(), bits()).inflate(error));
  }

  @Override
  public boolean isBelow(Ball a, Ball b) {
    return a.center().compareTo(b.center()) < 0;
  }

  /** By its values at the end points, as it decreases (docs/theory.md, Lemma 9.16). */
  @Override
  public Ball matern(Rational nu, Ball x) {
    if (!x.isNonNegative()) {
      throw new DomainException("a Matern function at " + x + ", which may be negative");
    }
    MaternFunction function = new MaternFunction(nu);
    return x.isExact()
        ? function.at(this, x)
        : hull(function.at(this, exact(x.lowerEnd())), function.at(this, exact(x.upperEnd())));
  }

  private static Ball exact(Dyadic point) {
    return Ball.of(point.mantissa, point.exponent, Magnitude.ZERO);
  }

  /**
   * {@inheritDoc}
   *
   * <p>For sinHalf below 1/4 by the series of docs/theory.md, Lemma 3.9, or, where that is long, by
   * the definition at the midpoint (Lemma 3.9a): the accuracy is that of sinHalf; a sinHalf that
   * contains zero is allowed, and theta is not looked at. Otherwise by the definition.
   */
  @Override
  public Ball arcCosineDefect(Ball theta, Ball sinHalf, Ball cosHalf) {
    if (sinHalf.binaryOrder() <= -2) {
      return bits() > SHORT
              && sinHalf.isPositive()
              && -sinHalf.binaryOrder() <= bits() / LONG_SERIES
          ? defectOfMidpoint(sinHalf)
          : defectSeries(sinHalf.shifted(1));
    }
    return defectByDefinition(theta, sinHalf, cosHalf);
  }

  /**
   * From the exact midpoint, in as many bits more as the definition cancels, so that the radius
   * does not grow by it: the defect changes by less than sin(theta/2) does.
   */
  private Ball defectOfMidpoint(Ball sinHalf) {
    BallArithmetic fine = ofBits(bits() - 3 * (int) sinHalf.binaryOrder() + 8);
    Ball sine = sinHalf.midpoint();
    Ball cosine = fine.sqrt(fine.subtract(Ball.exact(1), fine.square(sine)));
    Ball theta = fine.acuteAngle(sine, cosine).shifted(1);
    return round(fine.defectByDefinition(theta, sine, cosine).inflate(sinHalf.radiusMagnitude()));
  }

  private Ball defectByDefinition(Ball theta, Ball sinHalf, Ball cosHalf) {
    Ball sin = multiply(sinHalf, cosHalf).shifted(1);
    Ball versine = square(sinHalf).shifted(1);
    Ball cos = subtract(Ball.exact(1), versine);
    return divide(subtract(sin, multiply(theta, cos)), versine.shifted(1));
  }

  /** r S(r) for |r| &lt;= 1/2; S is even with |3 S(r) - 3 S(r')| &lt;= |r^2 - r'^2| / 32. */
  private Ball defectSeries(Ball r) {
    BigInteger fixed = r.mantissa().signum() == 0 ? BigInteger.ZERO : squareInUnits(r.center());
    HypergeometricSum sum =
        HypergeometricSum.of(HypergeometricSeries.ARC_COSINE_DEFECT, fixed, fractionBits());
    Magnitude radius = r.radiusMagnitude();
    Magnitude change =
        radius.times(Magnitude.atLeast(r.mantissa(), r.exponent()).shifted(1).plus(radius));
    Ball tripled =
        Ball.of(sum.value(), -fractionBits(), Magnitude.atLeast(sum.error(), -fractionBits()))
            .inflate(change.shifted(-5));
    return multiply(r, scale(tripled, Rational.of(1, 3)));
  }

  private int fractionBits() {
    return bits() + 24;
  }

  private BigInteger squareInUnits(Dyadic x) {
    return new Dyadic(x.mantissa.multiply(x.mantissa), 2 * x.exponent).floorOn(-fractionBits());
  }
}
