package dev.zonal.symbolic;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.Bias;
import dev.zonal.kernel.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.FullyConnectedTangentKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.ResidualGaussianProcessKernel;
import dev.zonal.kernel.ResidualTangentKernel;
import java.util.List;
import java.util.Optional;

/**
 * A deep kernel as one step from layer to layer, for a depth that is a symbol: an angle, which a
 * layer maps to the next, and a list of accumulated numbers, the state.
 *
 * <p>The catalogue unrolls the recursion for a given depth in its own code; {@link Recursion}
 * checks that the two agree.
 */
interface LayerRecursion {

  /** The letters of the state, for the reader. */
  List<String> names();

  /** The angle that the first layer sees. */
  default <T> Angle<T> firstAngle(Arithmetic<T> over, Angle<T> at) {
    return at;
  }

  /** The state before the first layer. */
  <T> List<T> start(Arithmetic<T> over, Angle<T> at);

  /** The state after one more layer. */
  <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state);

  /** The weight of kappa_1 in the map of angles. */
  <T> T arc(Arithmetic<T> over);

  /** The weight of the bias in the map of angles. */
  default <T> T constant(Arithmetic<T> over) {
    return over.of(0);
  }

  /** w, where powers of w^l, l the layer, enter the state; 1 where none do. */
  default <T> T decay(Arithmetic<T> over) {
    return over.of(1);
  }

  /** 1/(1 - w); not used where w is 1. */
  default <T> T decaySum(Arithmetic<T> over) {
    return over.of(0);
  }

  /**
   * A multiple of the kernel, from the state after the last layer and the angle reached by then.
   */
  <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state);

  /** The value of {@link #unscaled} at u = 1 after {@code depth} layers. */
  <T> T scale(Arithmetic<T> over, T depth, List<T> state);

  /** The kernel from the state after {@code depth} layers and the angle reached by then. */
  default <T> T finish(Arithmetic<T> over, T depth, Angle<T> angle, List<T> state) {
    return over.divide(unscaled(over, angle, state), scale(over, depth, state));
  }

  /** The parameter s with w = 1/(1 + s^2), where powers of w^l enter the state. */
  default Optional<Parameter> decaying() {
    return Optional.empty();
  }

  /** The kernel for a given depth. */
  default <T> T unrolled(Arithmetic<T> over, Angle<T> at, int depth) {
    Angle<T> angle = firstAngle(over, at);
    List<T> state = start(over, angle);
    for (int l = 0; l < depth; l++) {
      state = step(over, angle, state);
      angle = angle.throughLayer(arc(over), constant(over));
    }
    return finish(over, over.of(depth), angle, state);
  }

  /**
   * The recursion behind a kernel of the catalogue.
   *
   * @throws UnsupportedExpressionException if the kernel is no network
   */
  static LayerRecursion of(Kernel kernel) {
    if (kernel instanceof ResidualTangentKernel k && !k.tau().isZero()) {
      boolean all = k.training() == ResidualTangentKernel.Training.ALL;
      return new BiasedResidualTangent(k.alpha(), k.tau(), all);
    }
    if (kernel instanceof ResidualTangentKernel k) {
      return k.training() == ResidualTangentKernel.Training.BLOCKS
          ? new ResidualTangent(k.alpha())
          : new ResidualTangentAllTrained(k.alpha());
    }
    if (kernel instanceof FullyConnectedTangentKernel k && propagates(k.bias(), k.beta())) {
      return new PropagatedBias(k.beta(), true);
    }
    if (kernel instanceof FullyConnectedTangentKernel k) {
      return new FullyConnectedTangent(k.beta());
    }
    if (kernel instanceof ResidualGaussianProcessKernel k) {
      return new GaussianProcess(k.alpha());
    }
    if (kernel instanceof FullyConnectedGaussianProcessKernel k) {
      return propagates(k.bias(), k.beta())
          ? new PropagatedBias(k.beta(), false)
          : new GaussianProcess(null);
    }
    throw new UnsupportedExpressionException(
        kernel + " has no form for a symbolic depth; resntk, fcntk, resnngp and fcnngp have");
  }

  private static boolean propagates(Bias bias, Parameter beta) {
    return bias == Bias.PROPAGATED && !beta.isZero();
  }

  /** 1 + 1/s^2, which is 1/(1 - w) for w = 1/(1 + s^2). */
  static <T> T onePlusInverseSquare(Arithmetic<T> over, Parameter s) {
    T inverse = over.divide(over.of(1), s.in(over));
    return over.add(over.of(1), over.multiply(inverse, inverse));
  }

  /** sigma = alpha^2/(1 + alpha^2). */
  static <T> T sigma(Arithmetic<T> over, Parameter alpha) {
    T square = alpha.squareIn(over);
    return over.divide(square, over.add(square, over.of(1)));
  }

  static <T> T passed(Arithmetic<T> over, T sigma, Angle<T> angle) {
    T rest = over.subtract(over.of(1), sigma);
    return over.add(rest, over.multiply(sigma, angle.kappa0()));
  }

  private static <T> T block(Arithmetic<T> over, Angle<T> angle) {
    return over.add(angle.kappa1(), over.multiply(angle.cosine(), angle.kappa0()));
  }

  /** b_l = (1 - sigma + sigma d_{l-1}) b_{l-1} + k_{l-1} + u_{l-1} d_{l-1}, f = b_L/(2 L). */
  record ResidualTangent(Parameter alpha) implements LayerRecursion {
    @Override
    public List<String> names() {
      return List.of("b");
    }

    @Override
    public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
      return List.of(over.of(0));
    }

    @Override
    public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      T passed = passed(over, arc(over), angle);
      return List.of(over.add(over.multiply(passed, state.get(0)), block(over, angle)));
    }

    @Override
    public <T> T arc(Arithmetic<T> over) {
      return sigma(over, alpha);
    }

    @Override
    public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      return state.get(0);
    }

    @Override
    public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
      return over.multiply(over.of(2), depth);
    }
  }

  /** As before, and p_l = (1 - sigma + sigma d_{l-1}) p_{l-1}, p_0 = u, for the first layer. */
  record ResidualTangentAllTrained(Parameter alpha) implements LayerRecursion {
    @Override
    public List<String> names() {
      return List.of("b", "p");
    }

    @Override
    public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
      return List.of(over.of(0), at.cosine());
    }

    @Override
    public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      T passed = passed(over, arc(over), angle);
      return List.of(
          over.add(over.multiply(passed, state.get(0)), block(over, angle)),
          over.multiply(passed, state.get(1)));
    }

    @Override
    public <T> T arc(Arithmetic<T> over) {
      return sigma(over, alpha);
    }

    @Override
    public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      T ends = over.add(angle.cosine(), state.get(1));
      return over.add(ends, over.multiply(arc(over), state.get(0)));
    }

    @Override
    public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
      T atOne = over.add(over.of(1), over.multiply(depth, arc(over)));
      return over.multiply(over.of(2), atOne);
    }
  }

  /** t_l = t_{l-1} d_{l-1} + k_{l-1} + beta^2, t_0 = u + beta^2, f = t_L/((L+1)(1+beta^2)). */
  record FullyConnectedTangent(Parameter beta) implements LayerRecursion {
    @Override
    public List<String> names() {
      return List.of("t");
    }

    @Override
    public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
      return List.of(over.add(at.cosine(), beta.squareIn(over)));
    }

    @Override
    public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      T sum = over.add(angle.kappa1(), beta.squareIn(over));
      return List.of(over.add(over.multiply(state.get(0), angle.kappa0()), sum));
    }

    @Override
    public <T> T arc(Arithmetic<T> over) {
      return over.of(1);
    }

    @Override
    public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      return state.get(0);
    }

    @Override
    public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
      T layers = over.add(depth, over.of(1));
      return over.multiply(layers, over.add(over.of(1), beta.squareIn(over)));
    }
  }

  /**
   * f = u_L.
   *
   * @param alpha the branch weight, or null for a fully connected network
   */
  record GaussianProcess(Parameter alpha) implements LayerRecursion {
    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
      return List.of();
    }

    @Override
    public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      return List.of();
    }

    @Override
    public <T> T arc(Arithmetic<T> over) {
      return alpha == null ? over.of(1) : sigma(over, alpha);
    }

    @Override
    public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
      return angle.cosine();
    }

    @Override
    public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
      return over.of(1);
    }
  }
}
