package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.testkit.Kernels;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one grammar of numbers, for parameters and for points. */
class NumberSyntaxTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "+2, 2",
    "-2, -2",
    "007, 7",
    "1/2, 1/2",
    "+1/2, 1/2",
    "-2/4, -1/2",
    "0/7, 0",
    "0.1, 1/10",
    ".5, 1/2",
    "-.5, -1/2",
    "0., 0",
    "3., 3",
    "1e-3, 1/1000",
    "1E+2, 100",
    "2.50e1, 25",
    ".5e1, 5"
  })
  void aNumberIsWhatItSays(String written, String value) {
    assertEquals(value, NumberSyntax.rational("x", written).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "1/",
        "/2",
        "1/-2",
        "1//2",
        "1/2/3",
        "1.5/2",
        "--1",
        "+-1",
        "1e",
        "e1",
        "1e1.5",
        "0x1",
        "1_0",
        " 1",
        "1 ",
        "1,5",
        "٣",
        "１",
        "NaN",
        "Infinity",
        "1f",
        "1d"
      })
  void whatIsNoNumberIsRefusedInOneLine(String written) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, () -> NumberSyntax.rational("x", written));
    assertTrue(refusal.getMessage().startsWith("x: expected an exact number"));
  }

  @Test
  void theSizeOfANumberIsBounded() {
    String nines = "9".repeat(1000);
    assertEquals(nines, NumberSyntax.rational("x", nines).toString());
    for (String beyond :
        new String[] {"1" + nines, "1/1" + nines, "." + nines + "9", nines + "e1"}) {
      String message =
          assertThrows(KernelSpecificationException.class, () -> NumberSyntax.rational("x", beyond))
              .getMessage();
      assertTrue(message.contains("at most 1000 digits"), message);
    }
    assertThrows(
        KernelSpecificationException.class, () -> NumberSyntax.rational("x", "1e1000000000"));
    assertThrows(KernelSpecificationException.class, () -> NumberSyntax.rational("x", "1/0"));
  }

  @Property
  void whatIsPrintedIsReadAgain(@ForAll("cosines") Rational x) {
    assertEquals(x, NumberSyntax.rational("x", x.toString()));
    assertEquals(x, Rational.parse(x.toString()));
  }

  @Property
  void aDecimalIsTheNumberOfBigDecimal(@ForAll("decimals") BigDecimal x) {
    Rational read = NumberSyntax.rational("x", x.toString());
    assertEquals(0, read.decimal(60).compareTo(x));
    assertEquals(Rational.of(x), read);
  }

  @Property
  void aRootIsTheNumberThatItSaysAndIsReadAgainAsPrinted(
      @ForAll @IntRange(min = 1, max = 30) int p,
      @ForAll @IntRange(min = 1, max = 30) int q,
      @ForAll @IntRange(min = 1, max = 30) int base,
      @ForAll @IntRange(min = -5, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 6) int m,
      @ForAll boolean isDivisor) {
    String power = "(%s/7)^(%s/%s)".formatted(base, n, m);
    String written = "%s/%s%s%s/11".formatted(p, q, isDivisor ? "/" : "*", power);
    Parameter number = NumberSyntax.root("c", written);
    double radical = Math.pow(base / 7.0, (double) n / m);
    double expected = (double) p / q * (isDivisor ? 1 / radical : radical) / 11;
    assertEquals(expected, number.in(new DoubleArithmetic()), 1e-12 * expected);
    assertEquals(number, NumberSyntax.root("c", number.toString()));
    assertEquals(number.toString(), NumberSyntax.root("c", number.toString()).toString());
  }

  @Property
  void theRateOfALengthIsTheOneOfTheLiterature(
      @ForAll @IntRange(min = 1, max = 30) int p, @ForAll @IntRange(min = 1, max = 30) int q) {
    double length = (double) p / q;
    assertEquals(1 / length, rate("laplace:", p, q), 1e-12 / length);
    assertEquals(1 / (2 * length * length), rate("gaussian:", p, q), 1e-12 / (length * length));
    assertEquals(Math.sqrt(5) / length, rate("matern:nu=5/2,", p, q), 1e-11 / length);
    double power = Math.pow(length, -1.25);
    assertEquals(power, rate("gammaexp:gamma=5/4,", p, q), 1e-12 * power);
  }

  private static double rate(String kernel, int p, int q) {
    Kernel read = KernelSpecification.parse(kernel + "length=" + p + "/" + q);
    return ((Structure.Radial) read.structure()).rate().in(new DoubleArithmetic());
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
        .ofScale(12);
  }
}
