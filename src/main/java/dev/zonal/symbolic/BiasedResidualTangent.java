package dev.zonal.symbolic;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.Angle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A residual network with biases of weight tau that are trained from zero. What the biases
 * contribute shrinks by w = 1 - sigma from layer to layer, and n_l is the value of b_l at u = 1:
 *
 * <pre>
 *   t_l = w t_{l-1},  t_0 = tau^2,   n_l = n_{l-1} + 2 + t_{l-1},  n_0 = 0,
 *   b_l = (w + sigma d_{l-1}) b_{l-1} + k_{l-1} + (u_{l-1} + t_{l-1}) d_{l-1},  b_0 = 0,
 * </pre>
 *
 * <p>f = b_L/n_L; with all layers trained f = (u_L + p_L + sigma b_L)/(2 + sigma n_L), where p_l =
 * (w + sigma d_{l-1}) p_{l-1}, p_0 = u.
 */
record BiasedResidualTangent(Parameter alpha, Parameter tau, boolean allTrained)
    implements LayerRecursion {
  private static final int BIAS = 0;
  private static final int AT_ONE = 1;
  private static final int BLOCKS = 2;
  private static final int FIRST = 3;

  @Override
  public List<String> names() {
    return allTrained ? List.of("t", "n", "b", "p") : List.of("t", "n", "b");
  }

  @Override
  public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
    List<T> state = new ArrayList<>(List.of(tau.squareIn(over), over.of(0), over.of(0)));
    if (allTrained) {
      state.add(at.cosine());
    }
    return state;
  }

  @Override
  public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
    T bias = state.get(BIAS);
    T passed = LayerRecursion.passed(over, arc(over), angle);
    T covariance = over.add(angle.cosine(), bias);
    T block = over.add(angle.kappa1(), over.multiply(covariance, angle.kappa0()));
    List<T> next = new ArrayList<>();
    next.add(over.multiply(decay(over), bias));
    next.add(over.add(state.get(AT_ONE), over.add(over.of(2), bias)));
    next.add(over.add(over.multiply(passed, state.get(BLOCKS)), block));
    if (allTrained) {
      next.add(over.multiply(passed, state.get(FIRST)));
    }
    return next;
  }

  @Override
  public <T> T arc(Arithmetic<T> over) {
    return LayerRecursion.sigma(over, alpha);
  }

  @Override
  public <T> T decay(Arithmetic<T> over) {
    return over.subtract(over.of(1), arc(over));
  }

  @Override
  public <T> T decaySum(Arithmetic<T> over) {
    return LayerRecursion.onePlusInverseSquare(over, alpha);
  }

  @Override
  public Optional<Parameter> decaying() {
    return Optional.of(alpha);
  }

  @Override
  public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
    if (!allTrained) {
      return state.get(BLOCKS);
    }
    T ends = over.add(angle.cosine(), state.get(FIRST));
    return over.add(ends, over.multiply(arc(over), state.get(BLOCKS)));
  }

  @Override
  public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
    T atOne = state.get(AT_ONE);
    return allTrained ? over.add(over.of(2), over.multiply(arc(over), atOne)) : atOne;
  }
}
