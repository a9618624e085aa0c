package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IRational;

/** docs/theory.md, Lemma 12.15 and Proposition 12.16. */
class DecayTermsTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(700);
  private static final int BITS = 600;
  private static final long FAR = 1_000_000_000_000L;

  @Property(tries = 60)
  void bothWaysToTheFactorsOfAChordPowerAgree(
      @ForAll @IntRange(min = 1, max = 400) int above,
      @ForAll @IntRange(min = 1, max = 12) int below,
      @ForAll @IntRange(min = 0, max = 8) int j) {
    Rational m = Rational.of(above, below);
    Rational formula =
        Symja.fraction((IRational) Symja.evaluate(ChordPowerTerms.of(j, Symja.of(m))));
    assertEquals(ChordPowerTerms.numbers(m, j).get(j), formula);
  }

  /** Lemma 12.2: for an integer m the factors are those of a finite product. */
  @Property(tries = 40)
  void forIntegersTheFactorsAreThoseOfAProduct(
      @ForAll @IntRange(min = 1, max = 30) int m, @ForAll @IntRange(min = 0, max = 6) int last) {
    Rational[] series = new Rational[last + 1];
    java.util.Arrays.fill(series, Rational.ZERO);
    series[0] = Rational.ONE;
    for (Rational a = Rational.of(m - 1L, 2); a.signum() > 0; a = a.subtract(1)) {
      for (int i = 1; i <= last; i++) {
        series[i] = series[i].add(series[i - 1].multiply(a.multiply(a)));
      }
    }
    assertEquals(List.of(series), ChordPowerTerms.numbers(Rational.of(m), last));
  }

  /** The term of a result at given parameters. */
  private static Ball value(Derivation derivation, Equation term, Map<String, Rational> point) {
    return new ExpressionEvaluator(OVER, point)
        .evaluate(derivation.definitions(), List.of(term.right()))
        .get(0);
  }

  private static Rational order(Equation term) {
    return Symja.fraction((IRational) term.left().first());
  }

  private static List<Equation> terms(Derivation derivation, Parity parity) {
    return derivation.result().stream()
        .filter(e -> e.left().head().toString().equals(parity.toString()))
        .toList();
  }

  /** What is left of an eigenvalue far out behind all terms but the last is the last one. */
  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2, 3, 4",
    "'fcntk:L=3,bias=propagated,beta=1/2', 2, 3",
    "fcnngp:L=2, 4, 3",
    "'resntk:L=2,alpha=1/2', 5, 3",
    "'resnngp:L=3,alpha=1', 3, 3",
    "laplace:c=2, 2, 5",
    "'matern:nu=3/2,c=1', 3, 4",
    "'matern:nu=1,c=2', 3, 4",
    "'matern:nu=7/10,c=1', 4, 3",
    "'gammaexp:c=1,gamma=1/2', 3, 6",
    "'gammaexp:c=2,gamma=4/3', 2, 5",
    "chord:s=-1/2, 3, 4",
    "chord:s=5/3, 6, 3",
    "chord:s=-1, 4, 3",
    "'ntk:act=abs,L=2', 3, 3",
    "arccos:n=2, 3, 3"
  })
  void anEigenvalueFarOutIsTheSumOfTheTerms(String specification, int d, int count) {
    Derivation derivation = Derivations.terms(specification, count, 1);
    Kernel kernel = KernelSpecification.parse(specification);
    Spectrum spectrum = Spectrum.of(kernel, d);
    Map<String, Rational> point = Map.of("d", Rational.of(d));
    int compared = 0;
    for (Parity parity : Parity.values()) {
      List<Equation> terms = terms(derivation, parity);
      if (terms.isEmpty()) {
        continue;
      }
      long k = FAR + (parity == Parity.EVEN ? 0 : 1);
      Ball rest = spectrum.enclose(k, BITS, Context.NONE).get().ball();
      Ball frequency = OVER.of(Rational.of(2 * k + d - 2, 2));
      for (int i = 0; i < terms.size(); i++) {
        Ball value = value(derivation, terms.get(i), point);
        Ball power = OVER.power(frequency, order(terms.get(i)).add(d));
        Ball weighted = OVER.multiply(rest, power);
        assertTrue(
            Math.abs(OVER.subtract(weighted, value).toDouble())
                <= 1e-3 * Math.max(1e-3, Math.abs(value.toDouble())),
            () -> parity + " " + value + " is not " + weighted);
        rest = OVER.subtract(rest, OVER.divide(value, power));
        compared++;
      }
    }
    assertTrue(compared >= count);
  }

  @Test
  void theFirstTermIsTheLimit() {
    for (String kernel :
        List.of("fcntk:L=3", "laplace:c=c", "gammaexp:c=c,gamma=1/2", "matern:nu=1,c=c")) {
      List<Equation> limits = Derivations.constant(kernel, 1).result();
      Derivation terms = Derivations.terms(kernel, 1, 1);
      assertEquals(limits.get(0).right(), terms(terms, Parity.EVEN).get(0).right(), kernel);
      assertEquals(limits.get(1).right(), terms(terms, Parity.ODD).get(0).right(), kernel);
    }
  }

  @Test
  void aParityThatVanishesHasNoTerms() {
    Derivation derivation = Derivations.terms("fcntk:L=1", 2, 1);
    assertTrue(derivation.title().contains("the odd eigenvalues are exactly zero from $k = 3$ on"));
    assertEquals("odd", derivation.result().get(2).left().toString());
    assertTrue(derivation.result().get(2).right().isZero());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 13})
  void oneToTwelveTermsAreDerived(int count) {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Derivations.terms("fcntk:L=2", count, 1));
    assertTrue(refusal.getMessage().contains("from 1 to 12"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=L,beta=beta,bias=propagated",
        "ntk:act=erf,L=1",
        "gaussian:c=1",
        "polynomial:[0,1]"
      })
  void kernelsWithoutTermsAreRefused(String kernel) {
    assertThrows(UnsupportedExpressionException.class, () -> Derivations.terms(kernel, 2, 1));
  }
}
