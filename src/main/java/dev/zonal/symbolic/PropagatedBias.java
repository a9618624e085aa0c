package dev.zonal.symbolic;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.Angle;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected network whose biases are drawn at random and propagate, w = 1/(1 + beta^2):
 *
 * <pre>
 *   u_0 = w (u + beta^2),  u_l = w (k_{l-1} + beta^2),
 *   t_l = w (t_{l-1} d_{l-1} + k_{l-1} + beta^2),  t_0 = u_0,   n_l = w n_{l-1} + 1,  n_0 = 1;
 * </pre>
 *
 * <p>the tangent kernel is t_L/n_L and the Gaussian-process kernel u_L. A layer multiplies the
 * chord by sqrt(w), to first order.
 */
record PropagatedBias(Parameter beta, boolean tangent) implements LayerRecursion {

  @Override
  public List<String> names() {
    return tangent ? List.of("n", "t") : List.of();
  }

  @Override
  public <T> Angle<T> firstAngle(Arithmetic<T> over, Angle<T> at) {
    return at.throughLayer(over.of(0), constant(over));
  }

  @Override
  public <T> List<T> start(Arithmetic<T> over, Angle<T> at) {
    return tangent ? List.of(over.of(1), at.cosine()) : List.of();
  }

  @Override
  public <T> List<T> step(Arithmetic<T> over, Angle<T> angle, List<T> state) {
    if (!tangent) {
      return List.of();
    }
    T sum = over.add(angle.kappa1(), over.multiply(state.get(1), angle.kappa0()));
    return List.of(
        over.add(over.multiply(arc(over), state.get(0)), over.of(1)),
        over.add(over.multiply(arc(over), sum), constant(over)));
  }

  @Override
  public <T> T arc(Arithmetic<T> over) {
    return over.divide(over.of(1), over.add(over.of(1), beta.squareIn(over)));
  }

  @Override
  public <T> T constant(Arithmetic<T> over) {
    return over.multiply(beta.squareIn(over), arc(over));
  }

  @Override
  public <T> T decay(Arithmetic<T> over) {
    return arc(over);
  }

  @Override
  public <T> T decaySum(Arithmetic<T> over) {
    return LayerRecursion.onePlusInverseSquare(over, beta);
  }

  @Override
  public Optional<Parameter> decaying() {
    return Optional.of(beta);
  }

  @Override
  public <T> T unscaled(Arithmetic<T> over, Angle<T> angle, List<T> state) {
    return tangent ? state.get(1) : angle.cosine();
  }

  @Override
  public <T> T scale(Arithmetic<T> over, T depth, List<T> state) {
    return tangent ? state.get(0) : over.of(1);
  }
}
