package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.Verdict;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equivalence with kernels that are given by their spectrum (docs/theory.md, section 15). */
class SobolevTheoremTest {
  private static final Engine ENGINE = new Engine();
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  private static Outcome<Equivalence.Proof> prove(String one, String two, int dimension) {
    return Equivalence.prove(spectrum(one, dimension), spectrum(two, dimension), Context.NONE);
  }

  /** Found independently: q_k = eta_k (1+k(k+1))^(3/2). */
  @Test
  void theResidualTangentKernelHasTheSobolevSpaceWithTheConstantsFoundElsewhere() {
    Equivalence.Proof proof = prove("resntk:L=3,alpha=1/2", "sobolev:s=3/2", 3).proof().get();
    assertEquals(.814817673486900, proof.supremum().value().toDouble(), 2e-15);
    Map<Parity, QuotientTail> tails =
        proof.tails().stream().collect(Collectors.toMap(QuotientTail::parity, Function.identity()));
    assertEquals(.130508776219728, tails.get(Parity.EVEN).limit().toDouble(), 2e-15);
    assertEquals(.092308144108925, tails.get(Parity.ODD).limit().toDouble(), 2e-15);
    assertEquals(1, tails.get(Parity.ODD).side(), "the quotients stay above the limit");
    assertTrue(proof.infimum().value().overlaps(tails.get(Parity.ODD).limit()));
  }

  @Property(tries = 25)
  void everyQuotientLiesInTheBand(@ForAll @LongRange(max = 100_000) long k) {
    Equivalence.Proof proof = prove("fcntk:L=2", "sobolev:s=5/2", 5).proof().get();
    Ball one = spectrum("fcntk:L=2", 5).enclose(k, 80, Context.NONE).get().ball();
    Ball two = spectrum("sobolev:s=5/2", 5).enclose(k, 80, Context.NONE).get().ball();
    Ball quotient = OVER.divide(one, two);
    assertTrue(quotient.upper().compareTo(proof.infimum().value().lower()) >= 0, "k = " + k);
    assertTrue(quotient.lower().compareTo(proof.supremum().value().upper()) <= 0, "k = " + k);
    for (QuotientTail tail : proof.tails()) {
      if (tail.parity() == Parity.of(k) && k >= tail.from()) {
        assertTrue(tail.range().overlaps(quotient), "k = " + k);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sobolev:s=2 resntk:L=3,alpha=1/2 decay_like_k^-4_and_k^-3",
        "sobolev:s=3/2 fcntk:L=1 k_=_3_is_zero",
        "heat:t=1 resntk:L=3,alpha=1/2 faster_than_any_power",
        "poisson:rho=1/2 sobolev:s=2 faster_than_any_power",
        "heat:t=1 heat:t=2 tend_to_zero_or_to_infinity",
        "heat:t=1 poisson:rho=1/2 tend_to_zero_or_to_infinity",
        "spectrum:[1,2] sobolev:s=2 at_k_=_2_is_zero",
        "spectrum:[1,-1] spectrum:[1,1] no_Hilbert_space",
      })
  void whatDecaysOtherwiseIsRefutedByName(String one, String two, String reason) {
    Outcome<Equivalence.Proof> outcome = prove(one, two, 3);
    assertInstanceOf(Outcome.Refuted.class, outcome);
    assertTrue(outcome.reason().contains(reason.replace('_', ' ')), outcome::reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sobolev:s=3/2 intrinsicmatern:nu=1/2,length=2 1/8 1",
        "spectrum:[3,1] spectrum:[1,2] 1/2 3",
        "heat:t=1/3 heat:t=1/3 1 1",
      })
  void constantsBetweenGivenSpectraAreExact(String one, String two, String least, String most) {
    Equivalence.Proof proof = prove(one, two, 3).proof().get();
    assertTrue(proof.infimum().value().contains(Rational.parse(least)));
    assertTrue(proof.supremum().value().contains(Rational.parse(most)));
  }

  /** In dimension 10 the theorem takes four terms. */
  @ParameterizedTest
  @CsvSource({"2", "5", "10"})
  void theTheoremHoldsInTheDimensionsOfTheCertificates(int dimension) {
    String sobolev = "sobolev:s=" + dimension + "/2";
    assertEquals(Verdict.PROVEN, prove("fcntk:L=3", sobolev, dimension).verdict());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sobolev:s=2 PROVEN PROVEN",
        "intrinsicmatern:nu=5/2,length=1/2 PROVEN PROVEN",
        "heat:t=1 PROVEN REFUTED",
        "poisson:rho=1/2 PROVEN REFUTED",
        "spectrum:[1,1] REFUTED REFUTED",
        "spectrum:[1,-1] REFUTED REFUTED",
      })
  void positivityAndDecayAreDecided(String specification, Verdict positive, Verdict decay) {
    Spectrum spectrum = spectrum(specification, 4);
    assertEquals(positive, Positivity.prove(spectrum, Context.NONE).verdict());
    assertEquals(decay, Decay.prove(spectrum, Context.NONE).verdict());
  }
}
