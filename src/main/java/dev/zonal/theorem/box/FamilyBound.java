package dev.zonal.theorem.box;

import dev.zonal.theorem.certificate.Interval;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The least or the greatest value that a constant of a statement takes over a family
 * (docs/theory.md, Theorem 28.7).
 *
 * @param constant its name
 * @param isLeast whether it is the infimum over the family
 * @param lower a lower bound of that
 * @param upper an upper bound
 * @param places the leaves in which it is attained or approached, the most extreme first
 */
public record FamilyBound(
    String constant, boolean isLeast, BigDecimal lower, BigDecimal upper, List<Leaf> places) {
  static FamilyBound of(String constant, boolean isLeast, List<Leaf> leaves) {
    Function<Leaf, Interval> at = leaf -> leaf.constants().get(constant);
    List<Leaf> all = leaves.stream().filter(leaf -> at.apply(leaf) != null).toList();
    Comparator<Leaf> outermost =
        isLeast
            ? Comparator.comparing((Leaf leaf) -> at.apply(leaf).lower())
            : Comparator.comparing((Leaf leaf) -> at.apply(leaf).upper()).reversed();
    if (isLeast) {
      BigDecimal most =
          all.stream().map(leaf -> at.apply(leaf).upper()).min(BigDecimal::compareTo).orElseThrow();
      List<Leaf> places =
          all.stream()
              .filter(leaf -> at.apply(leaf).lower().compareTo(most) <= 0)
              .sorted(outermost)
              .toList();
      return new FamilyBound(constant, true, at.apply(places.get(0)).lower(), most, places);
    }
    BigDecimal least =
        all.stream().map(leaf -> at.apply(leaf).lower()).max(BigDecimal::compareTo).orElseThrow();
    List<Leaf> places =
        all.stream()
            .filter(leaf -> at.apply(leaf).upper().compareTo(least) >= 0)
            .sorted(outermost)
            .toList();
    return new FamilyBound(constant, false, least, at.apply(places.get(0)).upper(), places);
  }

  /** How far apart the bounds are, relatively. */
  double width() {
    double size = Math.max(Math.abs(lower.doubleValue()), Math.abs(upper.doubleValue()));
    return size == 0 ? 0 : upper.subtract(lower).doubleValue() / size;
  }
}
