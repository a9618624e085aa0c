package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.data.pair.Proportion;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.GaussianPair;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.recurrent.HiddenState;
import java.util.ArrayList;
import java.util.List;

/**
 * Two sequences in a recurrent network, the step t + a of the one against the step t + b of the
 * other, a or b zero (docs/theory.md, Section 20.2).
 *
 * @param <T> the numbers
 */
final class AlignedStates<T> {
  private final Arithmetic<T> over;
  private final RecurrentNetwork network;
  private final States<T> first;
  private final States<T> second;
  private final int firstOffset;
  private final int secondOffset;
  private final boolean tangent;

  /**
   * One place.
   *
   * @param outputs how the outputs of the units are related
   * @param value E phi phi
   * @param slope E phi' phi'; null where no tangent kernel is wanted
   * @param tangent of the pre-activations; likewise
   */
  private record Pair<T>(Proportion outputs, T value, T slope, T tangent) {}

  private AlignedStates(
      Arithmetic<T> over,
      RecurrentNetwork network,
      States<T> first,
      States<T> second,
      int lag,
      boolean tangent) {
    this.over = over;
    this.network = network;
    this.first = first;
    this.second = second;
    this.firstOffset = Math.max(lag, 0);
    this.secondOffset = Math.max(-lag, 0);
    this.tangent = tangent;
  }

  /**
   * The kernel, but for sv2, of the sequences up to the steps t + a and t + b, for t from 1 on.
   *
   * @param lag a - b
   * @param same whether the two are one sequence
   */
  static <T> List<T> kernels(
      Arithmetic<T> over,
      RecurrentNetwork network,
      States<T> first,
      States<T> second,
      int lag,
      boolean same,
      boolean tangent) {
    return same && lag == 0
        ? ofOne(over, network, first, tangent)
        : new AlignedStates<>(over, network, first, second, lag, tangent).kernels();
  }

  private static <T> List<T> ofOne(
      Arithmetic<T> over, RecurrentNetwork network, States<T> states, boolean tangent) {
    List<T> kernels = new ArrayList<>();
    for (int t = 1; t <= states.length(); t++) {
      States.State<T> last = states.at(network.layers(), t);
      kernels.add(
          tangent
              ? over.add(last.moment(), over.multiply(last.slope(), last.tangent()))
              : last.moment());
    }
    return kernels;
  }

  private List<T> kernels() {
    int steps = Math.min(first.length() - firstOffset, second.length() - secondOffset);
    List<T> kernels = new ArrayList<>();
    List<Pair<T>> before = List.of();
    for (int t = 1; t <= steps; t++) {
      Context.checkpoint();
      List<Pair<T>> now = new ArrayList<>();
      for (int layer = 1; layer <= network.layers(); layer++) {
        now.add(
            pair(
                layer,
                t,
                t > 1 ? before.get(layer - 1) : null,
                layer > 1 ? now.get(layer - 2) : null));
      }
      Pair<T> last = now.get(network.layers() - 1);
      kernels.add(
          tangent
              ? over.add(last.value(), over.multiply(last.slope(), last.tangent()))
              : last.value());
      before = now;
    }
    return kernels;
  }

  /**
   * @param earlier the same layer one step before, null at the first step
   * @param below the layer below, null for the first
   */
  private Pair<T> pair(int layer, int t, Pair<T> earlier, Pair<T> below) {
    Rational sw2 = network.recurrent();
    Rational su2 = network.input();
    int s = t + firstOffset;
    int r = t + secondOffset;
    MovingSequence<T> x = first.input();
    MovingSequence<T> z = second.input();
    Proportion inputs = network.bias().isZero() ? Proportion.NOTHING : Proportion.EQUAL;
    if (!sw2.isZero()) {
      inputs = inputs.and(earlier == null ? atStart(layer) : earlier.outputs());
    }
    if (!su2.isZero()) {
      inputs = inputs.and(below == null ? Proportion.of(x.at(s), z.at(r)) : below.outputs());
    }
    T covariance =
        below == null
            ? x.product(over, s, z, r, su2.divide(x.sequence().dimension()))
            : over.scale(below.value(), su2);
    covariance = over.add(covariance, over.of(network.bias()));
    covariance =
        over.add(
            covariance,
            earlier == null ? over.of(initialCovariance()) : over.scale(earlier.value(), sw2));
    T sum = null;
    if (tangent) {
      sum = covariance;
      if (earlier != null) {
        sum = over.add(sum, over.scale(over.multiply(earlier.slope(), earlier.tangent()), sw2));
      }
      if (below != null) {
        sum = over.add(sum, over.scale(over.multiply(below.slope(), below.tangent()), su2));
      }
    }
    return dual(inputs, first.at(layer, s), second.at(layer, r), covariance, sum, s, r);
  }

  private Rational initialCovariance() {
    boolean shared = network.hidden() == HiddenState.SHARED && firstOffset == secondOffset;
    return shared ? network.initialVariance() : Rational.ZERO;
  }

  /** How what the units say before the first of the common steps is related. */
  private Proportion atStart(int layer) {
    if (first.isSilent(layer, firstOffset) && second.isSilent(layer, secondOffset)) {
      return Proportion.NOTHING;
    }
    return initialCovariance().isZero() ? Proportion.OTHER : Proportion.EQUAL;
  }

  private Pair<T> dual(
      Proportion inputs, States.State<T> a, States.State<T> b, T covariance, T sum, int s, int r) {
    Activation phi = network.activation();
    if (a.isZero() || b.isZero()) {
      T zero = over.of(0);
      return new Pair<>(
          a.isZero() && b.isZero() ? Proportion.NOTHING : Proportion.OTHER, zero, zero, sum);
    }
    Proportion outputs = inputs.through(phi);
    if (isIdentity(phi)) {
      return new Pair<>(outputs, covariance, over.of(1), sum);
    }
    boolean moves = first.input().movesBy(s) || second.input().movesBy(r);
    if (inputs.isProportional() && outputs.isProportional() && !moves) {
      T value = over.scale(a.moment(), outputs.factor());
      T slope = tangent ? over.scale(a.slope(), outputs.factor().divide(inputs.factor())) : null;
      return new Pair<>(outputs, value, slope, sum);
    }
    GaussianPair<T> pair = gaussian(inputs, a, b, covariance, moves);
    T value = phi.covariance(over, pair);
    return new Pair<>(outputs, value, tangent ? phi.derivative(over, pair) : null, sum);
  }

  private static boolean isIdentity(Activation phi) {
    return phi instanceof HomogeneousActivation h && h.degree() == 1 && h.weights().arc().isZero();
  }

  private GaussianPair<T> gaussian(
      Proportion inputs, States.State<T> a, States.State<T> b, T covariance, boolean moves) {
    boolean isSmooth = network.activation().homogeneity().isEmpty();
    if (!inputs.isProportional() || (moves && isSmooth)) {
      return GaussianPair.of(over, a.variance(), b.variance(), covariance);
    }
    if (moves && !inputs.lone()) {
      throw new DomainException(
          "two sequences are parallel at a step, where the units of act="
              + network.activation()
              + " have no derivative that is certified");
    }
    Rational sign = Rational.of(inputs.factor().signum());
    return GaussianPair.of(over, a.variance(), b.variance(), ChordAngle.ofCosine(over, sign));
  }
}
