package dev.zonal.testkit;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.ErrorFunction;
import dev.zonal.kernel.activation.ExponentialActivation;
import dev.zonal.kernel.activation.GaussianErrorLinearUnit;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.activation.TrigonometricActivation;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.elementary.GaussianKernel;
import dev.zonal.kernel.elementary.LaplaceKernel;
import dev.zonal.kernel.elementary.MaternKernel;
import dev.zonal.kernel.elementary.PolynomialKernel;
import dev.zonal.kernel.network.Bias;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.network.ResidualLayer;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentRecursion;
import dev.zonal.kernel.network.Training;
import dev.zonal.kernel.recurrent.HiddenState;
import dev.zonal.kernel.recurrent.RecurrentKernel;
import dev.zonal.kernel.recurrent.RecurrentNetwork;
import dev.zonal.kernel.spectral.FiniteSpectrumKernel;
import dev.zonal.kernel.spectral.HeatKernel;
import dev.zonal.kernel.spectral.IntrinsicMaternKernel;
import dev.zonal.kernel.spectral.PoissonKernel;
import dev.zonal.kernel.spectral.SobolevKernel;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary kernels of the catalogue, and arbitrary parameters for them. */
public final class Kernels {
  private static final int DEEPEST = 12;

  private Kernels() {}

  /** The kernels of the catalogue that are given by their eigenvalues. */
  public static Arbitrary<Kernel> spectral() {
    Arbitrary<Rational> any = fractions(1, 40, 1, 8);
    return Arbitraries.oneOf(
        any.map(SobolevKernel::new),
        Combinators.combine(any, any).as(IntrinsicMaternKernel::new),
        any.map(HeatKernel::new),
        fractions(1, 7, 8, 8).map(PoissonKernel::new),
        fractions(-6, 6, 1, 5).list().ofMinSize(1).ofMaxSize(8).map(FiniteSpectrumKernel::new));
  }

  /** Every kernel of the catalogue that has values without a dimension. */
  public static Arbitrary<Kernel> all() {
    return Arbitraries.oneOf(positiveSemidefinite(), chordPowers(), polynomials(true));
  }

  /**
   * The kernels with f(1) = 1, which are positive semi-definite on every sphere: all but chord
   * powers and polynomials.
   */
  public static Arbitrary<Kernel> normalised() {
    return Arbitraries.oneOf(
        networks(),
        recurrent(),
        Arbitraries.integers().between(0, 6).map(ArcCosineKernel::new),
        radial());
  }

  /** The normalised kernels, and the polynomials with non-negative coefficients. */
  public static Arbitrary<Kernel> positiveSemidefinite() {
    return Arbitraries.oneOf(normalised(), polynomials(false));
  }

  /** The kernels of deep networks. */
  public static Arbitrary<Kernel> networks() {
    return Arbitraries.oneOf(residual(), fullyConnected(), ofAnyActivation());
  }

  /** Networks of any activation, variance and layers trained. */
  public static Arbitrary<Kernel> ofAnyActivation() {
    Arbitrary<Rational> weights = fractions(1, 12, 4, 4);
    Arbitrary<Rational> biases = fractions(0, 4, 4, 4);
    Arbitrary<Kernel> dense =
        activations()
            .flatMap(
                phi ->
                    Combinators.combine(
                            depths(phi), weights, biases, trainings(), Arbitraries.of(true, false))
                        .as(
                            (depth, sw2, sb2, training, tangent) ->
                                dense(depth, new DenseLayer(phi, sw2, sb2), training, tangent)));
    Arbitrary<Kernel> blocks =
        activations()
            .flatMap(
                phi ->
                    Combinators.combine(
                            depths(phi),
                            fractions(1, 8, 4, 4),
                            weights,
                            Arbitraries.of(true, false))
                        .as(
                            (depth, alpha, sw2, tangent) ->
                                blocks(depth, new ResidualLayer(alpha, phi, sw2), tangent)));
    return Arbitraries.oneOf(dense, blocks);
  }

  /** Networks that read a sequence. */
  public static Arbitrary<Kernel> recurrent() {
    Arbitrary<Activation> activations =
        Arbitraries.of(
            HomogeneousActivation.rectifiedPower(1),
            HomogeneousActivation.leaky(Rational.of(1, 3)),
            HomogeneousActivation.leaky(Rational.of(-1, 2)));
    Arbitrary<List<Rational>> profiles =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 5).map(RecurrentNetwork::constant),
            fractions(0, 3, 1, 2)
                .list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(a -> Stream.concat(Stream.of(Rational.ONE), a.stream()).toList()));
    Arbitrary<Rational> weights = fractions(1, 12, 4, 4);
    Arbitrary<Rational> biases = fractions(0, 4, 4, 4);
    return Combinators.combine(
            activations,
            profiles,
            Arbitraries.integers().between(1, 3),
            Combinators.combine(weights, weights).as(List::of),
            biases,
            Arbitraries.of(Rational.ZERO, Rational.of(1, 2)),
            Arbitraries.of(true, false))
        .as(
            (phi, profile, layers, variances, sb2, sh2, tangent) ->
                new RecurrentKernel(
                    new RecurrentNetwork(
                        phi,
                        profile,
                        layers,
                        variances.get(0),
                        variances.get(1),
                        sb2,
                        Rational.ONE,
                        sh2,
                        HiddenState.SHARED),
                    tangent));
  }

  private static Kernel dense(int depth, DenseLayer layer, Training training, boolean tangent) {
    return tangent && layer.activation().hasTangentKernel()
        ? new NeuralTangentKernel(depth, layer, training)
        : new NetworkGaussianProcessKernel(depth, layer);
  }

  private static Kernel blocks(int depth, ResidualLayer layer, boolean tangent) {
    return tangent && layer.activation().hasTangentKernel()
        ? new ResidualTangentKernel(
            depth,
            new ResidualTangentRecursion(
                layer, Rational.ZERO, ResidualTangentKernel.Training.BLOCKS))
        : new ResidualGaussianProcessKernel(depth, layer);
  }

  /** Every activation. */
  public static Arbitrary<Activation> activations() {
    Arbitrary<Activation> powers =
        Arbitraries.integers().between(1, 3).map(HomogeneousActivation::rectifiedPower);
    Arbitrary<Activation> slopes =
        fractions(-6, 6, 4, 4)
            .filter(slope -> slope.signum() != 0)
            .map(HomogeneousActivation::leaky);
    return Arbitraries.oneOf(
        powers,
        slopes,
        Arbitraries.of(
            HomogeneousActivation.leaky(Rational.of(-1)),
            HomogeneousActivation.step(),
            HomogeneousActivation.sign(),
            new ErrorFunction(),
            new GaussianErrorLinearUnit(),
            TrigonometricActivation.SIN,
            TrigonometricActivation.COS,
            new ExponentialActivation()));
  }

  /** Variances under a power or an exponential soon leave every range. */
  private static Arbitrary<Integer> depths(Activation phi) {
    boolean grows =
        phi instanceof ExponentialActivation || phi.homogeneity().filter(n -> n > 1).isPresent();
    return Arbitraries.integers().between(1, grows ? 1 : 4);
  }

  private static Arbitrary<Training> trainings() {
    return Arbitraries.of(
        Training.ALL, Training.HIDDEN, Training.FIRST, Training.LAST, Training.of(List.of(2)));
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
