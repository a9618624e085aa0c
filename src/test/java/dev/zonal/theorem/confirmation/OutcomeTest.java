package dev.zonal.theorem.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.confirmation.Confirmation.Outcome;
import dev.zonal.theorem.confirmation.Confirmation.Row;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.TailFormulas;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What comes of a test, by its rows, and of tests that take no time. */
class OutcomeTest {
  private static final TestedLaw EVEN = law(Parity.EVEN);

  private static TestedLaw law(Parity parity) {
    UniformExpansion law =
        TailFormulas.expansion(3, parity, parity.firstFrom(20), "0", "4", "1", "-1");
    return new TestedExpansion(law, (p, k, bits) -> Optional.of(law), 64);
  }

  private static Row row(long k, boolean agrees, boolean isReached, boolean isWithin) {
    Optional<BigDecimal> bound = isReached ? Optional.of(BigDecimal.ONE) : Optional.empty();
    Distance distance =
        new Distance(BigDecimal.ONE, Optional.empty(), BigDecimal.ZERO, bound, isWithin);
    return new Row(k, BigDecimal.ONE, agrees, Optional.of(distance));
  }

  private static Confirmation of(Map<Parity, TestedLaw> laws, Row... rows) {
    return new Confirmation(10, laws, Set.of(), Optional.empty(), List.of(rows));
  }

  @Test
  void everyRowMustAgreeAndLieWithinTheLaw() {
    Map<Parity, TestedLaw> laws = Map.of(Parity.EVEN, EVEN);
    assertEquals(Outcome.CONFIRMED, of(laws, row(20, true, true, true)).outcome());
    assertEquals(Outcome.REFUTED, of(laws, row(20, false, true, true)).outcome());
    assertEquals(Outcome.REFUTED, of(laws, row(20, true, true, false)).outcome());
    assertEquals(
        Outcome.REFUTED, of(laws, row(20, true, true, true), row(22, true, true, false)).outcome());
    Row plain = new Row(2, BigDecimal.ONE, true, Optional.empty());
    assertTrue(plain.isConfirmed());
    assertFalse(new Row(2, BigDecimal.ONE, false, Optional.empty()).isConfirmed());
  }

  @Test
  void aLawIsTestedByARowOfItsParityThatItReaches() {
    Map<Parity, TestedLaw> laws = Map.of(Parity.EVEN, EVEN, Parity.ODD, law(Parity.ODD));
    Confirmation even = of(laws, row(20, true, true, true), row(3, true, false, true));
    assertTrue(even.isTested(Parity.EVEN));
    assertFalse(even.isTested(Parity.ODD));
    assertEquals(
        List.of("the law for odd k was not tested: it is certified from k = 21 on"),
        even.untested());
    assertEquals(Outcome.NOTHING_TO_TEST, even.outcome());
    assertEquals(List.of(), of(laws, row(20, true, true, true)).untested());
    Confirmation alone =
        of(Map.of(Parity.EVEN, EVEN), row(20, true, true, true), row(21, true, false, true));
    assertEquals(List.of("there is no law with a certified remainder for odd k"), alone.untested());
    Confirmation without =
        new Confirmation(
            10,
            Map.of(),
            Set.of(),
            Optional.of("it is smooth"),
            List.of(row(4, true, false, true)));
    assertEquals(List.of(), without.untested());
    assertEquals(Outcome.CONFIRMED, without.outcome());
  }

  @Test
  void aParityThatVanishesNeedsNoLawButSomeParityDoes() {
    Row odd = new Row(5, BigDecimal.ZERO, true, Optional.empty());
    Confirmation zeros =
        new Confirmation(
            10,
            Map.of(Parity.EVEN, EVEN),
            Set.of(Parity.ODD),
            Optional.empty(),
            List.of(odd, row(20, true, true, true)));
    assertEquals(Outcome.CONFIRMED, zeros.outcome());
    Confirmation alone =
        new Confirmation(10, Map.of(), Set.of(Parity.ODD), Optional.empty(), List.of(odd));
    assertEquals(List.of("the eigenvalues are exactly zero: there is no law"), alone.untested());
  }

  private static Confirmation of(String kernel, Long... frequencies) throws Exception {
    Asymptotics asymptotics = Asymptotics.of(Spectrum.of(KernelSpecification.parse(kernel), 3));
    return Confirmation.of(asymptotics, new TreeSet<>(List.of(frequencies)), 10, Context.NONE);
  }

  @Test
  void anExactZeroIsZeroAndTheOthersAreTheEigenvalues() throws Exception {
    Confirmation oneLayer = of("fcntk:L=1", 0L, 3L, 40L);
    assertEquals(Outcome.CONFIRMED, oneLayer.outcome(), oneLayer::toString);
    assertEquals(Set.of(Parity.ODD), oneLayer.vanishing());
    assertEquals(Set.of(Parity.EVEN), oneLayer.laws().keySet());
    assertEquals(Optional.empty(), oneLayer.withoutLaw());
    assertEquals(List.of(0L, 3L, 40L), oneLayer.rows().stream().map(Row::frequency).toList());
    assertEquals(BigDecimal.ZERO, oneLayer.rows().get(1).value());
    assertTrue(oneLayer.rows().get(0).value().signum() > 0);
    assertTrue(oneLayer.rows().get(2).law().isPresent());
    assertTrue(oneLayer.rows().get(1).law().isEmpty());
  }

  @Test
  void aKernelWithoutALawIsComparedAlone() throws Exception {
    Confirmation gaussian = of("gaussian:c=1", 0L, 9L);
    assertEquals(Outcome.CONFIRMED, gaussian.outcome());
    assertTrue(gaussian.withoutLaw().orElseThrow().contains("super-geometrically"));
    assertEquals(Set.of(), gaussian.vanishing());
  }

  /** A law of even frequencies alone is not asked for where only odd ones are compared. */
  @Test
  void onlyTheLawsOfTheParitiesThatAreComparedAreTested() throws Exception {
    Confirmation odd = of("laplace:c=1", 41L);
    assertEquals(Set.of(Parity.ODD), odd.laws().keySet());
    assertEquals(Outcome.CONFIRMED, odd.outcome());
    Confirmation early = of("nngp:act=erf,L=1,sb2=1", 2L);
    assertEquals(Outcome.NOTHING_TO_TEST, early.outcome());
    assertFalse(((TestedGeometricLaw) early.laws().get(Parity.EVEN)).bounds().isPresent());
  }
}
