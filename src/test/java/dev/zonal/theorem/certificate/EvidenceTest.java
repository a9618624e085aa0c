package dev.zonal.theorem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate writes down of what was found: outward, and little more. */
class EvidenceTest {
  private static final Rational LITTLE = Rational.of(1_000_001, 1_000_000);
  private static final Spectrum NETWORK = spectrum("fcntk:L=2");
  private static final Spectrum ERF = spectrum("ntk:act=erf,L=1,sw2=2");

  private static Spectrum spectrum(String kernel) {
    return Spectrum.of(KernelSpecification.parse(kernel), 3);
  }

  private static void assertAround(Ball found, Interval written) {
    assertTrue(written.ball().contains(found), () -> found + " in " + written);
    assertTrue(written.ball().upper().subtract(found.upper()).signum() >= 0);
    Rational width = written.ball().upper().subtract(written.ball().lower());
    Rational size = found.upper().abs().add(found.lower().abs());
    Rational own = found.upper().subtract(found.lower());
    assertTrue(width.compareTo(own.add(size.divide(1_000_000))) <= 0, written::toString);
  }

  private static void assertAtLeast(Ball bound, Rational written) {
    assertTrue(written.compareTo(bound.upper()) >= 0);
    assertTrue(written.compareTo(bound.upper().multiply(LITTLE)) <= 0);
  }

  @Test
  void uniformTailsAreWrittenWithTheirRegionsAndTheEigenvaluesBelow() {
    Outcome<Positivity.Proof> proven = Positivity.prove(NETWORK, Context.NONE);
    Findings found = proven.findings().get(0);
    Certificate certificate = Certificate.of(SignStatement.POSITIVITY, proven);
    Evidence evidence = certificate.evidence().get(0);
    assertEquals(2, evidence.tails().size());
    assertTrue(evidence.regions().orElseThrow().rectangle().bound().signum() > 0);
    assertTrue(evidence.regions().get().coincidence().size().signum() > 0);
    assertEquals(List.of(), evidence.expansions());
    for (int i = 0; i < 2; i++) {
      Evidence.TailBound written = evidence.tails().get(i);
      Parity parity = Parity.values()[i];
      assertEquals(parity, written.parity());
      assertEquals(found.uniformTails().get(i).from(), written.from());
      assertAround(found.uniformTails().get(i).leading(), written.leading());
      assertAround(found.uniformTails().get(i).next(), written.next());
      assertAtLeast(found.uniformTails().get(i).rest(), Rational.of(written.rest()));
      UniformExpansion expansion = evidence.expansion(parity, 3).orElseThrow();
      assertEquals(parity, expansion.parity());
      assertEquals(written.from(), expansion.from());
      assertTrue(expansion.leading().contains(found.uniformTails().get(i).leading()));
    }
    assertEquals(found.table().keySet(), evidence.enclosures().keySet());
    found.table().forEach((k, row) -> assertAround(row.ball(), evidence.enclosures().get(k)));
    assertEquals(NETWORK.kernel(), evidence.kernel());
    Evidence bare = evidence.withoutEnclosures();
    assertEquals(Map.of(), bare.enclosures());
    assertEquals(evidence.tails(), bare.tails());
    assertEquals(evidence.regions(), bare.regions());
  }

  @Test
  void aProofHasConstantsAndARefutationItsReason() {
    Certificate proven =
        Certificate.of(SignStatement.POSITIVITY, Positivity.prove(NETWORK, Context.NONE));
    assertEquals(
        Set.of("least", "relativeDistance.even", "relativeDistance.odd"),
        proven.conclusion().keySet());
    Ball least = proven.conclusion().get("least").ball();
    for (Interval row : proven.evidence().get(0).enclosures().values()) {
      assertFalse(row.ball().certainlyLess(least));
    }
    assertEquals(Optional.empty(), proven.refutation());
    assertEquals(Optional.empty(), proven.zeros());
    Spectrum zero = spectrum("fcntk:L=1");
    Certificate refuted =
        Certificate.of(SignStatement.POSITIVITY, Positivity.prove(zero, Context.NONE));
    assertEquals(Optional.of(Refutation.ZERO), refuted.refutation());
    assertEquals(Map.of(), refuted.conclusion());
    assertEquals(3, refuted.dimension());
    assertEquals(1, refuted.evidence().size());
  }

  @Test
  void zerosAreListedWhereAProofThatNoneIsNegativeHasThem() {
    Certificate zeros =
        Certificate.of(
            SignStatement.SEMIDEFINITE, Semidefinite.prove(spectrum("fcntk:L=1"), Context.NONE));
    Certificate.Zeros listed = zeros.zeros().orElseThrow();
    assertEquals(Map.of(Parity.ODD, 3L), listed.from());
    assertEquals(Set.of(), listed.frequencies());
    Spectrum list = spectrum("spectrum:[1,0,1]");
    Certificate between =
        Certificate.of(SignStatement.SEMIDEFINITE, Semidefinite.prove(list, Context.NONE));
    assertEquals(Set.of(1L), between.zeros().orElseThrow().frequencies());
    Certificate refuted =
        Certificate.of(
            SignStatement.SEMIDEFINITE, Semidefinite.prove(spectrum("chord:s=1"), Context.NONE));
    assertEquals(Optional.of(Refutation.NEGATIVE), refuted.refutation());
    assertEquals(Optional.empty(), refuted.zeros());
  }

  @Test
  void whatIsUndecidedHasNoCertificate() {
    Outcome<Positivity.Proof> open = new Outcome.Undecided<>("nothing is known");
    assertThrows(
        IllegalArgumentException.class, () -> Certificate.of(SignStatement.POSITIVITY, open));
    Outcome<Positivity.Proof> wrong =
        new Outcome.Refuted<>("no", Positivity.prove(NETWORK, Context.NONE).findings());
    assertThrows(
        IllegalStateException.class, () -> Certificate.of(SignStatement.POSITIVITY, wrong));
  }

  /** Rows of the other kernel are no proof about the first. */
  @Test
  void roundedNumbersThatDoNotProveAreNoCertificate() {
    Findings found = Positivity.prove(NETWORK, Context.NONE).findings().get(0);
    Findings bare =
        new Findings(found.spectrum(), found.tails(), List.of(), found.table().tailMap(1L));
    Outcome<Positivity.Proof> open = new Outcome.Proven<>(new Positivity.Proof(bare));
    assertThrows(IllegalStateException.class, () -> Certificate.of(SignStatement.POSITIVITY, open));
  }

  @Test
  void otherExpansionsAreWrittenTermByTerm() {
    Outcome<Decay.Proof> proven = Decay.prove(spectrum("gammaexp:c=1,gamma=3/2"), Context.NONE);
    List<UniformExpansion> tails = proven.findings().get(0).tails();
    Evidence evidence = Certificate.of(new DecayStatement(), proven).evidence().get(0);
    assertEquals(List.of(), evidence.tails());
    assertEquals(Optional.empty(), evidence.regions());
    assertEquals(2, evidence.expansions().size());
    for (int i = 0; i < 2; i++) {
      Evidence.Expansion written = evidence.expansions().get(i);
      assertEquals(tails.get(i).parity(), written.parity());
      assertEquals(tails.get(i).from(), written.from());
      assertEquals(tails.get(i).order(), written.order());
      assertAtLeast(tails.get(i).rest(), Rational.of(written.rest()));
      assertEquals(tails.get(i).terms().size(), written.terms().size());
      for (int j = 0; j < written.terms().size(); j++) {
        UniformExpansion.Term term = tails.get(i).terms().get(j);
        assertEquals(term.exponent(), written.terms().get(j).exponent());
        assertAround(term.coefficient(), written.terms().get(j).coefficient());
      }
    }
  }

  @Test
  void theNumbersOfManyKernelsAreWrittenSomewhatWider() {
    IntervalFamily family = IntervalFamily.parse("fcntk:L=2,beta=[1,65/64]");
    Kernel many = family.kernel(family.least());
    Findings found = Positivity.prove(Spectrum.of(many, 3), Context.NONE).findings().get(0);
    Evidence evidence = Evidence.of(found, 12);
    for (int i = 0; i < 2; i++) {
      Ball leading = found.uniformTails().get(i).leading();
      Ball written = evidence.tails().get(i).leading().ball();
      assertWider(leading, written);
      assertWider(found.uniformTails().get(i).next(), evidence.tails().get(i).next().ball());
      Rational rest = found.uniformTails().get(i).rest().upper();
      Rational more = Rational.of(evidence.tails().get(i).rest()).divide(rest);
      assertEquals(17.0 / 16, more.doubleValue(), 1e-6);
    }
    found.table().forEach((k, row) -> assertWider(row.ball(), evidence.enclosures().get(k).ball()));
  }

  /** By a 64th. */
  private static void assertWider(Ball found, Ball written) {
    Rational own = found.upper().subtract(found.lower());
    Rational wider = written.upper().subtract(written.lower());
    assertEquals(65.0 / 64, wider.divide(own).doubleValue(), 1e-3, () -> found + ", " + written);
    assertTrue(written.contains(found));
  }

  private static GeometricLaw law(Rational least, Rational greatest) {
    GeometricLaw law = GeometricLaw.of(ERF.kernel(), 3, Parity.ODD, 41).orElseThrow();
    return new GeometricLaw(
        3,
        law.parity(),
        law.from(),
        law.singularity(),
        law.order(),
        law.constant(),
        least,
        greatest);
  }

  /** By a 64th of the larger end, but not over -1, and not where an end is zero. */
  @ParameterizedTest
  @CsvSource({
    "-1/2, 1/4, -65/128, 33/128",
    "-1/4, 1/2, -33/128, 65/128",
    "0, 1/2, 0, 65/128",
    "-1/2, 0, -65/128, 0",
    "-127/128, 1/4, -255/256, 2175/8192",
    "-1, 1/4, -65/64, 17/64",
    "-2, 1/4, -65/32, 9/32",
    "-63/64, 1, -127/128, 65/64"
  })
  void aGeometricLawIsWrittenWithALittleMoreDeviation(
      String least, String greatest, String lower, String upper) {
    GeometricLaw law = law(Rational.parse(least), Rational.parse(greatest));
    Evidence.Geometric written = Evidence.Geometric.of(law);
    double low = Rational.parse(lower).doubleValue();
    double high = Rational.parse(upper).doubleValue();
    assertEquals(low, written.deviation().lower().doubleValue(), 1e-7 * Math.abs(low));
    assertEquals(high, written.deviation().upper().doubleValue(), 1e-7 * Math.abs(high));
    assertTrue(Rational.of(written.deviation().lower()).compareTo(Rational.parse(lower)) <= 0);
    assertTrue(Rational.of(written.deviation().upper()).compareTo(Rational.parse(upper)) >= 0);
    GeometricLaw read = written.law(3);
    assertEquals(law.from(), read.from());
    assertEquals(law.singularity(), read.singularity());
    assertTrue(read.constant().contains(law.constant()));
    assertEquals(Rational.of(written.deviation().lower()), read.least());
  }

  @Test
  void aGeometricLawNeedsItsRowsAndARemainderBelowOne() {
    Outcome<Decay.Proof> proven = Decay.prove(ERF, Context.NONE);
    Certificate certificate = Certificate.of(new DecayStatement(), proven);
    assertEquals(
        Set.of("constant.odd", "rate.odd", "c1.odd", "c2.odd"), certificate.conclusion().keySet());
    Decay.Geometric bounded = proven.proof().get().geometric(Parity.ODD).orElseThrow();
    assertTrue(certificate.conclusion().get("c1.odd").ball().overlaps(bounded.least().value()));
    assertTrue(certificate.conclusion().get("c2.odd").ball().overlaps(bounded.greatest().value()));
    Evidence evidence = certificate.evidence().get(0);
    assertTrue(evidence.geometric(Parity.EVEN, 3).isEmpty());
    assertEquals(bounded.law().from(), evidence.geometric(Parity.ODD, 3).get().from());
    assertEquals(Optional.empty(), gap(evidence));
    assertEquals(
        Optional.of("there is no enclosure of the eigenvalue at k = 1"),
        gap(evidence.withoutEnclosures()));
    String large = "the remainder of the odd eigenvalues is too large";
    Evidence.Geometric law = evidence.geometric().get(0);
    for (String upper : List.of("1", "2")) {
      Interval deviation = HandMade.interval("-0.5", upper);
      assertEquals(Optional.of(large), gap(with(evidence, law, law.constant(), deviation)));
    }
    for (String lower : List.of("0", "-1")) {
      Interval constant = HandMade.interval(lower, "1");
      assertEquals(Optional.of(large), gap(with(evidence, law, constant, law.deviation())));
    }
  }

  private static Optional<String> gap(Evidence evidence) {
    return Conclusion.of(new DecayStatement(), 3, List.of(evidence)).gap();
  }

  private static Evidence with(
      Evidence evidence, Evidence.Geometric law, Interval constant, Interval deviation) {
    Evidence.Geometric other =
        new Evidence.Geometric(
            law.parity(), law.from(), law.singularity(), law.order(), constant, deviation);
    return new Evidence(
        evidence.kernel(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(other),
        evidence.enclosures());
  }

  @Test
  void statementsHaveTheNamesAndTheDigitsOfTheirCertificates() {
    List<Statement> all =
        List.of(
            SignStatement.POSITIVITY,
            SignStatement.SEMIDEFINITE,
            new DecayStatement(),
            new EquivalenceStatement());
    assertEquals(
        List.of("positivity", "semidefinite", "decay", "equivalence"),
        all.stream().map(Statement::name).toList());
    assertEquals(List.of(8, 12, 12, 12), all.stream().map(Statement::digits).toList());
    for (Statement statement : all) {
      assertEquals(statement == SignStatement.SEMIDEFINITE, statement.listsZeros());
    }
  }
}
