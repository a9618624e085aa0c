package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recurrent network of infinite width that reads the sequence a_1 x, ..., a_T x, x on the sphere
 * (docs/theory.md, Section 22.1): with h = phi(g), h^(0,t) = a_t x,
 *
 * <pre>
 *   g^(l,t) = sw W^(l) h^(l,t-1) + su U^(l) h^(l-1,t) + sb b^(l),
 * </pre>
 *
 * <p>W, U of variance 1 over the number of their inputs, or over 1 where that is x, the same at all
 * times.
 *
 * @param activation phi
 * @param profile a_1, ..., a_T, not negative and not all 0; 1 to 1000 steps
 * @param layers L, with at most 10000 units (l, t) in all
 * @param recurrent sw2, positive
 * @param input su2, positive
 * @param bias sb2, not negative
 * @param output sv2, the variance of the read-out, positive
 * @param state sh2, the variance of h^(l,0), not negative
 * @param hidden where h^(l,0) comes from
 */
public record RecurrentNetwork(
    Activation activation,
    List<Rational> profile,
    int layers,
    Rational recurrent,
    Rational input,
    Rational bias,
    Rational output,
    Rational state,
    HiddenState hidden) {
  private static final int MOST_UNITS = 10_000;

  /**
   * @throws KernelSpecificationException if a number is out of its range, or the kernel is none of
   *     this kind
   */
  public RecurrentNetwork {
    profile = List.copyOf(profile);
    Range.STEPS.check("T", profile.size());
    Range.DEPTH.check("L", layers);
    Range.POSITIVE.check("sw2", recurrent);
    Range.POSITIVE.check("su2", input);
    Range.NON_NEGATIVE.check("sb2", bias);
    Range.POSITIVE.check("sv2", output);
    Range.NON_NEGATIVE.check("sh2", state);
    for (Rational step : profile) {
      Range.NON_NEGATIVE.check("profile", step);
    }
    if (profile.stream().allMatch(Rational::isZero)) {
      throw new KernelSpecificationException(
          "profile: one step at least must be positive, or the kernel does not depend on u");
    }
    if ((long) layers * profile.size() > MOST_UNITS) {
      throw new KernelSpecificationException(
          "T=%s,L=%s: T times L must be at most %s".formatted(profile.size(), layers, MOST_UNITS));
    }
    requireAngleMap(activation);
    requireVariance(state, hidden);
    if (profile.get(0).isZero() && !(bias.isZero() && state.isZero())) {
      throw new KernelSpecificationException(
          "profile=[0,...]: with biases or a state before it, the first step must be positive");
    }
  }

  private static void requireAngleMap(Activation activation) {
    boolean known =
        activation instanceof HomogeneousActivation phi
            && phi.degree() == 1
            && phi.weights().arc().signum() > 0
            && !phi.isEven();
    if (!known) {
      throw new KernelSpecificationException(
          "act=%s: recurrent networks on the sphere are those of act=relu and of act=leaky with a"
                  .formatted(activation)
              + " slope other than 1 and -1; the spectra of others have no proof here");
    }
  }

  private static void requireVariance(Rational state, HiddenState hidden) {
    if (hidden == HiddenState.ZERO && !state.isZero()) {
      throw new KernelSpecificationException(
          "sh2=" + state + ": a hidden state that is zero has no variance");
    }
  }

  /**
   * Whether each sequence has its own state, so that the kernel is larger where two sequences are
   * the same than next to it (docs/theory.md, Remark 22.7).
   */
  boolean hasOwnStates() {
    return hidden == HiddenState.INDEPENDENT && !state.isZero();
  }

  /** What the units make of the angle, and the variance. */
  HomogeneousActivation phi() {
    return (HomogeneousActivation) activation;
  }

  /** What the state before the first step adds to variances and covariances there. */
  Rational initialCovariance() {
    return recurrent.multiply(state);
  }

  /** Whether something besides the inputs enters the covariances. */
  boolean isBiased() {
    return !bias.isZero() || !state.isZero();
  }

  /** The steps from the first one on that is not 0; without biases nothing happens before. */
  List<Rational> steps() {
    int first = 0;
    while (!isBiased() && profile.get(first).isZero()) {
      first++;
    }
    return profile.subList(first, profile.size());
  }

  /** As in {@code profile=[1,1/2,0],L=2,sw2=1}: what differs from the defaults, and T. */
  @Override
  public String toString() {
    int steps = profile.size();
    StringBuilder text = new StringBuilder();
    if (profile.equals(constant(steps))) {
      text.append("T=").append(steps);
    } else {
      String list = profile.stream().map(Rational::toString).collect(Collectors.joining(","));
      text.append("profile=[").append(list).append(']');
    }
    append(text, "L", Rational.of(layers), Rational.ONE);
    if (!activation.equals(HomogeneousActivation.rectifiedPower(1))) {
      text.append(",act=").append(activation);
    }
    append(text, "sw2", recurrent, Rational.of(2));
    append(text, "su2", input, Rational.ONE);
    append(text, "sb2", bias, Rational.ZERO);
    append(text, "sv2", output, Rational.ONE);
    append(text, "sh2", state, Rational.ZERO);
    if (hidden != HiddenState.INDEPENDENT) {
      text.append(",hidden=").append(hidden);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String key, Rational value, Rational byDefault) {
    if (!value.equals(byDefault)) {
      text.append(',').append(key).append('=').append(value);
    }
  }

  /** The same network with another sequence to read. */
  public RecurrentNetwork reading(List<Rational> other) {
    return new RecurrentNetwork(
        activation, other, layers, recurrent, input, bias, output, state, hidden);
  }

  /** T steps that are all 1. */
  public static List<Rational> constant(int steps) {
    return Collections.nCopies(steps, Rational.ONE);
  }
}
