package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.angle.Angle;
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

/** The Gaussian-process kernel of a network: f = u_L, the covariance after L layers. */
public record GaussianProcessRecursion(NetworkLayer layer) implements LayerRecursion {
  @Override
  public boolean isOfAnyNorm() {
    return decaying().isEmpty();
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public Optional<Parameter> decaying() {
    return layer.shrinking();
  }

  @Override
  public <T> Layers<T> over(Arithmetic<T> over, CovarianceMaps<T> maps) {
    return new Covariances<>(over, maps, decaying().isPresent());
  }

  @Override
  public <S> SeriesSteps<S> series(SeriesAlgebra<S> over) {
    return new CovarianceSeries<>(layer.series(over));
  }

  private record CovarianceSeries<S>(SeriesLayer<S> layers) implements SeriesSteps<S> {
    @Override
    public List<S> first() {
      return List.of(layers.first());
    }

    @Override
    public List<S> next(int layer, List<S> state) {
      return List.of(layers.next(state.get(0)));
    }

    @Override
    public S kernel(List<S> state) {
      return state.get(0);
    }
  }

  private static final class Covariances<T> extends Layers<T> {
    private final boolean decays;

    Covariances(Arithmetic<T> over, CovarianceMaps<T> maps, boolean decays) {
      super(over, maps);
      this.decays = decays;
    }

    @Override
    public List<T> start(Angle<T> first) {
      return List.of();
    }

    @Override
    public List<T> step(int layer, Angle<T> angle, List<T> state) {
      return List.of();
    }

    @Override
    public T unscaled(Supplier<T> cosine, List<T> state) {
      return cosine.get();
    }

    @Override
    public T scale(T depth, List<T> state) {
      return over.of(1);
    }

    @Override
    public T scale(int depth) {
      return over.of(1);
    }

    @Override
    protected T normalised(T unscaled, int depth) {
      return unscaled;
    }

    @Override
    public T decay() {
      return decays ? maps.layer(1).arc() : super.decay();
    }
  }
}
