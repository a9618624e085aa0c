package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;
import dev.zonal.arithmetic.region.JetArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A cover of the boundary of a region by discs on which a function has been evaluated, refined
 * where it has to be. One thread at a time.
 */
final class BoundaryCover<R extends Boundary> {
  /**
   * How much is done for a region.
   *
   * @param slack how far an upper bound may exceed a value that is attained, if pieces can be made
   *     small enough
   * @param smallest the smallest piece that is tried, as a part of a side: one that is refused
   *     makes the region refused
   */
  record Effort(double slack, double smallest) {
    /** For a region whose size and bound count. */
    static final Effort THOROUGH = new Effort(1.5, 0x1p-30);

    /** For one of many regions, of which another would do; most pieces are of those refused. */
    static final Effort ROUGH = new Effort(16, 0x1p-8);
  }

  /** The boundary is first cut into this many pieces per side. */
  private static final int PIECES = 4;

  /** Smaller pieces are not tried only to make the bound better. */
  private static final double SMALL_ENOUGH = 0x1p-11;

  /** A part of the boundary on which |f| is at most {@code bound}. */
  private record Piece(double from, double to, double bound) {
    double length() {
      return to - from;
    }
  }

  private final Function<ComplexDisc, ComplexJet> function;
  private final R region;
  private final Effort effort;
  private final Deque<Piece> open = new ArrayDeque<>();
  private final PriorityQueue<Piece> proved =
      new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());

  /** A lower bound of max |f|: the largest value seen. */
  private double attained;

  private String refusal = "";

  /**
   * @param function its jet on a disc
   */
  BoundaryCover(Function<ComplexDisc, ComplexJet> function, R region, Effort effort) {
    this.function = function;
    this.region = region;
    this.effort = effort;
    for (int i = 0; i < PIECES * region.sides(); i++) {
      open.push(new Piece((double) i / PIECES, (double) (i + 1) / PIECES, 0));
    }
  }

  /** The cover for a kernel in the chart of a region. */
  static <R extends Region> BoundaryCover<R> of(Kernel kernel, R region, Effort effort) {
    return new BoundaryCover<>(
        disc -> {
          JetArithmetic over = new JetArithmetic(disc);
          return kernel.evaluate(over, region.chart().angle(over, over.variable()));
        },
        region,
        effort);
  }

  /** Completes the cover, however wide the enclosures of f; false if the region is refused. */
  boolean complete() {
    while (refusal.isEmpty() && !open.isEmpty()) {
      Context.checkpoint();
      Piece piece = open.pop();
      try {
        proved.add(evaluate(piece));
      } catch (DomainException e) {
        if (piece.length() > effort.smallest()) {
          split(piece);
        } else {
          refusal = refusal(piece, e);
        }
      }
    }
    return refusal.isEmpty();
  }

  /** The bound, after the refinement of a complete cover where |f| is largest. */
  SupBound<R> supBound() {
    while (complete()) {
      Piece largest = proved.peek();
      if (largest.bound() <= effort.slack() * attained || largest.length() <= SMALL_ENOUGH) {
        return new SupBound<>(region, Certification.certified(largest.bound()));
      }
      split(proved.poll());
    }
    return new SupBound<>(region, Certification.refused(refusal));
  }

  /** A bound, however much larger than the least one. */
  static <R extends Boundary> SupBound<R> roughly(
      Function<ComplexDisc, ComplexJet> function, R region) {
    BoundaryCover<R> cover = new BoundaryCover<>(function, region, Effort.THOROUGH);
    return new SupBound<>(
        region,
        cover.complete()
            ? Certification.certified(cover.proved.peek().bound())
            : Certification.refused(cover.refusal));
  }

  private Piece evaluate(Piece piece) {
    ComplexJet value = function.apply(region.cover(piece.from(), piece.to()));
    attained = Math.max(attained, value.value().mignitude());
    return new Piece(piece.from(), piece.to(), value.range().modulus());
  }

  private void split(Piece piece) {
    double middle = (piece.from() + piece.to()) / 2;
    open.push(new Piece(piece.from(), middle, 0));
    open.push(new Piece(middle, piece.to(), 0));
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
        region.plane());
  }
}
