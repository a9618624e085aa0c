package dev.zonal.theorem.family;

import dev.zonal.context.Context;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.SeriesSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That infinitely many even and infinitely many odd coefficients of the kernels of a network are
 * positive, for every depth of a range: for some depths layer by layer, and from one on by
 * induction (docs/theory.md, Theorem 27.2).
 *
 * @param lines the power series that are met
 * @param depths the lines of the kernels of single depths
 * @param induction for the depths beyond these
 */
public record StructureProof(
    List<Line> lines, SortedMap<Integer, Integer> depths, Optional<Induction> induction) {
  /** More layers than any of the networks needs before an induction begins. */
  private static final int MOST_LAYERS = 32;

  /**
   * What is true of the state behind a number of layers, and passes from a layer to the next.
   *
   * @param from that number
   * @param state the lines of the state behind so many layers
   * @param assumed the lines of the state that a layer is given
   * @param next the lines of the state that it hands on
   * @param kernel the line of the kernel without further layers, on the same assumptions
   */
  public record Induction(
      int from, List<Integer> state, List<Integer> assumed, List<Integer> next, int kernel) {}

  /**
   * Tries to prove it.
   *
   * @param recursion one whose layers all take the same step
   * @param least the least depth
   * @param greatest the greatest depth, empty if there is none
   */
  static Optional<StructureProof> of(LayerRecursion recursion, int least, OptionalInt greatest) {
    Lines lines = new Lines();
    SeriesSteps<Integer> steps = recursion.series(lines);
    SortedMap<Integer, Integer> depths = new TreeMap<>();
    List<Integer> state = steps.first();
    for (int l = 0; l <= least + MOST_LAYERS; l++) {
      Context.checkpoint();
      List<Amounts> known = state.stream().map(lines::amounts).toList();
      if (isPassedOn(recursion, known)) {
        Induction induction = induction(steps, lines, l, state);
        return Optional.of(new StructureProof(lines.all(), depths, Optional.of(induction)));
      }
      if (l >= least) {
        int kernel = steps.kernel(state);
        if (!lines.amounts(kernel).areInfinite()) {
          return Optional.empty();
        }
        depths.put(l, kernel);
      }
      if (greatest.isPresent() && greatest.getAsInt() == l) {
        return Optional.of(new StructureProof(lines.all(), depths, Optional.empty()));
      }
      state = steps.next(l + 1, state);
    }
    return Optional.empty();
  }

  /** Whether what is known of a state is known of the next one as well, and proves the kernel. */
  private static boolean isPassedOn(LayerRecursion recursion, List<Amounts> known) {
    Lines lines = new Lines();
    SeriesSteps<Integer> steps = recursion.series(lines);
    List<Integer> assumed = assume(lines, known);
    if (!lines.amounts(steps.kernel(assumed)).areInfinite()) {
      return false;
    }
    List<Integer> next = steps.next(1, assumed);
    for (int i = 0; i < known.size(); i++) {
      if (!lines.amounts(next.get(i)).imply(known.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> assume(Lines lines, List<Amounts> known) {
    List<Integer> assumed = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      assumed.add(lines.assume(i + 1, known.get(i)));
    }
    return assumed;
  }

  private static Induction induction(
      SeriesSteps<Integer> steps, Lines lines, int from, List<Integer> state) {
    List<Integer> assumed = assume(lines, state.stream().map(lines::amounts).toList());
    List<Integer> next = steps.next(from + 1, assumed);
    return new Induction(from, state, assumed, next, steps.kernel(assumed));
  }
}
