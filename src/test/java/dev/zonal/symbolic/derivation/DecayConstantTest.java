package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayConstantTest {
  private static Ball value(Derivation derivation, int i, Map<String, Rational> point) {
    return new ExpressionEvaluator(BallArithmetic.ofBits(200), point)
        .evaluate(derivation.definitions(), List.of(derivation.result().get(i).right()))
        .get(0);
  }

  @Test
  void theConstantOfTheLaplaceKernelInThreeDimensionsIsC() {
    // -A_1 2^(d-2) Gamma(d/2)^2/Pi = 2 c (Pi/4)/Pi = c/2
    Derivation derivation = Derivations.constant("laplace:c=c", 3);
    Map<String, Rational> point = Map.of("c", Rational.of(7, 3), "d", Rational.of(3));
    assertTrue(value(derivation, 0, point).contains(Rational.of(7, 6)));
    assertTrue(value(derivation, 1, point).contains(Rational.of(7, 6)));
  }

  @Test
  void evenAndOddFrequenciesHaveConstantsOfTheirOwn() {
    Derivation derivation = Derivations.constant("resntk:L=3,alpha=alpha", 1);
    Map<String, Rational> point = Map.of("alpha", Rational.of(1, 2), "d", Rational.of(2));
    // -(A_1 +- B_1)/Pi for d = 2, from the known A_1 and B_1
    double even = (0.22281692032865347008 + 0.038200632110803292645) / Math.PI;
    double odd = (0.22281692032865347008 - 0.038200632110803292645) / Math.PI;
    assertEquals(even, value(derivation, 0, point).toDouble(), 1e-15);
    assertEquals(odd, value(derivation, 1, point).toDouble(), 1e-15);
  }

  @Test
  void oneLayerWithoutBiasHasNoOddEigenvaluesToDecay() {
    Derivation derivation = Derivations.constant("fcntk:L=1", 1);
    assertTrue(derivation.result().get(1).right().isZero());
    String zeros = "the odd eigenvalues are exactly zero from $k = 3$ on";
    assertTrue(derivation.title().contains(zeros), derivation.title());
  }

  @ParameterizedTest
  @CsvSource({"-1/2, false", "-1, true", "-2, true", "-7/2, true", "-1000, true", "7/2, false"})
  void aSingularPowerHasItsLawInTheDimensionsThatAllowIt(String s, boolean says) {
    Derivation derivation = Derivations.constant("chord:s=" + s, 1);
    int least = ChordPowerSpectrum.leastDimension(Rational.parse(s));
    assertEquals(
        says, derivation.title().endsWith(", for $d \\ge " + least + "$"), derivation.title());
  }

  @Test
  void aGaussianProcessDecaysByTwoOrdersMore() {
    Derivation derivation = Derivations.constant("fcnngp:L=2", 1);
    assertTrue(derivation.title().contains("k^{d+2}"));
  }

  @Test
  void forSymbolicDepthTheMeanOfBothParitiesIsGiven() {
    Derivation derivation = Derivations.constant("fcntk:L=L", 1);
    Map<String, Rational> point = Map.of("L", Rational.of(6), "d", Rational.of(4));
    // L/(2 Pi) * 4 * 1/Pi; behind the rules of the product and the constants of both parities
    Ball expected =
        new ExpressionEvaluator(BallArithmetic.ofBits(200), Map.of())
            .evaluate(Symja.parse("12/Pi^2"));
    int mean = derivation.result().size() - 1;
    assertTrue(value(derivation, mean, point).overlaps(expected));
  }

  /** docs/theory.md, Proposition 13.8. */
  @ParameterizedTest
  @CsvSource({
    "'resntk:L=L,alpha=L^(-1/2)', -1/Pi",
    "'resntk:L=L,alpha=L^(-1/2),train=all', -3/(4*Pi)",
    "'resntk:L=L,alpha=L^(-2/3)', -1/(2*Pi)",
    "'resntk:L=L,alpha=L^(-1)', -1/(2*Pi)",
    "'resntk:L=L,alpha=L^(-1/3)', ",
    "'resntk:L=L,alpha=alpha', ",
    "fcntk:L=L, ",
    "fcnngp:L=L, "
  })
  void aBranchWeightThatFallsWithTheDepthHasAFiniteLimit(String kernel, String limit) {
    List<Equation> first = Derivations.firstCoefficient(kernel, null).result();
    List<Equation> constants = Derivations.constant(kernel, 1).result();
    assertEquals(limit == null ? 1 : 2, first.size());
    String last = constants.get(constants.size() - 1).left().toString();
    assertEquals(limit == null ? "average" : "limit", last);
    if (limit != null) {
      assertEquals(limit, Format.SYMJA.render(first.get(1).right()));
    }
  }

  /** k^(7/2) eta_k of exp(-r^(3/2)) in three dimensions, from the program's asymptotics. */
  @Test
  void aPowerThatIsNoIntegerHasALawInOneLine() {
    Derivation derivation = Derivations.constant("gammaexp:c=c,gamma=3/2", 1);
    Map<String, Rational> point = Map.of("c", Rational.ONE, "d", Rational.of(3));
    assertEquals(0.53773739717189061978, value(derivation, 0, point).toDouble(), 1e-15);
    assertEquals(derivation.result().get(0).right(), derivation.result().get(1).right());
    assertTrue(derivation.title().contains("k^{d+1/2}"), derivation.title());
    Derivation singular = Derivations.constant("chord:s=-1/2", 1);
    assertTrue(singular.title().contains("k^{d-3/2}"), singular.title());
  }

  @ParameterizedTest
  @CsvSource({"'ntk:act=erf,L=1'", "'nngp:act=gelu,L=2,sb2=1/5'", "'resntk:act=sin,L=2,alpha=1'"})
  void anAnalyticNetworkHasNoPowerLaw(String kernel) {
    UnsupportedExpressionException refusal =
        assertThrows(UnsupportedExpressionException.class, () -> Derivations.constant(kernel, 1));
    assertTrue(refusal.getMessage().contains("there is no power law"), refusal.getMessage());
  }

  @Test
  void theAbsoluteValueDecaysOverEvenFrequenciesAlone() {
    Derivation derivation = Derivations.constant("ntk:act=abs,L=3", 1);
    assertTrue(derivation.result().get(1).right().isZero());
    assertTrue(derivation.title().contains("the odd eigenvalues are exactly zero from $k = 1$ on"));
  }

  /** For d = 3 the constant of docs/theory.md, Proposition 12.14, is nu c^(2nu). */
  @Test
  void theConstantOfAMaternKernelIsOneFormula() {
    for (String nu : new String[] {"7/10", "1", "2", "9/4"}) {
      Derivation derivation = Derivations.constant("matern:nu=" + nu + ",c=2", 1);
      Ball value =
          ExpressionEvaluator.value(
              Symja.replace(derivation.result().get(0).right(), Symja.symbol("d"), Symja.of(3)),
              100);
      BallArithmetic over = BallArithmetic.ofBits(100);
      Rational smoothness = Rational.parse(nu);
      Ball expected = over.scale(over.power(over.of(2), smoothness.multiply(2)), smoothness);
      assertTrue(value.overlaps(expected), nu + ": " + value);
    }
  }
}
