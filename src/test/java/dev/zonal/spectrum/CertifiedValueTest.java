package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertifiedValueTest {

  @ParameterizedTest
  @MethodSource("references")
  void independentValuesAreReproduced(String kernel, String u, String expected) throws Exception {
    // The reference is rounded to 50 digits already: a digit is left for that.
    BigDecimal reference = new BigDecimal(expected);
    CertifiedValue value = of(kernel, u, 49);
    BigDecimal tolerance = reference.ulp().max(value.rounded().ulp());
    assertTrue(value.rounded().subtract(reference).abs().compareTo(tolerance) <= 0);
    assertTrue(value.enclosure().accuracyBits() > 160);
  }

  static Stream<Arguments> references() throws IOException {
    try (var in = CertifiedValueTest.class.getResourceAsStream("/reference/kernels.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).map(line -> Arguments.of((Object[]) line.split("\t"))).toList().stream();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fcntk:L=1 | -1 | 0",
        "fcntk:L=1,beta=1/2 | 1 | 1",
        "fcntk:L=7 | 1 | 1",
        "fcnngp:L=1 | -1 | 0",
        "resntk:L=1,alpha=3 | -1 | 0",
        "resntk:L=100,alpha=L^(-1/3) | 1 | 1",
        "resnngp:L=1,alpha=1 | -1 | -1/2",
        "arccos:n=0 | 0 | 1/2",
        "arccos:n=0 | -1/2 | 1/3",
        "arccos:n=1 | -1 | 0",
        "laplace:c=3 | 1 | 1",
        "gaussian:c=3 | 1 | 1",
        "chord:s=1 | -1 | 2",
        "chord:s=3 | 1 | 0",
        "polynomial:[0,1/3,2/3] | 1/2 | 1/3",
        "polynomial:[1/4,0,-1] | -1/2 | 0",
      })
  void valuesKnownToBeRationalAreRoundedFromTheRational(String kernel, String u, String expected)
      throws Exception {
    Rational exact = Rational.parse(expected);
    BigDecimal rounded =
        new BigDecimal(exact.numerator())
            .divide(
                new BigDecimal(exact.denominator()), new MathContext(3, RoundingMode.HALF_EVEN));
    assertEquals(0, of(kernel, u, 3).rounded().compareTo(rounded));
    assertTrue(of(kernel, u, 3).enclosure().contains(exact));
  }

  @ParameterizedTest
  @CsvSource({"1/8, 2, 0.12", "3/8, 2, 0.38", "5/8, 2, 0.62", "-5/8, 2, -0.62", "1/8, 1, 0.1"})
  void tiesGoToTheEvenDigit(String coefficient, int digits, String expected) throws Exception {
    CertifiedValue value = of("polynomial:[" + coefficient + "]", "0", digits);
    assertEquals(0, value.rounded().compareTo(new BigDecimal(expected)));
  }

  private static CertifiedValue of(String kernel, String u, int digits) throws Exception {
    Kernel parsed = KernelSpecification.parse(kernel);
    return CertifiedValue.of(parsed, Scale.UNIT, Rational.parse(u), digits).orElseThrow();
  }
}
