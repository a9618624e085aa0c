package dev.zonal.data.linear.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ColumnResidualsTest {
  private static final Ball NOTHING = Ball.exact(0);

  private static Rational rational(double x) {
    return Ball.exact(x).lower();
  }

  /** The inverse of [[1, b], [b, 1]]. */
  private static UnaryOperator<double[]> inverse(double b, double factor) {
    double determinant = (1 - b) * (1 + b);
    return x ->
        new double[] {
          factor * (x[0] - b * x[1]) / determinant, factor * (x[1] - b * x[0]) / determinant
        };
  }

  private static ColumnResiduals columns(double b, double factor) {
    double[][] rows = {{1, b}, {b, 1}};
    Ball smallest = Ball.exact(1 - Math.abs(b));
    return new ColumnResiduals(rows, inverse(b, factor), NOTHING, smallest);
  }

  private static Rational diagonal(double b) {
    Rational exact = rational(b);
    return Rational.ONE.subtract(exact.multiply(exact)).reciprocal();
  }

  @Property(tries = 200)
  void theInverseIsEnclosedHoweverBadItsApproximationIs(
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double b,
      @ForAll @DoubleRange(min = 0, max = 2) double factor) {
    assertTrue(columns(b, factor).diagonal(0).orElseThrow().contains(diagonal(b)));
  }

  /** Where the rounding of the residual is what is left. */
  @Property(tries = 200)
  void roundingsOfTheResidualAreCovered(
      @ForAll @IntRange(min = 1, max = 1 << 20) int distance, @ForAll boolean isSecond) {
    double b = 1 - 0x1p-40 * distance;
    Ball found = columns(b, 1).diagonal(isSecond ? 1 : 0).orElseThrow();
    assertTrue(found.contains(diagonal(b)));
  }

  @Example
  void aGoodApproximationSaysMuch() {
    assertTrue(columns(0.5, 1).diagonal(0).orElseThrow().accuracyBits() > 40);
  }

  /** A = (1 + e) I is as far from I as e. */
  @Example
  void theErrorOfTheMatrixCounts() {
    double[][] unit = {{1}};
    Ball error = Ball.exact(0x1p-3);
    ColumnResiduals columns = new ColumnResiduals(unit, x -> x, error, Ball.exact(0.5));
    Ball found = columns.diagonal(0).orElseThrow();
    assertTrue(found.contains(Rational.of(8, 9)));
    assertTrue(found.contains(Rational.of(8, 7)));
  }

  /** zeta is ||r||^2 / lambda where A has one eigenvalue, which is no power of 2 here. */
  @Example
  void nothingIsLostWithOneRow() {
    double[][] three = {{3}};
    for (double approximation : new double[] {0, 0.25, 0.5, 1}) {
      ColumnResiduals columns =
          new ColumnResiduals(three, x -> new double[] {approximation}, NOTHING, Ball.exact(3));
      assertTrue(columns.diagonal(0).orElseThrow().contains(Rational.of(1, 3)));
    }
  }

  @Example
  void whatIsNotFiniteIsEmpty() {
    double[][] unit = {{1}};
    UnaryOperator<double[]> wild = x -> new double[] {Double.NaN};
    assertEquals(
        Optional.empty(), new ColumnResiduals(unit, wild, NOTHING, Ball.exact(1)).diagonal(0));
    UnaryOperator<double[]> large = x -> new double[] {0x1p600};
    assertEquals(
        Optional.empty(), new ColumnResiduals(unit, large, NOTHING, Ball.exact(1)).diagonal(0));
    double[][] infinite = {{Double.POSITIVE_INFINITY}};
    assertEquals(
        Optional.empty(),
        new ColumnResiduals(infinite, x -> new double[] {0}, NOTHING, Ball.exact(1)).diagonal(0));
  }

  @Example
  void aMatrixNotProvedToBeDefiniteIsRefused() {
    double[][] unit = {{1}};
    assertThrows(
        IllegalArgumentException.class,
        () -> new ColumnResiduals(unit, x -> x, NOTHING, Ball.exact(0)));
  }
}
