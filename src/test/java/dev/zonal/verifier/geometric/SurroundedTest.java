package dev.zonal.verifier.geometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hypotheses of Theorem 17.9, each broken alone, and its bound against the prover's. */
class SurroundedTest {
  private static final Kernel BIASED = kernel("ntk:act=erf,L=2,sw2=3/2,sb2=1/10");
  private static final Kernel ODD = kernel("ntk:act=erf,L=2,sw2=2");

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Claims.OfGeometric claim(GeometricLaw law, double share) {
    return new Claims.OfGeometric(
        law.parity(),
        law.from(),
        new Claims.Place(
            law.singularity().lower(), law.singularity().upper(), law.singularity().square()),
        law.order(),
        new Interval(law.constant().lowerDecimal(25), law.constant().upperDecimal(25)),
        new Interval(
            rounded(law.least(), share, RoundingMode.FLOOR),
            rounded(law.greatest(), share, RoundingMode.CEILING)));
  }

  private static BigDecimal rounded(Rational end, double share, RoundingMode outward) {
    Rational far = end.multiply(Rational.of(share));
    return new BigDecimal(far.numerator())
        .divide(new BigDecimal(far.denominator()), new MathContext(9, outward));
  }

  private static Set<Hypothesis> refused(Kernel kernel, Claims.OfGeometric claim) {
    Findings findings = new Findings();
    new GeometricClaims(kernel, 3, findings).check(claim);
    return findings.all().stream().map(Finding::hypothesis).collect(Collectors.toSet());
  }

  private static GeometricLaw law(Kernel kernel, Parity parity, long from) {
    return GeometricLaw.of(kernel, 3, parity, parity.firstFrom(from)).orElseThrow();
  }

  /** The first k0 from which every eigenvalue is known to be positive. */
  private static GeometricLaw first(Kernel kernel, Parity parity) {
    for (long from = 100; ; from += 20) {
      Optional<GeometricLaw> law =
          GeometricLaw.of(kernel, 3, parity, parity.firstFrom(from))
              .filter(l -> l.remainder().compareTo(Rational.of(9, 10)) < 0);
      if (law.isPresent()) {
        return law.get();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=3,sw2=3/2,sb2=1/10 | EVEN",
        "ntk:act=erf,L=2,sw2=2 | ODD",
        "nngp:act=gelu,L=2,sw2=2 | ODD",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | EVEN",
        "resntk:act=erf,L=2,alpha=1/2 | ODD",
        "resnngp:act=gelu,L=1,alpha=1 | EVEN"
      })
  void whatTheProverFindsIsVerifiedAndMuchLessIsNot(String specification, Parity parity) {
    Kernel kernel = kernel(specification);
    for (GeometricLaw law : Set.of(first(kernel, parity), law(kernel, parity, 1500))) {
      assertEquals(Set.of(), refused(kernel, claim(law, 1.01)), () -> "" + law);
      assertEquals(
          Set.of(Hypothesis.GEOMETRIC_DEVIATION), refused(kernel, claim(law, 0.9)), () -> "" + law);
    }
  }

  @Test
  void theParityThatIsZeroHasNoLaw() {
    Claims.OfGeometric claim = claim(law(ODD, Parity.ODD, 801), 1.01);
    Claims.OfGeometric other =
        new Claims.OfGeometric(
            Parity.EVEN,
            802,
            claim.singularity(),
            claim.order(),
            claim.constant(),
            claim.deviation());
    assertEquals(Set.of(Hypothesis.GEOMETRIC_KERNEL), refused(ODD, other));
  }

  @Test
  void aConstantThatIsMissedIsRefused() {
    Claims.OfGeometric claim = claim(law(ODD, Parity.ODD, 801), 1.01);
    Interval half =
        new Interval(
            claim.constant().lower().multiply(new BigDecimal("0.5")),
            claim.constant().upper().multiply(new BigDecimal("0.5")));
    Claims.OfGeometric other =
        new Claims.OfGeometric(
            claim.parity(),
            claim.from(),
            claim.singularity(),
            claim.order(),
            half,
            claim.deviation());
    assertEquals(Set.of(Hypothesis.GEOMETRIC_CONSTANT), refused(ODD, other));
  }

  private static Claims.OfGeometric at(Claims.OfGeometric claim, Claims.Place place) {
    return new Claims.OfGeometric(
        claim.parity(), claim.from(), place, claim.order(), claim.constant(), claim.deviation());
  }

  @Test
  void theDiscIsBoundedAndTheIntervalHoldsTheSingularity() {
    Claims.OfGeometric claim = claim(law(BIASED, Parity.EVEN, 800), 1.01);
    Claims.Place place = claim.singularity();
    Set<Hypothesis> kernel = Set.of(Hypothesis.GEOMETRIC_KERNEL);
    for (Rational square :
        new Rational[] {
          Rational.ZERO, Rational.of(-1, 2), Rational.ONE, Rational.of(2), Rational.of(1, 2)
        }) {
      assertEquals(
          kernel,
          refused(
              BIASED,
              at(claim, new Claims.Place(place.lower(), place.upper(), Optional.of(square)))),
          square::toString);
    }
    Rational far = place.upper().add(Rational.of(1, 100));
    assertEquals(
        kernel, refused(BIASED, at(claim, new Claims.Place(place.upper(), far, place.square()))));
    assertEquals(
        kernel,
        refused(BIASED, at(claim, new Claims.Place(Rational.ONE, place.upper(), place.square()))));
    assertEquals(
        kernel, refused(BIASED, at(claim, new Claims.Place(place.lower(), far, Optional.empty()))));
  }

  @Test
  void theOrderIsThatOfTheSingularity() {
    Claims.OfGeometric claim = claim(law(BIASED, Parity.EVEN, 800), 1.01);
    for (Rational order : new Rational[] {Rational.of(3, 2), Rational.of(-1, 2), Rational.ONE}) {
      Claims.OfGeometric other =
          new Claims.OfGeometric(
              claim.parity(),
              claim.from(),
              claim.singularity(),
              order,
              claim.constant(),
              claim.deviation());
      assertEquals(Set.of(Hypothesis.GEOMETRIC_KERNEL), refused(BIASED, other));
    }
  }

  /** k0 of the parity, from 4 on, where the rest of the contour decreases. */
  @Test
  void theLawStartsWhereTheRestDecreases() {
    Claims.OfGeometric claim = claim(law(BIASED, Parity.EVEN, 800), 1.01);
    for (long from : new long[] {2, 12, 801}) {
      Claims.OfGeometric other =
          new Claims.OfGeometric(
              claim.parity(),
              from,
              claim.singularity(),
              claim.order(),
              claim.constant(),
              claim.deviation());
      assertEquals(Set.of(Hypothesis.GEOMETRIC_START), refused(BIASED, other), "k0 = " + from);
    }
  }

  /** sin is entire, and a ReLU is not analytic at 1. */
  @Test
  void kernelsOfAnotherFormAreRefused() {
    Claims.OfGeometric claim = claim(law(BIASED, Parity.EVEN, 800), 1.01);
    for (String name : new String[] {"ntk:act=sin,L=2", "fcntk:L=2", "ntk:act=tanh,L=2"}) {
      assertTrue(refused(kernel(name), claim).contains(Hypothesis.GEOMETRIC_KERNEL), name);
    }
  }
}
