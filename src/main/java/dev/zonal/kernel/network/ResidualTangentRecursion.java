package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.LayerRecursion;
import dev.zonal.kernel.Layers;
import dev.zonal.kernel.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tangent kernel of a residual network, k_l = kappa_1(u_l), d_l = kappa_0(u_l), w = 1 - sigma,
 * sigma = alpha^2/(1 + alpha^2):
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

  /** Whether there are no biases and the blocks are trained. */
  public boolean isPlain() {
    return !isBiased() && !trainsAll();
  }

  private boolean isBiased() {
    return !tau.isZero();
  }

  private boolean trainsAll() {
    return training == ResidualTangentKernel.Training.ALL;
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
    return isBiased() ? Optional.of(layer.alpha()) : Optional.empty();
  }

  @Override
  public <T> Blocks<T> over(Arithmetic<T> over) {
    return new Blocks<>(over, this);
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

    private Blocks(Arithmetic<T> over, ResidualTangentRecursion recursion) {
      super(over, recursion.layer.over(over));
      this.recursion = recursion;
      this.biased = recursion.isBiased();
      this.all = recursion.trainsAll();
    }

    /** w + sigma kappa_0, by which a block multiplies what the blocks before it contribute. */
    public T passed(Angle<T> angle) {
      return over.add(map.rest(), over.multiply(map.arc(), angle.kappa0()));
    }

    private T own(Angle<T> angle, List<T> state) {
      T covariance = biased ? over.add(angle.cosine(), state.get(0)) : angle.cosine();
      T moved = over.multiply(covariance, angle.kappa0());
      return over.add(angle.kappa1(), moved);
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
    public List<T> step(Angle<T> angle, List<T> state) {
      T passed = passed(angle);
      T before = over.multiply(passed, blocks(state));
      return next(state, over.add(before, own(angle, state)), passed);
    }

    /** b_0 = 0. */
    @Override
    protected List<T> first(Angle<T> first) {
      List<T> state = start(first);
      return next(state, own(first, state), all ? passed(first) : null);
    }

    private List<T> next(List<T> state, T blocks, T passed) {
      List<T> next = new ArrayList<>();
      if (biased) {
        next.add(over.multiply(map.rest(), state.get(0)));
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
      return over.add(ends, over.multiply(map.arc(), blocks(state)));
    }

    @Override
    public T scale(T depth, List<T> state) {
      if (biased) {
        T atOne = state.get(1);
        return all ? over.add(over.of(2), over.multiply(map.arc(), atOne)) : atOne;
      }
      T half = all ? over.add(over.of(1), over.multiply(depth, map.arc())) : depth;
      return over.multiply(over.of(2), half);
    }

    @Override
    public T scale(int depth) {
      T sum = over.of(2L * depth);
      if (biased) {
        T biases = GeometricSum.of(over, map.rest(), depth);
        sum = over.add(sum, over.multiply(recursion.tau.squareIn(over), biases));
      }
      return all ? over.add(over.of(2), over.multiply(map.arc(), sum)) : sum;
    }

    @Override
    protected T normalised(T unscaled, int depth) {
      return biased || all
          ? super.normalised(unscaled, depth)
          : over.scale(unscaled, Rational.of(1, 2L * depth));
    }

    @Override
    public T decay() {
      return biased ? map.rest() : super.decay();
    }
  }
}
