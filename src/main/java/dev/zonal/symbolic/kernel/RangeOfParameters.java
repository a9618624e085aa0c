package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Where a kernel with names for parameters is defined: variances of exponentials behind a few
 * layers leave the numbers that there are unless the parameters are small.
 */
final class RangeOfParameters {
  private static final String DEPTH = "L";
  private static final Rational HALF = Rational.of(1, 2);
  private static final int MOST_HALVINGS = 40;

  private RangeOfParameters() {}

  /**
   * The point, or so small a part of it that there is such a kernel; the depth L is kept.
   *
   * @param kernel makes the kernel, and throws {@link KernelSpecificationException} if there is none
   */
  static Map<String, Rational> shrunk(
      Map<String, Rational> point, Consumer<Map<String, Rational>> kernel) {
    Map<String, Rational> shrunk = new TreeMap<>(point);
    for (int i = 0; i < MOST_HALVINGS && !isDefined(shrunk, kernel); i++) {
      shrunk.replaceAll((name, value) -> name.equals(DEPTH) ? value : value.multiply(HALF));
    }
    return shrunk;
  }

  private static boolean isDefined(
      Map<String, Rational> point, Consumer<Map<String, Rational>> kernel) {
    try {
      kernel.accept(point);
      return true;
    } catch (KernelSpecificationException outOfRange) {
      return false;
    }
  }
}
