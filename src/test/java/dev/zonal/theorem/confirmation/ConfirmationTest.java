package dev.zonal.theorem.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.confirmation.Confirmation.Outcome;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decay law against the second opinion, and wrong laws that must not pass. */
class ConfirmationTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final Asymptotics RESIDUAL = asymptotics("resntk:L=3,alpha=1/2", 3);

  private static Asymptotics asymptotics(String kernel, int dimension) {
    return Asymptotics.of(new Engine().spectrum(KernelSpecification.parse(kernel), dimension));
  }

  private static TreeSet<Long> frequencies(Long... ks) {
    return new TreeSet<>(List.of(ks));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fcntk:L=2 | 2",
        "fcnngp:L=2 | 4",
        "laplace:c=1 | 5",
        "chord:s=1/2 | 3",
        "gammaexp:c=1,gamma=3/2 | 2"
      })
  void theLawIsConfirmed(String kernel, int dimension) throws UncertifiedException {
    confirm(kernel, dimension);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=3,alpha=1/2 | 3",
        "fcntk:L=1 | 3",
        "ntk:act=abs,L=2 | 3",
        "nngp:act=step,L=1 | 3"
      })
  void theLawOfFurtherKindsIsConfirmed(String kernel, int dimension) throws UncertifiedException {
    confirm(kernel, dimension);
  }

  private static void confirm(String kernel, int dimension) throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics(kernel, dimension),
            frequencies(40L, 41L, 50_000L, 50_001L),
            15,
            Context.NONE);
    assertEquals(Outcome.CONFIRMED, confirmation.outcome(), confirmation::toString);
    assertEquals(4, confirmation.rows().size());
  }

  /** K = k + (d-2)/2 is zero there, whatever the exponent of the law. */
  @ParameterizedTest
  @ValueSource(strings = {"gammaexp:gamma=7/4,c=1", "laplace:c=1", "chord:s=1/2"})
  void theCircleHasAFrequencyZero(String kernel) throws Exception {
    Confirmation confirmation =
        Confirmation.of(asymptotics(kernel, 2), frequencies(0L), 10, Context.NONE);
    assertTrue(confirmation.rows().get(0).agrees(), confirmation::toString);
  }

  /** Nothing but the size of an eigenvalue is shared: analytic kernels, small eigenvalues. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nngp:act=cos,L=2,sb2=1/3 | 3 | 20",
        "ntk:act=exp,L=2,sw2=1/4 | 2 | 12",
        "ntk:act=sin,L=2,sw2=1,sb2=1/4 | 6 | 12",
        "ntk:act=exp,L=1,sw2=1/2 | 3 | 30",
        "resntk:act=cos,L=1,alpha=1/2 | 4 | 12",
        "gaussian:c=3 | 3 | 12",
        "polynomial:[1,0,-3,1/2] | 3 | 5"
      })
  void theEigenvaluesOfAnalyticKernelsAreConfirmed(String kernel, int dimension, long last)
      throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics(kernel, dimension),
            frequencies(0L, 1L, 2L, last - 1, last),
            10,
            Context.NONE);
    assertEquals(Outcome.CONFIRMED, confirmation.outcome(), confirmation::toString);
    assertTrue(confirmation.laws().isEmpty());
    assertTrue(confirmation.withoutLaw().isPresent());
  }

  /** The laws of two layers start in the hundreds: below, the eigenvalues are compared. */
  @Test
  void theEigenvaluesOfADeepNetworkAreConfirmedBeforeItsLawStarts() throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics("nngp:act=gelu,L=2,sw2=2,sb2=1/5", 2),
            frequencies(0L, 1L, 2L, 11L, 12L),
            10,
            Context.NONE);
    assertTrue(confirmation.rows().stream().allMatch(Confirmation.Row::agrees));
    assertEquals(2, confirmation.laws().size());
    assertEquals(Outcome.NOTHING_TO_TEST, confirmation.outcome());
  }

  @Tag("long")
  @Test
  void theLawOfADeepNetworkIsConfirmed() throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics("resnngp:act=erf,L=2,alpha=1/2", 3), frequencies(201L), 10, Context.NONE);
    assertEquals(Outcome.CONFIRMED, confirmation.outcome(), confirmation::toString);
  }

  /** The second layer of steps takes the root of the chord, and there is no law to test. */
  @Test
  void theEigenvaluesOfLayersOfStepsAgreeWithoutALaw() throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics("nngp:act=sign,L=2,sw2=1,sb2=1/10", 3),
            frequencies(0L, 1L, 2L),
            10,
            Context.NONE);
    assertTrue(
        confirmation.rows().stream().allMatch(Confirmation.Row::agrees), confirmation::toString);
    assertEquals(Outcome.NOTHING_TO_TEST, confirmation.outcome());
    assertEquals(2, confirmation.untested().size());
  }

  @Tag("long")
  @Test
  void anEigenvalueBelowTheReachOfTheSecondOpinionIsRefused() {
    UncertifiedException refusal =
        assertThrows(
            UncertifiedException.class,
            () ->
                Confirmation.of(
                    asymptotics("ntk:act=exp,L=1", 3), frequencies(1000L), 10, Context.NONE));
    assertTrue(refusal.getMessage().contains("down to 10^-2000"), refusal.getMessage());
  }

  /** Kernels of any width: a few hundred values of the kernel do, not a number like c. */
  @Property(tries = 6)
  void theSecondOpinionReachesNarrowKernels(
      @ForAll @IntRange(min = 1, max = 150) int c,
      @ForAll("narrow") String kernel,
      @ForAll @IntRange(min = 2, max = 6) int dimension,
      @ForAll @LongRange(max = 30) long k)
      throws UncertifiedException {
    Asymptotics narrow = asymptotics(kernel + ",c=" + c, dimension);
    Confirmation confirmation =
        Context.limited(Duration.ofSeconds(20))
            .call(
                () -> {
                  try {
                    return Confirmation.of(narrow, frequencies(k), 10, Context.current());
                  } catch (UncertifiedException e) {
                    throw new AssertionError(e);
                  }
                });
    assertTrue(confirmation.rows().get(0).agrees(), confirmation::toString);
  }

  @Provide
  Arbitrary<String> narrow() {
    return Arbitraries.oneOf(
        Arbitraries.of("1/2", "3/2", "2/3", "1/5", "7/4", "1").map(g -> "gammaexp:gamma=" + g),
        Arbitraries.of("1/2", "3/2", "9/2").map(nu -> "matern:nu=" + nu));
  }

  @Test
  void aConstantThatIsWrongByOnePartInAMillionIsRefuted() throws UncertifiedException {
    assertRefuted(0);
  }

  @Test
  void aCoefficientOfTheNextTermThatIsWrongByOnePartInAMillionIsRefuted()
      throws UncertifiedException {
    assertRefuted(1);
  }

  private static void assertRefuted(int index) throws UncertifiedException {
    TestedExpansion.Prediction wrong =
        (parity, k, bits) -> RESIDUAL.from(parity, k, bits).map(e -> altered(e, index));
    Confirmation confirmation =
        Confirmation.of(
            RESIDUAL,
            TestedExpansion.of(RESIDUAL, wrong),
            frequencies(100_000L, 100_001L),
            30,
            Context.NONE);
    for (Confirmation.Row row : confirmation.rows()) {
      assertTrue(row.agrees());
      assertFalse(row.isConfirmed(), row::toString);
    }
    assertEquals(Outcome.REFUTED, confirmation.outcome());
  }

  private static UniformExpansion altered(UniformExpansion e, int index) {
    List<UniformExpansion.Term> terms = new ArrayList<>(e.terms());
    UniformExpansion.Term term = terms.get(index);
    Ball changed = OVER.scale(term.coefficient(), Rational.of(1_000_001, 1_000_000));
    terms.set(index, new UniformExpansion.Term(term.exponent(), changed));
    return new UniformExpansion(e.dimension(), e.parity(), e.from(), terms, e.rest(), e.order());
  }

  @Test
  void belowTheFirstCertifiedFrequencyThereIsNothingToTest() throws UncertifiedException {
    Confirmation confirmation = Confirmation.of(RESIDUAL, frequencies(3L, 4L), 15, Context.NONE);
    assertTrue(confirmation.rows().stream().allMatch(Confirmation.Row::agrees));
    assertEquals(Outcome.NOTHING_TO_TEST, confirmation.outcome());
    assertEquals(2, confirmation.untested().size());
  }

  @Test
  void oneLawThatIsNotTestedLeavesNothingConfirmed() throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(RESIDUAL, frequencies(3L, 100_000L), 15, Context.NONE);
    assertTrue(confirmation.isTested(Parity.EVEN));
    assertEquals(Outcome.NOTHING_TO_TEST, confirmation.outcome());
    assertTrue(confirmation.untested().get(0).contains("odd k was not tested"));
  }

  @Test
  void oneRowThatDiffersRefutesBelowTheLawToo() {
    Confirmation.Row good = new Confirmation.Row(4, BigDecimal.ONE, true, Optional.empty());
    Confirmation.Row bad = new Confirmation.Row(6, BigDecimal.ONE, false, Optional.empty());
    assertEquals(Outcome.REFUTED, without(List.of(), good, bad).outcome());
    assertEquals(Outcome.NOTHING_TO_TEST, without(List.of(), good).outcome());
  }

  @Test
  void zerosAloneAreNoLaw() {
    Confirmation.Row zero = new Confirmation.Row(5, BigDecimal.ZERO, true, Optional.empty());
    Confirmation confirmation = without(List.of(Parity.ODD), zero);
    assertEquals(Outcome.NOTHING_TO_TEST, confirmation.outcome());
    assertTrue(confirmation.untested().get(0).contains("exactly zero"));
  }

  @Test
  void aParityThatWasAskedForAndHasNoLawIsNamed() {
    Confirmation.Row row = new Confirmation.Row(4, BigDecimal.ONE, true, Optional.empty());
    Confirmation confirmation = without(List.of(Parity.ODD), row);
    assertEquals(
        List.of("there is no law with a certified remainder for even k"), confirmation.untested());
  }

  @Test
  void aWrongLawIsRefutedThoughTheExpansionFromEachFrequencyIsRight() throws UncertifiedException {
    long first = 100_000;
    TestedExpansion.Prediction wrong =
        (parity, k, bits) -> RESIDUAL.from(parity, k, bits).map(e -> k < first ? altered(e, 0) : e);
    Confirmation confirmation =
        Confirmation.of(
            RESIDUAL, TestedExpansion.of(RESIDUAL, wrong), frequencies(first), 30, Context.NONE);
    assertTrue(confirmation.rows().get(0).agrees());
    assertEquals(Outcome.REFUTED, confirmation.outcome());
  }

  /** Below and above the k0 of the proof, at both ends of the digits that are known of C. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=1,sw2=2 | 3 | 12",
        "nngp:act=erf,L=1,sb2=1 | 2 | 30",
        "ntk:act=gelu,L=1,sb2=1/10 | 5 | 12",
        "nngp:act=gelu,L=1 | 4 | 15"
      })
  void aGeometricLawIsConfirmed(String kernel, int dimension, int digits)
      throws UncertifiedException {
    Confirmation confirmation =
        Confirmation.of(
            asymptotics(kernel, dimension),
            frequencies(0L, 1L, 2L, 20L, 21L, 60L, 61L),
            digits,
            Context.NONE);
    assertEquals(Outcome.CONFIRMED, confirmation.outcome(), confirmation::toString);
    assertFalse(confirmation.laws().isEmpty());
    assertEquals(Optional.empty(), confirmation.withoutLaw());
  }

  private static final Asymptotics ERF = asymptotics("nngp:act=erf,L=1,sb2=1", 3);

  private static GeometricLaw altered(
      GeometricLaw law, Rational constant, Rational least, Rational greatest) {
    return new GeometricLaw(
        law.dimension(),
        law.parity(),
        law.from(),
        law.singularity(),
        law.order(),
        OVER.scale(law.constant(), constant),
        least,
        greatest);
  }

  private static void assertRefuted(UnaryOperator<TestedGeometricLaw> wrong)
      throws UncertifiedException {
    Confirmation.Laws laws = TestedGeometricLaw.of(ERF.spectrum());
    Confirmation confirmation =
        Confirmation.of(
            ERF,
            (parity, bits) -> laws.of(parity, bits).map(l -> wrong.apply((TestedGeometricLaw) l)),
            frequencies(60L, 61L),
            15,
            Context.NONE);
    for (Confirmation.Row row : confirmation.rows()) {
      assertTrue(row.agrees());
      assertFalse(row.isConfirmed(), row::toString);
    }
  }

  @Test
  void aGeometricLawOfAnotherConstantIsRefuted() throws UncertifiedException {
    Rational other = Rational.of(101, 100);
    assertRefuted(
        t -> {
          GeometricLaw l = t.law();
          return new TestedGeometricLaw(
              altered(l, other, l.least(), l.greatest()), t.prediction(), t.bounds());
        });
    assertRefuted(
        t ->
            new TestedGeometricLaw(
                t.law(),
                k -> t.prediction().apply(k).map(l -> altered(l, other, l.least(), l.greatest())),
                t.bounds()));
  }

  /** e_k is positive there. */
  @Test
  void aGeometricLawThatIsNotSoNearIsRefuted() throws UncertifiedException {
    Rational one = Rational.ONE;
    assertRefuted(
        t ->
            new TestedGeometricLaw(
                altered(t.law(), one, Rational.ZERO.subtract(one), Rational.ZERO),
                t.prediction(),
                t.bounds()));
    assertRefuted(
        t -> new TestedGeometricLaw(altered(t.law(), one, one, one), t.prediction(), t.bounds()));
  }

  @Test
  void quotientsBeyondTheirBestConstantsAreRefuted() throws UncertifiedException {
    assertRefuted(
        t -> {
          Decay.Geometric b = t.bounds().orElseThrow();
          Decay.Geometric above = new Decay.Geometric(b.law(), b.greatest(), b.greatest());
          return new TestedGeometricLaw(t.law(), t.prediction(), Optional.of(above));
        });
    assertRefuted(
        t -> {
          Decay.Geometric b = t.bounds().orElseThrow();
          Decay.Geometric below = new Decay.Geometric(b.law(), b.least(), b.least());
          return new TestedGeometricLaw(t.law(), t.prediction(), Optional.of(below));
        });
  }

  /** Where an eigenvalue is known so badly that it may be below the law, nothing is confirmed. */
  @Test
  void anEigenvalueThatMayBeBelowTheLawIsNotWithin() {
    TestedGeometricLaw tested =
        (TestedGeometricLaw)
            TestedGeometricLaw.of(ERF.spectrum()).of(Parity.ODD, 128).orElseThrow();
    TestedGeometricLaw law =
        new TestedGeometricLaw(tested.law(), k -> Optional.of(tested.law()), Optional.empty());
    long k = law.from();
    Tolerance tolerance = new Tolerance(15, OVER);
    Ball middle = OVER.divide(OVER.of(1), law.law().scaled(k, OVER.of(1)));
    Rational excess = law.law().least().add(law.law().greatest()).divide(2);
    Ball inside =
        OVER.multiply(
            OVER.multiply(middle, law.law().constant()), OVER.of(excess.add(Rational.ONE)));
    assertTrue(law.distance(k, inside, tolerance).orElseThrow().isWithin());
    // Its upper end stays where it is, which is below the greatest.
    Ball down = OVER.scale(inside, Rational.of(-1, 2).subtract(law.law().least().abs()));
    Ball wide = Ball.hull(inside, OVER.add(inside, down));
    assertFalse(law.distance(k, wide, tolerance).orElseThrow().isWithin());
  }

  private static Confirmation without(List<Parity> vanishing, Confirmation.Row... rows) {
    return new Confirmation(15, Map.of(), Set.copyOf(vanishing), Optional.empty(), List.of(rows));
  }
}
