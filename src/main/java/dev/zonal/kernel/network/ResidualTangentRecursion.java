package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.GeometricSum;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesLayer;
import dev.zonal.kernel.layer.SeriesSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tangent kernel of a residual network, k_l and d_l the dual of its activation and the dual's
 * derivative at u_l, which are kappa_1 and kappa_0 for ReLU, w = 1 - sigma, sigma as for {@link
 * ResidualLayer}:
 *
 * <pre>
 *   u_l = w u_{l-1} + sigma k_{l-1},
 *   b_l = (w + sigma d_{l-1}) b_{l-1} + k_{l-1} + u_{l-1} d_{l-1},  b_0 = 0,   f = b_L/(2 L).
 * </pre>
 *
 * <p>Biases of weight tau that are trained from zero add t_{l-1} to that u_{l-1}, and n_l is the
 * value of b_l at u = 1:
 *
 * <pre>
 *   t_l = w t_{l-1},  t_0 = tau^2,   n_l = n_{l-1} + 2 + t_{l-1},  n_0 = 0,   f = b_L/n_L.
 * </pre>
 *
 * <p>With all layers trained p_l = (w + sigma d_{l-1}) p_{l-1}, p_0 = u, is what the first layer
 * contributes, and f = (u_L + p_L + sigma b_L)/(2 + sigma n_L), n_L = 2 L without biases.
 *
 * <p>For an activation that is not like ReLU sigma differs from block to block and stands in front
 * of what each of them contributes; n_l is the value of b_l at u = 1 as well.
 *
 * @param tau non-negative
 */
public record ResidualTangentRecursion(
    ResidualLayer layer, Parameter tau, ResidualTangentKernel.Training training)
    implements LayerRecursion {
  /**
   * @throws KernelSpecificationException if tau is negative
   */
  public ResidualTangentRecursion {
    Range.NON_NEGATIVE.check("tau", tau);
  }

  /** Whether there are no biases, the blocks are trained and those of the literature. */
  public boolean isPlain() {
    return !isBiased() && !trainsAll() && layer.isPlain();
  }

  /** Whether there are no biases and the units are ReLUs, whatever is trained. */
  public boolean isRectified() {
    return !isBiased() && layer.isRectified();
  }

  private boolean isBiased() {
    return !tau.isZero();
  }

  private boolean trainsAll() {
    return training == ResidualTangentKernel.Training.ALL;
  }

  @Override
  public boolean isOfAnyNorm() {
    return !isBiased();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(isBiased() ? List.of("t", "n", "b") : List.of("b"));
    if (trainsAll()) {
      names.add("p");
    }
    return names;
  }

  @Override
  public Optional<Parameter> decaying() {
    return isBiased() && layer.isPlain() ? Optional.of(layer.alpha()) : Optional.empty();
  }

  @Override
  public <T> Blocks<T> over(Arithmetic<T> over) {
    return over(over, layer.over(over));
  }

  @Override
  public <T> Blocks<T> over(Arithmetic<T> over, CovarianceMaps<T> maps) {
    return new Blocks<>(over, maps, this);
  }

  @Override
  public <S> SeriesSteps<S> series(SeriesAlgebra<S> over) {
    return new BlockSeries<>(this, over, layer.series(over));
  }

  /** The covariance, what the blocks so far contribute, and the first layer where it is trained. */
  private record BlockSeries<S>(
      ResidualTangentRecursion recursion, SeriesAlgebra<S> over, SeriesLayer<S> layers)
      implements SeriesSteps<S> {
    @Override
    public List<S> first() {
      S covariance = layers.first();
      return recursion.trainsAll()
          ? List.of(covariance, over.zero(), covariance)
          : List.of(covariance, over.zero());
    }

    @Override
    public List<S> next(int layer, List<S> state) {
      S covariance = state.get(0);
      S slope = layers.slope(covariance);
      S moved = recursion.isBiased() ? over.sum(covariance, over.power(0)) : covariance;
      S own =
          over.sum(layers.value(covariance), over.product(moved, layers.valueSlope(covariance)));
      S blocks = over.sum(over.product(slope, state.get(1)), own);
      S next = layers.next(covariance);
      return recursion.trainsAll()
          ? List.of(next, blocks, over.product(slope, state.get(2)))
          : List.of(next, blocks);
    }

    @Override
    public S kernel(List<S> state) {
      return recursion.trainsAll()
          ? over.sum(over.sum(state.get(0), state.get(2)), state.get(1))
          : state.get(1);
    }
  }

  /**
   * The recursion over numbers.
   *
   * @param <T> the numbers
   */
  public static final class Blocks<T> extends Layers<T> {
    private final ResidualTangentRecursion recursion;
    private final boolean biased;
    private final boolean all;
    private final boolean stationary;

    private Blocks(Arithmetic<T> over, CovarianceMaps<T> maps, ResidualTangentRecursion recursion) {
      super(over, maps);
      this.recursion = recursion;
      this.biased = recursion.isBiased();
      this.all = recursion.trainsAll();
      this.stationary = recursion.isStationary();
    }

    /** w + sigma d, by which a block multiplies what the blocks before it contribute. */
    public T passed(int layer, Angle<T> angle) {
      return maps.layer(layer).slope(angle);
    }

    private T own(int layer, Angle<T> angle, List<T> state) {
      Dual<T> dual = maps.layer(layer).dual();
      T covariance = biased ? over.add(angle.cosine(), state.get(0)) : angle.cosine();
      T moved = over.multiply(covariance, dual.slope(angle));
      return weighted(layer, over.add(dual.value(angle), moved));
    }

    /** Times sigma, where it is not the same for all blocks. */
    private T weighted(int layer, T own) {
      return stationary ? own : over.multiply(maps.layer(layer).arc(), own);
    }

    private int indexOfBlocks() {
      return biased ? 2 : 0;
    }

    private T blocks(List<T> state) {
      return state.get(indexOfBlocks());
    }

    @Override
    public List<T> start(Angle<T> first) {
      List<T> state = new ArrayList<>();
      if (biased) {
        state.add(recursion.tau.squareIn(over));
        state.add(over.of(0));
      }
      state.add(over.of(0));
      if (all) {
        state.add(first.cosine());
      }
      return state;
    }

    @Override
    public List<T> step(int layer, Angle<T> angle, List<T> state) {
      T passed = passed(layer, angle);
      T before = over.multiply(passed, blocks(state));
      return next(layer, state, over.add(before, own(layer, angle, state)), passed);
    }

    /** b_0 = 0. */
    @Override
    protected List<T> first(Angle<T> first) {
      List<T> state = start(first);
      return next(1, state, own(1, first, state), all ? passed(1, first) : null);
    }

    private List<T> next(int layer, List<T> state, T blocks, T passed) {
      List<T> next = new ArrayList<>();
      if (biased) {
        next.add(over.multiply(maps.layer(layer).rest(), state.get(0)));
        next.add(over.add(state.get(1), over.add(over.of(2), state.get(0))));
      }
      next.add(blocks);
      if (all) {
        next.add(over.multiply(passed, state.get(indexOfBlocks() + 1)));
      }
      return next;
    }

    @Override
    public T unscaled(Supplier<T> cosine, List<T> state) {
      if (!all) {
        return blocks(state);
      }
      T ends = over.add(cosine.get(), state.get(indexOfBlocks() + 1));
      return over.add(ends, branches(blocks(state)));
    }

    @Override
    public T scale(T depth, List<T> state) {
      if (biased) {
        T atOne = state.get(1);
        return all ? over.add(over.of(2), branches(atOne)) : atOne;
      }
      T half = all ? over.add(over.of(1), branches(depth)) : depth;
      return over.multiply(over.of(2), half);
    }

    @Override
    public T scale(int depth) {
      if (!stationary) {
        return sum(depth);
      }
      T sum = over.of(2L * depth);
      if (biased) {
        T biases = GeometricSum.of(over, maps.layer(1).rest(), depth);
        sum = over.add(sum, over.multiply(recursion.tau.squareIn(over), biases));
      }
      return all ? over.add(over.of(2), branches(sum)) : sum;
    }

    /** Block by block at u = 1, where the slopes are not 1. */
    private T sum(int depth) {
      T blocks = over.of(0);
      T ends = over.of(1);
      T bias = recursion.tau.squareIn(over);
      for (int l = 1; l <= depth; l++) {
        CovarianceMap<T> map = maps.layer(l);
        T covariance = biased ? over.add(over.of(1), bias) : over.of(1);
        T own = over.add(over.of(1), over.multiply(covariance, map.dual().slopeAtOne()));
        blocks = over.multiply(map.slopeAtOne(), blocks);
        blocks = over.add(blocks, over.multiply(map.arc(), own));
        ends = over.multiply(map.slopeAtOne(), ends);
        bias = biased ? over.multiply(map.rest(), bias) : bias;
      }
      return all ? over.add(over.add(over.of(1), ends), blocks) : blocks;
    }

    /** What the blocks add to the ends: sigma times their sum, where that is without it. */
    private T branches(T blocks) {
      return stationary ? over.multiply(maps.layer(1).arc(), blocks) : blocks;
    }

    @Override
    protected T normalised(T unscaled, int depth) {
      return biased || all || !stationary
          ? super.normalised(unscaled, depth)
          : over.scale(unscaled, Rational.of(1, 2L * depth));
    }

    @Override
    public T decay() {
      return biased ? maps.layer(1).rest() : super.decay();
    }
  }
}
