package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements about recurrent networks, for all k at once (docs/theory.md, section 22). */
class RecurrentLawTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);
  private static final Engine ENGINE = new Engine();

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  @ParameterizedTest
  @CsvSource({
    "rntk:T=2, 3, 3",
    "'rntk:T=5,sw2=1', 2, 2",
    "'rntk:T=3,L=2,sb2=1/3', 4, 4",
    "'rntk:profile=[1,0,1/2],act=leaky,slope=1/10', 3, 3",
    "'rntk:T=2,sh2=1/4,hidden=shared', 3, 3",
    "'rnngp:T=2,sw2=1', 3, 5"
  })
  void theLawIsProvedAndTheEigenvaluesFoundByQuadratureObeyIt(
      String specification, int dimension, String exponent) {
    Spectrum spectrum = spectrum(specification, dimension);
    Outcome<Decay.Proof> decay = Decay.prove(spectrum, Context.NONE);
    assertEquals(Verdict.PROVEN, decay.verdict(), decay.reason());
    TreeSet<Long> frequencies = new TreeSet<>(List.of(60L, 61L));
    spectrum
        .enclose(frequencies, 60, Optional.empty(), Context.NONE)
        .forEach(
            (k, enclosure) -> {
              DecayLaw law = decay.proof().orElseThrow().laws().get((int) (k % 2)).law();
              assertEquals(exponent, law.decayExponent().toString());
              Rational shifted = Rational.of(2 * k + dimension - 2L, 2);
              Ball scale = OVER.power(OVER.of(shifted), law.decayExponent());
              Ball eta = OVER.multiply(enclosure.get().ball(), scale);
              double quotient = eta.toDouble() / law.constant().toDouble();
              assertTrue(Math.abs(quotient - 1) < 0.1, () -> k + ": " + quotient);
            });
    assertEquals(Verdict.PROVEN, Positivity.prove(spectrum, Context.NONE).verdict());
  }

  @Test
  void oneStepOfOneLayerHasTheZerosOfOneHiddenLayer() {
    Spectrum spectrum = spectrum("rntk:T=1", 3);
    assertEquals(Verdict.REFUTED, Positivity.prove(spectrum, Context.NONE).verdict());
    assertEquals(Verdict.PROVEN, Semidefinite.prove(spectrum, Context.NONE).verdict());
  }

  @Test
  void networksOfDifferentMemoryHaveTheSameSpace() {
    Outcome<?> same =
        Equivalence.prove(spectrum("rntk:T=2", 3), spectrum("rntk:T=4,sw2=1", 3), Context.NONE);
    assertEquals(Verdict.PROVEN, same.verdict(), same.reason());
    Outcome<?> other =
        Equivalence.prove(spectrum("rntk:T=2", 3), spectrum("rnngp:T=2", 3), Context.NONE);
    assertEquals(Verdict.REFUTED, other.verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "rntk:T=1, REFUTED",
    "rntk:T=2, PROVEN",
    "rnngp:T=2, PROVEN",
    "'rntk:T=1,sb2=1/2', PROVEN",
    "'rntk:T=1,L=2', PROVEN"
  })
  void positivityInAllDimensionsIsThatOfTheSeries(String specification, Verdict verdict) {
    assertEquals(
        verdict, AllDimensions.positivity(KernelSpecification.parse(specification)).verdict());
  }
}
