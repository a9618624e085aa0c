package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.tail.TailExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Identities between eigenvalues that need no second implementation (docs/theory.md). */
class SpectrumIdentitiesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(300);
  private static final Optional<Eigenvalue.Method> TAIL = Optional.of(Eigenvalue.Method.TAIL);
  private static final Optional<Eigenvalue.Method> EXACT = Optional.of(Eigenvalue.Method.EXACT);
  private static final Optional<Eigenvalue.Method> QUADRATURE =
      Optional.of(Eigenvalue.Method.QUADRATURE);

  @Provide
  Arbitrary<Kernel> deepKernels() {
    return Arbitraries.of(
            "resntk:L=2,alpha=1",
            "resntk:L=3,alpha=1/2",
            "resntk:L=2,alpha=1/2,tau=1/3",
            "resntk:L=4,alpha=L^(-1/2),train=all",
            "fcntk:L=2",
            "fcntk:L=3,beta=1/2",
            "fcntk:L=2,beta=1/2,bias=propagated",
            "fcnngp:L=3",
            "resnngp:L=3,alpha=1",
            "ntk:act=leaky,slope=-1/2,L=2",
            "ntk:act=relu,L=2,sw2=3/2,sb2=1/10,train=[1,3]",
            "nngp:act=relu,power=2,L=2",
            "resntk:L=2,alpha=1,act=abs")
        .map(KernelSpecification::parse);
  }

  @Provide
  Arbitrary<Kernel> kernelsWithClosedForms() {
    return Arbitraries.of(
            "fcntk:L=1,beta=1/2",
            "resntk:L=1,alpha=1/2,tau=1/3",
            "resntk:L=1,alpha=1,tau=1/3,act=leaky,slope=-1/3",
            "laplace:c=3/2",
            "matern:nu=3/2,c=2")
        .map(KernelSpecification::parse);
  }

  @Property(tries = 25)
  void theDimensionWalkHolds(
      @ForAll("deepKernels") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 12) int dimension,
      @ForAll @LongRange(min = 0, max = 20) long k) {
    Spectrum low = Spectrum.of(kernel, dimension);
    Map<Long, Certification<Enclosure>> below = enclose(low, 100, Optional.empty(), k, k + 2);
    Ball high = ball(enclose(low.onSphere(dimension + 2), 100, Optional.empty(), k), k);
    Ball difference = OVER.subtract(ball(below, k), ball(below, k + 2));
    Ball walked = OVER.scale(difference, Rational.of(dimension, (int) (2 * k + dimension)));
    assertTrue(walked.overlaps(high), () -> walked + " and " + high);
  }

  @Property(tries = 25)
  void noEigenvalueExceedsItsShareOfTheTrace(
      @ForAll("deepKernels") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 30) int dimension,
      @ForAll @LongRange(min = 0, max = 30) long k) {
    Ball eigenvalue = ball(enclose(Spectrum.of(kernel, dimension), 60, Optional.empty(), k), k);
    Ball share = OVER.multiply(eigenvalue, new Sphere(dimension).multiplicity(k, OVER));
    assertTrue(share.certainlyLess(Ball.exact(1)), () -> "share " + share);
    assertTrue(eigenvalue.isPositive());
  }

  @Property(tries = 15)
  void tailAndQuadratureMeetWhereBothReach(
      @ForAll("deepKernels") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 8) int dimension,
      @ForAll @IntRange(min = 20, max = 120) int bits,
      @ForAll @LongRange(min = 0, max = 40) long beyond) {
    Spectrum spectrum = Spectrum.of(kernel, dimension);
    long first =
        TailExpansion.of(spectrum.expansion().get(), dimension)
            .get()
            .firstFrequency(bits)
            .orElseThrow();
    long k = first + beyond;
    Ball byTail = ball(enclose(spectrum, bits, TAIL, k), k);
    Ball byQuadrature = ball(enclose(spectrum, bits + 20, QUADRATURE, k), k);
    assertTrue(byTail.overlaps(byQuadrature), () -> byTail + " and " + byQuadrature);
    assertTrue(byTail.accuracyBits() >= bits);
  }

  @Test
  void theTailAnswersWhereItDoesNotBarelyReach() {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse("fcntk:L=2"), 3);
    assertEquals(Eigenvalue.Method.QUADRATURE, method(spectrum, 60, 134));
    assertEquals(Eigenvalue.Method.TAIL, method(spectrum, 60, 135));
    assertEquals(Eigenvalue.Method.TAIL, method(spectrum.onSphere(4), 60, 134));
    assertEquals(Eigenvalue.Method.TAIL, method(spectrum, 1025, 800));
  }

  private static Eigenvalue.Method method(Spectrum spectrum, int bits, long k) {
    return enclose(spectrum, bits, Optional.empty(), k).get(k).get().method();
  }

  @Property(tries = 100)
  void whatOneMethodRefusesTheOtherMayAnswer(@ForAll boolean first, @ForAll boolean second) {
    Enclosure preferred = Enclosure.of(Eigenvalue.Method.QUADRATURE, Ball.exact(1));
    Enclosure other = Enclosure.of(Eigenvalue.Method.TAIL, Ball.exact(1));
    Certification<Enclosure> answer =
        Spectrum.either(
            first ? Certification.certified(preferred) : Certification.refused("why"),
            () -> second ? Optional.of(other) : Optional.empty());
    assertEquals(first || second, answer.isCertified());
    if (answer.isCertified()) {
      assertSame(first ? preferred : other, answer.get());
    } else {
      assertEquals(Optional.of("why"), answer.refusal());
    }
  }

  @Property(tries = 12)
  void closedFormTailAndQuadratureMeet(
      @ForAll("kernelsWithClosedForms") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 6) int dimension,
      @ForAll @LongRange(min = 60, max = 120) long k) {
    Spectrum spectrum = Spectrum.of(kernel, dimension);
    Ball exact = ball(enclose(spectrum, 150, EXACT, k), k);
    Ball byTail = ball(enclose(spectrum, 50, TAIL, k), k);
    Ball byQuadrature = ball(enclose(spectrum, 60, QUADRATURE, k), k);
    assertTrue(byTail.overlaps(exact), () -> byTail + " and " + exact);
    assertTrue(byQuadrature.overlaps(exact), () -> byQuadrature + " and " + exact);
  }

  @Test
  void quadratureIsLinearInTheKernel() {
    // Theta = C_1 + Pi_1 u + kappa_1 + u kappa_0 with C_1 = u + kappa_1 and Pi_1 = 1 + kappa_0 is
    // 6 times the first kernel, and 2 u + 4 times the second; eta_1(u) = 1/3.
    Kernel all = KernelSpecification.parse("resntk:L=1,alpha=1,train=all");
    Kernel block = KernelSpecification.parse("resntk:L=1,alpha=1");
    for (long k : new long[] {1, 2, 4, 10}) {
      Ball left = OVER.scale(quadrature(all, k), Rational.of(6));
      Ball linear = OVER.of(k == 1 ? Rational.of(2, 3) : Rational.ZERO);
      Ball right = OVER.add(linear, OVER.scale(quadrature(block, k), Rational.of(4)));
      assertTrue(left.overlaps(right), () -> left + " and " + right);
    }
  }

  @Test
  void theTraceOfATangentKernelIsItsValueAtCoincidence() {
    Spectrum spectrum = Spectrum.of(KernelSpecification.parse("resntk:L=3,alpha=1/2"), 3);
    long last = 4000;
    TreeSet<Long> all = new TreeSet<>(LongStream.rangeClosed(0, last).boxed().toList());
    Map<Long, Certification<Enclosure>> enclosures =
        spectrum.enclose(all, 40, Optional.empty(), Context.NONE);
    Ball sum = Ball.exact(0);
    for (long k : all) {
      sum = OVER.add(sum, OVER.scale(ball(enclosures, k), Rational.of(2 * k + 1)));
    }
    UniformTail even =
        UniformTail.of(spectrum.expansion().get(), 3, Parity.EVEN, last + 1).orElseThrow();
    UniformTail odd =
        UniformTail.of(spectrum.expansion().get(), 3, Parity.ODD, last + 1).orElseThrow();
    Ball rest = OVER.add(remainder(even, last + 1), remainder(odd, last + 1));
    Ball trace = OVER.add(sum, rest);
    assertTrue(trace.contains(Rational.ONE), trace::toString);
    assertEquals(1, trace.toDouble(), 1e-6);
  }

  /**
   * The sum of c Lambda_k(1) (1 +- distance) (2k+1) over the k of one parity from its first on; in
   * d = 3 Lambda_k(1) = -4/((2k-1)(2k+1)(2k+3)).
   */
  private static Ball remainder(UniformTail tail, long from) {
    long first = tail.parity().firstFrom(from);
    // sum over k = first, first + 2, ... of 4/((2k-1)(2k+3)) = 1/(2 first - 1), for it telescopes.
    Ball sum = OVER.of(Rational.of(1, (int) (2 * first - 1)));
    Ball distance = tail.relativeDistance();
    Ball factor = OVER.add(Ball.exact(1), Ball.hull(distance, OVER.negate(distance)));
    return OVER.multiply(OVER.negate(tail.leading()), OVER.multiply(sum, factor));
  }

  private static Ball quadrature(Kernel kernel, long k) {
    return ball(enclose(Spectrum.of(kernel, 3), 100, QUADRATURE, k), k);
  }

  private static Map<Long, Certification<Enclosure>> enclose(
      Spectrum spectrum, int bits, Optional<Eigenvalue.Method> method, Long... frequencies) {
    return spectrum.enclose(new TreeSet<>(List.of(frequencies)), bits, method, Context.NONE);
  }

  private static Ball ball(Map<Long, Certification<Enclosure>> enclosures, long k) {
    return enclosures.get(k).get().ball();
  }
}
