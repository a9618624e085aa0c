package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.activation.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * One sequence in a recurrent network: at each place the variance of the pre-activation, what the
 * activation makes of it, and the tangent kernel of the sequence with itself (docs/theory.md,
 * Section 20.2).
 *
 * @param <T> the numbers
 */
final class States<T> {
  private final Arithmetic<T> over;
  private final RecurrentNetwork network;
  private final MovingSequence<T> input;
  private final boolean tangent;

  /** By time, then by layer. */
  private final List<List<State<T>>> states = new ArrayList<>();

  /**
   * One place.
   *
   * @param isZero whether the pre-activation is zero
   * @param variance of the pre-activation
   * @param moment E phi^2
   * @param slope E phi'^2; null where no tangent kernel is wanted
   * @param tangent likewise
   */
  record State<T>(boolean isZero, T variance, T moment, T slope, T tangent) {}

  /**
   * @throws DomainException if a pre-activation is zero and its units are not, or is zero where it
   *     has a derivative
   */
  States(Arithmetic<T> over, RecurrentNetwork network, MovingSequence<T> input, boolean tangent) {
    this.over = over;
    this.network = network;
    this.input = input;
    this.tangent = tangent;
    for (int t = 1; t <= input.length(); t++) {
      Context.checkpoint();
      List<State<T>> now = new ArrayList<>();
      states.add(now);
      for (int layer = 1; layer <= network.layers(); layer++) {
        now.add(state(layer, t));
      }
    }
  }

  MovingSequence<T> input() {
    return input;
  }

  int length() {
    return input.length();
  }

  /**
   * The state at a place.
   *
   * @param layer from 1
   * @param t from 1
   */
  State<T> at(int layer, int t) {
    return states.get(t - 1).get(layer - 1);
  }

  /** Whether what the units of a layer say at a time is zero; the time 0 is before the first. */
  boolean isSilent(int layer, int t) {
    return t == 0 ? network.initialVariance().isZero() : at(layer, t).isZero();
  }

  private State<T> state(int layer, int t) {
    Rational sw2 = network.recurrent();
    Rational su2 = network.input();
    boolean isZero =
        network.bias().isZero()
            && (sw2.isZero() || isSilent(layer, t - 1))
            && (su2.isZero() || (layer == 1 ? input.at(t).isZero() : isSilent(layer - 1, t)));
    if (isZero) {
      return zero(layer, t);
    }
    T variance =
        layer == 1
            ? input.product(over, t, input, t, su2.divide(input.sequence().dimension()))
            : over.scale(at(layer - 1, t).moment(), su2);
    variance = over.add(variance, over.of(network.bias()));
    variance =
        over.add(
            variance,
            t == 1
                ? over.of(network.initialVariance())
                : over.scale(at(layer, t - 1).moment(), sw2));
    Activation phi = network.activation();
    T moment = phi.variance(over, variance);
    return tangent
        ? new State<>(
            false,
            variance,
            moment,
            phi.derivativeVariance(over, variance),
            tangent(layer, t, variance))
        : new State<>(false, variance, moment, null, null);
  }

  private T tangent(int layer, int t, T variance) {
    T sum = variance;
    if (t > 1) {
      sum = over.add(sum, over.scale(carried(at(layer, t - 1)), network.recurrent()));
    }
    if (layer > 1) {
      sum = over.add(sum, over.scale(carried(at(layer - 1, t)), network.input()));
    }
    return sum;
  }

  private T carried(State<T> from) {
    return over.multiply(from.slope(), from.tangent());
  }

  /** By convention; every factor that it is multiplied by is zero (docs/theory.md, Lemma 20.1). */
  private State<T> zero(int layer, int t) {
    if (!network.activation().vanishesAtZero()) {
      throw new DomainException(
          "the units of act=%s see nothing at step %s of layer %s and do not vanish at 0: sb2 must"
                  .formatted(network.activation(), t, layer)
              + " be positive");
    }
    if (t == input.step()) {
      throw new DomainException("step " + t + " is the zero vector, where there is no derivative");
    }
    T zero = over.of(0);
    return new State<>(true, zero, zero, zero, zero);
  }
}
