package dev.zonal.grid;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number on the way to be rounded.
 *
 * @param ball contains it
 * @param exact the number, where it is known and not too long
 */
public record EnclosedNumber(Ball ball, Optional<PiRational> exact) {
  /** Longer numbers are not worth knowing. */
  private static final int MOST_BITS = 1 << 16;

  public EnclosedNumber {
    exact = exact.filter(EnclosedNumber::isModerate);
  }

  private static boolean isModerate(PiRational number) {
    Rational coefficient = number.coefficient();
    return coefficient.numerator().bitLength() + coefficient.denominator().bitLength() <= MOST_BITS;
  }

  public static EnclosedNumber of(Rational number, BallArithmetic over) {
    return new EnclosedNumber(over.of(number), Optional.of(PiRational.of(number)));
  }

  public EnclosedNumber times(EnclosedNumber other, BallArithmetic over) {
    return new EnclosedNumber(
        over.multiply(ball, other.ball),
        isZero() || other.isZero()
            ? Optional.of(PiRational.ZERO)
            : exact.flatMap(a -> other.exact.map(a::multiply)));
  }

  public EnclosedNumber plus(EnclosedNumber other, BallArithmetic over) {
    return new EnclosedNumber(
        over.add(ball, other.ball), exact.flatMap(a -> other.exact.flatMap(a::add)));
  }

  /** 1 over a number that is certainly not zero. */
  public EnclosedNumber inverse(BallArithmetic over) {
    return new EnclosedNumber(
        over.divide(over.of(1), ball),
        exact.map(a -> new PiRational(Rational.ONE.divide(a.coefficient()), -a.power())));
  }

  public EnclosedNumber minus(EnclosedNumber other, BallArithmetic over) {
    EnclosedNumber negated =
        new EnclosedNumber(other.ball.negated(), other.exact.map(a -> a.scale(Rational.of(-1))));
    return plus(negated, over);
  }

  /** Whether it is zero by a theorem. */
  public boolean isZero() {
    return exact.filter(PiRational::isZero).isPresent();
  }

  /** The number rounded half-even, if that is decided. */
  public Optional<CertifiedNumber> rounded(int digits) {
    Optional<BigDecimal> known =
        exact.flatMap(PiRational::rational).map(rational -> rational.decimal(digits));
    return known
        .or(() -> ball.decimal(digits))
        .map(decimal -> new CertifiedNumber(decimal, ball, exact, digits));
  }
}
