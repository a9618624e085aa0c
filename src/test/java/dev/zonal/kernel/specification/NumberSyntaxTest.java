package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.testkit.Kernels;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
