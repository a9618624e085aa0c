package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Memo;
import dev.zonal.context.Context;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.Variances;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The variances of the pre-activations of a network from layer to layer, and the weights of the map
 * that each layer makes of them: q' = q + w E phi^2 where the layer is added to its input, q' = w E
 * phi^2 + b where it takes its place, phi at variance q. For the use of several threads.
 *
 * @param <T> the numbers
 */
final class VarianceFlow<T> implements Variances<T> {
  /** Balls of one precision ask for the same variances at every angle. */
  private static final Memo<Key, VarianceFlow<?>> KNOWN = new Memo<>(64);

  private record Key(NetworkLayer layer, Arithmetic<?> over) {}

  private final Arithmetic<T> over;
  private final NetworkLayer layer;
  private final Activation activation;
  private final boolean residual;

  /** The square of the norm of the input. */
  private final T square;

  private final T weight;

  /** Null for none. */
  private final T bias;

  private final List<Step<T>> steps = new ArrayList<>();
  private T last;

  /**
   * A layer.
   *
   * @param before the variance that it sees
   * @param moment E phi^2 there
   * @param after the variance behind it
   * @param arc the weight of the dual in its map
   * @param constant that of the bias, null for none
   */
  private record Step<T>(T before, T moment, T after, T arc, T constant) {}

  private VarianceFlow(
      Arithmetic<T> over,
      NetworkLayer layer,
      Activation activation,
      boolean residual,
      T weight,
      T bias,
      T square) {
    this.over = over;
    this.layer = layer;
    this.activation = activation;
    this.residual = residual;
    this.weight = weight;
    this.bias = bias;
    this.square = square;
    this.last = residual ? square : entering(square);
  }

  /** q_1 = sw2 + sb2. */
  static <T> VarianceFlow<T> of(DenseLayer layer, Arithmetic<T> over) {
    return known(layer, over, () -> of(layer, over, over.of(1)));
  }

  /** q_1 = sw2 |x|^2 + sb2. */
  static <T> VarianceFlow<T> of(DenseLayer layer, Arithmetic<T> over, T square) {
    T weight = layer.weight().in(over);
    T bias = layer.isBiased() ? layer.bias().in(over) : null;
    return new VarianceFlow<>(over, layer, layer.activation(), false, weight, bias, square);
  }

  /** The variance of the inputs is 1. */
  static <T> VarianceFlow<T> of(ResidualLayer layer, Arithmetic<T> over) {
    return known(layer, over, () -> of(layer, over, over.of(1)));
  }

  /** The variance of the input is |x|^2. */
  static <T> VarianceFlow<T> of(ResidualLayer layer, Arithmetic<T> over, T square) {
    return new VarianceFlow<>(
        over, layer, layer.activation(), true, layer.branchWeight(over), null, square);
  }

  /** w |x|^2 + b. */
  private T entering(T square) {
    T own = over.multiply(weight, square);
    return bias == null ? own : over.add(own, bias);
  }

  @SuppressWarnings("unchecked") // what is kept for an arithmetic has its numbers
  private static <T> VarianceFlow<T> known(
      NetworkLayer layer, Arithmetic<T> over, Supplier<VarianceFlow<T>> made) {
    return (VarianceFlow<T>) KNOWN.get(new Key(layer, over), key -> made.get());
  }

  /** The maps, for the use of one thread. */
  CovarianceMaps<T> maps() {
    return new Maps();
  }

  @Override
  public T behind(int layers) {
    return layers == 0 ? step(1).before() : step(layers).after();
  }

  @Override
  public CovarianceMaps<T> with(Variances<T> other) {
    if (layer.isStationary()) {
      return layer.over(over);
    }
    return other == this ? maps() : new PairMaps((VarianceFlow<T>) other);
  }

  private synchronized Step<T> step(int layer) {
    while (steps.size() < layer) {
      Context.checkpoint();
      T moment = over.shared(activation.variance(over, last));
      T branch = over.multiply(weight, moment);
      T before = residual ? last : bias;
      T next = over.shared(before == null ? branch : over.add(branch, before));
      T constant = bias == null ? null : over.divide(bias, next);
      steps.add(new Step<>(last, moment, next, over.divide(branch, next), constant));
      last = next;
    }
    return steps.get(layer - 1);
  }

  private final class Maps implements CovarianceMaps<T> {
    private final List<CovarianceMap<T>> known = new ArrayList<>();

    @Override
    public Angle<T> first(Angle<T> at) {
      return bias == null ? at : at.throughBias(over.of(0), over.divide(bias, step(1).before()));
    }

    @Override
    public CovarianceMap<T> layer(int layer) {
      while (known.size() < layer) {
        known.add(map(step(known.size() + 1)));
      }
      return known.get(layer - 1);
    }

    private CovarianceMap<T> map(Step<T> step) {
      Dual<T> dual = activation.dual(over, step.before(), step.moment());
      if (residual) {
        return CovarianceMap.residual(over, dual, step.arc());
      }
      return bias == null
          ? CovarianceMap.plain(over, dual)
          : CovarianceMap.biased(over, dual, step.arc(), step.constant());
    }
  }

  /** The maps between this input and another one. */
  private final class PairMaps implements CovarianceMaps<T> {
    private final VarianceFlow<T> other;

    PairMaps(VarianceFlow<T> other) {
      this.other = other;
    }

    private T root(T a, T b) {
      return over.sqrt(over.multiply(a, b));
    }

    @Override
    public Angle<T> first(Angle<T> at) {
      if (residual || bias == null) {
        return at;
      }
      T scale = root(step(1).before(), other.step(1).before());
      T own = over.multiply(over.multiply(weight, root(square, other.square)), at.cosine());
      return at.withCosine(over.divide(over.add(own, bias), scale));
    }

    @Override
    public CovarianceMap<T> layer(int number) {
      Step<T> a = step(number);
      Step<T> b = other.step(number);
      T moment = root(a.moment(), b.moment());
      T scale = root(a.after(), b.after());
      Dual<T> dual = activation.dual(over, a.before(), b.before(), moment);
      T arc = over.divide(over.multiply(weight, moment), scale);
      T rest = residual ? over.divide(root(a.before(), b.before()), scale) : null;
      T constant = bias == null ? null : over.divide(bias, scale);
      return CovarianceMap.between(over, dual, rest, arc, constant);
    }
  }
}
