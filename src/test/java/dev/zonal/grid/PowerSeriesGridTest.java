package dev.zonal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/theory.md, Lemma 16.4. */
class PowerSeriesGridTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private static PowerSeriesBlock series(Kernel kernel, int count, int digits, Scale scale) {
    return new PowerSeriesGrid(List.of(kernel), count, digits, scale).compute(Context.NONE).get(0);
  }

  private static PowerSeriesBlock series(String kernel, int count) {
    return series(KernelSpecification.parse(kernel), count, 15, Scale.UNIT);
  }

  private static List<BigDecimal> numbers(PowerSeriesBlock block) {
    assertEquals(List.of(), block.coefficients().gaps());
    return block.coefficients().rows().stream().map(row -> row.number().rounded()).toList();
  }

  @Test
  void theCoefficientsOfTwoLayersAreTheKnownOnes() {
    assertEquals(
        Stream.of(
                "0.228569545427647",
                "0.319371021416876",
                "0.205185624059974",
                "0.0613309772009058",
                "0.0382154246537554")
            .map(BigDecimal::new)
            .toList(),
        numbers(series("fcntk:L=2", 5)));
  }

  @Property(tries = 30)
  void theRestBoundsWhatTheFirstTermsLack(
      @ForAll("summable") String kernel,
      @ForAll @IntRange(min = 1, max = 12) int count,
      @ForAll @IntRange(min = -10, max = 10) int tenths) {
    Kernel f = KernelSpecification.parse(kernel);
    PowerSeriesBlock block = series(f, count, 15, Scale.UNIT);
    Rational u = Rational.of(tenths, 10);
    Ball sum = OVER.of(0);
    for (int n = count - 1; n >= 0; n--) {
      Ball coefficient = block.coefficients().rows().get(n).number().enclosure();
      sum = OVER.add(OVER.scale(sum, u), coefficient);
    }
    Ball value = CertifiedValue.of(f, Scale.UNIT, u, 15).get().enclosure();
    Ball bound = OVER.multiply(block.rest().get(), OVER.power(OVER.of(u), count));
    assertTrue(sum.inflate(bound).overlaps(value));
    if (tenths == 10) {
      assertTrue(OVER.add(sum, block.rest().get()).overlaps(value));
    }
  }

  @Provide
  Arbitrary<String> summable() {
    return Arbitraries.of(
        "laplace:c=1",
        "gaussian:c=2",
        "fcntk:L=2,beta=1/2",
        "resntk:L=2,alpha=1/2",
        "arccos:n=2",
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10",
        "polynomial:[1/3,1/4,0,2]");
  }

  @Test
  void thePaperScaleMultipliesCoefficientsAndRest() {
    Kernel kernel = KernelSpecification.parse("fcntk:L=1");
    PowerSeriesBlock paper = series(kernel, 4, 10, Scale.PAPER);
    PowerSeriesBlock unit = series(kernel, 4, 10, Scale.UNIT);
    Ball twice = OVER.scale(unit.rest().get(), Rational.of(2));
    assertTrue(paper.rest().get().overlaps(twice));
    assertFalse(paper.rest().get().overlaps(unit.rest().get()));
    assertEquals(0, numbers(paper).get(1).compareTo(BigDecimal.ONE));
  }

  @Test
  void aPolynomialIsKnownExactlyAndHasNoRest() {
    PowerSeriesBlock block = series("polynomial:[0,1/8,0,7/8]", 5);
    assertEquals(0, numbers(block).get(1).compareTo(new BigDecimal("0.125")));
    assertEquals(0, numbers(block).get(4).signum());
    assertEquals(0, numbers(block).get(0).signum());
    Ball rest = block.rest().get();
    assertTrue(rest.isExact() && rest.containsZero());
    assertTrue(series("polynomial:[0,1/8,0,7/8]", 3).rest().get().contains(Rational.of(7, 8)));
  }

  /** One eighth is a tie between 0.12 and 0.13. */
  @Test
  void aTieIsRoundedFromTheExactNumber() {
    PowerSeriesBlock block =
        series(KernelSpecification.parse("polynomial:[0,1/8]"), 2, 2, Scale.UNIT);
    assertEquals(0, numbers(block).get(1).compareTo(new BigDecimal("0.12")));
  }

  @ParameterizedTest
  @CsvSource({
    "chord:s=1, the coefficients are not known to be non-negative",
    "'polynomial:[1,-1/2]', the coefficients are not known to be non-negative",
    "chord:s=-1, the coefficients do not add up: f(1) is not finite"
  })
  void noRestIsClaimedWithoutItsHypotheses(String kernel, String reason) {
    assertEquals(reason, series(kernel, 3).rest().refusal().orElseThrow());
  }

  /** kappa_1, of which nothing else is known. */
  private static final class Anonymous implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      return at.kappa1();
    }
  }

  @Test
  void aCoefficientThatMayBeZeroIsNotPrintedAsZero() {
    PowerSeriesBlock block = series(new Anonymous(), 4, 5, Scale.UNIT);
    assertEquals(3, block.coefficients().rows().size());
    Gap<Key.Coefficient> gap = block.coefficients().gaps().get(0);
    assertEquals(3, gap.key().n());
    assertTrue(gap.reason().startsWith("it may be zero, and is at most"), gap.reason());
  }

  @Test
  void aKernelThatIsNotKnownAsASeriesIsRefusedAsAWhole() {
    PowerSeriesBlock block = series("matern:nu=2,c=1", 3);
    assertEquals(3, block.coefficients().gaps().size());
    assertTrue(block.rest().refusal().isPresent());
  }
}
