package dev.zonal.data.linear;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;
import java.util.List;

/**
 * The solution of a linear system with a positive definite matrix: an approximation c in fixed
 * point and what its residual proves (docs/theory.md, Theorem 19.5). Everything is an integer in
 * units of 2^-bits; a product of two has the unit 2^-2bits.
 */
public final class Solution {
  private final FixedMatrix matrix;
  private final BigInteger smallest;
  private final BigInteger[] right;
  private final BigInteger rightError;
  private final BigInteger[] values;
  private final BigInteger[] image;

  /** At least the norm of y - A c, in units of 2^-2bits. */
  private final BigInteger residual;

  /**
   * @param smallest at most the smallest eigenvalue, positive
   * @param rightError at least the norm of what the right side differs by
   * @param image the product of the matrix in fixed point with the values, in units of 2^-2bits
   */
  Solution(
      FixedMatrix matrix,
      BigInteger smallest,
      BigInteger[] right,
      BigInteger rightError,
      BigInteger[] values,
      BigInteger[] image) {
    if (smallest.signum() <= 0) {
      throw new IllegalArgumentException("no positive bound of the smallest eigenvalue");
    }
    this.matrix = matrix;
    this.smallest = smallest;
    this.right = right;
    this.rightError = rightError;
    this.values = values;
    this.image = image;
    BigInteger[] rest = new BigInteger[right.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = right[i].shiftLeft(matrix.bits()).subtract(image[i]);
    }
    this.residual =
        LinearSystem.norm(rest)
            .add(matrix.error().multiply(LinearSystem.norm(values)))
            .add(rightError.shiftLeft(matrix.bits()));
  }

  /** At least the norm of what the values differ by from the solution, in units of 2^-bits. */
  private BigInteger error() {
    return RayleighVector.ceiling(residual, smallest);
  }

  /** A coordinate, from 0. */
  public Ball at(int i) {
    return FixedPoint.ball(values[i], error(), matrix.bits());
  }

  /** The inner product with a vector. */
  public Ball dot(BallArithmetic over, List<Ball> vector) {
    Ball sum = over.of(0);
    Magnitude square = Magnitude.ZERO;
    for (int i = 0; i < values.length; i++) {
      Ball own = FixedPoint.ball(values[i], BigInteger.ZERO, matrix.bits());
      sum = over.add(sum, over.multiply(vector.get(i), own));
      Magnitude most = vector.get(i).upperMagnitude();
      square = square.plus(most.times(most));
    }
    Ball error = FixedPoint.ball(error(), BigInteger.ZERO, matrix.bits());
    return sum.inflate(square.sqrt().times(error.upperMagnitude()));
  }

  /** The square of the norm of the solution. */
  public Ball square() {
    BigInteger error = error();
    BigInteger spread = LinearSystem.norm(values).shiftLeft(1).add(error).multiply(error);
    return FixedPoint.ball(RayleighVector.dot(values, values), spread, 2 * matrix.bits());
  }

  /** y^T A^-1 y for the right side y. */
  public Ball energy() {
    int bits = matrix.bits();
    BigInteger linear = RayleighVector.dot(right, values).shiftLeft(bits + 1);
    BigInteger value = linear.subtract(RayleighVector.dot(values, image));
    BigInteger norm = LinearSystem.norm(values);
    BigInteger spread =
        matrix
            .error()
            .multiply(norm.multiply(norm))
            .add(rightError.multiply(norm).shiftLeft(bits + 1));
    BigInteger more = RayleighVector.ceiling(residual.multiply(residual), smallest);
    Bounds bounds = new Bounds(value, value.add(more)).widened(spread);
    return FixedPoint.ball(
        bounds.below().add(bounds.above()), bounds.above().subtract(bounds.below()), 3 * bits + 1);
  }
}
