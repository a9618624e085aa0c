package dev.zonal.symbolic.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.eval.exception.LimitException;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class NormalFormTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(400);
  private static final List<String> ATOMS =
      List.of(
          "2",
          "3",
          "-1",
          "1/2",
          "-3/4",
          "a",
          "b",
          "d",
          "k",
          "Pi",
          "1/Pi",
          "a^2",
          "1+a^2",
          "d-1",
          "2*k+d-2",
          "Sqrt(1+a^2)",
          "Gamma(d/2)",
          "Gamma(d/2+1)",
          "Gamma((d+3)/2)",
          "Gamma(k+d)",
          "Gamma((k-1)/2)",
          "Gamma((k+d+1)/2)",
          "1/Gamma(k/2)",
          "Pochhammer(-1/2,k)",
          "2^(d-2)",
          "4^k",
          "b^(2*k)",
          "E^(2*b)",
          "ArcCos(1/(1+a^2))",
          "HypergeometricPFQ({d},{d,k+1},b)");

  @Provide
  Arbitrary<String> formulas() {
    return formulas(3);
  }

  private static Arbitrary<String> formulas(int depth) {
    Arbitrary<String> atoms = Arbitraries.of(ATOMS);
    if (depth == 0) {
      return atoms;
    }
    Arbitrary<String> inner = formulas(depth - 1);
    Arbitrary<String> combined =
        Combinators.combine(
                inner, inner, Arbitraries.of("(%s)+(%s)", "(%s)-(%s)", "(%s)*(%s)", "(%s)/(%s)"))
            .as((a, b, form) -> form.formatted(a, b));
    Arbitrary<String> power =
        Combinators.combine(inner, Arbitraries.of("(%s)^2", "(%s)^(-2)"))
            .as((a, form) -> form.formatted(a));
    return Arbitraries.frequencyOf(Tuple.of(2, atoms), Tuple.of(5, combined), Tuple.of(1, power));
  }

  private static Map<String, Rational> point(SplittableRandom random) {
    return Map.of(
        "a", Rational.of(random.nextInt(1, 50), 17),
        "b", Rational.of(random.nextInt(1, 50), 19),
        "d", Rational.of(random.nextInt(3, 9)),
        "k", Rational.of(random.nextInt(4, 12)));
  }

  private static Optional<Ball> value(IExpr e, Map<String, Rational> point) {
    try {
      return Optional.of(new ExpressionEvaluator(OVER, point).evaluate(e));
    } catch (DomainException | UnsupportedExpressionException outside) {
      return Optional.empty();
    }
  }

  /** Symja goes in circles on some texts as it reads them. */
  private static boolean isReadBySymja(String text) {
    try {
      Symja.parse(text);
      return true;
    } catch (LimitException circle) {
      return false;
    }
  }

  /** What stands below is one fraction as well, so that no fractions stand within fractions. */
  @ParameterizedTest
  @CsvSource({
    "1/(1 + 1/(3*Pi)), 3*Pi/(1 + 3*Pi)",
    "'(c/a + u/a)/(1 + (1/3 + 2/(3*Sqrt(3)*Pi))/a)',"
        + " 3*Sqrt(3)*Pi*(c + u)/(2 + Sqrt(3)*(1 + 3*a)*Pi)"
  })
  void aDenominatorIsOneFraction(String formula, String expected) {
    assertEquals(expected, Format.SYMJA.render(NormalForm.of(Symja.parse(formula))));
  }

  private static IExpr circle(IExpr subtracted) {
    // Read as a whole it would not come back.
    IExpr quotient = F.Divide(F.Pi, F.Subtract(F.Divide(F.C1, F.Pi), subtracted));
    return F.Power(quotient, F.C2);
  }

  @Test
  void whatSymjaGoesInCirclesOnStaysAsItCame() {
    assertEquals(circle(F.Pi), NormalForm.of(circle(F.Pi)));
    assertEquals("Pi^4/(1 - 2*Pi)^2", Format.SYMJA.render(NormalForm.of(circle(F.C2))));
  }

  @Test
  void whatHasNoValueHasNoForm() {
    IExpr zero = F.Plus(F.CN1, F.Divide(F.Pi, F.Pi));
    assertFalse(NormalForm.of(F.Power(zero, F.CN1)).isNumber());
  }

  /** Where the formula has no value, as 1/(a - a), it has none to compare. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void aFormulaKeepsItsValuesAndDoesNotGrow(@ForAll("formulas") String text) {
    Assume.that(isReadBySymja(text));
    IExpr formula = Symja.parse(text);
    SplittableRandom random = new SplittableRandom(text.hashCode());
    Map<String, Rational> point = point(random);
    Optional<Ball> before = value(formula, point);
    if (before.isEmpty()) {
      return;
    }
    IExpr form = NormalForm.of(formula);
    assertTrue(form.leafCount() <= formula.leafCount(), () -> formula + " became " + form);
    Ball after = value(form, point).orElseThrow(() -> new AssertionError(form + " at " + point));
    assertTrue(before.get().overlaps(after), () -> formula + " is not " + form + " at " + point);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(1/d+2*(d-1)/(d*(d+2)))/d | 3/(d*(2 + d))",
        "Gamma(d/2)*Gamma(d/2+2)/(6*Gamma(d/2+1)^2) | (2 + d)/(6*d)",
        "-1/(4*Pi)+(-1/2-s/2)/Pi+s*t/(4*Pi^2) | -(3*Pi + 2*Pi*s - s*t)/(4*Pi^2)",
        "1-a^2/(1+a^2)+a^2*b/(1+a^2) | (1 + a^2*b)/(1 + a^2)",
        "1/(1+a)+a/(1+a) | 1",
        "Pochhammer(-1/2,k)/Gamma(k-1/2) | -1/(2*Sqrt(Pi))",
        "Gamma(2*k+d-1)/Gamma(k+(d-1)/2)/2^(2*k) | 2^(d - 2)*Gamma(d/2 + k)/Sqrt(Pi)",
        "HypergeometricPFQ({a,b},{b,k},x) | HypergeometricPFQ({a}, {k}, x)",
        "7/3*2^d/8 | 7*2^(d - 3)/3",
        "k*Gamma(k) | Gamma(1 + k)",
        "(1+a)*(1+b)^2/(1+c)+(1+a)*b*(1+b)/(1+c) | (1 + a)*(1 + b)*(1 + 2*b)/(1 + c)"
      })
  void theFormIsThatOfTheField(String formula, String expected) {
    assertEquals(expected, Format.SYMJA.render(NormalForm.of(Symja.parse(formula))));
  }

  @Test
  void casesAreWrittenOneByOne() {
    IExpr cases = Symja.parse("Piecewise({{1/d+1/d, k==0}}, d/2+d/2)");
    assertEquals("Piecewise({{2/d, k == 0}}, d)", Format.SYMJA.render(NormalForm.of(cases)));
  }

  @Test
  void differentFormulasAreNotEqual() {
    assertTrue(NormalForm.areEqual(Symja.parse("Gamma(d/2+1)"), Symja.parse("d*Gamma(d/2)/2")));
    assertFalse(NormalForm.areEqual(Symja.parse("Gamma(d/2+1)"), Symja.parse("d*Gamma(d/2)")));
  }
}
