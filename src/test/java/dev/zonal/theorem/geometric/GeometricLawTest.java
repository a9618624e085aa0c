package dev.zonal.theorem.geometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.singularity.SingularPoint;
import dev.zonal.kernel.singularity.Surroundings;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometricLawTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(192);
  private static final int BITS = 120;

  @Provide
  Arbitrary<Kernel> oneLayer() {
    return Combinators.combine(
            Arbitraries.of("nngp:%s", "ntk:%s", "ntk:%s,train=first"),
            Arbitraries.of("erf", "gelu"),
            Arbitraries.of("1/10", "1/2", "1", "2", "9"),
            Arbitraries.of("0", "1/50", "1/10", "1", "4"))
        .as(
            (name, act, sw2, sb2) ->
                kernel(name.formatted("act=%s,L=1,sw2=%s,sb2=%s".formatted(act, sw2, sb2))));
  }

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Map<Long, Ball> eigenvalues(Kernel kernel, int d, TreeSet<Long> frequencies) {
    Map<Long, Ball> balls = new TreeMap<>();
    Spectrum.of(kernel, d)
        .enclose(frequencies, BITS, Optional.empty(), Context.NONE)
        .forEach((k, enclosure) -> balls.put(k, enclosure.get().ball()));
    return balls;
  }

  /** Theorem 17.8, against eigenvalues that were enclosed without it. */
  @Property(tries = 40)
  void everyEigenvalueObeysTheLaw(
      @ForAll("oneLayer") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = 4, max = 60) int start) {
    for (Parity parity : Parity.values()) {
      long from = parity.firstFrom(start);
      Optional<GeometricLaw> law = GeometricLaw.of(kernel, d, parity, from);
      if (law.isEmpty()) {
        continue;
      }
      TreeSet<Long> frequencies = new TreeSet<>();
      for (long step : new long[] {0, 2, 4, 10, 40, 150}) {
        frequencies.add(from + step);
      }
      eigenvalues(kernel, d, frequencies)
          .forEach(
              (k, eta) -> {
                Ball quotient = OVER.divide(law.get().scaled(k, eta), law.get().constant());
                Ball excess = OVER.subtract(quotient, Ball.exact(1));
                Ball scaled = OVER.scale(excess, Rational.of(k, from));
                assertTrue(
                    scaled.upper().compareTo(law.get().least()) >= 0
                        && scaled.lower().compareTo(law.get().greatest()) <= 0,
                    () -> kernel + ", d = " + d + ", k = " + k + ": " + scaled + " " + law);
                assertTrue(law.get().tail().overlaps(law.get().scaled(k, eta)));
                assertFalse(law.get().side() > 0 && scaled.isNegative());
                assertFalse(law.get().side() < 0 && scaled.isPositive());
              });
    }
  }

  /**
   * Random variances: the eigenvalues come from the power series, which knows nothing of the law.
   */
  @Property(tries = 12)
  void everyEigenvalueOfTheSeriesLiesInTheLawAndBetweenItsConstants(
      @ForAll("randomVariances") Kernel kernel, @ForAll @IntRange(min = 2, max = 8) int d) {
    Spectrum spectrum = Spectrum.of(kernel, d);
    Decay.Proof proof = Decay.prove(spectrum, Context.NONE).proof().orElseThrow();
    for (Parity parity : Parity.values()) {
      if (proof.geometric(parity).isEmpty()) {
        assertTrue(spectrum.zerosFrom(parity).isPresent(), kernel::toString);
        continue;
      }
      Decay.Geometric bounded = proof.geometric(parity).get();
      GeometricLaw law = bounded.law();
      TreeSet<Long> frequencies = new TreeSet<>();
      for (long step : new long[] {0, 2, 6, 30}) {
        frequencies.add(parity.firstFrom(1) + step);
        frequencies.add(law.from() + step);
      }
      spectrum
          .enclose(frequencies, BITS, Optional.of(Method.SERIES), Context.NONE)
          .forEach(
              (k, enclosure) -> {
                Ball quotient = law.scaled(k, enclosure.get().ball());
                String where = kernel + ", d = " + d + ", k = " + k;
                assertFalse(quotient.upper().compareTo(bounded.least().value().lower()) < 0, where);
                assertFalse(
                    quotient.lower().compareTo(bounded.greatest().value().upper()) > 0, where);
                Ball excess = OVER.subtract(OVER.divide(quotient, law.constant()), Ball.exact(1));
                Ball scaled = OVER.scale(excess, Rational.of(k, law.from()));
                boolean holds =
                    scaled.upper().compareTo(law.least()) >= 0
                        && scaled.lower().compareTo(law.greatest()) <= 0;
                assertTrue(k < law.from() || holds, where);
              });
    }
  }

  @Provide
  Arbitrary<Kernel> randomVariances() {
    Arbitrary<Integer> numerator = Arbitraries.integers().between(1, 40);
    return Combinators.combine(
            Arbitraries.of("nngp:act=erf", "ntk:act=erf", "nngp:act=gelu", "ntk:act=gelu"),
            numerator,
            Arbitraries.integers().between(4, 20),
            Arbitraries.integers().between(0, 30))
        .as((name, a, b, bias) -> kernel(name + ",L=1,sw2=%s/%s,sb2=%s/10".formatted(a, b, bias)));
  }

  /** rho is the square of the golden ratio's inverse where u_* = 3/2. */
  @Example
  void theLawOfAnErrorFunctionIsThatOfTheLiterature() {
    GeometricLaw law =
        GeometricLaw.of(kernel("ntk:act=erf,L=1,sw2=1"), 3, Parity.ODD, 41).orElseThrow();
    assertEquals(Optional.of(Rational.of(3, 2)), law.singularity().exact());
    assertEquals(Rational.of(-1), law.exponent());
    assertEquals(new BigDecimal("0.38196601125"), law.rate().decimal(11).orElseThrow());
    assertEquals(
        Optional.empty(),
        GeometricLaw.of(kernel("ntk:act=erf,L=1,sw2=1"), 3, Parity.EVEN, 40),
        "even eigenvalues are zero");
  }

  /** Theorem 17.9, against eigenvalues that were enclosed without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10 | 3",
        "ntk:act=erf,L=2,sw2=2 | 2",
        "nngp:act=erf,L=3,sw2=2,sb2=1/20 | 5",
        "ntk:act=erf,L=2,sw2=3,sb2=1/4,train=[1] | 4",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | 3",
        "nngp:act=gelu,L=2,sw2=2 | 6",
        "resntk:act=erf,L=2,alpha=1/2 | 3",
        "resnngp:act=gelu,L=1,alpha=1 | 3"
      })
  void everyEigenvalueOfADeepNetworkObeysTheLaw(String specification, int d) {
    Kernel kernel = kernel(specification);
    int laws = 0;
    for (Parity parity : Parity.values()) {
      long from = parity.firstFrom(800);
      Optional<GeometricLaw> law = GeometricLaw.of(kernel, d, parity, from);
      if (law.isEmpty()) {
        continue;
      }
      laws++;
      TreeSet<Long> frequencies = new TreeSet<>(List.of(from, from + 2, from + 80));
      eigenvalues(kernel, d, frequencies)
          .forEach((k, eta) -> assertObeys(law.get(), k, eta, kernel + ", d = " + d));
    }
    assertEquals(kernel.polynomialPart().isPresent() ? 1 : 2, laws, kernel::toString);
  }

  private static void assertObeys(GeometricLaw law, long k, Ball eta, String where) {
    Ball quotient = OVER.divide(law.scaled(k, eta), law.constant());
    Ball scaled = OVER.scale(OVER.subtract(quotient, Ball.exact(1)), Rational.of(k, law.from()));
    assertTrue(
        scaled.upper().compareTo(law.least()) >= 0 && scaled.lower().compareTo(law.greatest()) <= 0,
        () -> where + ", k = " + k + ": " + scaled + " " + law);
    assertTrue(law.remainder().compareTo(Rational.ONE) < 0, () -> where + ": " + law);
  }

  /** By mpmath, from the equation of the singularity and a Laurent series in w by quadrature. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10 | 1.310476114327916 | 1/2 | 0.3600754077778976",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | 1.3917054877160682 | 3/2 | 0.010262506022764302"
      })
  void theLawOfADeepNetworkIsThatOfAnotherProgram(
      String specification, double singularity, String order, double constant) {
    GeometricLaw law = GeometricLaw.of(kernel(specification), 3, Parity.EVEN, 400).orElseThrow();
    assertEquals(singularity, law.singularity().at().toDouble(), 1e-14);
    assertEquals(Rational.parse(order), law.order());
    assertEquals(constant, law.constant().toDouble(), 1e-14 * constant);
  }

  /** One layer by either theorem. */
  @ParameterizedTest
  @ValueSource(strings = {"erf,L=1,sw2=3/2,sb2=1/10", "gelu,L=1,sw2=2,sb2=1/5", "erf,L=1,sw2=1"})
  void theSeriesOfOneLayerIsThatOfAnyDepth(String network) {
    Kernel kernel = kernel("ntk:act=" + network);
    SingularPoint point = SingularPoint.of(kernel, OVER).get();
    OneLayerSeries known =
        OneLayerSeries.of(kernel.arcSineForm().orElseThrow(), kernel.paperScale(OVER))
            .orElseThrow();
    assertTrue(point.at().contains(known.singularity().lower()));
    assertEquals(known.order(), point.order());
    DeepSeries deep = new DeepSeries(Surroundings.of(point).get());
    Ball one = known.ratios(Parity.ODD, 301).orElseThrow().limit();
    Ball any = deep.ratios(Parity.ODD, 301).orElseThrow().limit();
    assertTrue(one.overlaps(any), () -> one + ", " + any);
    assertTrue(any.accuracyBits() > 100, any::toString);
  }

  /** What is entire has no singularity, and none is searched for a power law. */
  @Example
  void kernelsWithoutASingularityOnTheAxisHaveNoGeometricLaw() {
    for (String name : List.of("ntk:act=sin,L=2", "nngp:act=exp,L=1", "fcntk:L=2")) {
      assertFalse(GeometricLaw.isFor(kernel(name)), name);
    }
    assertTrue(GeometricLaw.isFor(kernel("ntk:act=erf,L=4")));
  }

  @Example
  void theReasonIsSaidWhereNoLawIsProved() {
    assertEquals(
        Optional.of("the kernel is not known to be holomorphic around [-1, 1]"),
        GeometricLaw.refusal(kernel("fcntk:L=2")));
    assertEquals(Optional.empty(), GeometricLaw.refusal(kernel("ntk:act=erf,L=1")));
    assertTrue(GeometricLaw.of(kernel("fcntk:L=2"), 3, Parity.EVEN, 40).isEmpty());
    // x = u reaches 1 at u = 1: no network has such a form
    List<Rational> none = List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO);
    List<Rational> arc = List.of(Rational.ONE, Rational.ZERO);
    for (int i = 0; i < 2; i++) {
      Rational slope = Rational.ONE.subtract(Rational.of(i, 100));
      ArcSineForm form = new ArcSineForm(slope, Rational.ZERO, arc, none, Rational.ZERO);
      assertEquals(i == 1, OneLayerSeries.of(form, Ball.exact(1)).isPresent());
      Kernel kernel = new Formed(form);
      assertEquals(
          i == 1 ? Optional.empty() : Optional.of("the kernel is not singular at 1 < u < oo"),
          GeometricLaw.refusal(kernel));
    }
  }

  /** A kernel of which nothing is used but its form. */
  private record Formed(ArcSineForm form) implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      return over.of(1);
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }

    @Override
    public Optional<ArcSineForm> arcSineForm() {
      return Optional.of(form);
    }
  }

  @Example
  void aLawBeginsAtAFrequencyOfItsParityFromFourOn() {
    Kernel kernel = kernel("nngp:act=gelu,L=1,sb2=4");
    assertTrue(GeometricLaw.of(kernel, 3, Parity.EVEN, 4).isPresent());
    assertTrue(GeometricLaw.of(kernel, 3, Parity.EVEN, 2).isEmpty());
    assertTrue(GeometricLaw.of(kernel, 3, Parity.ODD, 3).isEmpty());
    assertTrue(GeometricLaw.of(kernel, 3, Parity.EVEN, 5).isEmpty());
  }

  /** Where no factor of the law is ever on one side of its limit, that side is exactly bare. */
  @Example
  void aSideOnWhichNoFactorIsHasNoDeviation() {
    GeometricLaw above = GeometricLaw.of(kernel("ntk:act=gelu,L=1"), 3, Parity.EVEN, 38).get();
    assertEquals(1, above.side());
    assertTrue(above.least().isZero() && above.greatest().signum() > 0);
    GeometricLaw far =
        GeometricLaw.of(kernel("ntk:act=gelu,L=1,sw2=1/10"), 2, Parity.EVEN, 20).orElseThrow();
    assertTrue(far.least().isZero() && far.greatest().signum() > 0);
    // (1 - x^2)^(-1/2), x = u/2, on the circle
    List<Rational> root = List.of(Rational.ONE, Rational.ZERO, Rational.ZERO);
    List<Rational> arc = List.of(Rational.ZERO, Rational.ZERO);
    ArcSineForm form = new ArcSineForm(Rational.of(1, 2), Rational.ZERO, arc, root, Rational.ZERO);
    GeometricLaw below = GeometricLaw.of(new Formed(form), 2, Parity.EVEN, 40).orElseThrow();
    assertEquals(-1, below.side());
    assertTrue(below.greatest().isZero() && below.least().signum() < 0);
    GeometricLaw neither =
        GeometricLaw.of(kernel("ntk:act=erf,L=1,sw2=2"), 3, Parity.ODD, 41).orElseThrow();
    assertEquals(0, neither.side());
    assertTrue(neither.least().signum() < 0 && neither.greatest().signum() > 0);
  }

  /** A disc around u_* that reaches another singularity is refused. */
  @Example
  void aDiscThatIsTooLargeIsRefused() {
    SingularPoint point = SingularPoint.of(kernel("ntk:act=erf,L=3,sw2=3/2"), OVER).get();
    assertFalse(Surroundings.of(point, Rational.of(99, 100)).isCertified());
    assertTrue(Surroundings.of(point, Rational.of(1, 100)).isCertified());
  }

  /** The interval must hold u_*, and no sine but one may reach 1 in it. */
  @Example
  void anIntervalWithoutTheSingularityIsRefused() {
    Kernel kernel = kernel("ntk:act=erf,L=2,sw2=3/2,sb2=1/10");
    SingularPoint point = SingularPoint.of(kernel, OVER).get();
    Rational width = point.upper().subtract(point.lower());
    Rational beyond = point.upper().add(width);
    Rational before = point.lower().subtract(width);
    assertRefused(kernel, point.upper(), beyond);
    assertRefused(kernel, before, point.lower());
    assertRefused(kernel, Rational.of(13, 10), Rational.of(5));
    assertRefused(kernel, Rational.of(9, 10), point.upper());
    assertEquals(point.order(), SingularPoint.between(kernel, OVER, before, beyond).order());
  }

  private static void assertRefused(Kernel kernel, Rational lower, Rational upper) {
    assertThrows(DomainException.class, () -> SingularPoint.between(kernel, OVER, lower, upper));
  }

  /** u_* is 5/4. */
  @Test
  void theLowerEndOfASingularityIsBelowIt() {
    Kernel kernel = KernelSpecification.parse("nngp:act=erf,L=1,sw2=2");
    Rational place = Rational.of(5, 4);
    Rational step = Rational.of(1, 1L << 40);
    SingularPoint.between(kernel, OVER, place.subtract(step), place.add(step));
    assertThrows(
        DomainException.class, () -> SingularPoint.between(kernel, OVER, place, place.add(step)));
  }
}
