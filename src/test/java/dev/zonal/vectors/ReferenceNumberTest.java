package dev.zonal.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.grid.CertifiedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The double beside a number is the nearest one, and its distance no larger than what is said. */
class ReferenceNumberTest {
  private static final BigDecimal TIE = BigDecimal.ONE.add(new BigDecimal(Math.scalb(1.0, -53)));

  /** A number known to so many digits, and not known to be rational. */
  private static CertifiedNumber known(BigDecimal value, int digits) {
    BallArithmetic over = BallArithmetic.ofBits(4 * digits + 64);
    Ball ball =
        over.of(Rational.of(value))
            .inflate(over.of(Rational.of(BigDecimal.ONE.movePointLeft(digits + 1))));
    return new CertifiedNumber(
        value.round(new MathContext(digits)), ball, Optional.empty(), digits);
  }

  private static ReferenceNumber of(BigDecimal value) {
    return ReferenceNumber.of(17, p -> Certification.certified(known(value, p))).get();
  }

  @Example
  void digitsThatLieOnAnotherSideOfATieDoNotDecide() {
    BigDecimal value = TIE.add(new BigDecimal("1e-40"));
    ReferenceNumber number = of(value);
    assertEquals(1.0, number.number().rounded().doubleValue(), "the digits alone are misleading");
    assertEquals(Math.nextUp(1.0), number.nearest());
    assertEquals(0.5, number.ulps());
    assertEquals(17, number.number().digits());
  }

  @Example
  void digitsAreDoubledUntilTheyDecide() {
    List<Integer> asked = new ArrayList<>();
    BigDecimal value = TIE.add(new BigDecimal("1e-40"));
    ReferenceNumber.of(
        17,
        p -> {
          asked.add(p);
          return Certification.certified(known(value, p));
        });
    assertEquals(List.of(17, 34, 68), asked);
  }

  @Example
  void aTieThatIsNotKnownToBeOneIsRefused() {
    Certification<ReferenceNumber> number =
        ReferenceNumber.of(17, p -> Certification.certified(known(TIE, p)));
    assertFalse(number.isCertified());
    assertTrue(number.refusal().orElseThrow().contains("no precision decides"));
  }

  @Example
  void aTieThatIsKnownGoesToTheEvenDouble() {
    CertifiedNumber tie =
        new CertifiedNumber(TIE, Ball.exact(1), Optional.of(PiRational.of(Rational.of(TIE))), 17);
    ReferenceNumber number = ReferenceNumber.of(17, p -> Certification.certified(tie)).get();
    assertEquals(1.0, number.nearest());
    assertEquals(0.5, number.ulps());
  }

  @Property(tries = 200)
  void theDistanceIsRoundedUpFromTheFartherEndOfTheEnclosure(
      @ForAll @DoubleRange(min = 1.01, max = 1.99) double near,
      @ForAll @DoubleRange(min = -0.45, max = 0.45) double share) {
    BigDecimal ulp = new BigDecimal(Math.ulp(1.0));
    ReferenceNumber number = of(new BigDecimal(near).add(ulp.multiply(new BigDecimal(share))));
    assertEquals(near, number.nearest());
    double farther = Math.abs(share) + 1e-18 / Math.ulp(1.0);
    assertTrue(number.ulps() >= farther - 1e-9 && number.ulps() <= farther + 0.001 + 1e-9);
  }
}
