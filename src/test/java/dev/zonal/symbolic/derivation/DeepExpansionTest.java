package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.expansion.End;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The coefficients of the chord as functions of the depth. */
class DeepExpansionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Ball value(Derivation derivation, Equation term, Map<String, Rational> point) {
    return new ExpressionEvaluator(OVER, point)
        .evaluate(derivation.definitions(), List.of(term.right()))
        .get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=L; 2; 5*(L - 1)*L/(18*Pi^2) - 1/2",
        "fcnngp:L=L; 2; -1/2",
        "fcnngp:L=L; 3; L/(3*Pi)",
        "resntk:L=L,alpha=a; 0; 1"
      })
  void theyAreKnownFunctions(String kernel, int n, String expected) {
    Derivation derivation = Derivations.expansion(kernel, n, null);
    assertEquals(expected, Format.SYMJA.render(derivation.result().get(n).right()));
    assertEquals(n + 1, derivation.result().size());
    String steps = Format.SYMJA.render(derivation, true);
    assertTrue(steps.contains("Proof by induction"), steps);
  }

  /** With the depth put in they are the coefficients of that depth. */
  @ParameterizedTest
  @CsvSource({"'resntk:L=L,alpha=1/2,tau=2', 2", "'ntk:act=leaky,slope=1/3,L=L', 3"})
  void atEachDepthTheyAreTheCoefficientsOfThatDepth(String kernel, int depth) {
    Derivation deep = Derivations.expansion(kernel, 4, End.COINCIDENCE);
    Derivation given =
        Derivations.expansion(kernel.replace("L=L", "L=" + depth), 4, End.COINCIDENCE);
    for (int n = 0; n <= 4; n++) {
      Ball one = value(deep, deep.result().get(n), Map.of("L", Rational.of(depth)));
      Ball other = value(given, given.result().get(n), Map.of());
      assertTrue(one.overlaps(other), n + ": " + one + " is not " + other);
    }
  }

  /** docs/theory.md, Proposition 12.16, in the mean over both parities. */
  @ParameterizedTest
  @CsvSource({"'resntk:L=L,alpha=1/2', 2", "fcntk:L=L, 3", "fcnngp:L=L, 2"})
  void theTermsOfTheMeanAreTheMeansOfTheTerms(String kernel, int depth) {
    Derivation mean = Derivations.terms(kernel, 2, 1);
    Derivation given = Derivations.terms(kernel.replace("L=L", "L=" + depth), 2, 1);
    Map<String, Rational> point = new HashMap<>(Map.of("d", Rational.of(5)));
    for (int i = 0; i < 2; i++) {
      Ball even = value(given, given.result().get(i), point);
      Ball odd = value(given, given.result().get(i + 2), point);
      point.put("L", Rational.of(depth));
      Ball twice = OVER.scale(value(mean, mean.result().get(i), point), Rational.of(2));
      assertTrue(twice.overlaps(OVER.add(even, odd)), mean.result().get(i)::toString);
      assertEquals(
          mean.result().get(i).left().first(), given.result().get(i).left().first(), kernel);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=L; 10; ; from 0 to 9",
        "fcntk:L=L; -1; ; from 0 to 9",
        "fcntk:L=L; 3; ANTIPODE; leave out --order",
        "fcntk:L=L; 3; EQUATOR; give L",
        "fcntk:L=L,beta=beta,bias=propagated; 3; ; derive without --order"
      })
  void whatHasNoSuchFormIsRefused(String kernel, int order, End end, String reason) {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Derivations.expansion(kernel, order, end));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Test
  void theFirstCoefficientIsAmongThem() {
    String kernel = "resntk:L=L,alpha=alpha";
    Derivation all = Derivations.expansion(kernel, 1, null);
    Derivation first = Derivations.firstCoefficient(kernel, null);
    assertEquals(
        Format.SYMJA.render(first.result().get(0).right()),
        Format.SYMJA.render(all.result().get(1).right()));
  }
}
