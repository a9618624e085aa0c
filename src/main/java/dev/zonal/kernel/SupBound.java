package dev.zonal.kernel;

import dev.zonal.arithmetic.ComplexDisc;
import dev.zonal.arithmetic.ComplexJet;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.JetArithmetic;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * What is certified about the profile of a kernel on a region: that it is holomorphic in a
 * neighbourhood of the region and bounded there in modulus, or else why nothing is (docs/theory.md,
 * Corollary 6.3).
 *
 * @param bound an upper bound of |f| on the region, within a factor of two or so of the smallest;
 *     empty if the region is refused
 * @param refusal why and where the certification failed; empty if it did not
 */
public record SupBound(OptionalDouble bound, String refusal) {

  /**
   * How far an upper bound may exceed a value that is attained, if the boundary can be cut finely
   * enough.
   */
  private static final double SLACK = 1.5;

  /** The boundary is first cut into this many pieces per side. */
  private static final int PIECES = 4;

  /** The smallest piece, as a part of a side. */
  private static final double SMALLEST = 0x1p-11;

  /** Certifies holomorphy and bounds |f| by the maximum principle. */
  public static SupBound of(Kernel kernel, Region region) {
    return new Cover(kernel, region, SLACK).bound();
  }

  /** Certifies holomorphy only; the bound is valid but may be far too large. */
  static SupBound rough(Kernel kernel, Region region) {
    return new Cover(kernel, region, Double.POSITIVE_INFINITY).bound();
  }

  /** Whether the profile is certified to be holomorphic on the region. */
  public boolean isCertified() {
    return bound.isPresent();
  }

  /** A part of the boundary on which |f| is at most {@code bound}. */
  private record Piece(double from, double to, double bound) {
    double length() {
      return to - from;
    }
  }

  /** A cover of the upper half of the boundary by discs, refined where it has to be. */
  private static final class Cover {
    private final Kernel kernel;
    private final Region region;
    private final double slack;
    private final Deque<Piece> unproved = new ArrayDeque<>();
    private final PriorityQueue<Piece> proved =
        new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());

    /** A lower bound of max |f|: the largest value seen. */
    private double attained;

    Cover(Kernel kernel, Region region, double slack) {
      this.kernel = kernel;
      this.region = region;
      this.slack = slack;
    }

    SupBound bound() {
      for (int i = 0; i < PIECES * region.sides(); i++) {
        unproved.push(new Piece((double) i / PIECES, (double) (i + 1) / PIECES, 0));
      }
      while (true) {
        while (!unproved.isEmpty()) {
          Piece piece = unproved.pop();
          try {
            proved.add(evaluate(piece));
          } catch (DomainException e) {
            if (piece.length() <= SMALLEST) {
              return new SupBound(OptionalDouble.empty(), refusal(piece, e));
            }
            split(piece);
          }
        }
        Piece largest = proved.peek();
        if (largest.bound() <= enough() || largest.length() <= SMALLEST) {
          return new SupBound(OptionalDouble.of(largest.bound()), "");
        }
        split(proved.poll());
      }
    }

    private double enough() {
      return slack == Double.POSITIVE_INFINITY ? slack : slack * attained;
    }

    private Piece evaluate(Piece piece) {
      JetArithmetic over = JetArithmetic.on(region.cover(piece.from(), piece.to()));
      ComplexJet value = kernel.evaluate(over, region.chart().angle(over, over.variable()));
      attained = Math.max(attained, value.value().mignitude());
      return new Piece(piece.from(), piece.to(), value.range().magnitude());
    }

    private void split(Piece piece) {
      double middle = (piece.from() + piece.to()) / 2;
      unproved.push(new Piece(piece.from(), middle, 0));
      unproved.push(new Piece(middle, piece.to(), 0));
    }

    private String refusal(Piece piece, DomainException e) {
      ComplexDisc near = region.cover(piece.from(), piece.to());
      return String.format(
          Locale.ROOT,
          "%s: %s near %.4g + %.4gi of the %s plane",
          region,
          e.getMessage(),
          near.re(),
          near.im(),
          region.chart());
    }
  }
}
