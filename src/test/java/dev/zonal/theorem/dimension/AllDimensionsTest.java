package dev.zonal.theorem.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.region.CosineExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.testkit.Kernels;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.Verdict;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllDimensionsTest {
  private static final Engine ENGINE = new Engine();

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Optional<Ball> eigenvalue(Kernel kernel, int dimension, long k) {
    Certification<Enclosure> found =
        ENGINE
            .spectrum(kernel, dimension)
            .enclose(new TreeSet<>(List.of(k)), 40, Optional.empty(), Context.NONE)
            .get(k);
    return found.value().map(Enclosure::ball);
  }

  @Provide
  Arbitrary<Kernel> functions() {
    return Arbitraries.oneOf(Kernels.all(), Kernels.ofAnyActivation());
  }

  @Provide
  Arbitrary<PolynomialKernel> polynomials() {
    return Arbitraries.integers()
        .between(-3, 5)
        .map(c -> Rational.of(c, 4))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(PolynomialKernel::new);
  }

  @Property(tries = 60)
  void everyEigenvalueHasTheSignThatIsProvedForAllDimensions(
      @ForAll("functions") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 7) int dimension,
      @ForAll @IntRange(max = 9) int k) {
    AllDimensions result = tried(kernel);
    Optional<SeriesDegrees> degrees = result.degrees();
    Assume.that(degrees.isPresent());
    Optional<Ball> eta = eigenvalue(kernel, dimension, k);
    Assume.that(eta.isPresent());
    if (k <= degrees.get().of(Parity.of(k))) {
      assertTrue(eta.get().isPositive(), kernel + ", d = " + dimension + ", k = " + k);
    } else {
      assertTrue(eta.get().containsZero(), kernel + ", d = " + dimension + ", k = " + k);
    }
    assertEquals(
        degrees.get().vanishing().isEmpty() ? Verdict.PROVEN : Verdict.REFUTED, result.verdict());
    assertEquals(Verdict.PROVEN, AllDimensions.semidefinite(kernel).verdict());
  }

  /** Powers r^s, s at most -1, are no functions on the circle. */
  private static AllDimensions tried(Kernel kernel) {
    try {
      return AllDimensions.positivity(kernel);
    } catch (NotIntegrableException none) {
      Assume.that(false);
      throw none;
    }
  }

  @Property(tries = 60)
  void aCounterexampleHoldsInEveryDimension(
      @ForAll("functions") Kernel kernel, @ForAll @IntRange(max = 20) int more) {
    AllDimensions result = tried(kernel);
    Assume.that(result.counterexample().isPresent());
    holds(kernel, result.counterexample().get(), more);
  }

  @Property(tries = 100)
  void aNegativeCoefficientOfAPolynomialShowsFromTheNamedDimensionOn(
      @ForAll("polynomials") PolynomialKernel kernel, @ForAll @IntRange(max = 200) int more) {
    AllDimensions result = AllDimensions.semidefinite(kernel);
    boolean isNegative = kernel.coefficients().stream().anyMatch(c -> c.signum() < 0);
    assertEquals(isNegative ? Verdict.REFUTED : Verdict.PROVEN, result.verdict());
    result.counterexample().ifPresent(found -> holds(kernel, found, more));
  }

  private static void holds(Kernel kernel, Counterexample found, int more) {
    int dimension = found.dimension().intValueExact() + more;
    Optional<Ball> eta = eigenvalue(kernel, dimension, found.k());
    String where = kernel + ", d = " + dimension + ", k = " + found.k();
    boolean holds =
        found.kind() == Counterexample.Kind.ZERO
            ? eta.map(Ball::containsZero).orElse(true)
            : eta.orElseThrow().isNegative();
    assertTrue(holds, where);
  }

  /** The Taylor coefficients at u = 0 know nothing of degrees. */
  @Property(tries = 60)
  void theDegreesAreThoseOfTheTaylorSeries(@ForAll("functions") Kernel kernel) {
    Optional<SeriesDegrees> degrees = SeriesDegrees.of(kernel);
    Assume.that(degrees.isPresent());
    CosineExpansion series;
    try {
      series = CosineExpansion.of(kernel, BallArithmetic.ofBits(300), 13);
    } catch (DomainException | UnsupportedOperationException none) {
      Assume.that(false);
      return;
    }
    for (Parity parity : Parity.values()) {
      long degree = degrees.get().of(parity);
      boolean isPositive = degree == SeriesDegrees.NONE;
      for (int n = (int) parity.firstFrom(0); n < 13; n += 2) {
        Ball b = series.coefficient(n);
        assertFalse(b.isNegative(), kernel + ", n = " + n);
        if (n > degree) {
          assertTrue(b.containsZero(), kernel + ", n = " + n);
        }
        isPositive |= n >= Math.min(degree, 2) && b.isPositive();
      }
      assertTrue(degree > 12 && degree < SeriesDegrees.INFINITE || isPositive, kernel::toString);
      if (degree < 13 && degree >= 0) {
        assertTrue(series.coefficient((int) degree).isPositive(), kernel + ", n = " + degree);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:L=2,alpha=1; infinite; infinite",
        "resntk:L=1,alpha=1; infinite; 1",
        "resntk:L=1,tau=1; infinite; infinite",
        "resntk:L=1,alpha=1,train=all; infinite; 1",
        "resnngp:L=1,alpha=1; infinite; 1",
        "resnngp:L=2,alpha=1; infinite; infinite",
        "fcntk:L=1; infinite; 1",
        "fcntk:L=1,beta=1; infinite; infinite",
        "fcntk:L=1,beta=1,bias=propagated; infinite; infinite",
        "fcntk:L=2; infinite; infinite",
        "fcnngp:L=1; infinite; 1",
        "fcnngp:L=2; infinite; infinite",
        "arccos:n=0; 0; infinite",
        "arccos:n=1; infinite; 1",
        "arccos:n=4; 4; infinite",
        "laplace:c=1; infinite; infinite",
        "gaussian:c=1; infinite; infinite",
        "matern:nu=2,c=1; infinite; infinite",
        "chord:s=-1/2; infinite; infinite",
        "chord:s=0; 0; none",
        "polynomial:[0]; none; none",
        "polynomial:[1,0,2]; 2; none",
        "nngp:act=relu,power=3,L=1; infinite; 3",
        "nngp:act=relu,power=3,L=2; infinite; infinite",
        "ntk:act=relu,L=1,train=first; infinite; 1",
        "ntk:act=relu,power=2,L=1,train=[2]; 2; infinite",
        "nngp:act=abs,L=5; infinite; none",
        "resnngp:L=1,alpha=1,act=abs; infinite; 1",
        "resntk:L=1,alpha=1,act=abs; infinite; none",
        "resntk:L=2,alpha=1,act=abs; infinite; infinite",
        "nngp:act=leaky,slope=1,L=4; none; 1",
        "ntk:act=leaky,slope=1,L=4,sb2=1; 0; 1",
        "resntk:L=3,alpha=1,act=leaky,slope=1; none; 1",
        "resntk:L=3,alpha=1,act=leaky,slope=1,tau=1; 0; 1",
        "nngp:act=leaky,slope=1/2,L=1; infinite; 1",
        "nngp:act=step,L=1; 0; infinite",
        "nngp:act=step,L=2; infinite; infinite",
        "nngp:act=sign,L=7; none; infinite",
        "nngp:act=sign,L=7,sb2=1; infinite; infinite",
        "ntk:act=erf,L=3; none; infinite",
        "ntk:act=cos,L=3; infinite; none",
        "resntk:act=sin,L=3,alpha=1; none; infinite",
        "resntk:act=sin,L=3,alpha=1,tau=1; infinite; infinite",
        "ntk:act=gelu,L=1; infinite; 1",
        "ntk:act=gelu,L=2; infinite; infinite",
        "nngp:act=exp,L=1; infinite; infinite",
        "nngp:act=tanh,L=2; none; infinite",
        "nngp:act=sigmoid,L=1; 0; infinite",
        "ntk:act=sigmoid,L=1,train=first; none; infinite",
        "nngp:act=softplus,L=1; infinite; 1",
        "nngp:act=swish,L=2; infinite; infinite"
      })
  void theDegreesOfAKernel(String specification, String even, String odd) {
    SeriesDegrees degrees = SeriesDegrees.of(kernel(specification)).orElseThrow();
    assertEquals(List.of(even, odd), List.of(inWords(degrees.even()), inWords(degrees.odd())));
  }

  private static String inWords(long degree) {
    return degree == SeriesDegrees.INFINITE
        ? "infinite"
        : degree == SeriesDegrees.NONE ? "none" : Long.toString(degree);
  }

  @Test
  void powersOfTheChordAreNegativeAtOneInEveryDimension() {
    for (String s : List.of("1/2", "1", "2", "3", "7/2", "4")) {
      AllDimensions result = AllDimensions.semidefinite(kernel("chord:s=" + s));
      Counterexample expected = new Counterexample(Counterexample.Kind.NEGATIVE, 1, BigInteger.TWO);
      assertEquals(Optional.of(expected), result.counterexample(), s);
    }
  }

  @Test
  void theFirstDimensionOfANegativeEigenvalueIsFound() {
    // eta_0 = 1/d - 1/100
    AllDimensions result = AllDimensions.semidefinite(kernel("polynomial:[-1/100,0,1]"));
    assertEquals(BigInteger.valueOf(101), result.counterexample().orElseThrow().dimension());
    assertEquals(
        BigInteger.TEN.pow(30).add(BigInteger.ONE),
        AllDimensions.semidefinite(kernel("polynomial:[-1e-30,0,1]"))
            .counterexample()
            .orElseThrow()
            .dimension());
  }

  @Test
  void negativeCoefficientsBeyondDoNotMakeTheBoundSmaller() {
    // 1 + 15 at j = 1, 3; with j = 2 it would be 15.97
    Counterexample found =
        AllDimensions.semidefinite(kernel("polynomial:[-1,0,1,0,-1/100,0,1]"))
            .counterexample()
            .orElseThrow();
    assertEquals(
        new Counterexample(Counterexample.Kind.NEGATIVE, 0, BigInteger.valueOf(17)), found);
  }

  @Test
  void ofSeveralNegativeCoefficientsTheOneThatShowsFirstIsNamed() {
    Counterexample found =
        AllDimensions.positivity(kernel("polynomial:[-1/100,-1,1]")).counterexample().orElseThrow();
    assertEquals(new Counterexample(Counterexample.Kind.NEGATIVE, 1, BigInteger.TWO), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "polynomial:[-1/100,0,1]; the eigenvalue at k = 0 is negative in every dimension d from 101 on",
        "chord:s=1; the eigenvalue at k = 1 is negative in every dimension",
        "fcntk:L=1; every odd eigenvalue from k = 3 on is exactly zero in every dimension",
        "arccos:n=0; every even eigenvalue from k = 2 on is exactly zero in every dimension",
        "fcntk:L=2; ''"
      })
  void whatRefutesIsSaid(String specification, String reason) {
    AllDimensions result = AllDimensions.positivity(kernel(specification));
    assertEquals(reason, result.reason());
    assertEquals(reason.isEmpty() ? Verdict.PROVEN : Verdict.REFUTED, result.verdict());
    result
        .counterexample()
        .ifPresent(found -> assertEquals(reason.endsWith("every dimension"), found.isEverywhere()));
  }

  @Test
  void theWeakerStatementAllowsZeros() {
    AllDimensions positive = AllDimensions.positivity(kernel("fcntk:L=1"));
    AllDimensions weaker = positive.weaker();
    assertEquals(Verdict.REFUTED, positive.verdict());
    assertEquals(Verdict.PROVEN, weaker.verdict());
    assertTrue(weaker.zerosAllowed());
    assertSame(weaker, weaker.weaker());
  }

  @Test
  void whatIsNoFunctionOnEverySphereIsRefused() {
    for (String name : List.of("poisson:rho=1/2", "heat:t=1", "sobolev:s=9", "spectrum:[1]")) {
      KernelSpecificationException refusal =
          assertThrows(
              KernelSpecificationException.class, () -> AllDimensions.positivity(kernel(name)));
      assertTrue(refusal.getMessage().startsWith(name), refusal.getMessage());
    }
    assertThrows(
        NotIntegrableException.class, () -> AllDimensions.semidefinite(kernel("chord:s=-1")));
  }

  @Test
  void aKernelOfWhichNothingIsKnownIsUndecided() {
    Kernel unknown =
        new Kernel() {
          @Override
          public <T> T evaluate(
              dev.zonal.arithmetic.Arithmetic<T> over, dev.zonal.kernel.angle.Angle<T> at) {
            return at.cosine();
          }
        };
    AllDimensions result = AllDimensions.positivity(unknown);
    assertEquals(Verdict.UNDECIDED, result.verdict());
    assertTrue(result.reason().contains("no theorem tells the signs"), result.reason());
  }
}
