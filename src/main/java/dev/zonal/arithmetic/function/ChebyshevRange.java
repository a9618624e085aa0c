package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.ArrayList;
import java.util.List;

/**
 * All values of a polynomial p = Sum c_m T_m on parts of [-1, 1], in doubles: a range of many
 * values is no narrower than they are different, so that more digits of its ends are worth nothing
 * (docs/theory.md, Lemma 28.4a). The coefficients are scaled, so that the greatest is about 1.
 */
final class ChebyshevRange {
  private static final Memo<Piece, Basis> BASES = new Memo<>(4096);

  /** Longer parts of [-1, 1] are taken in pieces. */
  private static final Rational LONGEST = Rational.of(1, 16);

  /** By how much a sum of bounds, computed in doubles to the nearest, may be too small. */
  private static final double UP = 1 + 0x1p-40;

  private static final int MOST_COEFFICIENTS = 1 << 10;

  private final double[] scaled;
  private final long order;

  /** Bounds of |computed - p| and |computed - p'| at any point, and of |p''|. */
  private final double valueError;

  private final double slopeError;
  private final double curvature;

  private record Piece(int count, Rational middle) {}

  /** T_m and T_m' at a point, each within 2^-52 m^2 (2^-52 for m = 0). */
  private static final class Basis {
    private final double[] values;
    private final double[] slopes;

    Basis(Piece piece) {
      List<List<Ball>> basis = ChebyshevRange.basis(piece.count, piece.middle);
      this.values = doubles(basis.get(0));
      this.slopes = doubles(basis.get(1));
    }

    private static double[] doubles(List<Ball> balls) {
      return balls.stream().mapToDouble(Ball::toDouble).toArray();
    }
  }

  /**
   * The polynomial with these coefficients.
   *
   * @param coefficients c_0, c_1, ..., from 1 to 2^10 of them
   */
  ChebyshevRange(List<Ball> coefficients) {
    if (coefficients.isEmpty() || coefficients.size() > MOST_COEFFICIENTS) {
      throw new IllegalArgumentException(coefficients.size() + " coefficients");
    }
    this.order =
        coefficients.stream()
            .filter(c -> !(c.isExact() && c.containsZero()))
            .mapToLong(Ball::binaryOrder)
            .max()
            .orElse(0);
    this.scaled = new double[coefficients.size()];
    double values = 0;
    double slopes = 0;
    double second = 0;
    double unknown = 0;
    double unknownSlopes = 0;
    for (int m = 0; m < scaled.length; m++) {
      Ball c = coefficients.get(m).shifted(-order);
      scaled[m] = c.toDouble();
      double error = c.radius().toDouble() * UP + 0x1p-1000 + Math.abs(scaled[m]) * 0x1p-52;
      double square = (double) m * m;
      unknown += error;
      unknownSlopes += square * error;
      values += Math.abs(scaled[m]);
      slopes += square * Math.abs(scaled[m]);
      // |T_m''| <= m^2 (m^2 - 1)/3
      second += square * (square - 1) / 3 * (Math.abs(scaled[m]) + error);
    }
    double rounding = (scaled.length + 4) * 0x1p-52;
    this.valueError = (unknown + rounding * values + 0x1p-1000) * UP;
    this.slopeError = (unknownSlopes + rounding * slopes + 0x1p-1000) * UP;
    this.curvature = second * UP;
  }

  /** T_0(x), ..., T_(count-1)(x), and their derivatives there. */
  static List<List<Ball>> basis(int count, Rational at) {
    BallArithmetic fine = BallArithmetic.ofBits(160 + 2 * count);
    Ball x = fine.of(at);
    Ball twice = fine.scale(x, Rational.of(2));
    List<Ball> values = new ArrayList<>(List.of(Ball.exact(1), x));
    List<Ball> second = new ArrayList<>(List.of(Ball.exact(1), twice));
    List<Ball> slopes = new ArrayList<>(List.of(Ball.exact(0), Ball.exact(1)));
    for (int m = 2; m < count; m++) {
      values.add(next(fine, twice, values));
      // T_m' = m U_(m-1)
      slopes.add(fine.scale(second.get(m - 1), Rational.of(m)));
      second.add(next(fine, twice, second));
    }
    return List.of(values.subList(0, count), slopes.subList(0, count));
  }

  private static Ball next(BallArithmetic over, Ball twice, List<Ball> before) {
    int m = before.size();
    return over.subtract(over.multiply(twice, before.get(m - 1)), before.get(m - 2));
  }

  /** A ball with all values of p on [from, to], a part of [-1, 1]. */
  Ball on(Rational from, Rational to) {
    Rational length = to.subtract(from);
    long pieces = length.divide(LONGEST).floor().longValueExact() + 1;
    Rational step = length.divide(pieces);
    double half = step.divide(2).doubleValue() * UP;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (long i = 0; i < pieces; i++) {
      Rational middle = from.add(step.multiply(i)).add(step.divide(2));
      Basis basis = BASES.get(new Piece(scaled.length, middle), Basis::new);
      double value = sum(basis.values);
      double slope = Math.abs(sum(basis.slopes)) + slopeError;
      double change = (slope * half + curvature * half * half / 2 + valueError) * UP;
      least = Math.min(least, Math.nextDown(value - change));
      most = Math.max(most, Math.nextUp(value + change));
    }
    return Ball.hull(Ball.exact(least), Ball.exact(most)).shifted(order);
  }

  private double sum(double[] basis) {
    double sum = 0;
    for (int m = 0; m < scaled.length; m++) {
      sum += scaled[m] * basis[m];
    }
    return sum;
  }
}
