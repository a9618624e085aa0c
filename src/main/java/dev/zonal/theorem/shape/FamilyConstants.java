package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.ResidualTangentRecursion;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.kernel.specification.ParameterFamily.Values;
import dev.zonal.spectrum.value.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The limits of k^d eta_k of all kernels of a family of ReLU networks, of two layers at least: they
 * are positive, and what their infimum and supremum are follows from where they increase with the
 * weights and with the depth (docs/theory.md, Theorem 27.5).
 *
 * @param family residual tangent kernels without biases whose branch weights are free, or fully
 *     connected ones with trained biases
 * @param dimension d, at least 2
 */
public record FamilyConstants(ParameterFamily family, int dimension) {
  private static final String BETA = "beta";

  private static final String ALPHA = "alpha";
  private static final String RESIDUAL = "resntk";

  /**
   * Where a constant is least or largest: (g_d/2 pi) (sum + factor P_L), P_L the product of
   * kappa_0(u_j), j = 1..L-1, of the fully connected network, u_j what j layers make of the
   * antipode.
   *
   * @param depth L; empty if it grows without end
   * @param weight the weight there, in words; empty if there is none
   * @param sum empty if it grows without end
   * @param isAttained whether there is a member with this constant
   */
  public record End(
      OptionalInt depth,
      String weight,
      Optional<Rational> sum,
      Rational factor,
      boolean isAttained) {
    /** The place in words. */
    public String place() {
      String layers = depth.isPresent() ? "L = " + depth.getAsInt() : "L -> infinity";
      return layers + (weight.isEmpty() ? "" : ", " + weight) + (isAttained ? ", attained" : "");
    }
  }

  /** The infimum and the supremum along one parity. */
  public record Ends(End infimum, End supremum) {}

  /**
   * @throws KernelSpecificationException if the theorem is not about the family; the message is one
   *     line
   */
  public FamilyConstants {
    boolean isResidual = family.name().equals(RESIDUAL);
    require(
        isResidual || family.name().equals("fcntk"),
        "the constants of resntk and fcntk are known for all weights, those of %s are not"
            .formatted(family.name()));
    require(
        family.least() >= 2, "L must be 2 or more: one layer without biases has no odd constant");
    if (isResidual) {
      boolean isRectified =
          family.cases().stream()
              .map(part -> part.kernel().recursion())
              .allMatch(r -> r instanceof ResidualTangentRecursion blocks && blocks.isRectified());
      require(isRectified, "the blocks must have ReLUs and no biases: give tau=0");
      boolean isFree = family.free().containsKey(ALPHA) || family.free().containsKey("sw2");
      require(isFree, "alpha or sw2 must be free, as in alpha=positive");
    } else {
      boolean isTrained = !family.given().getOrDefault("bias", "trained").equals("propagated");
      require(isTrained, "biases that propagate have other constants: bias must be trained");
    }
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new KernelSpecificationException(reason);
    }
  }

  private boolean isFullyConnected() {
    return !family.name().equals(RESIDUAL);
  }

  private boolean trainsAll() {
    return family.given().getOrDefault("train", "blocks").equals("all");
  }

  private OptionalInt least() {
    return OptionalInt.of(family.least());
  }

  /** The infimum and supremum of the limits along a parity. */
  public Ends of(Parity parity) {
    int sign = parity == Parity.EVEN ? 1 : -1;
    return isFullyConnected() ? fullyConnected(sign) : residual(sign);
  }

  private Ends residual(int sign) {
    String weight = family.free().containsKey(ALPHA) ? ALPHA : "sw2";
    String none = weight + " -> 0";
    End supremum = large(family.greatest(), sign, weight + " -> infinity", false);
    if (trainsAll()) {
      End zero = new End(least(), none, Optional.of(Rational.ZERO), Rational.ZERO, false);
      return new Ends(zero, supremum);
    }
    OptionalInt depth = sign > 0 ? family.greatest() : least();
    Rational share = depth.isPresent() ? Rational.of(sign, depth.getAsInt()) : Rational.ZERO;
    Optional<Rational> sum = Optional.of(Rational.ONE.add(share));
    return new Ends(new End(depth, none, sum, Rational.ZERO, false), supremum);
  }

  /** L +- P_L/L where blocks are trained, and L +- 2 P_L/(L+1) elsewhere. */
  private End large(OptionalInt depth, int sign, String weight, boolean isAttained) {
    if (depth.isEmpty()) {
      return new End(depth, weight, Optional.empty(), Rational.ZERO, false);
    }
    int layers = depth.getAsInt();
    boolean ofBlocks = !isFullyConnected() && !trainsAll();
    Rational factor = ofBlocks ? Rational.of(sign, layers) : Rational.of(2L * sign, layers + 1L);
    return new End(depth, weight, Optional.of(Rational.of(layers)), factor, isAttained);
  }

  /** The even ones fall with beta, the odd ones grow. */
  private Ends fullyConnected(int sign) {
    Values values = family.free().get(BETA);
    if (values == null) {
      Rational square = beta().multiply(beta());
      Rational lambda = Rational.ONE.subtract(square).divide(Rational.ONE.add(square));
      return new Ends(scaled(least(), sign, lambda), scaled(family.greatest(), sign, lambda));
    }
    boolean isAttained = values == Values.ANY;
    String none = isAttained ? "beta = 0" : "beta -> 0";
    String large = "beta -> infinity";
    return sign > 0
        ? new Ends(
            large(least(), -sign, large, false), large(family.greatest(), sign, none, isAttained))
        : new Ends(
            large(least(), sign, none, isAttained), large(family.greatest(), -sign, large, false));
  }

  /** The one that is given. */
  private Rational beta() {
    List<Rational> found = new ArrayList<>();
    family
        .cases()
        .get(0)
        .kernel()
        .withParameters(
            (key, value) -> {
              found.add((Rational) value);
              return value;
            });
    return found.get(0);
  }

  private End scaled(OptionalInt depth, int sign, Rational lambda) {
    End end = large(depth, sign, "", depth.isPresent());
    return new End(end.depth(), "", end.sum(), end.factor().multiply(lambda), end.isAttained());
  }

  /** The number at an end; empty for infinity. */
  public <T> Optional<T> value(Arithmetic<T> over, End end) {
    if (end.sum().isEmpty()) {
      return Optional.empty();
    }
    T sum = over.of(end.sum().get());
    if (end.factor().signum() != 0) {
      sum = over.add(sum, over.scale(product(over, end.depth().getAsInt()), end.factor()));
    }
    T twice = over.multiply(sum, ResidualDecayConstant.geometry(over, dimension));
    return Optional.of(over.divide(over.scale(twice, Rational.of(1, 2)), over.pi()));
  }

  /** P_L. */
  private static <T> T product(Arithmetic<T> over, int depth) {
    CovarianceMap<T> map = new FullyConnectedTangentKernel(depth).layer().over(over).layer(1);
    Angle<T> angle = ChordAngle.ofAntipodalChord(over, over.of(0));
    T product = over.of(1);
    for (int j = 1; j < depth; j++) {
      Context.checkpoint();
      angle = map.next(angle);
      product = over.multiply(product, map.slope(angle));
    }
    return product;
  }
}
