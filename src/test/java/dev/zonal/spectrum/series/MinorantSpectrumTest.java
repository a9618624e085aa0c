package dev.zonal.spectrum.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorantSpectrumTest {
  private static final int BITS = 70;

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Certification<Enclosure> eigenvalue(Kernel kernel, int dimension, long k) {
    return Spectrum.of(kernel, dimension).enclose(k, BITS, Context.NONE);
  }

  @Provide
  Arbitrary<String> networks() {
    return Arbitraries.of(
        "ntk:act=tanh,L=1",
        "ntk:act=tanh,L=2,sw2=3/2,sb2=1/10",
        "ntk:act=sigmoid,L=2,sw2=2",
        "ntk:act=softplus,L=1,sb2=1/4",
        "ntk:act=swish,L=2,sw2=2,train=first",
        "nngp:act=swish,L=1,sw2=2,sb2=1/2",
        "nngp:act=sigmoid,L=1",
        "resntk:L=2,alpha=1/2,act=tanh",
        "resnngp:L=2,alpha=1/2,act=softplus,sw2=1/2");
  }

  /** Two ways that share nothing but the values: eigenvalues sum up to a value. */
  @Property(tries = 5, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void theEigenvaluesSumUpToTheValues(
      @ForAll("networks") String specification, @ForAll @IntRange(min = 2, max = 4) int dimension) {
    Kernel kernel = kernel(specification);
    BallArithmetic over = BallArithmetic.ofBits(100);
    Rational u = Rational.of(-1, 3);
    Ball left = kernel.evaluate(over, ChordAngle.ofCosine(over, u));
    Spectrum spectrum = Spectrum.of(kernel, dimension);
    Ball sum = Ball.exact(0);
    Ball atOne = Ball.exact(1);
    Ball before = Ball.exact(1);
    Ball here = over.of(u);
    for (int k = 0; k <= 16; k++) {
      Ball eigenvalue = spectrum.enclose(k, BITS, Context.NONE).get().ball();
      Ball term = over.scale(eigenvalue, Rational.of(multiplicity(dimension, k)));
      Ball harmonic = k == 0 ? Ball.exact(1) : here;
      sum = over.add(sum, over.multiply(term, harmonic));
      atOne = over.subtract(atOne, term);
      if (k > 0) {
        // (k + d - 2) P_{k+1} = (2k + d - 2) u P_k - k P_{k-1}
        Ball risen =
            over.scale(over.multiply(over.of(u), here), Rational.of(2L * k + dimension - 2));
        Ball next =
            over.scale(
                over.subtract(risen, over.scale(before, Rational.of(k))),
                Rational.of(1, k + dimension - 2L));
        before = here;
        here = next;
      }
    }
    assertTrue(atOne.upperEnd().signum() >= 0, atOne::toString);
    Ball sumOfAll = sum.inflate(atOne);
    assertTrue(sumOfAll.overlaps(left), () -> specification + ": " + sumOfAll + ", " + left);
    assertTrue(atOne.toDouble() < 1e-3, atOne::toString);
  }

  private static long multiplicity(int d, int k) {
    return switch (d) {
      case 2 -> k == 0 ? 1 : 2;
      case 3 -> 2L * k + 1;
      case 4 -> (k + 1L) * (k + 1L);
      default -> throw new IllegalArgumentException("dimension " + d);
    };
  }

  /**
   * By PARI: two-dimensional trapezoidal sums for the duals, interpolation at 121 Chebyshev nodes,
   * whose error is about 1e-17, and Gauss quadrature.
   */
  @ParameterizedTest
  @CsvSource({
    "'nngp:act=tanh,L=1,sw2=1',2,1,0.4902629321724834405",
    "'nngp:act=tanh,L=1,sw2=1',2,3,0.009144230322076582315",
    "'nngp:act=tanh,L=1,sw2=1',2,5,0.0005392322667159146313",
    "'nngp:act=tanh,L=1,sw2=1',2,9,5.286401289877605391E-6",
    "'nngp:act=tanh,L=1,sw2=1',3,1,0.3231306453471566999",
    "'nngp:act=tanh,L=1,sw2=1',3,3,0.004040016655338627897",
    "'nngp:act=tanh,L=1,sw2=1',3,5,0.00018945768533528968226",
    "'nngp:act=tanh,L=1,sw2=1',3,9,1.3930222189709109482E-6",
    "'nngp:act=tanh,L=1,sw2=1',6,1,0.15893873427424217470",
    "'nngp:act=tanh,L=1,sw2=1',6,3,0.0008277179365054277703",
    "'nngp:act=tanh,L=1,sw2=1',6,5,2.1907841094511702859E-5",
    "'nngp:act=tanh,L=1,sw2=1',6,9,7.460524216867005932E-8",
    "'ntk:act=tanh,L=1,sw2=1',2,1,0.4782619323933643589",
    "'ntk:act=tanh,L=1,sw2=1',2,3,0.019628904559974730751",
    "'ntk:act=tanh,L=1,sw2=1',2,5,0.0018431934186867496197",
    "'ntk:act=tanh,L=1,sw2=1',2,9,3.277420907121610038E-5",
    "'ntk:act=tanh,L=1,sw2=1',3,1,0.3108031531040040674",
    "'ntk:act=tanh,L=1,sw2=1',3,3,0.008489279362413166560",
    "'ntk:act=tanh,L=1,sw2=1',3,5,0.0006339674715021829822",
    "'ntk:act=tanh,L=1,sw2=1',3,9,8.468949274901913518E-6",
    "'ntk:act=tanh,L=1,sw2=1',6,1,0.14991339075424854602",
    "'ntk:act=tanh,L=1,sw2=1',6,3,0.0016708046434753856346",
    "'ntk:act=tanh,L=1,sw2=1',6,5,7.005025940192510458E-5",
    "'ntk:act=tanh,L=1,sw2=1',6,9,4.327977510675154565E-7",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,0,0.3073413591835150646",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,1,0.3251360749068188501",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,2,0.007986877130506990836",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,3,0.011009383477395142771",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,5,0.0009228039463095499609",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',2,9,1.4785236942825653801E-5",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,0,0.3018771905851599757",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,1,0.21226058750578964710",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,2,0.003949311585105311259",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,3,0.004791098635759716036",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,5,0.0003189148070479623124",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',3,9,3.828879278799785661E-6",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,0,0.2970187161172886795",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,1,0.10302780055462697043",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,2,0.0010841836847310277361",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,3,0.0009542270162810277043",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,5,3.560943141417430642E-5",
    "'nngp:act=tanh,L=2,sw2=3/2,sb2=1/10',6,9,1.9679202461193885657E-7",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,0,0.18651118357593926879",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,1,0.3541963885104067642",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,2,0.019337268000399726624",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,3,0.024942771146922647749",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,5,0.003206399336056018041",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',2,9,8.943859411344102539E-5",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,0,0.17309835714147095101",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,1,0.22582338507677858081",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,2,0.009165250084386425575",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,3,0.010552265719555972661",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,5,0.0010791844266510055935",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',3,9,2.2637576383507904918E-5",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,0,0.16191938774375247050",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,1,0.10612847715268360065",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,2,0.002339284797085531226",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,3,0.001993458118830588298",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,5,0.00011390380132214414962",
    "'ntk:act=tanh,L=2,sw2=3/2,sb2=1/10',6,9,1.1015929256131132557E-6"
  })
  void theEigenvaluesAreThoseOfAnotherProgram(
      String specification, int dimension, long k, BigDecimal expected) {
    Ball eigenvalue = eigenvalue(kernel(specification), dimension, k).get().ball();
    assertEquals(
        expected.doubleValue(), eigenvalue.toDouble(), 3e-17 + 1e-15 * expected.doubleValue());
    assertTrue(eigenvalue.accuracyBits() >= BITS, eigenvalue::toString);
  }

  /** Lemma 5.12. */
  @ParameterizedTest
  @CsvSource({
    "'ntk:act=tanh,L=3',0", "'ntk:act=tanh,L=1',2", "'nngp:act=softplus,L=1',3",
    "'ntk:act=swish,L=1',5", "'nngp:act=sigmoid,L=1',2", "'resntk:L=2,alpha=1/2,act=tanh',4"
  })
  void eigenvaluesOfAPolynomialPartAreExactlyZero(String specification, long k) {
    assertTrue(eigenvalue(kernel(specification), 3, k).get().isExactZero());
  }

  @Example
  void otherEigenvaluesArePositive() {
    for (String specification :
        List.of(
            "ntk:act=softplus,L=2",
            "nngp:act=tanh,L=1,sb2=1/3",
            "ntk:act=sigmoid,L=2",
            "ntk:act=swish,L=1,sb2=1")) {
      for (long k : new long[] {0, 1, 2, 3, 8}) {
        Ball eigenvalue = eigenvalue(kernel(specification), 3, k).get().ball();
        assertTrue(eigenvalue.isPositive(), () -> specification + ": " + eigenvalue);
        assertTrue(eigenvalue.accuracyBits() >= BITS, eigenvalue::toString);
      }
    }
  }

  /**
   * Whatever is left out of a series, the eigenvalue lies where it says; for a larger k that may be
   * far more than its first term would make of it.
   */
  @Property(tries = 3)
  void fewTermsEncloseWhatManyTermsDo(
      @ForAll @IntRange(min = 2, max = 60) int few,
      @ForAll @IntRange(min = 0, max = 40) int k,
      @ForAll @IntRange(min = 2, max = 8) int dimension) {
    Kernel kernel = kernel("ntk:act=tanh,L=2,sw2=3/2,sb2=1/10");
    MinorantSpectrum spectrum = new MinorantSpectrum(kernel, dimension);
    BallArithmetic over = BallArithmetic.ofBits(150);
    Ball rough = spectrum.bounds(k, MinorantSpectrum.minorant(kernel, few, 150), over).hull(over);
    Ball close = spectrum.enclose(k, k, BITS).get().ball();
    assertTrue(rough.overlaps(close), () -> rough + ", " + close);
  }

  /** The mass that is missing may lie where eta_k(u^n) is largest, at n of about k^2/(d - 1). */
  @Example
  void allOfWhatIsMissingMayLieAtOneTerm() {
    BallArithmetic over = BallArithmetic.ofBits(100);
    MinorantSpectrum spectrum = new MinorantSpectrum(kernel("nngp:act=tanh,L=1"), 3);
    MinorantSpectrum.LowerBounds nothing =
        new MinorantSpectrum.LowerBounds(List.of(Ball.exact(0)), Ball.exact(1));
    for (int k : new int[] {1, 4, 9}) {
      Ball hull = spectrum.bounds(k, nothing, over).hull(over);
      MonomialEigenvalues monomials = new MonomialEigenvalues(k, 3);
      Ball m = SeriesSpectrum.first(k, 3, over);
      Ball most = m;
      for (long n = k; n < 300; n += 2) {
        m = over.scale(m, monomials.quotient(n));
        most = over.isBelow(most, m) ? m : most;
      }
      assertTrue(hull.upper().compareTo(most.lower()) >= 0, hull + ", " + most);
      assertTrue(hull.lowerEnd().signum() <= 0, hull::toString);
    }
  }

  @Example
  void fartherFrequenciesAreRefusedWithAnEstimate() {
    Kernel kernel = kernel("nngp:act=tanh,L=1,sw2=4");
    for (long k : new long[] {401, 1001, 1_000_000_000_001L}) {
      Certification<Enclosure> refused = eigenvalue(kernel, 3, k);
      assertFalse(refused.isCertified());
      assertTrue(
          refused.refusal().orElseThrow().startsWith("it needs about"),
          refused.refusal()::toString);
    }
  }

  @Example
  void noOtherMethodIsClaimed() {
    Spectrum spectrum = Spectrum.of(kernel("nngp:act=tanh,L=1"), 3);
    assertFalse(spectrum.expansion().isCertified());
    assertTrue(
        spectrum.expansion().refusal().orElseThrow().contains("root-exponential"),
        spectrum.expansion().refusal()::toString);
    for (Eigenvalue.Method method :
        List.of(Eigenvalue.Method.EXACT, Eigenvalue.Method.TAIL, Eigenvalue.Method.QUADRATURE)) {
      Certification<Enclosure> refused =
          spectrum
              .enclose(new TreeSet<>(List.of(3L)), BITS, Optional.of(method), Context.NONE)
              .get(3L);
      assertFalse(refused.isCertified(), method::toString);
    }
  }

  /** Fifty digits of a value. */
  @Example
  void valuesAreCertifiedToFiftyDigits() {
    Kernel kernel = kernel("nngp:act=tanh,L=1");
    Certification<CertifiedValue> value =
        CertifiedValue.of(kernel, Scale.PAPER, Rational.of(1, 2), 50);
    assertEquals(
        new BigDecimal("0.18632441320344808610678289"),
        value.get().rounded().round(new java.math.MathContext(26)));
    Kernel deep = kernel("ntk:act=tanh,L=3,sw2=3/2,sb2=1/10");
    assertTrue(CertifiedValue.of(deep, Scale.UNIT, Rational.of(1, 3), 50).isCertified());
  }
}
