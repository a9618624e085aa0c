package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.verifier.document.Claims.OfBound;
import dev.zonal.verifier.document.Claims.OfBoxes;
import dev.zonal.verifier.document.Claims.OfLeaf;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import dev.zonal.verifier.document.Interval.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The claims that a statement is true of all members of a family (docs/theory.md, Theorem 28.7):
 * the leaves are boxes of it, they cover it for every depth and dimension, and the constants over
 * all members are those that the leaves give. That each leaf is proved is asked for elsewhere.
 */
record BoxClaims(OfBoxes boxes, Findings findings) {
  /** Whether the leaves are parts of the family that cover it. */
  boolean checkCover() {
    boolean areParts =
        boxes.leaves().stream()
            .allMatch(leaf -> findings.require(isPart(leaf), Hypothesis.BOX_LEAF, where(leaf)));
    if (!areParts) {
      return false;
    }
    boolean isCovered = true;
    for (List<IntervalFamily> depths : choices()) {
      for (int d = boxes.leastDimension(); d <= boxes.greatestDimension(); d++) {
        isCovered &= isCovered(depths, d);
      }
    }
    return isCovered;
  }

  private boolean isPart(OfLeaf leaf) {
    for (int i = 0; i < boxes.families().size(); i++) {
      IntervalFamily family = boxes.families().get(i);
      IntervalFamily part = leaf.families().get(i);
      if (!family.isAlike(part)
          || part.least() < family.least()
          || part.greatest() > family.greatest()) {
        return false;
      }
    }
    return true;
  }

  /** Every choice of a depth of each family. */
  private List<List<IntervalFamily>> choices() {
    List<List<IntervalFamily>> all = List.of(List.of());
    for (IntervalFamily family : boxes.families()) {
      List<List<IntervalFamily>> longer = new ArrayList<>();
      for (List<IntervalFamily> begin : all) {
        for (int depth : family.depths()) {
          List<IntervalFamily> next = new ArrayList<>(begin);
          next.add(family.ofDepth(depth));
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private boolean isCovered(List<IntervalFamily> families, int dimension) {
    List<Integer> depths = families.stream().map(IntervalFamily::least).toList();
    List<List<Bounds>> leaves =
        boxes.leaves().stream()
            .filter(leaf -> leaf.dimension() == dimension)
            .filter(
                leaf -> leaf.families().stream().map(IntervalFamily::least).toList().equals(depths))
            .map(leaf -> bounds(leaf.families()))
            .toList();
    Optional<List<Bounds>> gap = BoxCover.gap(bounds(families), leaves);
    String where = text(families) + ", dimension " + dimension;
    String part =
        gap.stream()
            .flatMap(List::stream)
            .map(bounds -> ", " + bounds.key() + " in " + bounds)
            .collect(Collectors.joining());
    return findings.require(gap.isEmpty(), Hypothesis.BOX_COVER, where + part);
  }

  private static List<Bounds> bounds(Collection<IntervalFamily> families) {
    return families.stream().flatMap(family -> family.interval().stream()).toList();
  }

  private static String text(List<IntervalFamily> families) {
    return families.stream().map(IntervalFamily::toString).collect(Collectors.joining(" "));
  }

  static String where(OfLeaf leaf) {
    return text(leaf.families()) + ", dimension " + leaf.dimension();
  }

  /** The bounds over all members, from the constants of leaves that are found to be true. */
  void checkBounds() {
    Set<String> seen = new TreeSet<>();
    for (OfBound bound : boxes.bounds()) {
      String where = bound.constant() + ", " + (bound.isLeast() ? "least" : "greatest");
      boolean isNew = seen.add(where);
      boolean isKnown =
          boxes.leaves().stream().allMatch(leaf -> leaf.constants().containsKey(bound.constant()));
      if (findings.require(isNew && isKnown, Hypothesis.CONSTANT_NAMES, where)) {
        List<Known> values =
            boxes.leaves().stream()
                .map(leaf -> known(leaf.constants().get(bound.constant())))
                .toList();
        Known extreme = bound.isLeast() ? Known.infimum(values) : Known.supremum(values);
        findings.note(bound.value().holds(extreme), Hypothesis.BOX_BOUND, where);
      }
    }
  }

  private static Known known(Interval interval) {
    return new Known(Rational.of(interval.lower()), Rational.of(interval.upper()));
  }
}
