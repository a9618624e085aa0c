package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.testkit.Kernels;
import dev.zonal.theorem.shape.ResidualDecayConstant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of each kind of kernel: its exponent, its constant, its remainder. */
class AsymptoticsTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);

  private static Asymptotics asymptotics(String kernel, int dimension) {
    return Asymptotics.of(spectrum(kernel, dimension));
  }

  private static Spectrum spectrum(String kernel, int dimension) {
    return new Engine().spectrum(KernelSpecification.parse(kernel), dimension);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=3,alpha=1/2 | 3 | 3 | 3",
        "fcntk:L=2 | 4 | 4 | 4",
        "fcntk:L=1,beta=1 | 3 | 3 | 3",
        "fcntk:L=1 | 3 | 3 | -",
        "fcnngp:L=2 | 3 | 5 | 5",
        "resnngp:L=1,alpha=1 | 3 | 5 | -",
        "arccos:n=0 | 3 | - | 3",
        "arccos:n=1 | 3 | 5 | -",
        "laplace:c=2 | 2 | 2 | 2",
        "matern:nu=3/2,c=1 | 3 | 5 | 5",
        "matern:nu=3/2,c=3/7 | 4 | 6 | 6",
        "matern:nu=5/2,c=2 | 4 | 8 | 8",
        "matern:nu=101/2,c=1/3 | 2 | 102 | 102",
        "gammaexp:c=1,gamma=1/2 | 3 | 5/2 | 5/2",
        "gammaexp:c=1,gamma=1 | 3 | 3 | 3",
        "gammaexp:c=1,gamma=2 | 3 | - | -",
        "gammaexp:c=100,gamma=3/2 | 2 | 5/2 | 5/2",
        "chord:s=-1/2 | 3 | 3/2 | 3/2",
        "chord:s=2 | 3 | - | -",
        "gaussian:c=1 | 3 | - | -",
        "polynomial:[0,1] | 3 | - | -"
      })
  void theExponentOfEachParityIsThatOfTheTheory(
      String kernel, int dimension, String even, String odd) {
    Asymptotics asymptotics = asymptotics(kernel, dimension);
    assertEquals(even, exponent(asymptotics, Parity.EVEN));
    assertEquals(odd, exponent(asymptotics, Parity.ODD));
    for (Parity parity : Parity.values()) {
      boolean law = asymptotics.refusal(parity).isEmpty();
      assertEquals(law, asymptotics.decayExponent(parity).isPresent());
      assertEquals(law, asymptotics.certified(parity).isPresent());
      asymptotics
          .certified(parity)
          .ifPresent(certified -> assertTrue(certified.remainder().certainlyLess(Ball.exact(1))));
    }
  }

  @Test
  void theLawsOfTheParitiesThatHaveOneAreThoseThatAreCertified() {
    List<DecayLaw> both = DecayLaw.certified(asymptotics("fcntk:L=2", 3));
    assertEquals(List.of(Parity.values()), both.stream().map(DecayLaw::parity).toList());
    assertEquals(
        List.of(Parity.EVEN),
        DecayLaw.certified(asymptotics("fcntk:L=1", 3)).stream().map(DecayLaw::parity).toList());
    assertEquals(List.of(), DecayLaw.certified(asymptotics("gaussian:c=1", 3)));
    DecayLaw law = both.get(1);
    assertEquals(law.expansion().from(), law.from());
    // E = 3
    assertTrue(law.scaled(10, OVER.of(Rational.of(7))).contains(Rational.of(7000)));
  }

  @Property(tries = 20)
  void aLawIsProvedWhereItsRemainderIsBelowTheBound(
      @ForAll @IntRange(min = 1, max = 60) int k, @ForAll @IntRange(min = 1, max = 9) int tenths) {
    Asymptotics asymptotics = asymptotics("laplace:c=2", 3);
    Ball bound = OVER.of(Rational.of(tenths, 10));
    boolean isProved =
        asymptotics
            .from(Parity.ODD, k, 192)
            .filter(law -> DecayLaw.isApplicable(law) && law.remainder().certainlyLess(bound))
            .isPresent();
    assertEquals(isProved, asymptotics.proved(Parity.ODD, k, bound).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=2",
        "gammaexp:c=1,gamma=1/2",
        "matern:nu=1/3,c=2",
        "matern:nu=3,c=2",
        "sobolev:s=5/2",
        "chord:s=1/2"
      })
  void constantsAndCoefficientsHaveTheBitsThatAreAskedFor(String kernel) {
    Asymptotics asymptotics = asymptotics(kernel, 3);
    for (int bits : new int[] {64, 200, 500}) {
      assertTrue(asymptotics.constant(Parity.EVEN, bits).orElseThrow().accuracyBits() >= bits - 6);
      for (ChordTerm term : asymptotics.terms(bits, 3)) {
        assertTrue(term.atCoincidence().accuracyBits() >= bits - 6, kernel + ", " + term);
      }
      assertTrue(
          asymptotics.leading(Parity.EVEN, bits).orElseThrow().coefficient().accuracyBits()
              >= bits - 6);
    }
  }

  @Test
  void theTermOfTheChordIsZeroWhereThereIsNone() {
    for (String kernel : List.of("chord:s=1/2", "matern:nu=1/3,c=1", "sobolev:s=2")) {
      ChordTerm first = asymptotics(kernel, 3).first(64).orElseThrow();
      assertEquals(Rational.ONE, first.exponent());
      assertTrue(first.atCoincidence().isExact() && first.atCoincidence().containsZero(), kernel);
      assertTrue(first.atAntipode().isExact() && first.atAntipode().containsZero(), kernel);
    }
    assertTrue(
        asymptotics("chord:s=1", 3).first(64).orElseThrow().atCoincidence().contains(Rational.ONE));
  }

  /** s = 5/3 + 2j for a Matern kernel of 5/6, s = 1/2 + 2j for a Sobolev kernel in d = 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "matern:nu=5/6,c=1 | 5/3 | false",
        "matern:nu=5/6,c=1 | 11/3 | false",
        "matern:nu=5/6,c=1 | 8/3 | true",
        "matern:nu=5/6,c=1 | -1/3 | true",
        "sobolev:s=5/4 | 1/2 | false",
        "sobolev:s=5/4 | 9/2 | false",
        "sobolev:s=5/4 | 3/2 | true",
        "sobolev:s=5/4 | -3/2 | true"
      })
  void aPowerThatIsNoTermHasTheCoefficientZero(String kernel, String power, boolean isZero) {
    Asymptotics asymptotics = asymptotics(kernel, 3);
    Optional<Rational> zero = Optional.of(Rational.ZERO);
    Optional<Rational> none = Optional.empty();
    Rational s = Rational.parse(power);
    assertEquals(isZero ? zero : none, exact(asymptotics, Chart.CHORD, s));
    assertEquals(zero, exact(asymptotics, Chart.ANTIPODAL_CHORD, s));
  }

  /** exp(-r) has 1/n!, of which those up to n = 64 are looked for. */
  @Test
  void coefficientsOfASeriesAreKnownUpToTheSixtyFourth() {
    Asymptotics laplace = asymptotics("laplace:c=1", 3);
    Rational factorial = Rational.ONE;
    for (int n = 1; n <= 64; n++) {
      factorial = factorial.multiply(n);
    }
    assertEquals(
        Optional.of(Rational.ONE.divide(factorial)), exact(laplace, Chart.CHORD, Rational.of(64)));
    assertEquals(Optional.empty(), exact(laplace, Chart.CHORD, Rational.of(65)));
  }

  private static Optional<Rational> exact(Asymptotics asymptotics, Chart end, Rational s) {
    return asymptotics.exactCoefficient(end, s).flatMap(PiRational::rational);
  }

  /** The coefficients of a tail as they are, and as the series has them. */
  @Test
  void theExpansionOfAUniformTailHasItsTwoCoefficients() {
    Spectrum spectrum = spectrum("fcntk:L=2", 3);
    UniformTail tail =
        UniformTail.of(spectrum.expansion().get(), 3, Parity.EVEN, 100).orElseThrow();
    UniformExpansion plain = UniformExpansion.of(tail);
    UniformExpansion fine = Asymptotics.of(spectrum).from(Parity.EVEN, 100, 192).orElseThrow();
    assertEquals(fine.exponent(), plain.exponent());
    assertEquals(fine.rest().upper(), plain.rest().upper());
    assertEquals(2, plain.terms().size());
    for (int i = 0; i < 2; i++) {
      assertEquals(fine.terms().get(i).exponent(), plain.terms().get(i).exponent());
      Ball coefficient = plain.terms().get(i).coefficient();
      assertTrue(coefficient.overlaps(fine.terms().get(i).coefficient()));
      assertTrue(coefficient.accuracyBits() > 40);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polynomial:[0,1] | the kernel is a polynomial: its eigenvalues end",
        "chord:s=4 | the kernel is a polynomial: its eigenvalues end",
        "chord:s=0 | the kernel is a polynomial: its eigenvalues end",
        "gaussian:c=1 | the eigenvalues decay super-geometrically",
        "ntk:act=sin,L=2 | the eigenvalues decay super-geometrically",
        "heat:t=1/2 | the eigenvalues exp(-1/2 k(k+d-2)) of a heat kernel",
        "poisson:rho=2/3 | the eigenvalues (2/3)^k of a Poisson kernel",
        "spectrum:[1,2] | the list of the eigenvalues ends",
        "ntk:act=erf,L=1 | the eigenvalues decay faster than any power of k"
      })
  void whereThereIsNoLawTheReasonIsSaid(String kernel, String reason) {
    Asymptotics none = asymptotics(kernel, 3);
    assertEquals(Verdict.REFUTED, none.verdict());
    assertTrue(none.refusal().orElseThrow().startsWith(reason), none.refusal()::toString);
    assertTrue(none.terms(64, 3).isEmpty());
    assertTrue(none.first(64).isEmpty());
    assertEquals(Optional.empty(), none.note());
    assertEquals(0, none.vanishing());
    assertEquals(Optional.empty(), none.relativeOrder());
    for (Parity parity : Parity.values()) {
      assertTrue(none.refusal(parity).isPresent());
      assertTrue(none.leading(parity, 64).isEmpty());
      assertTrue(none.constant(parity, 64).isEmpty());
      assertTrue(none.exactConstant(parity).isEmpty());
      assertTrue(none.from(parity, 400, 64).isEmpty());
    }
  }

  /** A kernel that is known as one function may be a polynomial in one of its parities. */
  @Test
  void aParityThatVanishesHasNoLawForThatReason() {
    Asymptotics oneLayer = asymptotics("fcntk:L=1", 3);
    assertEquals(Verdict.PROVEN, oneLayer.verdict());
    assertEquals(Optional.empty(), oneLayer.refusal());
    assertEquals(Optional.empty(), oneLayer.refusal(Parity.EVEN));
    assertEquals(
        Optional.of("the odd eigenvalues are exactly zero from k = 3 on"),
        oneLayer.refusal(Parity.ODD));
    assertTrue(oneLayer.vanishes(Parity.ODD) && !oneLayer.vanishes(Parity.EVEN));
    assertTrue(oneLayer.from(Parity.EVEN, 100, 64).isPresent());
    assertEquals(Optional.empty(), oneLayer.from(Parity.ODD, 101, 64));
    assertEquals(Optional.empty(), oneLayer.certified(Parity.ODD));
    assertEquals(Optional.empty(), oneLayer.leading(Parity.ODD, 64));
    String ends = "the kernel is a polynomial: its eigenvalues end";
    assertEquals(Optional.of(ends), asymptotics("polynomial:[0,1]", 3).refusal(Parity.ODD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fcntk:L=2 | 0 | 2 | ",
        "fcnngp:L=2 | 1 | 2 | ",
        "arccos:n=1 | 1 | 2 | ",
        "chord:s=1/2 | 0 | 2 | ",
        "gammaexp:c=1,gamma=1/2 | 0 | 1/2 | ",
        "matern:nu=1/3,c=1 | 0 | 2 | ",
        "matern:nu=2,c=1 | 0 | 2 | A_s is the coefficient of r^s log r",
        "sobolev:s=2 | 0 | 2 | A_s is the coefficient of r^s log r",
        "sobolev:s=3/2 | 0 | 2 | "
      })
  void whatIsKnownOfTheTermsIsSaid(String kernel, int vanishing, String order, String note) {
    Asymptotics asymptotics = asymptotics(kernel, 3);
    assertEquals(vanishing, asymptotics.vanishing());
    assertEquals(Optional.of(Rational.parse(order)), asymptotics.relativeOrder());
    assertEquals(Optional.ofNullable(note), asymptotics.note());
    List<ChordTerm> terms = asymptotics.terms(64, 5);
    assertEquals(kernel.startsWith("chord") ? 1 : 5, terms.size());
    for (int i = 0; i < vanishing; i++) {
      Ball zero = terms.get(i).atCoincidence();
      assertTrue(zero.isExact() && zero.containsZero());
    }
    assertFalse(terms.get(vanishing).atCoincidence().containsZero());
  }

  /** The terms below 2 k0 are as many as 2 k0/gamma; the search does not go through them. */
  @Property(tries = 20)
  void theSearchForTheFirstFrequencyIsShortHoweverSmallTheExponent(
      @ForAll @IntRange(min = 1, max = 400) int decimals, @ForAll @IntRange(max = 9) int tail) {
    String gamma = "1/1" + "0".repeat(decimals - 1) + tail;
    Asymptotics slow = asymptotics("gammaexp:c=1,gamma=" + gamma, 3);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (Parity parity : Parity.values()) {
            slow.certified(parity).ifPresent(law -> assertTrue(law.order().signum() > 0));
          }
        });
  }

  @Property(tries = 60)
  void whatIsKnownExactlyLiesInItsEnclosure(
      @ForAll("kernels") Kernel kernel, @ForAll @IntRange(min = 2, max = 7) int dimension) {
    Assume.that(isIntegrable(kernel, dimension));
    Asymptotics asymptotics = Asymptotics.of(Spectrum.of(kernel, dimension));
    for (ChordTerm term : asymptotics.terms(100, 3)) {
      assertKnown(asymptotics.exactCoefficient(Chart.CHORD, term.exponent()), term.atCoincidence());
      assertKnown(
          asymptotics.exactCoefficient(Chart.ANTIPODAL_CHORD, term.exponent()), term.atAntipode());
    }
    for (Parity parity : Parity.values()) {
      asymptotics
          .constant(parity, 100)
          .ifPresent(constant -> assertKnown(asymptotics.exactConstant(parity), constant));
    }
  }

  private static boolean isIntegrable(Kernel kernel, int dimension) {
    return !(kernel instanceof ChordPowerKernel power)
        || power.s().add(dimension - 1L).signum() > 0;
  }

  private static void assertKnown(Optional<PiRational> exact, Ball enclosure) {
    exact.ifPresent(x -> assertTrue(enclosure.overlaps(x.in(OVER)), () -> x + " " + enclosure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"laplace:c=2/3", "matern:nu=5/2,c=1/7", "chord:s=3", "chord:s=-1"})
  void constantsOfPowersWithRationalCoefficientsAreKnownExactly(String kernel) {
    for (int dimension = 3; dimension < 9; dimension++) {
      for (Parity parity : Parity.values()) {
        Asymptotics asymptotics = asymptotics(kernel, dimension);
        PiRational exact = asymptotics.exactConstant(parity).orElseThrow();
        assertEquals(dimension % 2 == 1, exact.rational().isPresent());
        assertTrue(asymptotics.constant(parity, 100).orElseThrow().overlaps(exact.in(OVER)));
      }
    }
  }

  /** However far down the expansion r itself stands. */
  @Property(tries = 20)
  void theCoefficientOfTheChordIsFoundWhereverItStands(
      @ForAll @IntRange(min = 2, max = 2000) int q) {
    Asymptotics far = asymptotics("gammaexp:c=1000,gamma=1/" + q, 3);
    ChordTerm last = far.terms(100, q).get(q - 1);
    assertEquals(Rational.ONE, last.exponent());
    Ball first = far.first(100).orElseThrow().atCoincidence();
    assertTrue(first.overlaps(last.atCoincidence()));
    assertFalse(last.atCoincidence().containsZero());
    assertKnown(far.exactCoefficient(Chart.CHORD, Rational.ONE), last.atCoincidence());
  }

  private static String exponent(Asymptotics asymptotics, Parity parity) {
    return asymptotics.decayExponent(parity).map(e -> e.toString()).orElse("-");
  }

  /** |u - 1/2|: even in both chords, and yet its eigenvalues decay like a power of k. */
  private record Kink() implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      T half = over.of(Rational.of(1, 2));
      return over.sqrt(over.square(over.subtract(at.cosine(), half)));
    }

    @Override
    public <T> T atCoincidence(Arithmetic<T> over) {
      return over.of(Rational.of(1, 2));
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }
  }

  /** theta + r, which is 2 r + ... at coincidence, and pi + 2 - r_- + ... at the antipode. */
  private record BothEnds() implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      return over.add(at.theta(), at.chord());
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }
  }

  @Test
  void theCoefficientsOfBothEndsAreAddedForEvenFrequenciesAndSubtractedForOddOnes() {
    Asymptotics both = Asymptotics.of(Spectrum.of(new BothEnds(), 3));
    PiRational limit = asymptotics("chord:s=1", 3).exactConstant(Parity.EVEN).orElseThrow();
    assertEquals(Optional.of(limit.scale(Rational.ONE)), both.exactConstant(Parity.EVEN));
    assertEquals(Optional.of(limit.scale(Rational.of(3))), both.exactConstant(Parity.ODD));
  }

  @Test
  void evenPowersAtBothEndsAreNotEnoughForAFasterDecayThanAnyPower() {
    Asymptotics kink = Asymptotics.of(Spectrum.of(new Kink(), 3));
    assertEquals(Verdict.UNDECIDED, kink.verdict());
    assertEquals(Verdict.REFUTED, asymptotics("gaussian:c=1", 3).verdict());
  }

  /** N, J and the step of Proposition 12.10 are as they must be, and Y is far above 1. */
  @Test
  void anExpansionWhoseRestOutweighsItsFirstTermIsNone() {
    Asymptotics sharp = asymptotics("gammaexp:c=1000,gamma=1/2", 3);
    assertTrue(sharp.from(Parity.EVEN, 4096, 192).isEmpty());
    Asymptotics mild = asymptotics("gammaexp:c=1,gamma=1/2", 3);
    UniformExpansion expansion = mild.from(Parity.EVEN, 4096, 192).orElseThrow();
    assertTrue(expansion.rest().certainlyLess(Ball.exact(1)));
  }

  @Test
  void theConstantOfAResidualKernelIsItsClosedForm() {
    Asymptotics asymptotics = asymptotics("resntk:L=3,alpha=1/2", 5);
    ResidualDecayConstant closed =
        new ResidualDecayConstant((ResidualTangentKernel) asymptotics.spectrum().kernel(), 5);
    assertTrue(asymptotics.constant(Parity.EVEN, 100).orElseThrow().overlaps(closed.even(OVER)));
    assertTrue(asymptotics.constant(Parity.ODD, 100).orElseThrow().overlaps(closed.odd(OVER)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=3,alpha=1/2 | 3",
        "laplace:c=2 | 4",
        "matern:nu=7/2,c=1/3 | 4",
        "gammaexp:c=1,gamma=3/2 | 2",
        "gammaexp:c=2,gamma=2/3 | 3",
        "chord:s=-1/2 | 2",
        "chord:s=5/2 | 4"
      })
  void certifiedEigenvaluesObeyTheLawWithItsRemainder(String kernel, int dimension) {
    Spectrum spectrum = spectrum(kernel, dimension);
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    for (Parity parity : Parity.values()) {
      UniformExpansion law = asymptotics.certified(parity).orElseThrow();
      TreeSet<Long> ks = new TreeSet<>(List.of(law.from(), law.from() + 6, law.from() + 300));
      Map<Long, Certification<Enclosure>> balls =
          spectrum.enclose(ks, 90, Optional.empty(), Context.NONE);
      for (long k : ks) {
        Ball eta = balls.get(k).get().ball();
        Ball shifted = OVER.of(Rational.of(2 * k + dimension - 2, 2));
        Ball scaled = OVER.multiply(OVER.power(shifted, law.decayExponent()), eta);
        Ball relative = OVER.subtract(OVER.divide(scaled, law.constant(OVER)), Ball.exact(1));
        assertFalse(relative.certainlyGreater(law.remainderAt(k)), kernel + " k = " + k);
        assertFalse(OVER.negate(relative).certainlyGreater(law.remainderAt(k)), kernel);
        Ball rest =
            OVER.subtract(OVER.divide(eta, law.leadingTerm(OVER, k)), law.relativeSum(OVER, k));
        Ball size = rest.abs();
        assertFalse(size.certainlyGreater(law.restAt(k)), kernel + " rest at k = " + k);
      }
    }
  }

  /** A coefficient that vanishes does so by a theorem; any other is told from zero. */
  @Property(tries = 60)
  void theLeadingCoefficientOfEveryKernelIsDecided(
      @ForAll("kernels") Kernel kernel, @ForAll @IntRange(min = 2, max = 8) int dimension) {
    Assume.that(isIntegrable(kernel, dimension));
    Asymptotics asymptotics = Asymptotics.of(new Engine().spectrum(kernel, dimension));
    for (Parity parity : Parity.values()) {
      assertEquals(
          asymptotics.refusal(parity).isEmpty(), asymptotics.leading(parity, 64).isPresent());
    }
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    return Kernels.all();
  }

  @Test
  void biasesOfWeightOneCancelTheFirstCoefficientAtTheAntipode() {
    for (String kernel : List.of("fcntk:L=2,beta=1", "resntk:L=2,alpha=1,tau=1")) {
      Ball b = asymptotics(kernel, 3).first(64).orElseThrow().atAntipode();
      assertTrue(b.isExact() && b.containsZero(), kernel);
    }
    assertFalse(
        asymptotics("fcntk:L=2,beta=1/2", 3).first(64).orElseThrow().atAntipode().containsZero());
  }
}
