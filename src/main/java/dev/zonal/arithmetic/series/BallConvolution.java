package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.convolution.BlockRecurrence;
import dev.zonal.arithmetic.convolution.IntegerConvolution;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;

/**
 * Convolution of balls in fixed point: midpoints as integers on a common grid, radii as doubles.
 * Quotient and root are found by their recurrences in exact integers, so that the residual a - b h
 * or a - s^2 is the remainder of the rounded divisions, known exactly; the radii come from it a
 * posteriori (docs/theory.md, Theorems 10.5 and 10.6) and do not grow like those of the recurrence
 * in ball arithmetic. Where the grid or double precision does not suffice, the ball arithmetic
 * itself is used, coefficient by coefficient.
 */
final class BallConvolution implements Convolution<Ball> {
  private static final int GUARD_BITS = 24;

  private final int bits;
  private final SchoolbookConvolution<Ball> schoolbook;

  BallConvolution(BallArithmetic over) {
    this.bits = over.bits() + GUARD_BITS;
    this.schoolbook =
        new SchoolbookConvolution<>(over, x -> x.isExact() && x.mantissa().signum() == 0);
  }

  @Override
  public boolean isZero(Ball value) {
    return schoolbook.isZero(value);
  }

  @Override
  public List<Ball> product(List<Ball> a, List<Ball> b, int length) {
    int size = Math.min(length, a.size() + b.size() - 1);
    CoefficientGrowth growth = CoefficientGrowth.of(size, bits - 2 * GUARD_BITS, a, b);
    if (a.isEmpty() || b.isEmpty()) {
      return schoolbook.product(a, b, length);
    }
    return fixedPointOr(() -> product(a, b, size, growth), () -> schoolbook.product(a, b, length));
  }

  private static List<Ball> fixedPointOr(
      Supplier<List<Ball>> fixedPoint, Supplier<List<Ball>> ballArithmetic) {
    try {
      return fixedPoint.get();
    } catch (DomainException insufficient) {
      return ballArithmetic.get();
    }
  }

  private List<Ball> product(List<Ball> a, List<Ball> b, int size, CoefficientGrowth growth) {
    long unitA = growth.top(a) - bits;
    long unitB = growth.top(b) - bits;
    FixedPointSeries left = FixedPointSeries.of(a, size, unitA, growth.slope());
    FixedPointSeries right = a == b ? left : FixedPointSeries.of(b, size, unitB, growth.slope());
    BigInteger[] mantissas = IntegerConvolution.product(left.mantissas, right.mantissas, size);
    int width = Math.max(left.width(), right.width());
    double[] radii = productRadii(left, right, size, width);
    return FixedPointSeries.toBalls(mantissas, radii, width, unitA + unitB, growth.slope());
  }

  /** Radii of the product in units of 2^width. */
  private static double[] productRadii(
      FixedPointSeries a, FixedPointSeries b, int size, int width) {
    double[] left = UpwardSum.convolution(a.sizes(width), b.radii, size);
    double[] right = UpwardSum.convolution(a.radii, b.sizes(width), size);
    double[] both = UpwardSum.convolution(a.radii, b.radii, size);
    double[] sum = new double[size];
    for (int n = 0; n < size; n++) {
      Context.checkpoint();
      sum[n] = (left[n] + right[n] + FixedPointSeries.lowered(both[n], width)) * (1 + 0x1p-50);
    }
    return sum;
  }

  @Override
  public List<Ball> quotient(List<Ball> a, List<Ball> b, int length) {
    if (b.get(0).containsZero()) {
      throw new DomainException("it contains a division by what may vanish");
    }
    CoefficientGrowth growth = CoefficientGrowth.of(length, bits - 2 * GUARD_BITS, a, b);
    return fixedPointOr(
        () -> quotient(a, b, length, growth), () -> schoolbook.quotient(a, b, length));
  }

  private List<Ball> quotient(List<Ball> a, List<Ball> b, int length, CoefficientGrowth growth) {
    long unitB = growth.top(b) - bits;
    long unitA = growth.top(a) - bits;
    int shift = Math.toIntExact(Math.max(0, b.get(0).binaryOrder() - unitB));
    FixedPointSeries divisor = FixedPointSeries.of(b, length, unitB, growth.slope());
    FixedPointSeries dividend = FixedPointSeries.of(a, length, unitA, growth.slope());
    if (divisor.mantissas[0].signum() == 0) {
      throw new DomainException("the divisor begins below the fixed point grid");
    }
    BigInteger[] remainders = new BigInteger[length];
    BigInteger[] quotient =
        BlockRecurrence.with(
            divisor.mantissas,
            length,
            (n, sum) -> {
              BigInteger rest = dividend.shifted(n, shift).subtract(sum);
              BigInteger[] parts = rest.divideAndRemainder(divisor.mantissas[0]);
              remainders[n] = parts[1];
              return parts[0];
            });
    long unit = unitA - unitB - shift;
    double[] radii = QuotientError.radii(dividend, shift, divisor, quotient, remainders);
    return FixedPointSeries.toBalls(quotient, radii, 0, unit, growth.slope());
  }

  @Override
  public List<Ball> root(List<Ball> a, int length) {
    if (!a.get(0).isPositive()) {
      throw new DomainException("it contains a square root of what may not be positive");
    }
    CoefficientGrowth growth = CoefficientGrowth.of(length, bits - 2 * GUARD_BITS, a, a);
    return fixedPointOr(() -> root(a, length, growth), () -> schoolbook.root(a, length));
  }

  private List<Ball> root(List<Ball> a, int length, CoefficientGrowth growth) {
    long unitA = growth.top(a) - bits;
    long unit = Math.floorDiv(Math.min(unitA + bits, a.get(0).binaryOrder()), 2L) - bits;
    int shift = Math.toIntExact(unitA - 2 * unit);
    FixedPointSeries radicand = FixedPointSeries.of(a, length, unitA, growth.slope());
    BigInteger[] start = radicand.shifted(0, shift).sqrtAndRemainder();
    if (start[0].signum() == 0) {
      throw new DomainException("the radicand begins below the fixed point grid");
    }
    BigInteger twice = start[0].shiftLeft(1);
    BigInteger[] remainders = new BigInteger[length];
    BigInteger[] root =
        BlockRecurrence.square(
            length,
            (n, sum) -> {
              BigInteger rest = radicand.shifted(n, shift).subtract(sum);
              BigInteger[] parts = n == 0 ? start : rest.divideAndRemainder(twice);
              remainders[n] = parts[1];
              return parts[0];
            });
    double[] radii = RootError.radii(radicand, shift, root, remainders);
    return FixedPointSeries.toBalls(root, radii, 0, unit, growth.slope());
  }
}
