package dev.zonal.data.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.CertifiedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DoubleComparisonTest {
  private static RegressionRow row(
      Quantity quantity, int target, long value, OptionalDouble found) {
    CertifiedValue certified =
        new CertifiedValue(BigDecimal.valueOf(value), Ball.exact(value), Optional.empty());
    return new RegressionRow(quantity, target, 1, Certification.certified(certified), found);
  }

  private static RegressionRow coefficient(long value, double found) {
    return row(Quantity.COEFFICIENT, 1, value, OptionalDouble.of(found));
  }

  @Test
  void theLargestErrorIsRelativeAndThoseAboveAHalfHaveNoRightDigit() {
    List<DoubleComparison> all =
        DoubleComparison.of(
            List.of(
                coefficient(4, 4),
                coefficient(-4, -6),
                coefficient(4, 6.0000001),
                coefficient(4, -4),
                row(Quantity.PREDICTION, 1, 8, OptionalDouble.of(7)),
                row(Quantity.PREDICTION, 2, 8, OptionalDouble.empty()),
                row(Quantity.LEAVE_ONE_OUT, 1, 8, OptionalDouble.of(1))));
    assertEquals(
        List.of(
            new DoubleComparison(Quantity.COEFFICIENT, 1, 4, 2, Optional.of(new BigDecimal("2.0"))),
            new DoubleComparison(Quantity.PREDICTION, 1, 1, 0, Optional.of(new BigDecimal("0.13"))),
            new DoubleComparison(Quantity.PREDICTION, 2, 1, 1, Optional.empty())),
        all);
  }

  @Test
  void zerosAndWhatIsNotCertifiedAreNotCompared() {
    RegressionRow refused =
        new RegressionRow(
            Quantity.COEFFICIENT, 1, 1, Certification.refused("no"), OptionalDouble.of(1));
    assertEquals(List.of(), DoubleComparison.of(List.of(coefficient(0, 1), refused)));
  }
}
