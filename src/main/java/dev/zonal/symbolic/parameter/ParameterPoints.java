package dev.zonal.symbolic.parameter;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.WrittenKernel;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random numbers for the names of the formulas of a kernel, and what its parameters may be. */
final class ParameterPoints {
  private static final int DEEPEST = 12;
  private static final int LARGEST_K = 24;
  private static final int DIMENSIONS = 10;
  private static final int LARGEST_ANGLE = 3;

  /** So close to its limit a parameter must be allowed. */
  private static final Rational CLOSE = Rational.of(1, 1 << 20);

  private final String specification;
  private final WrittenKernel kernel;

  ParameterPoints(String specification) {
    this.specification = specification.replace(" ", "");
    this.kernel = new WrittenKernel(this.specification);
  }

  /** A number for every name. */
  Map<String, Rational> at(SplittableRandom random) {
    Map<String, Rational> point = new TreeMap<>(kernel.point(random, DEEPEST));
    int least =
        kernel.at(point).structure() instanceof Structure.ChordPower power
            ? ChordPowerSpectrum.leastDimension(power.exponent())
            : 2;
    point.put("u", Verification.cosine(random));
    point.put("theta", Verification.positive(random, LARGEST_ANGLE));
    point.put("k", Rational.of(random.nextInt(LARGEST_K)));
    point.put("d", Rational.of(least + random.nextInt(DIMENSIONS)));
    return point;
  }

  /**
   * Refuses a parameter that the specification does not name, and places that are not at the limit
   * of those it may have.
   */
  void requireParameter(Variation variation) {
    Map<String, Rational> point = new TreeMap<>(kernel.point(new SplittableRandom(0), DEEPEST));
    point.remove("L");
    String names = point.isEmpty() ? "it has none" : "it has " + String.join(", ", point.keySet());
    if (!point.containsKey(variation.parameter())) {
      throw new UnsupportedExpressionException(
          "%s has no parameter with the name %s; %s"
              .formatted(specification, variation.parameter(), names));
    }
    if (variation.isDerivative()) {
      return;
    }
    Map<String, Rational> near = new TreeMap<>(kernel.point(new SplittableRandom(0), DEEPEST));
    near.put(variation.parameter(), variation.near(CLOSE));
    try {
      kernel.at(near);
    } catch (KernelSpecificationException e) {
      throw new UnsupportedExpressionException(
          "%s: there is no such kernel for %s close to %s"
              .formatted(specification, variation.parameter(), variation.place()));
    }
  }
}
