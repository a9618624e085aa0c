package dev.zonal.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CertifiedNumberTest {

  @Property(tries = 300)
  void theNumberAndWhatItIsRoundedToLieBetweenTheBounds(
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long numerator,
      @ForAll @LongRange(min = 1, max = 1_000_000_007L) long denominator,
      @ForAll @IntRange(min = 1, max = 30) int digits) {
    Rational number = Rational.of(numerator, denominator);
    BigDecimal rounded =
        new BigDecimal(number.numerator())
            .divide(
                new BigDecimal(number.denominator()),
                new MathContext(digits, RoundingMode.HALF_EVEN));
    Ball enclosure = BallArithmetic.ofBits(200).of(number);
    CertifiedNumber value =
        new CertifiedNumber(rounded, enclosure, Optional.of(PiRational.of(number)), digits);

    assertTrue(value.lower().compareTo(rounded) <= 0);
    assertTrue(value.upper().compareTo(rounded) >= 0);

    assertTrue(number.compareTo(Rational.of(value.lower())) >= 0);
    assertTrue(number.compareTo(Rational.of(value.upper())) <= 0);
    // No wider than one unit of the last digit asked for.
    if (rounded.signum() != 0) {
      int scale = rounded.scale() + digits - rounded.precision();
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-scale);
      assertTrue(value.upper().subtract(value.lower()).compareTo(unit) <= 0);
    }
  }
}
