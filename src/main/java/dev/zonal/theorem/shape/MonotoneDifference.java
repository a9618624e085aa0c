package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * The supremum of |A - B| over the sphere, A and B functions that increase with the cosine of the
 * angle: between two angles A - B lies in [A(a) - B(b), A(b) - B(a)], a and b the two cosines
 * (docs/theory.md, Lemma 13.11). The part with the largest bound is halved, again and again.
 *
 * @param least a ball whose lower end is a lower bound
 * @param most a ball whose upper end is an upper bound
 */
record MonotoneDifference(Ball least, Ball most) {
  /** The bisection stops when the bounds are as near to each other as this, relatively. */
  private static final Rational ENOUGH = Rational.of(33, 32);

  /**
   * A and B at an angle.
   *
   * @param place the angle over pi
   */
  record Point(Rational place, Ball rising, Ball falling) {}

  /**
   * The part between two angles.
   *
   * @param bound a ball whose upper end bounds |A - B|
   */
  private record Cell(Point nearer, Point farther, Ball bound) {
    /** The cosine of the nearer angle is the greater. */
    static Cell between(BallArithmetic over, Point nearer, Point farther) {
      Ball most = over.subtract(nearer.rising, farther.falling);
      Ball least = over.subtract(farther.rising, nearer.falling);
      Ball negated = over.negate(least);
      boolean isBelow = most.upper().compareTo(negated.upper()) < 0;
      return new Cell(nearer, farther, isBelow ? negated : most);
    }

    Rational middle() {
      return nearer.place.add(farther.place).divide(2);
    }
  }

  /**
   * Encloses the supremum.
   *
   * @param known an upper bound that is known otherwise
   * @param functions A and B at an angle over pi in [0, 1]
   * @param steps after so many halvings it is left at that
   */
  static MonotoneDifference of(
      BallArithmetic over, int steps, Ball known, Function<Rational, Point> functions) {
    PriorityQueue<Cell> cells =
        new PriorityQueue<>(Comparator.comparing((Cell cell) -> cell.bound().upper()).reversed());
    Point first = functions.apply(Rational.ZERO);
    Point last = functions.apply(Rational.ONE);
    Ball least = larger(size(over, first), size(over, last));
    cells.add(Cell.between(over, first, last));
    Ball most = lesser(known, cells.element().bound());
    for (int step = 0; step < steps; step++) {
      Context.checkpoint();
      if (most.certainlyLess(over.scale(least, ENOUGH))) {
        break;
      }
      Cell cell = cells.remove();
      Point middle = functions.apply(cell.middle());
      least = larger(least, size(over, middle));
      cells.add(Cell.between(over, cell.nearer, middle));
      cells.add(Cell.between(over, middle, cell.farther));
      most = lesser(known, cells.element().bound());
    }
    return new MonotoneDifference(least, most);
  }

  private static Ball size(BallArithmetic over, Point point) {
    return over.subtract(point.rising, point.falling).abs();
  }

  private static Ball lesser(Ball a, Ball b) {
    return a.upper().compareTo(b.upper()) <= 0 ? a : b;
  }

  private static Ball larger(Ball a, Ball b) {
    return a.lower().compareTo(b.lower()) >= 0 ? a : b;
  }
}
