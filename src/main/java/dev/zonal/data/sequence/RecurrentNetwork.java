package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.recurrent.HiddenState;

/**
 * A recurrent network of infinite width (docs/theory.md, Section 20.1): with h = phi(g) and h^(0,t)
 * the step t of a sequence in R^m,
 *
 * <pre>
 *   g^(l,t) = sw W^(l) h^(l,t-1) + su U^(l) h^(l-1,t) + sb b^(l),
 * </pre>
 *
 * <p>the weights of variance 1 over the number of their inputs, the same at all times.
 *
 * @param activation phi
 * @param layers L, from 1
 * @param recurrent sw2, the variance of the weights from step to step
 * @param input su2, that of the weights from layer to layer
 * @param bias sb2
 * @param output sv2, that of the read-out, positive
 * @param state sh2, the variance of what the units say before the first step
 * @param hidden where that comes from
 */
public record RecurrentNetwork(
    Activation activation,
    int layers,
    Rational recurrent,
    Rational input,
    Rational bias,
    Rational output,
    Rational state,
    HiddenState hidden) {
  /**
   * @throws KernelSpecificationException if a number is out of its range
   */
  public RecurrentNetwork {
    Range.DEPTH.check("L", layers);
    Range.NON_NEGATIVE.check("sw2", recurrent);
    Range.NON_NEGATIVE.check("su2", input);
    Range.NON_NEGATIVE.check("sb2", bias);
    Range.POSITIVE.check("sv2", output);
    Range.NON_NEGATIVE.check("sh2", state);
    if (hidden == HiddenState.ZERO && !state.isZero()) {
      throw new KernelSpecificationException(
          "sh2=" + state + ": a hidden state that is zero has no variance");
    }
  }

  /** What the state before the first step adds to the variance there. */
  Rational initialVariance() {
    return recurrent.multiply(state);
  }

  /** Whether equal sequences have a state in common that others do not share. */
  boolean hasOwnStates() {
    return hidden == HiddenState.INDEPENDENT && initialVariance().signum() > 0;
  }

  /** As in {@code act=erf,L=1,sw2=2,su2=1,sb2=0,sv2=1,sh2=0,hidden=independent}. */
  @Override
  public String toString() {
    return "act=%s,L=%s,sw2=%s,su2=%s,sb2=%s,sv2=%s,sh2=%s,hidden=%s"
        .formatted(activation, layers, recurrent, input, bias, output, state, hidden);
  }
}
