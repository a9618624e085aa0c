package dev.zonal.data.regression;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What plain doubles are worth: the coefficients or the predictions for one target as they find
 * them, against the certified ones that are not zero.
 *
 * @param target from 1
 * @param count of the numbers that are compared
 * @param wrong how many of them have no right digit: a relative error of more than 1/2, or no
 *     number at all
 * @param largestError relative, rounded up; empty where doubles find none of the numbers
 */
public record DoubleComparison(
    Quantity quantity, int target, int count, int wrong, Optional<BigDecimal> largestError) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int DIGITS = 2;

  /** Of all targets. */
  public static List<DoubleComparison> of(List<RegressionRow> rows) {
    int targets = rows.stream().mapToInt(RegressionRow::target).max().orElse(0);
    List<DoubleComparison> all = new ArrayList<>();
    for (int target = 1; target <= targets; target++) {
      for (Quantity quantity : List.of(Quantity.COEFFICIENT, Quantity.PREDICTION)) {
        int column = target;
        List<RegressionRow> own =
            rows.stream()
                .filter(row -> row.target() == column && row.quantity() == quantity)
                .filter(row -> row.value().isCertified() && !enclosure(row).containsZero())
                .toList();
        if (!own.isEmpty()) {
          all.add(of(quantity, target, own));
        }
      }
    }
    return all;
  }

  private static DoubleComparison of(Quantity quantity, int target, List<RegressionRow> rows) {
    List<BigDecimal> errors =
        rows.stream().map(DoubleComparison::error).flatMap(Optional::stream).toList();
    long right = errors.stream().filter(error -> error.compareTo(HALF) <= 0).count();
    return new DoubleComparison(
        quantity,
        target,
        rows.size(),
        rows.size() - (int) right,
        errors.stream().max(BigDecimal::compareTo));
  }

  /** The relative error, rounded up. */
  private static Optional<BigDecimal> error(RegressionRow row) {
    if (row.inDoubles().isEmpty()) {
      return Optional.empty();
    }
    Ball found = Ball.exact(row.inDoubles().getAsDouble());
    Ball value = enclosure(row);
    Ball error = OVER.divide(OVER.subtract(found, value), value).abs();
    return Optional.of(error.upperDecimal(DIGITS));
  }

  private static Ball enclosure(RegressionRow row) {
    return row.value().get().enclosure();
  }
}
