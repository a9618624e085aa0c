package dev.zonal.symbolic.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.derivation.FirstCoefficient;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

class ExactChordExpansionTest {
  private static ExactChordExpansion expansion(String specification, End end, int order) {
    return ExactChordExpansion.of(SymbolicKernel.parse(specification), end, order);
  }

  private static Ball value(ExactChordExpansion expansion, int n, Map<String, Rational> point) {
    return new ExpressionEvaluator(BallArithmetic.ofBits(256), point)
        .evaluate(expansion.definitions(), List.of(expansion.coefficients().get(n)))
        .get(0);
  }

  @Test
  void twelveCoefficientsWithSymbolicAlphaTakeAtMostTwentySeconds() {
    assertTimeout(
        Duration.ofSeconds(20), () -> expansion("resntk:L=3,alpha=alpha", End.COINCIDENCE, 12));
  }

  @Test
  @Tag("long")
  void fortyCoefficientsAtBothEndsTakeAtMostSixtySeconds() {
    Derivation derivation =
        assertTimeout(
            Duration.ofSeconds(60), () -> Derivations.expansion("resntk:L=3,alpha=1/2", 40, null));
    assertEquals(82, derivation.result().size());
    // The terms grow with the order, not with a power of it.
    assertTrue(Format.SYMJA.render(derivation, false).length() < 400_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=3,alpha=1/2", "resntk:L=2,alpha=alpha,tau=tau", "fcntk:L=3"})
  void theNamesOfLongFactorsStandForWhatMultiplyingOutGives(String specification) {
    SymbolicKernel kernel = SymbolicKernel.parse(specification);
    Map<String, Rational> point = kernel.randomParameters(new SplittableRandom(1));
    ExactChordExpansion named = ExactChordExpansion.of(kernel, End.ANTIPODE, 10);
    ExactChordExpansion whole = ExactChordExpansion.multipliedOut(kernel, End.ANTIPODE, 10);
    for (int n = 0; n <= 10; n++) {
      assertTrue(value(named, n, point).overlaps(value(whole, n, point)));
    }
  }

  @Test
  void theCoefficientsAreSymbolicInSigmaAndPi() {
    ExactChordExpansion expansion = expansion("resntk:L=3,alpha=alpha", End.COINCIDENCE, 3);
    assertEquals("-(1/2 + sigma)/Pi", Format.SYMJA.render(expansion.coefficients().get(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "resntk:L=3, 1/2, -0.22281692032865347008, -0.038200632110803292645",
    "resntk:L=10, 1, -0.87535218700542434673, -0.001690077378426358744"
  })
  void theFirstCoefficientsHaveTheKnownValues(
      String kernel, String alpha, String first, String antipodal) {
    String specification = kernel + ",alpha=" + alpha;
    assertRounded(first, value(expansion(specification, End.COINCIDENCE, 1), 1, Map.of()));
    assertRounded(antipodal, value(expansion(specification, End.ANTIPODE, 1), 1, Map.of()));
  }

  private static void assertRounded(String expected, Ball value) {
    BigDecimal decimal = new BigDecimal(expected);
    assertEquals(0, decimal.compareTo(value.decimal(decimal.precision()).orElseThrow()));
  }

  @Test
  void theThirdAntipodalCoefficientOfTwoBlocksIsExact() {
    ExactChordExpansion expansion = expansion("resntk:L=2,alpha=1", End.ANTIPODE, 3);
    IExpr expected = Symja.parse("(23/(36*Pi)-5/(12*Sqrt(3)*Pi^2))/4");
    Ball difference =
        new ExpressionEvaluator(BallArithmetic.ofBits(256), Map.of())
            .evaluate(Symja.sum(expansion.coefficients().get(3), expected.negate()));
    assertTrue(difference.containsZero());
    assertEquals(
        "23/(144*Pi) - 5/(48*Sqrt(3)*Pi^2)", Format.SYMJA.render(expansion.coefficients().get(3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=3",
        "fcntk:L=2,beta=beta",
        "fcntk:L=2,beta=beta,bias=propagated",
        "fcnngp:L=2,beta=beta,bias=propagated",
        "resnngp:L=3,alpha=alpha",
        "resntk:L=3,alpha=L^(-1/3)",
        "resntk:L=2,alpha=alpha,tau=tau,train=all",
        "laplace:c=c",
        "matern:nu=3/2,c=c",
        "arccos:n=0",
        "ntk:act=leaky,slope=1/10,L=2,sw2=3/2,sb2=1/10",
        "ntk:act=abs,L=2",
        "nngp:act=relu,power=3,L=2,sw2=1/2,sb2=1/3",
        "nngp:act=sign,L=1",
        "resntk:act=leaky,slope=-1/2,L=2,alpha=alpha,sw2=w"
      })
  void bothExpansionsPassTheirCheckForEveryKindOfKernel(String specification) {
    for (End end : End.values()) {
      assertEquals(6, expansion(specification, end, 5).coefficients().size());
    }
  }

  @Test
  void aBiasedNetworkBringsTheSquareRootOfItsLayers() {
    ExactChordExpansion expansion =
        expansion("fcntk:L=1,beta=1,bias=propagated", End.COINCIDENCE, 1);
    assertTrue(Format.SYMJA.render(expansion.coefficients().get(1)).contains("Sqrt(2)"));
  }

  @Test
  void aMutatedCoefficientIsCaught() {
    ExactChordExpansion good = expansion("resntk:L=2,alpha=1", End.COINCIDENCE, 3);
    Ball right = value(good, 3, Map.of());
    Ball wrong =
        new ExpressionEvaluator(BallArithmetic.ofBits(256), Map.of())
            .evaluate(Symja.parse("19/(32*Pi) - 1/(73*Pi^3)"));
    assertThrows(
        IdentityException.class,
        () ->
            new Verification("A_3")
                .check(r -> Map.of(), (o, p) -> List.of(right), (o, p) -> List.of(wrong)));
  }

  @ParameterizedTest
  @CsvSource({
    "'resntk:L=L,alpha=alpha', -(1 + L*sigma - sigma)/(2*Pi)",
    "'fcntk:L=L,beta=beta', -L/(2*Pi)",
    "'resnngp:L=L,alpha=alpha', 0",
    "'fcnngp:L=L,beta=beta,bias=propagated', 0",
    "'fcntk:L=L,beta=beta,bias=propagated', -v^2*(1 - x)*x/(Pi*(1 - v)*(1 + v*x))",
    "'fcntk:L=L,beta=1/2,bias=propagated', -v^2*(1 - x)*x/(Pi*(1 - v)*(1 + v*x))",
    "'ntk:act=leaky,slope=1/10,L=L', -81*L/(202*Pi)",
    "'nngp:act=leaky,slope=1/10,L=L,sw2=w', 0",
    "'resntk:L=L,alpha=alpha,tau=tau',"
        + " -L*sigma*(1 + L*sigma + tau^2 - sigma)/(Pi*(2*L*sigma + tau^2 - tau^2*x))"
  })
  void theFirstCoefficientIsDerivedForEveryDepth(String specification, String expected) {
    Derivation derivation = FirstCoefficient.of(SymbolicKernel.parse(specification));
    assertEquals(expected, Format.SYMJA.render(derivation.result().get(0).right()));
  }

  private static String series(String kernel, int n) {
    Derivation derivation = Derivations.expansion(kernel, n, null);
    return Format.SYMJA.render(derivation.result().get(n).right());
  }

  @Test
  void anAnalyticNetworkHasItsPowerSeriesInU() {
    assertEquals("E^(-w)*w^3/6", series("nngp:act=exp,L=1,sw2=w", 3));
    for (int n = 0; n <= 4; n++) {
      assertEquals(n % 2 == 0, series("ntk:act=erf,L=2", n).equals("0"), "erf is odd: " + n);
      assertEquals(n % 2 == 1, series("nngp:act=cos,L=2", n).equals("0"), "cos is even: " + n);
    }
    assertEquals("0", series("ntk:act=gelu,L=1", 3));
  }

  /** Multiplied out they have a hundred thousand characters, or do not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=sin,L=2,sw2=w,sb2=h",
        "nngp:act=cos,L=3,sw2=3/2,sb2=1/10",
        "ntk:act=gelu,L=2,sw2=w,sb2=h",
        "resntk:act=cos,L=2,alpha=alpha,sw2=w",
        "ntk:act=exp,L=2,sw2=w,sb2=h",
        "ntk:act=erf,L=5,sw2=w"
      })
  void severalAnalyticLayersHaveShortCoefficients(String specification) {
    Derivation derivation =
        assertTimeout(
            Duration.ofSeconds(20), () -> Derivations.expansion(specification, 5, End.EQUATOR));
    int length = Format.SYMJA.render(derivation, false).length();
    assertTrue(length < 12_000, specification + " takes " + length);
  }

  /** exp(e^(u+1) - e^2) has b_2 = e^(1+e-e^2) (1 + e)/2. */
  @Test
  void theSeriesOfAnExponentialOfAnExponentialIsKnown() {
    Derivation derivation = Derivations.expansion("nngp:act=exp,L=2", 2, End.EQUATOR);
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball e = over.exp(over.of(1));
    Ball exponent = over.subtract(over.add(over.of(1), e), over.square(e));
    Ball expected =
        over.scale(over.multiply(over.exp(exponent), over.add(over.of(1), e)), Rational.of(1, 2));
    Ball second =
        new ExpressionEvaluator(over, Map.of())
            .evaluate(derivation.definitions(), List.of(derivation.result().get(2).right()))
            .get(0);
    assertTrue(second.overlaps(expected), second + " is not " + expected);
    assertTrue(second.accuracyBits() > 150);
  }

  /** The series at u = 1/7 with enough terms, against the kernel. */
  @Test
  void theNamesAtTheEquatorStandForTheSeriesOfTheKernel() {
    String specification = "nngp:act=cos,L=2,sw2=1/2";
    Derivation derivation = Derivations.expansion(specification, 30, End.EQUATOR);
    BallArithmetic over = BallArithmetic.ofBits(200);
    ExpressionEvaluator at = new ExpressionEvaluator(over, Map.of());
    List<Ball> coefficients =
        at.evaluate(
            derivation.definitions(), derivation.result().stream().map(Equation::right).toList());
    Ball u = over.of(Rational.of(1, 7));
    Ball sum = over.of(0);
    for (int n = coefficients.size() - 1; n >= 0; n--) {
      sum = over.add(over.multiply(sum, u), coefficients.get(n));
    }
    Ball value =
        KernelSpecification.parse(specification)
            .evaluate(over, ChordAngle.ofCosine(over, Rational.of(1, 7)));
    double distance = over.subtract(sum, value).abs().toDouble();
    assertTrue(distance < 1e-24, "differs by " + distance);
  }

  /** Known since Cho and Saul: (1/pi + u + ...)/2. */
  @Test
  void everyKernelMayBeExpandedAtTheEquator() {
    Derivation derivation = Derivations.expansion("fcntk:L=1", 4, End.EQUATOR);
    List<String> expected = List.of("1/(2*Pi)", "1/2", "3/(4*Pi)", "0", "5/(48*Pi)");
    for (int n = 0; n <= 4; n++) {
      assertEquals(expected.get(n), Format.SYMJA.render(derivation.result().get(n).right()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'ntk:act=erf,L=1', even powers of the chords only",
    "'ntk:act=relu,L=2,sw2=w,sb2=c', give numbers for sw2 and sb2",
    "'ntk:act=erf,L=L', no form for a symbolic depth",
    "'ntk:act=erf,L=2,sw2=w,sb2=c', even powers of the chords only",
    "'nngp:act=step,L=3,sw2=w,sb2=c', r^(1/4)",
    "'resnngp:act=sign,L=2,alpha=alpha', r^(1/2)",
    "'nngp:act=tanh,L=2,sw2=w,sb2=c', no closed form; kernel --at has the values",
    "'resntk:act=abs,L=L,alpha=alpha,tau=tau', give L"
  })
  void whatHasNoChordExpansionIsRefusedInWords(String kernel, String reason) {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> Derivations.expansion(kernel, 3, End.COINCIDENCE));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Test
  void gammaExponentialsAreNoPowerSeries() {
    assertThrows(
        RuntimeException.class, () -> expansion("gammaexp:c=1,gamma=1/3", End.COINCIDENCE, 2));
  }
}
