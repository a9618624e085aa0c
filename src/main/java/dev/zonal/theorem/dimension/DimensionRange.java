package dev.zonal.theorem.dimension;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.Verdict;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The statement that on the spheres of all dimensions of a range the eigenvalues of a kernel are
 * positive, or that none is negative. What is proven in a dimension is true in all below it, what
 * is refuted is false in all above it (docs/theory.md, Theorem 29.7), so that one proof in the
 * greatest dimension is enough, and where that fails a bisection finds where it ends.
 *
 * @param kernel continuous, and the same function of u on every sphere
 * @param least the least dimension
 * @param greatest the greatest dimension
 * @param tried what came of the attempts, by dimension
 */
public record DimensionRange(
    Kernel kernel, int least, int greatest, SortedMap<Integer, Outcome<?>> tried) {
  public DimensionRange {
    tried = Collections.unmodifiableSortedMap(new TreeMap<>(tried));
  }

  /**
   * Tries to prove the statement.
   *
   * @param least at least 2
   * @param greatest not below that
   * @param attempt to prove it in one dimension
   * @throws KernelSpecificationException if the kernel is another function on every sphere, or is
   *     not continuous
   */
  public static DimensionRange of(
      Kernel kernel, int least, int greatest, IntFunction<Outcome<?>> attempt) {
    requireContinuous(kernel);
    if (least < 2 || greatest < least) {
      throw new IllegalArgumentException("no dimensions from " + least + " to " + greatest);
    }
    Search search = new Search(attempt);
    if (search.verdict(greatest) != Verdict.PROVEN) {
      search.boundary(least, greatest, Verdict.PROVEN);
      search.boundary(least, greatest, Verdict.REFUTED);
    }
    return new DimensionRange(kernel, least, greatest, search.tried);
  }

  private static void requireContinuous(Kernel kernel) {
    Structure structure = kernel.normalForm().structure();
    if (structure instanceof Structure.Spectral) {
      throw new KernelSpecificationException(
          kernel
              + " is given by its eigenvalues and is another function on every sphere:"
              + " a range of dimensions is for one function of u on all of them");
    }
    if (structure instanceof Structure.ChordPower power && power.exponent().signum() < 0) {
      throw new KernelSpecificationException(
          kernel + " is infinite at u = 1: a range of dimensions is for continuous kernels");
    }
  }

  /** The attempts so far. */
  private static final class Search {
    private final IntFunction<Outcome<?>> attempt;
    private final SortedMap<Integer, Outcome<?>> tried = new TreeMap<>();

    Search(IntFunction<Outcome<?>> attempt) {
      this.attempt = attempt;
    }

    Verdict verdict(int dimension) {
      Context.checkpoint();
      return tried.computeIfAbsent(dimension, attempt::apply).verdict();
    }

    /** Halves the dimensions until the last proven one, or the first refuted one, is found. */
    void boundary(int least, int greatest, Verdict sought) {
      boolean isProof = sought == Verdict.PROVEN;
      int below = least - 1;
      int above = greatest + 1;
      while (above - below > 1) {
        int middle = below + (above - below) / 2;
        boolean isBelow = (verdict(middle) == sought) == isProof;
        below = isBelow ? middle : below;
        above = isBelow ? above : middle;
      }
    }
  }

  /** Proven for all of the range, refuted for one of them at least, or neither. */
  public Verdict verdict() {
    return tried.get(greatest()).verdict();
  }

  /** What the whole range is decided by: the attempt in the greatest dimension. */
  public Outcome<?> decisive() {
    return tried.get(greatest());
  }

  /** The statement is proven in every dimension of the range up to this one. */
  public OptionalInt provenTo() {
    return tried.entrySet().stream()
        .filter(entry -> entry.getValue().verdict() == Verdict.PROVEN)
        .mapToInt(Map.Entry::getKey)
        .max();
  }

  /** The statement is refuted in every dimension of the range from this one on. */
  public OptionalInt refutedFrom() {
    return tried.entrySet().stream()
        .filter(entry -> entry.getValue().verdict() == Verdict.REFUTED)
        .mapToInt(Map.Entry::getKey)
        .min();
  }
}
