package dev.zonal.theorem.box;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.specification.IntervalFamily;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The boxes that families are divided into before anything is tried of them. */
final class Division {
  private Division() {}

  /** A box for each choice of depths. */
  static List<Box> boxes(List<IntervalFamily> families) {
    List<List<IntervalFamily>> all = List.of(List.of());
    for (IntervalFamily family : families) {
      List<List<IntervalFamily>> more = new ArrayList<>();
      for (List<IntervalFamily> begin : all) {
        for (int depth : family.depths()) {
          List<IntervalFamily> longer = new ArrayList<>(begin);
          longer.add(family.ofDepth(depth));
          more.add(longer);
        }
      }
      all = more;
    }
    return all.stream().map(Box::new).toList();
  }

  /** Parts that are narrow enough for a first attempt. */
  static List<Box> narrow(Box box) {
    int depth = box.families().stream().mapToInt(IntervalFamily::greatest).max().orElse(0);
    double widest = widest(depth);
    List<Box> narrow = new ArrayList<>();
    Deque<Box> wide = new ArrayDeque<>(List.of(box));
    while (!wide.isEmpty()) {
      Box next = wide.pop();
      boolean fromZero = Double.isInfinite(next.ratio());
      Optional<List<Box>> halves =
          next.ratio() > widest && !fromZero ? next.halves() : Optional.empty();
      if (halves.isEmpty()) {
        narrow.add(next);
      } else {
        wide.push(halves.get().get(1));
        wide.push(halves.get().get(0));
      }
    }
    return narrow;
  }

  /**
   * Boxes that share what is computed of a cell of the parameter, one after the other; different
   * ones have nothing in common. Two parameters share more than one thing: there all are one group.
   */
  static Collection<List<Box>> inCells(List<Box> boxes) {
    return boxes.stream()
        .collect(Collectors.groupingBy(Division::cell, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static Optional<Kernel> cell(Box box) {
    List<KernelBox> intervals =
        box.kernels().stream().flatMap(kernel -> KernelBox.of(kernel).stream()).toList();
    return intervals.size() == 1 ? Optional.of(intervals.get(0).cell().kernel()) : Optional.empty();
  }

  /** The quotient of the ends of a parameter of networks of a depth that are proved at once. */
  static double widest(int depth) {
    return 1 + 0.8 / (depth + 2);
  }
}
