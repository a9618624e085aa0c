package dev.zonal.theorem.geometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

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
    Map<Long, Ball> balls = new java.util.TreeMap<>();
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
    assertEquals(Rational.of(3, 2), law.singularity());
    assertEquals(Rational.of(-1), law.exponent());
    assertEquals(new BigDecimal("0.38196601125"), law.rate().decimal(11).orElseThrow());
    assertEquals(
        Optional.empty(),
        GeometricLaw.of(kernel("ntk:act=erf,L=1,sw2=1"), 3, Parity.EVEN, 40),
        "even eigenvalues are zero");
  }
}
