package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What equivalence asks of the kernels, each hypothesis taken away alone. */
class EquivalenceHypothesesTest {
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
        "polynomial:[-1] polynomial:[-2]",
        "polynomial:[-1] polynomial:[1]",
        "polynomial:[1,-1/2] polynomial:[1,1/2]",
        "polynomial:[1,1/2] polynomial:[1,-1/2]",
        "chord:s=1 chord:s=1",
        "chord:s=1 laplace:c=1",
        "laplace:c=1 chord:s=1",
        "chord:s=3 chord:s=1"
      })
  void withoutAHilbertSpaceThereIsNoEquivalence(String one, String two) {
    Outcome<Equivalence.Proof> result = prove(one, two, 3);
    assertEquals(Verdict.REFUTED, result.verdict());
    assertTrue(result.reason().contains("no Hilbert space"), result.reason());
    assertTrue(result.reason().contains("negative"), result.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "polynomial:[0] polynomial:[0]",
        "polynomial:[0] polynomial:[0,0]",
        "gaussian:c=1 gaussian:c=1",
        "fcntk:L=1 fcntk:L=1",
        "polynomial:[1,0,1] polynomial:[1,0,1]"
      })
  void aSemidefiniteKernelIsEquivalentToItselfWithEveryQuotientOne(String one, String two) {
    Outcome<Equivalence.Proof> result = prove(one, two, 3);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Equivalence.Proof proof = result.proof().orElseThrow();
    for (Extremum extremum : List.of(proof.infimum(), proof.supremum())) {
      assertTrue(extremum.value().isExact());
      assertEquals(Rational.ONE, extremum.value().lower());
    }
  }

  @Test
  void whatIsUndecidedOfAKernelIsSoOfThePair() {
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    Outcome<Semidefinite.Proof> unknown =
        Semidefinite.search(spectrum, Context.NONE)
            .of(List.of(), EigenvalueTable.of(Map.of(4L, Certification.refused("too far"))));
    Outcome<Equivalence.Proof> result = Equivalence.ofItself(spectrum, unknown);
    assertEquals(Verdict.UNDECIDED, result.verdict());
    assertTrue(result.reason().contains("too far"));
  }

  @Test
  void anEigenvalueThatIsNotCertifiedInEitherTableLeavesThePairUndecided() {
    Certification<Enclosure> one =
        Certification.certified(Enclosure.of(Eigenvalue.Method.QUADRATURE, Ball.exact(1)));
    EigenvalueTable whole = EigenvalueTable.of(Map.of(0L, one, 1L, one));
    EigenvalueTable gap = EigenvalueTable.of(Map.of(0L, one, 1L, Certification.refused("too far")));
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    TreeMap<Long, Ball> quotients = new TreeMap<>();
    assertTrue(Equivalence.quotients(spectrum, spectrum, whole, whole, quotients).isEmpty());
    assertEquals(2, quotients.size());
    for (List<EigenvalueTable> pair : List.of(List.of(whole, gap), List.of(gap, whole))) {
      Outcome<Equivalence.Proof> result =
          Equivalence.quotients(spectrum, spectrum, pair.get(0), pair.get(1), new TreeMap<>())
              .orElseThrow();
      assertEquals(Verdict.UNDECIDED, result.verdict());
      assertTrue(result.reason().contains("k = 1 was not certified"));
    }
  }

  @Test
  void theRowsOfPolynomialsOfHighDegreeDecide() {
    String low = "polynomial:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]";
    String high = "polynomial:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,1]";
    Outcome<Equivalence.Proof> result = prove(low, high, 3);
    assertEquals(Verdict.REFUTED, result.verdict());
    assertTrue(result.reason().contains("at k = 22 is zero"), result.reason());
    Outcome<Equivalence.Proof> same = prove(low, low.replace("[1,", "[2,"), 3);
    assertEquals(Verdict.PROVEN, same.verdict());
    Equivalence.Proof proof = same.proof().orElseThrow();
    for (Findings found : proof.findings()) {
      assertTrue(found.table().lastKey() >= 21);
    }
    assertTrue(proof.quotients().containsKey(20L));
  }

  @Test
  void withoutAQuotientBothExtremaAreOne() {
    for (Extremum.Side side : Extremum.Side.values()) {
      assertEquals(Extremum.ONE, Equivalence.extremum(side, List.of(), new TreeMap<>()));
    }
  }

  /** eta_k = K^-3 (1 + c K^-2): against c = 0 all quotients are above their limit 1, or below. */
  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void aTailOnOneSideOfItsLimitHasTheLimitAsItsNearerExtremumAndItsRangeAsTheOther(int side) {
    QuotientTail tail = QuotientTail.of(expansion(side), expansion(0)).orElseThrow();
    assertEquals(side, tail.side());
    Extremum least = Equivalence.extremum(Extremum.Side.INFIMUM, List.of(tail), new TreeMap<>());
    Extremum greatest =
        Equivalence.extremum(Extremum.Side.SUPREMUM, List.of(tail), new TreeMap<>());
    Extremum limit = side > 0 ? least : greatest;
    Extremum other = side > 0 ? greatest : least;
    assertEquals(List.of(new Extremum.Limit(Parity.EVEN)), limit.places());
    assertEquals(tail.limit(), limit.value());
    assertEquals(List.of(new Extremum.Tail(Parity.EVEN, tail.from())), other.places());
  }

  private static UniformExpansion expansion(int second) {
    List<UniformExpansion.Term> terms =
        List.of(
            new UniformExpansion.Term(Rational.ONE, Ball.exact(-1)),
            new UniformExpansion.Term(Rational.of(3), Ball.exact(second)));
    return new UniformExpansion(3, Parity.EVEN, 100, terms, Ball.exact(0), Rational.of(5));
  }
}
