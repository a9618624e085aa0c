package dev.zonal.kernel.network;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Memo;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.activation.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The variances of the pre-activations of a network from layer to layer, and the map that each layer
 * makes of them: q' = q + w E phi^2 where the layer is added to its input, q' = w E phi^2 + b where
 * it takes its place, phi at variance q.
 *
 * @param <T> the numbers
 */
final class VarianceFlow<T> implements CovarianceMaps<T> {
  /** Balls of one precision ask for the same variances at every angle. */
  private static final Memo<Key, VarianceFlow<?>> KNOWN = new Memo<>(64);

  private record Key(NetworkLayer layer, Arithmetic<?> over) {}

  private final Arithmetic<T> over;
  private final Activation activation;
  private final boolean residual;
  private final T weight;

  /** Null for none. */
  private final T bias;

  private final T firstConstant;
  private final List<T> variances = new ArrayList<>();
  private final List<CovarianceMap<T>> maps = new ArrayList<>();

  private VarianceFlow(
      Arithmetic<T> over, Activation activation, boolean residual, T weight, T bias, T start) {
    this.over = over;
    this.activation = activation;
    this.residual = residual;
    this.weight = weight;
    this.bias = bias;
    variances.add(start);
    this.firstConstant = bias == null ? null : over.divide(bias, start);
  }

  /** q_1 = sw2 + sb2. */
  static <T> VarianceFlow<T> of(DenseLayer layer, Arithmetic<T> over) {
    return known(
        layer,
        over,
        () -> {
          T weight = layer.weight().in(over);
          T bias = layer.isBiased() ? layer.bias().in(over) : null;
          T start = bias == null ? weight : over.add(weight, bias);
          return new VarianceFlow<>(over, layer.activation(), false, weight, bias, start);
        });
  }

  /** The variance of the inputs is 1. */
  static <T> VarianceFlow<T> of(ResidualLayer layer, Arithmetic<T> over) {
    return known(
        layer,
        over,
        () ->
            new VarianceFlow<>(
                over, layer.activation(), true, layer.branchWeight(over), null, over.of(1)));
  }

  @SuppressWarnings("unchecked") // what is kept for an arithmetic has its numbers
  private static <T> VarianceFlow<T> known(
      NetworkLayer layer, Arithmetic<T> over, Supplier<VarianceFlow<T>> made) {
    return (VarianceFlow<T>) KNOWN.get(new Key(layer, over), key -> made.get());
  }

  @Override
  public Angle<T> first(Angle<T> at) {
    return bias == null ? at : at.throughLayer(1, over.of(0), firstConstant);
  }

  @Override
  public synchronized CovarianceMap<T> layer(int layer) {
    extend(layer);
    return maps.get(layer - 1);
  }

  /**
   * The variance behind a layer.
   *
   * @param layer its number; 0 for the variance that the first layer sees
   */
  synchronized T variance(int layer) {
    extend(layer);
    return variances.get(layer);
  }

  private void extend(int layer) {
    while (maps.size() < layer) {
      Context.checkpoint();
      T q = variances.get(variances.size() - 1);
      T branch = over.multiply(weight, activation.variance(over, q));
      T before = residual ? q : bias;
      T next = before == null ? branch : over.add(branch, before);
      variances.add(next);
      maps.add(map(q, branch, next));
    }
  }

  private CovarianceMap<T> map(T q, T branch, T next) {
    T arc = over.divide(branch, next);
    if (residual) {
      return CovarianceMap.residual(over, activation.dual(over, q), arc);
    }
    return bias == null
        ? CovarianceMap.plain(over, activation.dual(over, q))
        : CovarianceMap.biased(over, activation.dual(over, q), arc, over.divide(bias, next));
  }
}
