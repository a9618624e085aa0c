package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.GeometricSum;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesLayer;
import dev.zonal.kernel.layer.SeriesSteps;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tangent kernel of a fully connected network, u_{l+1} = m_l(u_l) the maps of its layers: each
 * layer that is trained contributes its own covariance and, with biases of weight b that start at
 * zero, b^2, times the slopes of the layers behind it,
 *
 * <pre>
 *   t_1 = u_1 + b^2,  t_{l+1} = m_l'(u_l) t_l + u_{l+1} + b^2,   f = t_{L+1}/n_{L+1},
 * </pre>
 *
 * <p>n_l the value of t_l at u = 1 (docs/theory.md, Section 5.9), which is L + 1 times 1 + b^2
 * where every slope is 1 there, and 1 + w + ... + w^L where the slope is w.
 *
 * @param layer what the layers do to covariances
 * @param trainedBias b
 * @param training which layers are trained
 * @param depth L, where that matters: 0 for any
 */
public record FullyConnectedTangentRecursion(
    NetworkLayer layer, Parameter trainedBias, Training training, int depth)
    implements LayerRecursion {
  /** Every layer trained. */
  FullyConnectedTangentRecursion(FullyConnectedLayer layer) {
    this(layer, layer.trainedBias(), Training.ALL, 0);
  }

  /** Whether every layer is trained, and every slope is 1 at u = 1. */
  private boolean isPlain() {
    return training.isAll() && layer.hasUnitSlopes();
  }

  @Override
  public boolean isStationary() {
    return isPlain() || decaying().isPresent();
  }

  @Override
  public boolean isOfAnyNorm() {
    return trainedBias.isZero() && decaying().isEmpty();
  }

  @Override
  public List<String> names() {
    return decaying().isPresent() ? List.of("n", "t") : List.of("t");
  }

  @Override
  public Optional<Parameter> decaying() {
    return layer.shrinking();
  }

  @Override
  public <T> Layers<T> over(Arithmetic<T> over, CovarianceMaps<T> maps) {
    return new Sums<>(over, maps, this);
  }

  @Override
  public <S> SeriesSteps<S> series(SeriesAlgebra<S> over) {
    return new TangentSeries<>(this, over, layer.series(over));
  }

  @Override
  public boolean hasOneSeriesStep() {
    return training.isAll();
  }

  /** The covariance, and the tangent kernel of the layers so far. */
  private record TangentSeries<S>(
      FullyConnectedTangentRecursion recursion, SeriesAlgebra<S> over, SeriesLayer<S> layers)
      implements SeriesSteps<S> {
    @Override
    public List<S> first() {
      S covariance = layers.first();
      return List.of(covariance, contribution(1, covariance));
    }

    @Override
    public List<S> next(int layer, List<S> state) {
      S passed = over.product(state.get(1), layers.slope(state.get(0)));
      S covariance = layers.next(state.get(0));
      return List.of(covariance, over.sum(passed, contribution(layer + 1, covariance)));
    }

    @Override
    public S kernel(List<S> state) {
      return state.get(1);
    }

    private S contribution(int trained, S covariance) {
      if (!recursion.training.trains(trained, recursion.depth)) {
        return over.zero();
      }
      return recursion.trainedBias.isZero() ? covariance : over.sum(covariance, over.power(0));
    }
  }

  private static final class Sums<T> extends Layers<T> {
    private final FullyConnectedTangentRecursion recursion;
    private final boolean counts;
    private final boolean biased;
    private final T biasSquared;

    Sums(Arithmetic<T> over, CovarianceMaps<T> maps, FullyConnectedTangentRecursion recursion) {
      super(over, maps);
      this.recursion = recursion;
      this.counts = recursion.decaying().isPresent();
      this.biased = !recursion.trainedBias.isZero();
      this.biasSquared = recursion.trainedBias.squareIn(over);
    }

    private boolean trains(int layer) {
      return recursion.training.trains(layer, recursion.depth);
    }

    private T withBias(T x) {
      return biased ? over.add(x, biasSquared) : x;
    }

    private List<T> state(T count, T tangent) {
      return counts ? List.of(count, tangent) : List.of(tangent);
    }

    private T tangent(List<T> state) {
      return state.get(state.size() - 1);
    }

    @Override
    public List<T> start(Angle<T> first) {
      return state(over.of(1), trains(1) ? withBias(first.cosine()) : over.of(0));
    }

    @Override
    public List<T> step(int layer, Angle<T> angle, List<T> state) {
      CovarianceMap<T> map = maps.layer(layer);
      T passed = over.multiply(tangent(state), map.slope(angle));
      T next = trains(layer + 1) ? over.add(passed, withBias(map.cosine(angle))) : passed;
      return state(counts ? nextCount(map, state.get(0)) : null, next);
    }

    private T nextCount(CovarianceMap<T> map, T count) {
      return over.add(over.multiply(map.slopeAtOne(), count), over.of(1));
    }

    @Override
    public T unscaled(Supplier<T> cosine, List<T> state) {
      return tangent(state);
    }

    @Override
    public T scale(T depth, List<T> state) {
      return counts ? state.get(0) : scaled(over.add(depth, over.of(1)));
    }

    @Override
    public T scale(int depth) {
      if (counts) {
        return GeometricSum.of(over, maps.layer(1).arc(), depth + 1);
      }
      return recursion.isPlain() ? scaled(over.of(depth + 1L)) : sum(depth);
    }

    private T sum(int depth) {
      T sum = over.of(trains(1) ? 1 : 0);
      for (int l = 1; l <= depth; l++) {
        sum = over.multiply(maps.layer(l).slopeAtOne(), sum);
        sum = trains(l + 1) ? over.add(sum, over.of(1)) : sum;
      }
      return sum;
    }

    private T scaled(T layers) {
      return biased ? over.multiply(layers, over.add(over.of(1), biasSquared)) : layers;
    }

    @Override
    protected T normalised(T unscaled, int depth) {
      return biased || counts || !recursion.isPlain()
          ? super.normalised(unscaled, depth)
          : over.scale(unscaled, Rational.of(1, depth + 1L));
    }

    @Override
    public T decay() {
      return counts ? maps.layer(1).arc() : super.decay();
    }
  }
}
