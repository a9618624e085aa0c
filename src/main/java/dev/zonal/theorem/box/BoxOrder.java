package dev.zonal.theorem.box;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which leaves are written down: by depth, by the ends of intervals, by dimension. */
final class BoxOrder {
  static final Comparator<Leaf> LEAVES =
      Comparator.comparing((Leaf leaf) -> leaf.box().families(), BoxOrder::compare)
          .thenComparing(Leaf::dimension);

  static final Comparator<BoxProof.Open> LEFT =
      Comparator.comparing((BoxProof.Open left) -> left.box().families(), BoxOrder::compare)
          .thenComparing(BoxProof.Open::dimension);

  private static final Comparator<IntervalFamily> UPPER =
      Comparator.comparing(
          family -> upper(family).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));

  private BoxOrder() {}

  private static int compare(List<IntervalFamily> one, List<IntervalFamily> two) {
    for (int i = 0; i < one.size(); i++) {
      int order = compare(one.get(i), two.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(IntervalFamily one, IntervalFamily two) {
    int byDepth = Integer.compare(one.least(), two.least());
    if (byDepth != 0) {
      return byDepth;
    }
    int byLower = lower(one).compareTo(lower(two));
    return byLower != 0 ? byLower : UPPER.compare(one, two);
  }

  private static Rational lower(IntervalFamily family) {
    return family.interval().map(Bounds::lower).orElse(Rational.ZERO);
  }

  /** 0 without an interval; infinity is the greatest. */
  private static Optional<Rational> upper(IntervalFamily family) {
    return family.interval().map(Bounds::end).orElse(Optional.of(Rational.ZERO));
  }
}
