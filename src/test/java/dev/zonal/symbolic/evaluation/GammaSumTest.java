package dev.zonal.symbolic.evaluation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class GammaSumTest {
  private static final IExpr N = Symja.symbol("n");

  private static Ball series(String term, int from, Rational x, int bits) {
    IExpr sum = Inert.sum(Symja.parse(term), N, F.ZZ(from));
    return new ExpressionEvaluator(BallArithmetic.ofBits(bits), Map.of("x", x)).evaluate(sum);
  }

  private static Ball value(String e, Rational x) {
    BallArithmetic over = BallArithmetic.ofBits(300);
    return new ExpressionEvaluator(over, Map.of("x", x)).evaluate(Symja.parse(e));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^n/n! | E^x",
        "(-x)^n/n! | E^(-x)",
        "n^2*x^n/n! | (x + x^2)*E^x",
        "x^(2*n)/Gamma(2*n+1) | Cosh(x)",
        "x^n*Gamma(n+1/2)/(n!*Gamma(1/2)*Gamma(n+3/2)) | HypergeometricPFQ({1/2},{3/2},x)*2/Sqrt(Pi)",
        "Pochhammer(-n,3)*x^n/n! | -x^3*E^x",
        "1/(9^n*(n+1)) | -9*Log(8/9)"
      })
  void aSeriesOfGammaFunctionsHasItsKnownValue(String term, String known) {
    for (Rational x : new Rational[] {Rational.of(1, 7), Rational.of(13, 4), Rational.of(20)}) {
      Ball sum = series(term, 0, x, 200);
      assertTrue(sum.overlaps(value(known, x)), () -> term + " at " + x + ": " + sum);
      assertTrue(sum.accuracyBits() > 100, () -> term + " at " + x + ": " + sum);
    }
  }

  /** What is left out lies within the bound: rough sums contain the ones that go on. */
  @Property(tries = 10)
  void aSumOfFewBitsContainsThatOfMany(
      @ForAll @IntRange(min = 1, max = 30) int numerator,
      @ForAll @IntRange(min = 1, max = 9) int denominator,
      @ForAll @IntRange(min = 0, max = 5) int from) {
    Rational x = Rational.of(numerator, denominator);
    for (String term :
        new String[] {
          "x^n*Gamma(3*n/4+1/3)/(n!*Gamma(3*n/4+5))",
          "x^n*Gamma(n+1/2)*(PolyGamma(0,n+1)-3*PolyGamma(0,n+1/2)+2)/(n!*Gamma(n+2))"
        }) {
      Ball rough = series(term, from, x, 24);
      assertTrue(rough.contains(series(term, from, x, 300)), () -> term + ": " + rough);
    }
  }

  /**
   * psi(n+1) = H_n + psi(1), and Sum_n H_n x^n/n! = e^x Sum_j (-1)^(j+1) x^j/(j j!), j from 1 on.
   */
  @Property(tries = 10)
  void valuesOfPsiAreHarmonicNumbers(@ForAll @IntRange(min = 1, max = 30) int numerator) {
    Rational x = Rational.of(numerator, 10);
    Ball differences = series("x^n*(PolyGamma(0,n+1)-PolyGamma(0,n+2))/n!", 0, x, 200);
    // psi(n+1) - psi(n+2) = -1/(n+1)
    assertTrue(differences.overlaps(value("(1-E^x)/x", x)));
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball psi = series("x^n*PolyGamma(0,n+1)/n!", 0, x, 200);
    Ball sum = over.add(new Digamma(over).at(Rational.ONE), series("-(-x)^n/(n*n!)", 1, x, 200));
    assertTrue(psi.overlaps(over.multiply(value("E^x", x), sum)));
    assertTrue(psi.accuracyBits() > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2^n", "n!*x^n", "Gamma(n+1/2)/n!", "1/n^2"})
  void aSeriesWhoseTermsDoNotShrinkByQuartersHasNoValue(String term) {
    assertThrows(DomainException.class, () -> series(term, 1, Rational.ONE, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gamma(5-n)/n!", "Sin(n)/n!", "x^(n^2)/n!", "PolyGamma(0,2*n+1)/n!"})
  void aTermWithOtherFactorsIsRefused(String term) {
    assertThrows(
        UnsupportedExpressionException.class, () -> series(term, 1, Rational.of(1, 3), 60));
  }

  /** Lemma 9.19 from the first n at which its hypotheses hold: quotients and the rest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pochhammer(-n,20)*(x/5)^n | 1",
        "Pochhammer(-3*n/4,12)*x^n*Gamma(3*n/4+1/3)/(n!*Gamma(3*n/4+15)) | 6",
        "x^n*Gamma(n-7/2)/(n!*Gamma(n-9/2)) | 2",
        "x^n*Gamma(n+1/2)*(PolyGamma(0,n+1)-3*PolyGamma(0,n+1/2)+2)/(n!*Gamma(n+2)) | 9",
        "n^5*x^n/Gamma(n/2+1) | 1/2",
        "x^n/((n-30)*n!) | 3"
      })
  void fromThereOnTermsShrinkByQuartersAndTheRestIsWithinItsBound(String text, String at) {
    BallArithmetic over = BallArithmetic.ofBits(200);
    ExactEvaluator exact = new ExactEvaluator(Map.of("x", Rational.parse(at)));
    GammaTerm term = new GammaTerm(Symja.parse(text), N, exact);
    ExpressionEvaluator values = new ExpressionEvaluator(over, exact.variables());
    long first = 1;
    while (!term.quarters(first, values)) {
      first++;
    }
    for (long n = first; n < first + 10; n++) {
      Ball quarter = size(over, exact, term.product(), n).shifted(-2);
      assertFalse(size(over, exact, term.product(), n + 1).certainlyGreater(quarter), text);
    }
    Ball bound =
        over.multiply(
            size(over, exact, term.product(), first).shifted(1),
            over.add(size(over, exact, term.bracket(), first), over.of(term.change(first))));
    Ball rest = series(text, Math.toIntExact(first), Rational.parse(at), 200);
    assertFalse(rest.abs().certainlyGreater(bound), text);
  }

  private static Ball size(BallArithmetic over, ExactEvaluator exact, IExpr e, long n) {
    Map<String, Rational> point = Map.of("x", exact.variables().get("x"), "n", Rational.of(n));
    return new ExpressionEvaluator(over, point).evaluate(e).abs();
  }
}
