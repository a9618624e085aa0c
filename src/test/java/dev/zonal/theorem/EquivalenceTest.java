package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.elementary.LaplaceKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.theorem.law.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);
  private static final Engine ENGINE = new Engine();

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  private static Outcome<Equivalence.Proof> prove(String one, String two, int dimension) {
    return Equivalence.prove(spectrum(one, dimension), spectrum(two, dimension), Context.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "resntk:L=3,alpha=1/2 laplace:c=1 3",
        "resntk:L=3,alpha=1/2 fcntk:L=3 4",
        "fcntk:L=2 laplace:c=1 2",
        "resntk:L=1,alpha=1 fcntk:L=1 3",
        "matern:nu=3/2,c=1 fcnngp:L=3 3",
        "matern:nu=5/2,c=2 matern:nu=5/2,c=3/7 4",
        "gammaexp:gamma=1/2,c=1 gammaexp:gamma=1/2,c=3 3",
        "gammaexp:gamma=3/2,c=1 gammaexp:gamma=3/2,c=1/2 2",
        "gaussian:c=1 gammaexp:c=1,gamma=2 3",
        "matern:nu=1/2,c=2 gammaexp:c=2,gamma=1 4",
        "polynomial:[1,2,3] polynomial:[2,1,1] 3"
      })
  void theSpacesAreProvedEqual(String one, String two, int dimension) {
    Outcome<Equivalence.Proof> result = prove(one, two, dimension);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Equivalence.Proof proof = result.proof().orElseThrow();
    assertTrue(proof.infimum().value().isPositive());
    assertFalse(proof.infimum().value().certainlyGreater(proof.supremum().value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "resntk:L=3,alpha=1/2 gaussian:c=1 3",
        "gaussian:c=1 laplace:c=1 3",
        "resntk:L=1,alpha=1 laplace:c=1 3",
        "fcntk:L=2 fcnngp:L=2 3",
        "matern:nu=3/2,c=1 laplace:c=1 2",
        "gammaexp:gamma=1/2,c=1 gaussian:c=1 3",
        "gaussian:c=1 gaussian:c=2 3",
        "gammaexp:c=1,gamma=2 gammaexp:c=2,gamma=2 3",
        "gammaexp:c=1,gamma=2 gaussian:c=2 3",
        "resntk:L=3,alpha=1/2 gammaexp:gamma=9/10,c=1 2",
        "polynomial:[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1] laplace:c=1 3"
      })
  void theSpacesAreProvedDifferent(String one, String two, int dimension) {
    Outcome<Equivalence.Proof> result = prove(one, two, dimension);
    assertEquals(Verdict.REFUTED, result.verdict(), result.reason());
  }

  @Test
  void theExtremaHoldAtFrequenciesThatWereNotEnclosed() {
    holdUpTo(300, "resntk:L=2,alpha=1", "laplace:c=1", 3);
    holdUpTo(300, "gammaexp:gamma=3/2,c=1", "gammaexp:gamma=3/2,c=1/2", 3);
    holdUpTo(300, "gammaexp:gamma=2/3,c=1/5", "gammaexp:gamma=2/3,c=1/7", 2);
  }

  @Test
  @Tag("long")
  void theExtremaHoldForADenseTable() {
    holdUpTo(2000, "resntk:L=3,alpha=1/2", "laplace:c=1", 3);
  }

  /** Without the tails, which the statement uses. */
  private static void holdUpTo(long last, String one, String two, int dimension) {
    Equivalence.Proof result = prove(one, two, dimension).proof().orElseThrow();
    Map<Long, Certification<Enclosure>> first = dense(one, dimension, last);
    Map<Long, Certification<Enclosure>> second = dense(two, dimension, last);
    for (long k = 0; k <= last; k++) {
      Ball quotient = OVER.divide(ball(first.get(k)), ball(second.get(k)));
      assertFalse(quotient.certainlyLess(result.infimum().value()), "k = " + k);
      assertFalse(quotient.certainlyGreater(result.supremum().value()), "k = " + k);
    }
  }

  private static Map<Long, Certification<Enclosure>> dense(
      String specification, int dimension, long last) {
    Eigenvalue.Method method =
        specification.startsWith("gammaexp")
            ? Eigenvalue.Method.EXACT
            : Eigenvalue.Method.QUADRATURE;
    TreeSet<Long> all =
        LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    return spectrum(specification, dimension).enclose(all, 60, Optional.of(method), Context.NONE);
  }

  private static Ball ball(Certification<Enclosure> enclosure) {
    return enclosure.get().ball();
  }

  @Test
  void theSearchFindsACloserLaplaceKernel() {
    Spectrum spectrum = spectrum("fcntk:L=3", 3);
    LaplaceKernel guess = new LaplaceKernel(Rational.ONE);
    LaplaceKernel found = ClosestLaplace.to(spectrum, guess.c());
    assertTrue(
        spread(Equivalence.prove(spectrum, ENGINE.spectrum(found, 3), Context.NONE))
            .certainlyLess(
                spread(Equivalence.prove(spectrum, ENGINE.spectrum(guess, 3), Context.NONE))));
  }

  private static Ball spread(Outcome<Equivalence.Proof> result) {
    Equivalence.Proof proof = result.proof().orElseThrow();
    return OVER.divide(proof.supremum().value(), proof.infimum().value());
  }
}
