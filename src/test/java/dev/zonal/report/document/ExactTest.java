package dev.zonal.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ExactTest {

  @Property(tries = 100)
  void exactNumbersAreWrittenInOneForm(
      @ForAll @LongRange(min = -1000, max = 1000) long numerator,
      @ForAll @LongRange(min = 1, max = 1000) long denominator,
      @ForAll @IntRange(min = -5, max = 5) int power) {
    Rational rational = Rational.of(numerator, denominator);
    String text = Exact.of(new PiRational(rational, power));
    String[] parts = text.split("\\*pi\\^");
    String[] fraction = parts[0].split("/");
    assertEquals(
        rational,
        Rational.of(
            new BigInteger(fraction[0]), new BigInteger(fraction.length > 1 ? fraction[1] : "1")));
    int expected = numerator == 0 ? 0 : power;
    assertEquals(expected, parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    assertTrue(expected != 0 || parts.length == 1);
  }
}
