package dev.zonal.theorem.box;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kernels that a statement is about, one or two, each of one depth and with a parameter in an
 * interval or without.
 */
public record Box(List<IntervalFamily> families) {
  /** A distance of a share from 1 that counts as much as a quotient of 2. */
  private static final double SHARE = 2.5;

  public Box {
    families = List.copyOf(families);
  }

  /** The kernels, with intervals for parameters. */
  List<Kernel> kernels() {
    return families.stream().map(family -> family.kernel(family.least())).toList();
  }

  /** One member. */
  List<Kernel> middle() {
    return families.stream().map(family -> family.middle(family.least())).toList();
  }

  /**
   * The quotient of the ends of an interval, 1 without one; infinite from zero on. Up to infinity
   * what counts is how far the share of the parameter is from 1.
   */
  private static double ratio(IntervalFamily family) {
    return family.interval().map(Box::ratio).orElse(1.0);
  }

  private static double ratio(Bounds bounds) {
    double lower = bounds.lower().doubleValue();
    if (bounds.isBounded()) {
      return lower == 0 ? Double.POSITIVE_INFINITY : bounds.upper().doubleValue() / lower;
    }
    return 1 + SHARE / (1 + lower * lower);
  }

  /** The widest of the intervals, by the quotient of its ends. */
  double ratio() {
    return families.stream().mapToDouble(Box::ratio).max().orElse(1);
  }

  /**
   * The box in two: cut at a power of two of a parameter or half way to the next, where these
   * divide what is computed once, otherwise in the middle of its widest interval.
   *
   * @return empty if no parameter is an interval
   */
  Optional<List<Box>> halves() {
    int widest = -1;
    for (int i = 0; i < families.size(); i++) {
      boolean isInterval = families.get(i).interval().isPresent();
      if (isInterval && (widest < 0 || ratio(families.get(i)) > ratio(families.get(widest)))) {
        widest = i;
      }
    }
    if (widest < 0) {
      return Optional.empty();
    }
    Bounds bounds = families.get(widest).interval().get();
    Rational at = Grid.within(bounds).orElseGet(bounds::middle);
    return Optional.of(List.of(with(widest, bounds.below(at)), with(widest, bounds.above(at))));
  }

  private Box with(int index, Bounds bounds) {
    List<IntervalFamily> changed = new ArrayList<>(families);
    changed.set(index, families.get(index).within(bounds));
    return new Box(changed);
  }

  @Override
  public String toString() {
    return families.stream().map(IntervalFamily::toString).collect(Collectors.joining(" "));
  }

  /** The numbers 2^i and 3 2^i, between which eigenvalues are functions of a parameter. */
  private static final class Grid {
    private Grid() {}

    /**
     * The number strictly between two that is nearest to the geometric middle of an interval; the
     * next power of two below infinity.
     */
    static Optional<Rational> within(Bounds bounds) {
      boolean fromZero = bounds.lower().signum() == 0;
      if (fromZero && bounds.isBounded()) {
        return Optional.empty();
      }
      Rational low = Rational.ONE;
      while (!fromZero && low.compareTo(bounds.lower()) > 0) {
        low = low.divide(2);
      }
      if (!bounds.isBounded()) {
        while (low.compareTo(bounds.lower()) <= 0) {
          low = low.multiply(2);
        }
        return Optional.of(low);
      }
      List<Rational> inside = new ArrayList<>();
      for (; low.compareTo(bounds.upper()) < 0; low = low.multiply(2)) {
        for (Rational at : List.of(low, low.multiply(3).divide(2))) {
          if (bounds.hasInside(at)) {
            inside.add(at);
          }
        }
      }
      return inside.isEmpty() ? Optional.empty() : Optional.of(inside.get(inside.size() / 2));
    }
  }
}
