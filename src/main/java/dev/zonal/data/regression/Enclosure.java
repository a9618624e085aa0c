package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.CertifiedValue;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of a regression as one precision encloses it.
 *
 * @param exact the number, where a theorem says what it is
 */
record Enclosure(
    Quantity quantity,
    int target,
    int index,
    Ball ball,
    Optional<Rational> exact,
    OptionalDouble inDoubles) {
  private static final int GUARD = 8;

  /**
   * How many bits more it takes to round it; 0 if none.
   *
   * @param accuracy relative, in bits, that it is to have in any case
   * @param bits it was found with
   */
  long missing(int digits, int accuracy, int bits) {
    if (exact.isPresent()) {
      return 0;
    }
    long known = ball.accuracyBits();
    if (known >= accuracy) {
      return ball.decimal(digits).isPresent() ? 0 : bits;
    }
    return ball.containsZero() ? bits : accuracy - known + GUARD;
  }

  RegressionRow rounded(int digits) {
    return new RegressionRow(quantity, target, index, value(digits), inDoubles);
  }

  private Certification<CertifiedValue> value(int digits) {
    if (exact.isPresent()) {
      Rational known = exact.get();
      return Certification.certified(
          new CertifiedValue(known.decimal(digits), ball, exact.map(PiRational::of)));
    }
    return ball.decimal(digits)
        .map(decimal -> new CertifiedValue(decimal, ball, Optional.empty()))
        .map(Certification::certified)
        .orElseGet(
            () ->
                Certification.refused(
                    ball.containsZero()
                        ? "it is zero or of a modulus below 2^" + ball.binaryOrder()
                        : "its digits are not decided"));
  }
}
