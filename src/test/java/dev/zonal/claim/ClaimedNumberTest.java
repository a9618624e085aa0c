package dev.zonal.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.kernel.KernelSpecificationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedNumberTest {
  private static final List<RoundingMode> NEAREST =
      List.of(RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.HALF_DOWN);

  private static ClaimedNumber claim(String text) {
    return ClaimedNumber.of(text, Optional.empty());
  }

  private static ClaimedNumber claim(String text, String tolerance) {
    return ClaimedNumber.of(text, Optional.of(tolerance));
  }

  /** Whatever rule rounds to the nearest. */
  @Property
  void aDecimalIsRightExactlyIfTheTruthRoundsToIt(
      @ForAll @IntRange(min = 1, max = 9999) int claimed,
      @ForAll @IntRange(min = 1, max = 200_000) int truth,
      @ForAll boolean isNegative) {
    BigDecimal number = BigDecimal.valueOf(isNegative ? -truth : truth, 4);
    BigDecimal text = BigDecimal.valueOf(isNegative ? -claimed : claimed, 3);
    boolean rounds =
        NEAREST.stream().anyMatch(mode -> number.setScale(3, mode).compareTo(text) == 0);
    assertEquals(rounds, claim(text.toPlainString()).admits(Rational.of(number)));
  }

  @Property
  void whatIsRoundedIsRight(
      @ForAll BigInteger numerator,
      @ForAll @IntRange(min = 1, max = 1_000_000) int denominator,
      @ForAll @IntRange(min = 1, max = 30) int digits) {
    Rational truth = Rational.of(numerator, BigInteger.valueOf(denominator));
    for (RoundingMode mode : NEAREST) {
      BigDecimal rounded =
          new BigDecimal(truth.numerator())
              .divide(new BigDecimal(truth.denominator()), new MathContext(digits, mode));
      if (rounded.signum() != 0) {
        assertTrue(claim(rounded.toString()).admits(truth), () -> rounded + " of " + truth);
      }
    }
  }

  @Property
  void aRelativeToleranceIsOneOfTheTruth(
      @ForAll @IntRange(min = -2000, max = 2000) int claimed,
      @ForAll @IntRange(min = -2000, max = 2000) int truth,
      @ForAll @IntRange(min = 0, max = 999) int perMille) {
    Rational t = Rational.of(perMille, 1000);
    Rational difference = Rational.of(truth).subtract(claimed).abs();
    boolean isRight = difference.compareTo(t.multiply(Rational.of(truth).abs())) <= 0;
    String percent = BigDecimal.valueOf(perMille, 1).toPlainString() + "%";
    assertEquals(isRight, claim(Integer.toString(claimed), percent).admits(Rational.of(truth)));
  }

  @Property
  void anAbsoluteToleranceIsADistance(
      @ForAll @IntRange(min = -2000, max = 2000) int claimed,
      @ForAll @IntRange(min = -2000, max = 2000) int truth,
      @ForAll @IntRange(min = 0, max = 4000) int tolerance) {
    assertEquals(
        Math.abs(claimed - truth) <= tolerance,
        claim(Integer.toString(claimed), Integer.toString(tolerance)).admits(Rational.of(truth)));
  }

  /** A ball decides for all of its points, or not at all. */
  @Property
  void aBallDecidesWhatBothOfItsEndsSay(
      @ForAll @IntRange(min = -300, max = 300) int middle,
      @ForAll @IntRange(min = 0, max = 200) int radius) {
    ClaimedNumber claimed = claim("1.0", "0.5");
    Ball ball = Ball.of(BigInteger.valueOf(middle), -7, Magnitude.atMost(radius, -7));
    Optional<Boolean> decided =
        claimed.admits(new CertifiedNumber(BigDecimal.ONE, ball, Optional.empty(), 20));
    boolean first = claimed.admits(ball.lower());
    boolean last = claimed.admits(ball.upper());
    boolean isAround =
        ball.lower().compareTo(claimed.least()) < 0 && ball.upper().compareTo(claimed.most()) > 0;
    assertEquals(
        first && last
            ? Optional.of(true)
            : first || last || isAround ? Optional.empty() : Optional.of(false),
        decided);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "0e5", "1/3", "-7/5"})
  void aPlainZeroAndAFractionAreExact(String text) {
    assertEquals(claim(text).least(), claim(text).most());
  }

  @Test
  void aZeroWithDecimalsClaimsThese() {
    assertTrue(claim("0.00").admits(Rational.of(-1, 200)));
    assertFalse(claim("0.00").admits(Rational.of(51, 10_000)));
  }

  @Test
  void zerosAtTheEndAreClaimedAsWell() {
    assertTrue(claim("0.5").admits(Rational.of(54, 100)));
    assertFalse(claim("0.50").admits(Rational.of(54, 100)));
    assertTrue(claim("1e3").admits(Rational.of(1400)));
    assertFalse(claim("1000").admits(Rational.of(1400)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.334,,3",
    "1.50,,3",
    "1200,,4",
    "1/3,,17",
    "0,,6",
    "0.5,1e-6,6",
    "0.5,1%,3",
    "0,1e-3,6"
  })
  void theDigitsAreThoseThatSayWhatIsClaimed(String text, String tolerance, int digits) {
    assertEquals(digits, ClaimedNumber.of(text, Optional.ofNullable(tolerance)).digits());
  }

  @ParameterizedTest
  @CsvSource({
    "'0,5',,'0,5 has a decimal comma: write 0.5'",
    "'1.234,5e-3',,'1.234,5e-3 has a decimal comma: write 1234.5e-3'",
    "x,,'x: expected an exact number such as 2, 1/2 or 0.1'",
    "1/0,,'1/0: the denominator is zero'",
    "1,-1,-1 is negative",
    "1,-1%,-1% is negative",
    "1,'0,1%','0,1 has a decimal comma'",
    "1,100%,100% allows any number: a relative tolerance is below 100%",
    "NaN,,NaN: expected"
  })
  void whatIsNoClaimIsRefused(String text, String tolerance, String message) {
    KernelSpecificationException refused =
        assertThrows(
            KernelSpecificationException.class,
            () -> ClaimedNumber.of(text, Optional.ofNullable(tolerance)));
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
  }
}
