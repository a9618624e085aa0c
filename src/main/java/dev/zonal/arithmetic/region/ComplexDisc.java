package dev.zonal.arithmetic.region;

import static dev.zonal.arithmetic.region.Rounding.addUp;
import static dev.zonal.arithmetic.region.Rounding.divideUp;
import static dev.zonal.arithmetic.region.Rounding.modulusDown;
import static dev.zonal.arithmetic.region.Rounding.modulusUp;
import static dev.zonal.arithmetic.region.Rounding.multiplyDown;
import static dev.zonal.arithmetic.region.Rounding.multiplyUp;
import static dev.zonal.arithmetic.region.Rounding.sqrtDown;
import static dev.zonal.arithmetic.region.Rounding.subtractDown;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A closed disc of complex numbers with a double centre and a double radius, rounded outward: about
 * fifteen digits, which is plenty for bounds of which only the logarithm matters.
 *
 * <p>Every operation returns a disc that contains the image of its operands (docs/theory.md,
 * Proposition 4.2 for the ring operations, exp, sin and cos, Proposition 4.4 for the inverse
 * functions). It throws {@link DomainException} when the operand meets the cut of the function, or
 * when doubles overflow; it never returns a hull across a cut.
 *
 * @param re the real part of the centre
 * @param im the imaginary part of the centre
 * @param radius not negative; all three are finite
 */
public record ComplexDisc(double re, double im, double radius) {
  /** The next term of the arc sine is 3/40 z^5, below the rounding of z. */
  private static final double SMALL = 0x1p-13;

  /** Of z - z^3/6 with its roundings, as a part of |z| &lt; {@link #SMALL}. */
  private static final double ROUNDING_OF_CUBE = 0x1p-50;

  /** The disc that holds 0 only. */
  public static final ComplexDisc ZERO = new ComplexDisc(0, 0, 0);

  /** The disc that holds 1 only. */
  public static final ComplexDisc ONE = new ComplexDisc(1, 0, 0);

  /** An enclosure of pi. */
  public static final ComplexDisc PI = new ComplexDisc(Math.PI, 0, 0x1p-52);

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /** More than all that underflow can spoil in one operation. */
  private static final double UNDERFLOW = 0x1p-1070;

  /** The relative error of exp, and that of sin and cos against cosh(Im z), in the centre. */
  private static final double ELEMENTARY = 0x1p-49;

  /**
   * The disc of all z with |z - (re + i im)| at most {@code radius}.
   *
   * @throws DomainException unless all three are finite and the radius is not negative
   */
  public ComplexDisc {
    if (!(Math.abs(re) < Double.POSITIVE_INFINITY)
        || !(Math.abs(im) < Double.POSITIVE_INFINITY)
        || !(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
      throw new DomainException("a complex disc exceeds the range of doubles");
    }
  }

  /** The point re + i im. */
  public static ComplexDisc of(double re, double im) {
    return new ComplexDisc(re, im, 0);
  }

  /** An enclosure of a rational number. */
  public static ComplexDisc of(Rational value) {
    BigInteger numerator = value.numerator().abs();
    BigInteger denominator = value.denominator();
    int sign = value.signum();
    if (numerator.bitLength() > 53 || denominator.bitLength() > 53) {
      double quotient =
          new BigDecimal(numerator)
              .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
              .doubleValue();
      // DECIMAL64 holds 16 digits: a relative error of 5e-16 at most, and the rounding to a double.
      return new ComplexDisc(sign * quotient, 0, addUp(multiplyUp(0x1p-50, quotient), UNDERFLOW));
    }
    double quotient = numerator.doubleValue() / denominator.doubleValue();
    boolean exact = denominator.bitCount() == 1;
    return new ComplexDisc(sign * quotient, 0, exact ? 0 : multiplyUp(UNIT_ROUNDOFF, quotient));
  }

  /** A disc that contains all numbers between two. */
  public static ComplexDisc between(Rational lower, Rational upper) {
    ComplexDisc centre = of(lower.add(upper).divide(2));
    ComplexDisc half = of(upper.subtract(lower).divide(2));
    return centre.inflate(half.modulus());
  }

  /** An upper bound of |z| over the disc. */
  public double modulus() {
    return addUp(modulusUp(re, im), radius);
  }

  /** A lower bound of |z| over the disc, 0 if it may contain 0. */
  public double mignitude() {
    return Math.max(0, subtractDown(modulusDown(re, im), radius));
  }

  /** Whether this is the point 0 and no other. */
  public boolean isZero() {
    return re == 0 && im == 0 && radius == 0;
  }

  /** The same centre, the radius enlarged by {@code margin}, which is not negative. */
  public ComplexDisc inflate(double margin) {
    return new ComplexDisc(re, im, addUp(radius, margin));
  }

  public ComplexDisc add(ComplexDisc b) {
    return sum(re + b.re, im + b.im, b.radius);
  }

  public ComplexDisc subtract(ComplexDisc b) {
    return sum(re - b.re, im - b.im, b.radius);
  }

  private ComplexDisc sum(double x, double y, double otherRadius) {
    double rounding = multiplyUp(UNIT_ROUNDOFF, addUp(Math.abs(x), Math.abs(y)));
    return new ComplexDisc(x, y, addUp(addUp(radius, otherRadius), rounding));
  }

  public ComplexDisc negate() {
    return new ComplexDisc(-re, -im, radius);
  }

  public ComplexDisc multiply(ComplexDisc b) {
    if (isZero() || b.isZero()) {
      return ZERO;
    }
    double here = modulusUp(re, im);
    double there = modulusUp(b.re, b.im);
    double spread =
        addUp(
            multiplyUp(here, addUp(b.radius, multiplyUp(3 * UNIT_ROUNDOFF, there))),
            multiplyUp(radius, addUp(there, b.radius)));
    return new ComplexDisc(re * b.re - im * b.im, re * b.im + im * b.re, addUp(spread, UNDERFLOW));
  }

  /**
   * 1/z.
   *
   * @throws DomainException if 0 is in the disc
   */
  public ComplexDisc reciprocal() {
    double square = re * re + im * im;
    ComplexDisc guess = new ComplexDisc(re / square, -im / square, 0);
    double modulus = modulusDown(re, im);
    double nearest = subtractDown(modulus, radius);
    if (!(nearest > 0)) {
      throw new DomainException("division by a disc that contains 0");
    }
    double defect = guess.multiply(point()).subtract(ONE).modulus();
    // |1/z - 1/c| <= radius/(|z||c|), and |1/c - guess| = |1 - guess c|/|c|.
    return guess.inflate(divideUp(addUp(divideUp(radius, nearest), defect), modulus));
  }

  /**
   * The quotient.
   *
   * @throws DomainException if 0 is in the divisor
   */
  public ComplexDisc divide(ComplexDisc b) {
    return multiply(b.reciprocal());
  }

  /**
   * The principal square root.
   *
   * @throws DomainException if the disc meets (-inf, 0]
   */
  public ComplexDisc sqrt() {
    ComplexDisc guess = root(re, im);
    double reach = reach(guess.multiply(guess));
    requireOffNegativeAxis("sqrt", reach);
    // Re guess > 0 makes it the principal root of its square.
    if (!(guess.re > 0)) {
      throw new DomainException("sqrt underflows");
    }
    double nearest = subtractDown(modulusDown(re, im), reach);
    if (!(nearest > 0)) {
      throw new DomainException("sqrt of a disc that meets its cut");
    }
    return guess.inflate(divideUp(reach, multiplyDown(2, sqrtDown(nearest))));
  }

  /** Approximately the principal square root of x + iy; no claim of accuracy. */
  private static ComplexDisc root(double x, double y) {
    double larger = Math.sqrt((Math.sqrt(x * x + y * y) + Math.abs(x)) / 2);
    double smaller = larger == 0 ? 0 : y / (2 * larger);
    return x >= 0
        ? new ComplexDisc(larger, smaller, 0)
        : new ComplexDisc(Math.abs(smaller), Math.copySign(larger, y), 0);
  }

  public ComplexDisc exp() {
    double modulus = Math.exp(re);
    double lipschitz = expUp(Math.nextUp(re + radius));
    double error = addUp(multiplyUp(lipschitz, addUp(radius, ELEMENTARY)), UNDERFLOW);
    return new ComplexDisc(modulus * Math.cos(im), modulus * Math.sin(im), error);
  }

  /**
   * The principal logarithm.
   *
   * @throws DomainException if the disc meets (-inf, 0]
   */
  public ComplexDisc log() {
    ComplexDisc guess = new ComplexDisc(Math.log(Math.hypot(re, im)), Math.atan2(im, re), 0);
    double reach = reach(guess.exp());
    requireOffNegativeAxis("log", reach);
    double nearest = subtractDown(modulusDown(re, im), reach);
    // |Im guess| < pi makes it the principal logarithm of its exponential; Math.PI < pi.
    if (!(nearest > 0 && Math.abs(guess.im) <= Math.PI)) {
      throw new DomainException("log of a disc that meets its cut");
    }
    return guess.inflate(divideUp(reach, nearest));
  }

  public ComplexDisc sin() {
    if (Math.abs(re) + Math.abs(im) < SMALL) {
      return smallSine();
    }
    double exp = Math.exp(Math.abs(im));
    double cosh = (exp + 1 / exp) / 2;
    double sinh = Math.copySign((exp - 1 / exp) / 2, im);
    return new ComplexDisc(Math.sin(re) * cosh, Math.cos(re) * sinh, trigonometricError());
  }

  /** z - z^3/6, docs/theory.md, Lemma 4.2a: nothing is lost where the other error is larger. */
  private ComplexDisc smallSine() {
    double realSquare = (re - im) * (re + im) / 6;
    double imaginarySquare = 2 * re * im / 6;
    double error = addUp(multiplyUp(point().modulus(), ROUNDING_OF_CUBE), UNDERFLOW);
    return new ComplexDisc(
        re - (re * realSquare - im * imaginarySquare),
        im - (im * realSquare + re * imaginarySquare),
        addUp(multiplyUp(sineSlope(), radius), error));
  }

  public ComplexDisc cos() {
    double exp = Math.exp(Math.abs(im));
    double cosh = (exp + 1 / exp) / 2;
    double sinh = Math.copySign((exp - 1 / exp) / 2, im);
    return new ComplexDisc(Math.cos(re) * cosh, -Math.sin(re) * sinh, trigonometricError());
  }

  /** The radius of the image under sin or cos: both have |f'| at most cosh(Im z). */
  private double trigonometricError() {
    return addUp(multiplyUp(sineSlope(), addUp(radius, ELEMENTARY)), UNDERFLOW);
  }

  /** cosh of the largest |Im z|. */
  private double sineSlope() {
    double exp = expUp(addUp(Math.abs(im), radius));
    return Math.nextUp(addUp(exp, divideUp(1, exp)) / 2);
  }

  /**
   * The principal arc sine.
   *
   * @throws DomainException if the disc meets (-inf, -1] or [1, inf)
   */
  public ComplexDisc asin() {
    ComplexDisc guess = Math.abs(re) + Math.abs(im) < SMALL ? smallArcSine() : arcSine();
    double reach = reach(guess.sin());
    double fromOne = modulusDown(nearer(re, 1), im);
    double fromMinusOne = modulusDown(nearer(re, -1), im);
    double toRight = re < 1 ? fromOne : Math.abs(im);
    double toLeft = re > -1 ? fromMinusOne : Math.abs(im);
    // |Re guess| < pi/2 makes it the principal arc sine of its sine; Math.PI < pi.
    if (!(Math.min(toLeft, toRight) > reach && Math.abs(guess.re) <= Math.PI / 2)) {
      throw new DomainException("asin of a disc that meets its cuts");
    }
    // |1 - z^2| = |1 - z||1 + z|.
    double nearOne = subtractDown(fromOne, reach);
    double nearMinusOne = subtractDown(fromMinusOne, reach);
    double nearest = sqrtDown(multiplyDown(Math.max(0, nearOne), Math.max(0, nearMinusOne)));
    if (!(nearest > 0)) {
      throw new DomainException("asin of a disc that meets its cuts");
    }
    return guess.inflate(divideUp(reach, nearest));
  }

  /** Close to the arc sine of the centre. */
  private ComplexDisc arcSine() {
    ComplexDisc below = root(1 - re, -im);
    ComplexDisc above = root(1 + re, im);
    double sinh = below.re * above.im - below.im * above.re;
    double tangent = Math.log(Math.abs(sinh) + Math.sqrt(1 + sinh * sinh));
    return new ComplexDisc(
        Math.atan2(re, below.re * above.re - below.im * above.im), Math.copySign(tangent, sinh), 0);
  }

  /** z + z^3/6, where the other way would lose the relative accuracy. */
  private ComplexDisc smallArcSine() {
    double realSquare = (re - im) * (re + im) / 6;
    double imaginarySquare = 2 * re * im / 6;
    return new ComplexDisc(
        re + re * realSquare - im * imaginarySquare,
        im + im * realSquare + re * imaginarySquare,
        0);
  }

  /** A number not farther from 0 than x - end is, and of its sign. */
  private static double nearer(double x, double end) {
    double distance = Math.abs(x - end);
    return distance == 0 ? 0 : Math.nextDown(distance);
  }

  /**
   * The radius of a disc about this centre that contains this disc and {@code image}, the image of
   * a guessed centre under the inverse function.
   */
  private double reach(ComplexDisc image) {
    return addUp(radius, image.subtract(point()).modulus());
  }

  private ComplexDisc point() {
    return new ComplexDisc(re, im, 0);
  }

  private void requireOffNegativeAxis(String function, double reach) {
    double distance = re > 0 ? modulusDown(re, im) : Math.abs(im);
    if (!(distance > reach)) {
      throw new DomainException(function + " of a disc that meets its cut");
    }
  }

  private static double expUp(double x) {
    return Math.nextUp(Math.nextUp(Math.exp(x)));
  }

  @Override
  public String toString() {
    return "(" + re + " + " + im + "i +/- " + radius + ")";
  }
}
