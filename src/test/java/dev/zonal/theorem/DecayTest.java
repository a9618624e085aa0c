package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay.PowerLaw;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.theorem.shape.ResidualDecayConstant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);
  private static final Engine ENGINE = new Engine();

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "resntk:L=3,alpha=1/2 3",
        "resntk:L=2,alpha=1 2",
        "fcntk:L=2 5",
        "ntk:act=relu,L=2,sw2=3/2,sb2=1/10 3",
        "ntk:act=leaky,slope=1/10,L=3,sw2=2 5",
        "ntk:act=leaky,slope=-1/2,L=2 2",
        "ntk:act=relu,power=2,L=2,sw2=2/3 3",
        "nngp:act=relu,power=3,L=2,sw2=1/8 4",
        "ntk:act=relu,L=3,sw2=2,train=[1,3] 3",
        "ntk:act=relu,L=3,sw2=2,train=[2,3] 10",
        "nngp:act=sign,L=1,sb2=1/10 3",
        "resntk:L=2,alpha=1/2,act=leaky,slope=1/10 3",
        "laplace:c=1 4",
        "fcnngp:L=2 3",
        "matern:nu=3/2,c=1 2",
        "matern:nu=3/2,c=3/7 4",
        "matern:nu=5/2,c=2 4",
        "matern:nu=7/2,c=1/3 3",
        "matern:nu=31/2,c=5/3 4",
        "gammaexp:gamma=1/2,c=1 3",
        "gammaexp:gamma=1/2,c=1 2",
        "gammaexp:gamma=9/10,c=3 4",
        "gammaexp:gamma=1,c=1 3",
        "gammaexp:gamma=5/4,c=1 3",
        "gammaexp:gamma=7/4,c=1/2 2",
        "chord:s=1/2 3",
        "chord:s=-1/2 2",
        "chord:s=5/2 2"
      })
  void eigenvaluesObeyTheLawAndItsConstants(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    Outcome<Decay.Proof> decay = Decay.prove(spectrum, Context.NONE);
    assertEquals(Verdict.PROVEN, decay.verdict(), decay.reason());
    TreeSet<Long> frequencies = new TreeSet<>(List.of(1L, 2L, 9L, 10L, 97L, 250L, 251L, 2001L));
    List<PowerLaw> laws = decay.proof().orElseThrow().laws();
    assertEquals(2, laws.size());
    for (PowerLaw parity : laws) {
      DecayLaw law = parity.law();
      frequencies.add(law.from());
      spectrum
          .enclose(frequencies, 80, Optional.empty(), Context.NONE)
          .forEach(
              (k, enclosure) -> {
                if (Parity.of(k) == parity.parity()) {
                  obeys(parity, law, k, enclosure.get().ball());
                }
              });
    }
  }

  /** Quadrature all the way, which the statements do not use. */
  @ParameterizedTest
  @Tag("long")
  @CsvSource(
      delimiter = ' ',
      value = {"resntk:L=3,alpha=1/2 3", "resntk:L=2,alpha=1 10", "fcntk:L=3 2"})
  void theLawAndPositivityHoldForADenseTable(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    Decay.Proof decay = Decay.prove(spectrum, Context.NONE).proof().orElseThrow();
    assertEquals(Verdict.PROVEN, Positivity.prove(spectrum, Context.NONE).verdict());
    TreeSet<Long> all =
        LongStream.rangeClosed(1, 2000).boxed().collect(Collectors.toCollection(TreeSet::new));
    spectrum
        .enclose(all, 60, Optional.of(Eigenvalue.Method.QUADRATURE), Context.NONE)
        .forEach(
            (k, enclosure) -> {
              Ball eta = enclosure.get().ball();
              assertTrue(eta.isPositive(), "k = " + k);
              PowerLaw parity = decay.laws().get(Parity.of(k) == Parity.EVEN ? 0 : 1);
              obeys(parity, parity.law(), k, eta);
            });
  }

  private static void obeys(PowerLaw parity, DecayLaw law, long k, Ball eta) {
    Rational exponent = law.decayExponent();
    Ball unshifted = OVER.multiply(eta, OVER.power(Ball.exact(k), exponent));
    assertFalse(unshifted.certainlyLess(parity.least().value()), "c_1 at " + k);
    assertFalse(unshifted.certainlyGreater(parity.greatest().value()), "c_2 at " + k);
    if (k >= law.from()) {
      Ball shifted = OVER.of(Rational.of(2 * k + law.expansion().dimension() - 2L).divide(2));
      Ball quotient =
          OVER.divide(OVER.multiply(eta, OVER.power(shifted, exponent)), law.constant());
      Ball error = OVER.subtract(quotient, Ball.exact(1));
      Ball bound = OVER.divide(law.remainderConstant(), OVER.power(shifted, law.remainderOrder()));
      assertFalse(error.certainlyGreater(bound), "remainder at " + k);
      assertFalse(OVER.negate(error).certainlyGreater(bound), "remainder at " + k);
    }
  }

  @Test
  void theConstantsOfResidualKernelsAreTheirClosedForms() {
    Kernel kernel = KernelSpecification.parse("resntk:L=10,alpha=1/2");
    Decay.Proof decay = Decay.prove(ENGINE.spectrum(kernel, 5), Context.NONE).proof().orElseThrow();
    ResidualDecayConstant closed = new ResidualDecayConstant((ResidualTangentKernel) kernel, 5);
    assertTrue(constant(decay, 0).overlaps(closed.even(OVER)));
    assertTrue(constant(decay, 1).overlaps(closed.odd(OVER)));
    assertFalse(constant(decay, 1).overlaps(closed.even(OVER)));
  }

  private static Ball constant(Decay.Proof decay, int parity) {
    return decay.laws().get(parity).law().constant();
  }

  @Test
  void aParityThatIsExactlyZeroIsStated() {
    Outcome<Decay.Proof> decay = Decay.prove(spectrum("fcntk:L=1", 4), Context.NONE);
    assertEquals(Verdict.PROVEN, decay.verdict());
    List<Decay.ParityLaw> parities = decay.proof().orElseThrow().parities();
    assertTrue(parities.get(0) instanceof PowerLaw);
    assertEquals(new Decay.Vanishing(Parity.ODD, 3), parities.get(1));
  }

  @Test
  void smoothKernelsHaveNoPowerLaw() {
    assertEquals(Verdict.REFUTED, Decay.prove(spectrum("gaussian:c=1", 3), Context.NONE).verdict());
  }

  @Test
  void aLawThatSetsInTooLateIsLeftUndecided() {
    Outcome<Decay.Proof> decay = Decay.prove(spectrum("gammaexp:gamma=1/20,c=10", 3), Context.NONE);
    assertEquals(Verdict.UNDECIDED, decay.verdict());
  }
}
