package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemidefiniteTest {
  private static final Certification<Enclosure> REFUSED = Certification.refused("it is too far");

  private static Spectrum spectrum(String specification, int dimension) {
    return new Engine().spectrum(KernelSpecification.parse(specification), dimension);
  }

  private static Outcome<Semidefinite.Proof> prove(String specification, int dimension) {
    return Semidefinite.prove(spectrum(specification, dimension), Context.NONE);
  }

  private static Findings found(String specification, int dimension) {
    return prove(specification, dimension).proof().orElseThrow().found();
  }

  private static Certification<Enclosure> certified(long value) {
    return Certification.certified(Enclosure.of(Eigenvalue.Method.QUADRATURE, Ball.exact(value)));
  }

  private static UniformTail tail(Parity parity, long leading) {
    return new UniformTail(
        3, parity, parity.firstFrom(4), 1, Ball.exact(leading), Ball.exact(0), Ball.exact(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=1; 3; ; 3",
        "fcntk:L=1; 2; ; 3",
        "resntk:L=1,alpha=1; 4; ; 3",
        "arccos:n=0; 4; 2; ",
        "arccos:n=1; 3; ; 3",
        "polynomial:[1,0,1]; 3; 4; 3",
        "polynomial:[0]; 3; 2; 1",
        "resntk:L=2,alpha=1; 3; ; ",
        "laplace:c=1; 3; ; ",
        "gaussian:c=2; 4; ; ",
        "gammaexp:gamma=1/2,c=1; 3; ; ",
        "chord:s=-1/2; 3; ; "
      })
  void semidefiniteKernelsAreProvedSoWithTheirZeros(
      String specification, int dimension, Long even, Long odd) {
    Outcome<Semidefinite.Proof> result = prove(specification, dimension);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Map<Parity, Long> expected = new TreeMap<>();
    Optional.ofNullable(even).ifPresent(k -> expected.put(Parity.EVEN, k));
    Optional.ofNullable(odd).ifPresent(k -> expected.put(Parity.ODD, k));
    assertEquals(expected, result.proof().orElseThrow().vanishing());
  }

  @Test
  void singleZerosAreListed() {
    assertEquals(Set.of(1L), found("polynomial:[1,0,1]", 3).zeros());
    assertEquals(Set.of(0L), found("polynomial:[0]", 3).zeros());
    assertEquals(Set.of(), found("fcntk:L=1", 3).zeros());
    Findings high = found("polynomial:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]", 5);
    assertEquals(Set.of(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L, 17L, 19L), high.zeros());
    assertEquals(20L, high.smallestNotZero().orElseThrow().getKey());
  }

  @ParameterizedTest
  @CsvSource({"chord:s=1,3", "chord:s=1/2,2", "chord:s=5/2,3", "chord:s=2,4", "polynomial:[-1],3"})
  void aNegativeEigenvalueRefutes(String specification, int dimension) {
    Outcome<Semidefinite.Proof> result = prove(specification, dimension);
    assertEquals(Verdict.REFUTED, result.verdict());
    Findings found = result.findings().get(0);
    assertEquals(1, found.table().size());
    assertTrue(found.table().values().iterator().next().ball().isNegative());
  }

  /** Schoenberg: the powers of the cosine are semidefinite, and so are their positive sums. */
  @Property(tries = 40)
  void polynomialsWithCoefficientsThatAreNotNegativeAreSemidefinite(
      @ForAll @Size(min = 1, max = 18) List<@IntRange(min = 0, max = 3) Integer> coefficients,
      @ForAll @IntRange(min = 2, max = 9) int dimension) {
    String list = coefficients.stream().map(String::valueOf).collect(Collectors.joining(","));
    Outcome<Semidefinite.Proof> result = prove("polynomial:[" + list + "]", dimension);
    assertEquals(Verdict.PROVEN, result.verdict());
    Semidefinite.Proof proof = result.proof().orElseThrow();
    // eta_k is zero exactly if no power k, k + 2, ... is there.
    for (int k = 0; k < coefficients.size(); k++) {
      int frequency = k;
      boolean isThere =
          IntStream.range(k, coefficients.size())
              .anyMatch(n -> (n - frequency) % 2 == 0 && coefficients.get(n) != 0);
      boolean isZero =
          proof.found().zeros().contains((long) k) || proof.vanishing().get(Parity.of(k)) <= k;
      assertEquals(!isThere, isZero, "k = " + k);
    }
  }

  @Test
  void anEigenvalueThatIsNotCertifiedLeavesTheStatementUndecided() {
    EigenvalueTable table =
        EigenvalueTable.of(Map.of(0L, certified(1), 1L, REFUSED, 2L, certified(1)));
    Outcome<Semidefinite.Proof> result =
        Semidefinite.search(spectrum("fcntk:L=2", 3), Context.NONE).of(List.of(), table);
    assertEquals(Verdict.UNDECIDED, result.verdict());
    assertTrue(result.reason().contains("k = 1 was not certified: it is too far"));
    Outcome<Positivity.Proof> strict =
        Positivity.search(spectrum("fcntk:L=2", 3), Context.NONE).of(List.of(), table);
    assertEquals(Verdict.UNDECIDED, strict.verdict());
    assertTrue(strict.reason().contains("k = 1 was not certified: it is too far"));
  }

  @Test
  void aNegativeEigenvalueRefutesAlsoBesideOneThatIsNotCertified() {
    EigenvalueTable table = EigenvalueTable.of(Map.of(0L, REFUSED, 2L, certified(-1)));
    assertEquals(
        Verdict.REFUTED,
        Semidefinite.search(spectrum("fcntk:L=2", 3), Context.NONE).of(List.of(), table).verdict());
    assertEquals(
        Verdict.REFUTED,
        Positivity.search(spectrum("fcntk:L=2", 3), Context.NONE).of(List.of(), table).verdict());
  }

  @Test
  void theFirstGapIsTold() {
    Map<Long, Certification<Enclosure>> answers = Map.of(3L, REFUSED, 1L, REFUSED, 2L, REFUSED);
    assertTrue(EigenvalueTable.of(answers).gap().orElseThrow().contains("k = 1 "));
  }

  @Test
  void aNegativeTailRefutes() {
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    Outcome<Semidefinite.Proof> result =
        Semidefinite.search(spectrum, Context.NONE)
            .byTails(
                parity ->
                    Optional.of(
                        Semidefinite.signed(
                            UniformExpansion.of(tail(parity, parity == Parity.ODD ? 1 : -1)))));
    assertEquals(Verdict.REFUTED, result.verdict());
    assertEquals("every odd eigenvalue from k = 5 on is negative", result.reason());
    Outcome<Positivity.Proof> strict =
        Positivity.search(spectrum, Context.NONE)
            .byTails(
                parity ->
                    Optional.of(Positivity.signed(tail(parity, parity == Parity.ODD ? 1 : -1))));
    assertEquals(Verdict.REFUTED, strict.verdict());
    assertEquals(result.reason(), strict.reason());
  }

  @Test
  void aMissingTailLeavesTheStatementUndecided() {
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    Outcome<Semidefinite.Proof> result =
        Semidefinite.search(spectrum, Context.NONE)
            .byTails(
                parity ->
                    parity == Parity.EVEN
                        ? Optional.of(Semidefinite.signed(UniformExpansion.of(tail(parity, -1))))
                        : Optional.empty());
    assertEquals(Verdict.UNDECIDED, result.verdict());
    assertTrue(result.reason().contains("odd"));
    assertEquals(
        Verdict.UNDECIDED,
        Positivity.search(spectrum, Context.NONE).byTails(parity -> Optional.empty()).verdict());
  }

  @Test
  void aNegativeTailRefutesAlsoBesideOneThatIsMissing() {
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    SignSearch.Tails tails =
        parity ->
            parity == Parity.EVEN
                ? Optional.of(Positivity.signed(tail(parity, 1)))
                : Optional.empty();
    assertEquals(
        Verdict.REFUTED, Semidefinite.search(spectrum, Context.NONE).byTails(tails).verdict());
    assertEquals(
        Verdict.REFUTED, Positivity.search(spectrum, Context.NONE).byTails(tails).verdict());
  }

  @Test
  void theRowsBelowTheTailsAreEnclosed() {
    Outcome<Semidefinite.Proof> result =
        Semidefinite.search(spectrum("fcntk:L=2", 3), Context.NONE)
            .byTails(
                parity -> Optional.of(Semidefinite.signed(UniformExpansion.of(tail(parity, -1)))));
    assertEquals(Verdict.PROVEN, result.verdict());
    assertEquals(new TreeSet<>(List.of(0L, 1L, 2L, 3L)), result.findings().get(0).table().keySet());
  }

  @Test
  void positivitySaysWhatOfItHolds() {
    assertEquals(Verdict.PROVEN, weaker("fcntk:L=1").verdict());
    assertEquals(Verdict.REFUTED, weaker("chord:s=1").verdict());
    assertEquals(Verdict.REFUTED, weaker("polynomial:[1,0,0,-1]").verdict());
    assertEquals(
        Verdict.PROVEN, Positivity.prove(spectrum("laplace:c=1", 3), Context.NONE).verdict());
  }

  private static Outcome<Semidefinite.Proof> weaker(String specification) {
    Outcome<Positivity.Proof> strict = Positivity.prove(spectrum(specification, 3), Context.NONE);
    assertEquals(Verdict.REFUTED, strict.verdict());
    return Positivity.weaker((Outcome.Refuted<Positivity.Proof>) strict, Context.NONE);
  }

  @Test
  void theLeastEigenvalueIsNotAZero() {
    assertEquals(
        0,
        new BigDecimal("1")
            .compareTo(
                found("polynomial:[1]", 3)
                    .smallestNotZero()
                    .orElseThrow()
                    .getValue()
                    .ball()
                    .lowerDecimal(5)));
  }
}
