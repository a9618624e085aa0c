package dev.zonal.lab.width;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.spectrum.CertifiedValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * A number of which an exact law is made: a rational, or what balls enclose as closely as one
 * likes.
 *
 * @param exact the number, where it is known to be rational
 * @param enclosure the number in an arithmetic
 */
public record LawNumber(Optional<Rational> exact, Function<BallArithmetic, Ball> enclosure) {
  private static final int PATIENCE_BITS = 16_000;

  /** Against what n^2 times a small difference loses. */
  private static final int GUARD_BITS = 40;

  /** A rational number. */
  static LawNumber of(Rational value) {
    return new LawNumber(Optional.of(value), over -> over.of(value));
  }

  /** A number that is not seen to be rational. */
  public static LawNumber enclosed(Function<BallArithmetic, Ball> enclosure) {
    return new LawNumber(Optional.empty(), enclosure);
  }

  /**
   * The number to so many significant digits.
   *
   * @return refused if no precision tried decides its rounding
   */
  public Certification<CertifiedValue> certify(int digits) {
    int bits = BallArithmetic.bitsFor(digits) + GUARD_BITS;
    if (exact.isPresent()) {
      Rational value = exact.get();
      Ball ball = BallArithmetic.ofBits(bits).of(value);
      return Certification.certified(
          new CertifiedValue(value.decimal(digits), ball, Optional.of(PiRational.of(value))));
    }
    return Refinement.upTo(bits, 4L * bits + PATIENCE_BITS)
        .doubling(
            precision ->
                CertifiedValue.rounded(
                    () -> enclosure.apply(BallArithmetic.ofBits(precision)), digits, precision));
  }
}
