package dev.zonal.data.gram;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a value is to be known.
 *
 * @param digits significant decimal digits that are to be decided, 1 to 10,000
 * @param asDouble whether the nearest double is to be decided as well
 */
public record Accuracy(int digits, boolean asDouble) {
  /** The decimal to which every number of the ball rounds, if that and the double is decided. */
  Optional<BigDecimal> rounded(Ball value) {
    return asDouble && nearest(value).isEmpty() ? Optional.empty() : value.decimal(digits);
  }

  /** The double to which every number of the ball rounds, ties to even, if there is one. */
  public static OptionalDouble nearest(Ball value) {
    double low = value.lowerEnd().toDouble();
    double high = value.upperEnd().toDouble();
    return low == high ? OptionalDouble.of(low) : OptionalDouble.empty();
  }
}
