package dev.zonal.kernel.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.testkit.Kernels;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrentKernelTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Ball at(String kernel, Rational u) {
    return KernelSpecification.parse(kernel).evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  /** The recursion of the literature, unnormalised, cosines alone, for T steps that are all 1. */
  private record Literature(Rational sw2, Rational su2, Rational sb2, Rational start) {
    Ball tangent(int steps, int layers, Ball u, boolean process) {
      Ball zero = OVER.of(0);
      Ball[] f = new Ball[layers + 1];
      Ball[] g = new Ball[layers + 1];
      Ball[] theta = new Ball[layers + 1];
      Ball[] v = new Ball[layers + 1];
      for (int l = 0; l <= layers; l++) {
        f[l] = zero;
        g[l] = zero;
        theta[l] = zero;
        v[l] = zero;
      }
      Ball half = OVER.of(Rational.of(1, 2));
      for (int t = 1; t <= steps; t++) {
        for (int l = 1; l <= layers; l++) {
          Ball below = l == 1 ? u : f[l - 1];
          Ball belowVariance = l == 1 ? OVER.of(1) : OVER.multiply(half, v[l - 1]);
          Rational more = t == 1 ? sb2.add(start) : sb2;
          Ball c = OVER.add(OVER.scale(f[l], sw2), OVER.scale(below, su2));
          c = OVER.add(c, OVER.of(more));
          Ball q = OVER.scale(OVER.multiply(half, v[l]), sw2);
          q = OVER.add(OVER.add(q, OVER.scale(belowVariance, su2)), OVER.of(more));
          Ball th = OVER.add(c, OVER.scale(OVER.multiply(g[l], theta[l]), sw2));
          if (l > 1) {
            th = OVER.add(th, OVER.scale(OVER.multiply(g[l - 1], theta[l - 1]), su2));
          }
          ChordAngle<Ball> angle = ChordAngle.ofCosine(OVER, OVER.divide(c, q));
          v[l] = q;
          theta[l] = th;
          f[l] = OVER.multiply(half, OVER.multiply(q, angle.kappa1()));
          g[l] = OVER.multiply(half, angle.kappa0());
        }
      }
      return process ? f[layers] : OVER.add(f[layers], OVER.multiply(g[layers], theta[layers]));
    }
  }

  @Property(tries = 60)
  void itIsTheRecursionOfTheLiterature(
      @ForAll("steps") int steps,
      @ForAll("layers") int layers,
      @ForAll("weights") Rational sw2,
      @ForAll("weights") Rational su2,
      @ForAll("biases") Rational sb2,
      @ForAll("biases") Rational sh2,
      @ForAll boolean process,
      @ForAll("inside") Rational u) {
    RecurrentNetwork network =
        new RecurrentNetwork(
            HomogeneousActivation.rectifiedPower(1),
            RecurrentNetwork.constant(steps),
            layers,
            sw2,
            su2,
            sb2,
            Rational.ONE,
            sh2,
            HiddenState.SHARED);
    RecurrentKernel kernel = new RecurrentKernel(network, !process);
    Ball expected =
        new Literature(sw2, su2, sb2, sw2.multiply(sh2))
            .tangent(steps, layers, OVER.of(u), process);
    Ball value = kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
    Ball unnormalised = OVER.multiply(kernel.paperScale(OVER), value);
    assertTrue(unnormalised.overlaps(expected), () -> unnormalised + ", not " + expected);
  }

  @Property(tries = 40)
  void withABiasItIsEvenAtTheAntipode(@ForAll("recurrent") Kernel kernel) {
    boolean biased = kernel.toString().contains("sb2=") || kernel.toString().contains("sh2=");
    ChordExpansion antipode = ChordExpansion.of(kernel, Chart.ANTIPODAL_CHORD, OVER, 8, 1);
    if (biased) {
      assertTrue(antipode.isEven(), kernel::toString);
    } else if (!kernel.toString().startsWith("rntk")) {
      assertTrue(antipode.coefficient(1).contains(Rational.ZERO), kernel::toString);
    } else if (!kernel.toString().contains("slope=-")) {
      assertTrue(antipode.coefficient(1).isNegative(), kernel::toString);
    }
  }

  @Property(tries = 40)
  void aTangentKernelFallsWithTheChordAndACovarianceDoesNot(@ForAll("recurrent") Kernel kernel) {
    Ball slope = ChordExpansion.of(kernel, Chart.CHORD, OVER, 8, 1).coefficient(1);
    boolean tangent = kernel.toString().startsWith("rntk");
    assertTrue(tangent ? slope.isNegative() : slope.contains(Rational.ZERO), kernel::toString);
  }

  /** A_1 = -(e_T + D_T sqrt(c_T)/pi)/(v_T + D_T), docs/theory.md, Proposition 22.6. */
  @Example
  void theFirstCoefficientOfAProfileWithBiasesIsThatOfItsRecursion() {
    Rational q = Rational.of(3, 4);
    Rational b = Rational.of(1, 5);
    Ball inputs = OVER.of(0);
    Ball v = OVER.of(0);
    Ball d = OVER.of(0);
    Ball e = OVER.of(0);
    Ball root = OVER.of(0);
    for (Rational a : new Rational[] {Rational.ONE, Rational.of(1, 2), Rational.ZERO}) {
      Rational square = a.multiply(a);
      e = OVER.scale(OVER.add(e, OVER.divide(OVER.multiply(d, root), OVER.pi())), q);
      inputs = OVER.add(OVER.scale(inputs, q), OVER.of(square));
      v = OVER.add(OVER.scale(v, q), OVER.of(square.add(b)));
      d = OVER.add(v, OVER.scale(d, q));
      root = OVER.sqrt(OVER.divide(inputs, v));
    }
    Ball sum = OVER.add(e, OVER.divide(OVER.multiply(d, root), OVER.pi()));
    Ball expected = OVER.negate(OVER.divide(sum, OVER.add(v, d)));
    Kernel kernel = KernelSpecification.parse("rntk:profile=[1,1/2,0],sw2=3/2,sb2=1/5");
    assertTrue(
        ChordExpansion.of(kernel, Chart.CHORD, OVER, 4, 1).coefficient(1).overlaps(expected));
  }

  @Example
  void leakyUnitsScaleTheFirstCoefficient() {
    Kernel leaky = KernelSpecification.parse("rntk:T=3,act=leaky,slope=1/3,sw2=9/5");
    Kernel relu = KernelSpecification.parse("rntk:T=3,sw2=2");
    Ball first = ChordExpansion.of(leaky, Chart.CHORD, OVER, 4, 1).coefficient(1);
    Ball plain = ChordExpansion.of(relu, Chart.CHORD, OVER, 4, 1).coefficient(1);
    assertTrue(first.overlaps(OVER.scale(plain, Rational.of(2, 5))));
  }

  @Example
  void anImpulseIsRememberedByDepthAndOneStepByNoRecurrence() {
    assertEquals(
        KernelSpecification.parse("fcntk:L=4"),
        KernelSpecification.parse("rntk:profile=[0,2/3,0,0,0],sw2=7/3").normalForm());
    assertEquals(
        KernelSpecification.parse("fcnngp:L=2"),
        KernelSpecification.parse("rnngp:T=1,L=2").normalForm());
    Kernel deep = KernelSpecification.parse("rntk:profile=[1,0],L=2");
    assertEquals(deep, deep.normalForm());
    Ball value = at("rntk:profile=[1,0,0],sw2=7/3", Rational.of(2, 7));
    assertTrue(value.overlaps(at("fcntk:L=3", Rational.of(2, 7))));
    assertFalse(value.overlaps(at("fcntk:L=2", Rational.of(2, 7))));
  }

  /** Where the chord recursion with r = -x reaches 2 (docs/theory.md, Lemma 22.2). */
  @ParameterizedTest
  @CsvSource({"2,2,1.8139", "3,2,1.6512", "5,2,1.3861", "10,2,0.9626", "5,1,1.6381", "5,4,1.2401"})
  void theLargestDiscEndsWhereAChordReachesTwo(int steps, int sw2, double limit) {
    Kernel kernel = KernelSpecification.parse("rntk:T=%s,sw2=%s".formatted(steps, sw2));
    double radius = AnalyticData.of(kernel).coincidence().region().radius();
    assertTrue(radius < limit + 1e-4 && radius > 0.98 * limit, () -> radius + " of " + limit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rntk:L=2 | the parameter T is missing",
        "rntk:T=0 | T must be an integer from 1 to 1000",
        "rntk:T=2,profile=[1,1,1] | the profile has the length 3",
        "rntk:profile=[] | T must be an integer from 1 to 1000",
        "rntk:profile=[0,0] | one step at least must be positive",
        "rntk:profile=[1,-1] | profile must be a non-negative rational number",
        "rntk:profile=[0,1],sb2=1 | the first step must be positive",
        "rntk:T=1000,L=11 | T times L must be at most 10000",
        "rntk:T=2,sw2=0 | sw2 must be a positive rational number",
        "rntk:T=2,su2=0 | su2 must be a positive rational number",
        "rntk:T=2,sb2=-1 | sb2 must be a non-negative rational number",
        "rntk:T=2,sv2=0 | sv2 must be a positive rational number",
        "rntk:T=2,act=erf | the spectra of others have no proof here",
        "rntk:T=2,act=abs | the spectra of others have no proof here",
        "rntk:T=2,act=leaky,slope=1 | the spectra of others have no proof here",
        "rntk:T=2,sh2=1 | the kernel jumps at u = 1",
        "rntk:T=2,sh2=1,hidden=zero | a hidden state that is zero has no variance",
        "rntk:T=2,hidden=new | hidden must be independent or shared or zero"
      })
  void whatIsNoKernelOfThisKindIsRefusedInOneLine(String specification, String reason) {
    KernelSpecificationException refusal =
        assertThrows(
            KernelSpecificationException.class, () -> KernelSpecification.parse(specification));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }

  @Test
  void aKernelOfManyStepsStillHasItsValueAtOne() {
    Kernel kernel = KernelSpecification.parse("rntk:T=200,sw2=1.37");
    assertTrue(at(kernel.toString(), Rational.ONE).contains(Rational.ONE));
  }

  @Tag("long")
  @Test
  void aKernelOfAThousandStepsHasItToo() {
    Kernel kernel = KernelSpecification.parse("rntk:T=1000,sw2=1.37");
    assertTrue(at(kernel.toString(), Rational.ONE).contains(Rational.ONE));
  }

  @Provide
  Arbitrary<Kernel> recurrent() {
    return Kernels.recurrent();
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers().between(1, 6);
  }

  @Provide
  Arbitrary<Integer> layers() {
    return Arbitraries.integers().between(1, 3);
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Kernels.positiveRationals();
  }

  @Provide
  Arbitrary<Rational> biases() {
    return Arbitraries.oneOf(Arbitraries.just(Rational.ZERO), Kernels.positiveRationals());
  }

  @Provide
  Arbitrary<Rational> inside() {
    return Arbitraries.integers().between(-99, 99).map(n -> Rational.of(n, 100));
  }
}
