package dev.zonal.testkit;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.elementary.GaussianKernel;
import dev.zonal.kernel.elementary.LaplaceKernel;
import dev.zonal.kernel.elementary.MaternKernel;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.network.Bias;
import dev.zonal.kernel.network.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary kernels of the catalogue, and arbitrary parameters for them. */
public final class Kernels {
  private static final int DEEPEST = 12;

  private Kernels() {}

  /** Every kernel of the catalogue. */
  public static Arbitrary<Kernel> all() {
    return Arbitraries.oneOf(positiveSemidefinite(), chordPowers(), polynomials(true));
  }

  /**
   * The kernels with f(1) = 1, which are positive semi-definite on every sphere: all but chord
   * powers and polynomials.
   */
  public static Arbitrary<Kernel> normalised() {
    return Arbitraries.oneOf(networks(), Arbitraries.of(0, 1).map(ArcCosineKernel::new), radial());
  }

  /** The normalised kernels, and the polynomials with non-negative coefficients. */
  public static Arbitrary<Kernel> positiveSemidefinite() {
    return Arbitraries.oneOf(normalised(), polynomials(false));
  }

  /** The kernels of deep networks. */
  public static Arbitrary<Kernel> networks() {
    return Arbitraries.oneOf(residual(), fullyConnected());
  }

  private static Arbitrary<Kernel> residual() {
    Arbitrary<Kernel> tangent =
        depths()
            .flatMap(
                depth ->
                    Combinators.combine(
                            branchWeights(depth),
                            biases(),
                            Arbitraries.of(ResidualTangentKernel.Training.class))
                        .as((alpha, tau, t) -> new ResidualTangentKernel(depth, alpha, tau, t)));
    Arbitrary<Kernel> process =
        depths()
            .flatMap(
                depth ->
                    branchWeights(depth)
                        .map(alpha -> new ResidualGaussianProcessKernel(depth, alpha)));
    return Arbitraries.oneOf(tangent, process);
  }

  private static Arbitrary<Kernel> fullyConnected() {
    Arbitrary<Kernel> tangent =
        Combinators.combine(depths(), biases(), Arbitraries.of(Bias.class))
            .as(FullyConnectedTangentKernel::new);
    Arbitrary<Kernel> process =
        Combinators.combine(depths(), biases())
            .as((l, beta) -> new FullyConnectedGaussianProcessKernel(l, beta, Bias.PROPAGATED));
    return Arbitraries.oneOf(tangent, process);
  }

  private static Arbitrary<Kernel> radial() {
    Arbitrary<Parameter> c = rates();
    Arbitrary<Rational> gamma = Arbitraries.integers().between(1, 16).map(n -> Rational.of(n, 8));
    Arbitrary<Rational> nu =
        Arbitraries.integers().between(0, 12).map(p -> Rational.of(2 * p + 1, 2));
    Arbitrary<Rational> smoothness =
        fractions(1, 24, 1, 5).filter(n -> !Range.HALF_INTEGER.contains(n));
    return Arbitraries.oneOf(
        c.map(LaplaceKernel::new),
        c.map(GaussianKernel::new),
        Combinators.combine(c, gamma).as(GammaExponentialKernel::new),
        Combinators.combine(nu, c).as(MaternKernel::new),
        Combinators.combine(smoothness, c).as(BesselMaternKernel::new));
  }

  private static Arbitrary<Kernel> chordPowers() {
    return fractions(-3, 40, 1, 4).map(ChordPowerKernel::new);
  }

  private static Arbitrary<Kernel> polynomials(boolean signed) {
    return fractions(signed ? -9 : 0, 9, 1, 9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(PolynomialKernel::new);
  }

  /** Depths from 1, small ones most often. */
  public static Arbitrary<Integer> depths() {
    return Arbitraries.integers().between(1, DEEPEST);
  }

  /** Positive rational numbers from 1/100 to 10 of moderate size. */
  public static Arbitrary<Rational> positiveRationals() {
    return fractions(1, 100, 10, 100);
  }

  /** The fractions p/q with p from {@code low} to {@code high}, q from {@code least} on. */
  private static Arbitrary<Rational> fractions(int low, int high, int least, int most) {
    return Combinators.combine(
            Arbitraries.integers().between(low, high), Arbitraries.integers().between(least, most))
        .as((p, q) -> Rational.of(p, q));
  }

  /** Branch weights of all three kinds: rational, the root of a rational, and a power of L. */
  public static Arbitrary<Parameter> branchWeights(int depth) {
    Arbitrary<Parameter> rational = positiveRationals().map(Parameter.class::cast);
    Arbitrary<Parameter> root = positiveRationals().map(a2 -> RationalPower.sqrt(a2));
    Arbitrary<Parameter> power =
        fractions(0, 7, 1, 7).map(e -> RationalPower.of(Rational.of(depth), e.negate()));
    return Arbitraries.oneOf(rational, root, power);
  }

  /** Rates of radial functions: rational, and roots of all kinds. */
  private static Arbitrary<Parameter> rates() {
    Arbitrary<Parameter> rational = positiveRationals().map(Parameter.class::cast);
    Arbitrary<Parameter> root = positiveRationals().map(RationalPower::sqrt);
    Arbitrary<Parameter> higher =
        Combinators.combine(fractions(1, 9, 1, 9), Arbitraries.integers().between(2, 5))
            .as((base, degree) -> RationalPower.of(base, Rational.of(1, degree)));
    return Arbitraries.oneOf(rational, root, higher);
  }

  private static Arbitrary<Parameter> biases() {
    return Arbitraries.oneOf(Arbitraries.just(Rational.ZERO), positiveRationals())
        .map(Parameter.class::cast);
  }

  /** Rational cosines in [-1, 1], both ends among them. */
  public static Arbitrary<Rational> cosines() {
    return Arbitraries.integers().between(-1000, 1000).map(n -> Rational.of(n, 1000));
  }
}
