package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.CovarianceMap;
import dev.zonal.kernel.LayerRecursion;
import dev.zonal.kernel.Layers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tangent kernel of a fully connected network, k_l = kappa_1(u_l), d_l = kappa_0(u_l). Where
 * the biases are trained from zero,
 *
 * <pre>
 *   u_l = k_{l-1},  t_l = t_{l-1} d_{l-1} + k_{l-1} + beta^2,  t_0 = u + beta^2,
 *   f = t_L/((L+1)(1 + beta^2)),
 * </pre>
 *
 * <p>and where they propagate, w = 1/(1 + beta^2),
 *
 * <pre>
 *   u_0 = w (u + beta^2),  u_l = w (k_{l-1} + beta^2),
 *   t_l = w (t_{l-1} d_{l-1} + k_{l-1} + beta^2),  t_0 = u_0,   n_l = w n_{l-1} + 1,  n_0 = 1,
 * </pre>
 *
 * <p>f = t_L/n_L.
 */
public record FullyConnectedTangentRecursion(FullyConnectedLayer layer) implements LayerRecursion {
  @Override
  public List<String> names() {
    return layer.propagatesBias() ? List.of("n", "t") : List.of("t");
  }

  @Override
  public Optional<Parameter> decaying() {
    return layer.shrinking();
  }

  @Override
  public <T> Layers<T> over(Arithmetic<T> over) {
    return layer.propagatesBias()
        ? new Propagated<>(over, layer.over(over))
        : new Trained<>(over, layer);
  }

  private static final class Trained<T> extends Layers<T> {
    private final boolean biased;
    private final T betaSquared;

    Trained(Arithmetic<T> over, FullyConnectedLayer layer) {
      super(over, layer.over(over));
      this.biased = !layer.beta().isZero();
      this.betaSquared = layer.beta().squareIn(over);
    }

    private T withBias(T x) {
      return biased ? over.add(x, betaSquared) : x;
    }

    @Override
    public List<T> start(Angle<T> first) {
      return List.of(withBias(first.cosine()));
    }

    @Override
    public List<T> step(Angle<T> angle, List<T> state) {
      T own = withBias(angle.kappa1());
      return List.of(over.add(over.multiply(state.get(0), angle.kappa0()), own));
    }

    @Override
    public T unscaled(Supplier<T> cosine, List<T> state) {
      return state.get(0);
    }

    @Override
    public T scale(T depth, List<T> state) {
      return scaled(over.add(depth, over.of(1)));
    }

    @Override
    public T scale(int depth) {
      return scaled(over.of(depth + 1L));
    }

    private T scaled(T layers) {
      return biased ? over.multiply(layers, over.add(over.of(1), betaSquared)) : layers;
    }

    @Override
    protected T normalised(T unscaled, int depth) {
      return biased
          ? super.normalised(unscaled, depth)
          : over.scale(unscaled, Rational.of(1, depth + 1L));
    }
  }

  private static final class Propagated<T> extends Layers<T> {
    Propagated(Arithmetic<T> over, CovarianceMap<T> map) {
      super(over, map);
    }

    @Override
    public List<T> start(Angle<T> first) {
      return List.of(over.of(1), first.cosine());
    }

    @Override
    public List<T> step(Angle<T> angle, List<T> state) {
      T sum = over.add(angle.kappa1(), over.multiply(state.get(1), angle.kappa0()));
      return List.of(
          over.add(over.multiply(map.arc(), state.get(0)), over.of(1)),
          over.add(over.multiply(map.arc(), sum), map.constant()));
    }

    @Override
    public T unscaled(Supplier<T> cosine, List<T> state) {
      return state.get(1);
    }

    @Override
    public T scale(T depth, List<T> state) {
      return state.get(0);
    }

    /** 1 + w + ... + w^L. */
    @Override
    public T scale(int depth) {
      return GeometricSum.of(over, map.arc(), depth + 1);
    }

    @Override
    public T decay() {
      return map.arc();
    }
  }
}
