package dev.zonal.symbolic.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.kernel.WrittenKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class ParameterDerivationTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(400);
  private static final int POINTS = 10;
  private static final int DEEPEST = 6;

  private static Derivation formulas(String request, String specification) {
    return switch (request) {
      case "recursion" -> Derivations.recursion(specification, false);
      case "near" -> Derivations.expansion(specification, 3, End.COINCIDENCE);
      case "first" -> Derivations.expansion(specification, 3, null);
      case "eigenvalue" -> Derivations.eigenvalue(specification, null, null);
      case "eta2" -> Derivations.eigenvalue(specification, 2, 3);
      default -> Derivations.constant(specification, 1);
    };
  }

  private static Derivation derived(String request, String specification, Variation variation) {
    return ParameterDerivation.of(specification, formulas(request, specification), variation);
  }

  private static Ball kernel(String specification, Map<String, Rational> point) {
    return new WrittenKernel(specification)
        .at(point)
        .evaluate(BALLS, ChordAngle.ofCosine(BALLS, point.get("u")));
  }

  private static Ball value(Derivation derivation, int index, Map<String, Rational> point) {
    return new ExpressionEvaluator(BALLS, point)
        .evaluate(derivation.definitions(), List.of(derivation.result().get(index).right()))
        .get(0);
  }

  private static Map<String, Rational> point(String specification, SplittableRandom random) {
    Map<String, Rational> point =
        new TreeMap<>(new WrittenKernel(specification).point(random, DEEPEST));
    point.put("u", Rational.of(random.nextInt(-99, 100), 100));
    return point;
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=2,alpha=alpha | alpha",
        "resntk:L=2,alpha=alpha,tau=tau | tau",
        "fcntk:L=2,beta=beta,bias=propagated | beta",
        "resnngp:act=sin,L=1,alpha=a,sw2=w | w",
        "ntk:act=erf,L=1,sw2=w | w",
        "ntk:act=leaky,slope=-1/3,L=1,sw2=w,sb2=g | g",
        "laplace:c=c | c",
        "gammaexp:c=c,gamma=1/2 | c"
      })
  void aDerivativeIsTheQuotientOfDifferencesOfCertifiedValues(String spec, String parameter) {
    Derivation derivative = derived("recursion", spec, Variation.derivative(parameter));
    Rational step = Rational.of(2).pow(100).reciprocal();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = point(spec, random);
      Map<String, Rational> above = new TreeMap<>(point);
      above.merge(parameter, step, Rational::add);
      Map<String, Rational> below = new TreeMap<>(point);
      below.merge(parameter, step.negate(), Rational::add);
      Ball difference = BALLS.subtract(kernel(spec, above), kernel(spec, below));
      Ball quotient = BALLS.scale(difference, step.multiply(2).reciprocal());
      Ball error = BALLS.subtract(quotient, value(derivative, 0, point));
      // What is left is a third derivative times the square of the step.
      assertTrue(error.binaryOrder() < -150, () -> spec + " at " + point + ": " + error);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=2,alpha=alpha | alpha=0",
        "resntk:L=3,alpha=alpha | alpha=infinity",
        "resntk:L=2,alpha=alpha | alpha=3/2",
        "fcntk:L=2,beta=beta | beta=0",
        "laplace:c=c | c=0",
        "laplace:c=c | c=1",
        "gaussian:c=c | c=1",
        "ntk:act=erf,L=1,sw2=w | w=1"
      })
  void aPartialSumMissesTheCertifiedValueByTheNextTerms(String spec, String place) {
    Variation variation = Variation.series(place, 4);
    Derivation series = derived("recursion", spec, variation);
    SplittableRandom random = new SplittableRandom(11);
    Rational t = Rational.of(2).pow(40).reciprocal();
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = point(spec, random);
      point.put(variation.parameter(), variation.near(t));
      Ball sum = BALLS.of(0);
      for (int j = 0; j < series.result().size(); j++) {
        int power = series.result().get(j).left().first().toIntDefault();
        sum = BALLS.add(sum, BALLS.scale(value(series, j, point), t.pow(power)));
      }
      Ball error = BALLS.subtract(kernel(spec, point), sum);
      // t^5 = 2^-200; coefficients are no larger than 2^30 at these points.
      assertTrue(error.binaryOrder() < -170, () -> spec + " at " + point + ": " + error);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first | resntk:L=L,alpha=alpha | alpha=0 | A(1,0) = -1/(2*Pi); A(1,2) = -(L-1)/(2*Pi)",
        "first | resntk:L=L,alpha=alpha | alpha=infinity | A(1,0) = -L/(2*Pi); A(1,2) = (L-1)/(2*Pi)",
        "near | laplace:c=c | c=infinity | A(0,0) = 1; A(1,-1) = -1; A(2,-2) = 1/2; A(3,-3) = -1/6",
        "near | fcntk:L=1,beta=g | g=0 | A(0,0) = 1; A(1,0) = -1/(2*Pi)",
        "constant | laplace:c=c | c=infinity | even(-1) = 2^(d-2)*Gamma(d/2)^2/Pi",
        "eta2 | laplace:c=c | c=0 | eta(2,1) = 4/105; eta(2,3) = -8/315"
      })
  void theCoefficientsAre(String request, String spec, String place, String expected) {
    Derivation series = derived(request, spec, Variation.series(place, 3));
    List<String> names = series.result().stream().map(e -> e.left().toString()).toList();
    for (String line : expected.split("; ")) {
      String[] sides = line.split(" = ");
      int at = names.indexOf(sides[0]);
      assertTrue(at >= 0, () -> sides[0] + " is not among " + names);
      IExpr difference = F.Subtract(Symja.parse(sides[1]), series.result().get(at).right());
      assertTrue(Symja.rational(difference).isZero(), difference::toString);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "constant | resntk:L=2,alpha=a | a",
        "constant | resntk:L=L,alpha=a | a",
        "first | resntk:L=L,alpha=alpha,tau=tau | alpha",
        "near | fcntk:L=2,beta=g | g",
        "eigenvalue | resntk:L=1,alpha=alpha,tau=tau | tau",
        "eigenvalue | gaussian:c=c | c",
        "eta2 | laplace:c=c | c",
        "recursion | matern:nu=1,c=c | c"
      })
  void everyKindOfFormulaHasDerivatives(String request, String spec, String parameter) {
    assertTrue(
        derived(request, spec, Variation.derivative(parameter)).verification().contains("50"));
  }

  static Stream<Variation> variations() {
    return Stream.of(
        Variation.derivative("alpha"),
        Variation.series("alpha=0", 2),
        Variation.series("alpha=infinity", 2));
  }

  /** Changed by one part in 10^45, each coefficient is noticed. */
  @ParameterizedTest
  @MethodSource("variations")
  void aChangedCoefficientIsNoticed(Variation variation) {
    String spec = "resntk:L=2,alpha=alpha";
    Derivation given = formulas("constant", spec);
    Derivation right = ParameterDerivation.of(spec, given, variation);
    ParameterDerivation check = new ParameterDerivation(spec, given, variation);
    int first = variation.isDerivative() ? 1 : 0;
    check.verify(right, List.of(first, first));
    for (int i = 0; i < right.result().size(); i++) {
      List<Equation> changed = new ArrayList<>(right.result());
      changed.set(i, changed.get(i).withRight(e -> Symja.product(e, Symja.parse("1 + 10^(-45)"))));
      assertThrows(
          IdentityException.class,
          () -> check.verify(right.withResult(changed), List.of(first, first)));
      List<Equation> fewer = new ArrayList<>(right.result());
      fewer.remove(i);
      assertThrows(
          IdentityException.class,
          () -> check.verify(right.withResult(fewer), List.of(first, first)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recursion | laplace:c=c | c=infinity | an essential singularity",
        "recursion | matern:nu=1,c=c | c=0 | BesselK of what vanishes",
        "near | matern:nu=3/4,c=c | c=0 | the power 3/2",
        "recursion | laplace:c=c | b=0 | no parameter with the name b; it has c",
        "recursion | laplace:c=1 | c=0 | no parameter with the name c; it has none",
        "recursion | laplace:c=c | c=-1 | no such kernel for c close to -1",
        "recursion | resntk:L=L,alpha=alpha | alpha=0 | give L",
        "eigenvalue | matern:nu=1,c=c | c=1 | terms have logarithms"
      })
  void whatHasNoSeriesIsRefusedWithTheReason(
      String request, String spec, String place, String reason) {
    Derivation given = formulas(request, spec);
    Variation variation = Variation.series(place, 2);
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> ParameterDerivation.of(spec, given, variation));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alpha", "alpha=", "=0", "alpha=x", "alpha=1/0", "alpha=0.5", "alpha=0 1"})
  void aSeriesIsAskedForByNameAndPlace(String text) {
    assertThrows(UnsupportedExpressionException.class, () -> Variation.series(text, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13})
  void theOrderHasALimit(int order) {
    assertThrows(UnsupportedExpressionException.class, () -> Variation.series("alpha=0", order));
  }
}
