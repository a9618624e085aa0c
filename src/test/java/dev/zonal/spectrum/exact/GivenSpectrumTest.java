package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.spectrum.value.Parity;
import java.math.BigDecimal;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenSpectrumTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static GivenSpectrum spectrum(String specification, int dimension) {
    Structure structure = KernelSpecification.parse(specification).structure();
    return new GivenSpectrum(dimension, (Structure.Spectral) structure);
  }

  /** By mpmath with 40 digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sobolev:s=3/2 3 2 0.053994924715603889602074",
        "sobolev:s=7/3 4 5 0.00023368320381071754872572",
        "intrinsicmatern:nu=5/2 3 3 0.000049366095061333802873785",
        "intrinsicmatern:nu=3/4,length=2 5 4 0.00010102441795072860844184",
        "heat:t=1/10 3 3 0.30119421191220209664498",
        "heat:t=2/3 2 5 0.000000057777485194191397826647",
      })
  void eigenvaluesAreThoseOfTheFormula(String specification, int d, long k, BigDecimal expected) {
    BigDecimal found = spectrum(specification, d).at(k).enclose(OVER).decimal(23).orElseThrow();
    assertEquals(expected.stripTrailingZeros(), found.stripTrailingZeros());
  }

  @Property(tries = 50)
  void theyAreAsAccurateAsOneAsks(
      @ForAll @LongRange(max = 1_000_000_000_000_000_000L) long k,
      @ForAll @IntRange(min = 20, max = 400) int bits) {
    for (String name : new String[] {"sobolev:s=13/7", "intrinsicmatern:nu=1/3,length=1/5"}) {
      assertTrue(
          spectrum(name, 3).at(k).enclose(BallArithmetic.ofBits(bits)).accuracyBits() >= bits);
    }
  }

  @Test
  void integerPowersListsAndPoissonKernelsAreExact() {
    assertEquals(Rational.of(1, 49), spectrum("sobolev:s=2", 3).at(2).rational().orElseThrow());
    assertEquals(Rational.of(1, 8), spectrum("poisson:rho=1/2", 9).at(3).rational().orElseThrow());
    GivenSpectrum list = spectrum("spectrum:[1,-2,0,1/3]", 7);
    assertEquals(Rational.of(-2), list.at(1).rational().orElseThrow());
    assertEquals(Rational.ZERO, list.at(2).rational().orElseThrow());
    assertEquals(Rational.ZERO, list.at(1_000_000_000_000_000_000L).rational().orElseThrow());
    assertTrue(spectrum("sobolev:s=3/2", 3).at(1).rational().isEmpty());
  }

  @Test
  void onlyListsEnd() {
    assertEquals(OptionalLong.of(4), spectrum("spectrum:[1,0,0,1]", 3).zerosFrom(Parity.EVEN));
    assertEquals(OptionalLong.of(5), spectrum("spectrum:[1,0,0,1]", 3).zerosFrom(Parity.ODD));
    assertEquals(OptionalLong.of(0), spectrum("spectrum:[0]", 3).zerosFrom(Parity.EVEN));
    assertTrue(spectrum("heat:t=1", 3).zerosFrom(Parity.EVEN).isEmpty());
  }

  /** Lemma 15.1. */
  @Property(tries = 50)
  void eigenvaluesThatDecayTooSlowlyAreThoseOfNoKernel(
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @IntRange(min = 1, max = 60) int quarters) {
    Rational s = Rational.of(quarters, 4L);
    boolean isKernel = s.compareTo(Rational.of(d - 1L, 2L)) > 0;
    if (isKernel) {
      assertTrue(spectrum("sobolev:s=" + s, d).at(0).rational().isPresent());
    } else {
      String message =
          assertThrows(NotIntegrableException.class, () -> spectrum("sobolev:s=" + s, d))
              .getMessage();
      assertTrue(message.endsWith("s must be above (d-1)/2 = " + Rational.of(d - 1L, 2L)), message);
    }
    assertTrue(spectrum("intrinsicmatern:nu=" + s, d).at(0).enclose(OVER).isPositive());
  }

  @Test
  void anEigenvalueBelowEveryExponentIsRefused() {
    assertThrows(
        DomainException.class,
        () -> spectrum("heat:t=1", 3).at(1_000_000_000_000_000_000L).enclose(OVER));
  }
}
