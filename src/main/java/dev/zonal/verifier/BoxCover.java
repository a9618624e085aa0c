package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether boxes with rational ends cover a box, exactly (docs/theory.md, section 28.2): a box that
 * is part of one of them is covered; otherwise a face of one cuts it into two.
 */
final class BoxCover {
  private BoxCover() {}

  /**
   * A part of the box that no other covers; empty if all of it is covered.
   *
   * @param box an interval for each parameter; none for a single kernel, which any box covers
   * @param others with intervals for the same parameters, in this order
   */
  static Optional<List<Bounds>> gap(List<Bounds> box, List<List<Bounds>> others) {
    List<List<Bounds>> near = others.stream().filter(other -> meets(box, other)).toList();
    for (List<Bounds> other : near) {
      if (isWithin(box, other)) {
        return Optional.empty();
      }
    }
    if (near.isEmpty()) {
      return Optional.of(box);
    }
    // It meets the inside of the box and is not all of it: one of its faces cuts the box.
    List<Bounds> cutting = near.get(0);
    for (int i = 0; i < box.size(); i++) {
      for (Rational at : cutting.get(i).ends()) {
        Bounds side = box.get(i);
        if (side.hasInside(at)) {
          Optional<List<Bounds>> below = gap(with(box, i, side.below(at)), near);
          return below.isPresent() ? below : gap(with(box, i, side.above(at)), near);
        }
      }
    }
    throw new IllegalStateException("a box that is neither covered nor cut");
  }

  private static List<Bounds> with(List<Bounds> box, int index, Bounds side) {
    List<Bounds> changed = new ArrayList<>(box);
    changed.set(index, side);
    return changed;
  }

  /** Whether they have inner points in common. */
  private static boolean meets(List<Bounds> box, List<Bounds> other) {
    return IntStream.range(0, box.size()).allMatch(i -> box.get(i).meets(other.get(i)));
  }

  private static boolean isWithin(List<Bounds> box, List<Bounds> other) {
    return IntStream.range(0, box.size()).allMatch(i -> box.get(i).isWithin(other.get(i)));
  }
}
