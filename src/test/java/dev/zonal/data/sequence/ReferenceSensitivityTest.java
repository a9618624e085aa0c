package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a step weighs is what another program computed, on one pair of sequences. */
class ReferenceSensitivityTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);
  private static final Sequence X = Sequences.of("3/5,4/5;1,-1/2;-3/4,1/4;1/2,1/2;0,1;-1,1/3");
  private static final Sequence Z = Sequences.of("1/2,1;-1/4,1;2/5,-1/5;1,0;1/3,-2/3;1/4,3/4");
  private static final Vector FIRST = Sequences.vector("1,0");

  @Test
  void everyRowOfTheTableIsReproduced() {
    List<String[]> rows = ReferenceTable.rows("rntk-sensitivity-exact.tsv");
    assertEquals(12, rows.size());
    for (String[] row : rows) {
      List<Ball> steps = steps(row);
      for (int t = 1; t <= 6; t++) {
        assertDigits(row[3 + t], steps.get(t - 1), String.join(" ", row));
      }
    }
  }

  private static List<Ball> steps(String[] row) {
    RecurrentKernel kernel =
        (RecurrentKernel)
            RecurrentSpecification.parse(
                "rntk:act=%s,L=%s,sw2=%s,su2=1,sb2=1/100"
                    .formatted(row[0], row[1], square(row[2])));
    List<Integer> times = List.of(1, 2, 3, 4, 5, 6);
    FeatureDistance distance = new FeatureDistance(kernel);
    return switch (row[3]) {
      case "gradient" ->
          times.stream().map(t -> new StepGradients(kernel).norm(BALLS, X, Z, t)).toList();
      case "kappa" -> times.stream().map(t -> distance.kink(BALLS, X, t, FIRST)).toList();
      default -> times.stream().map(t -> BALLS.sqrt(distance.smooth(BALLS, X, t, FIRST))).toList();
    };
  }

  private static Rational square(String weight) {
    if (weight.equals("sqrt2")) {
      return Rational.of(2);
    }
    Rational value = Rational.parse(weight);
    return value.multiply(value);
  }

  /** To one unit of the 25th digit. */
  private static void assertDigits(String expected, Ball actual, String row) {
    BigDecimal value = new BigDecimal(expected);
    Rational unit =
        Rational.of(BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 25));
    Rational middle = Rational.of(value);
    assertTrue(
        actual.lower().compareTo(middle.subtract(unit)) >= 0
            && actual.upper().compareTo(middle.add(unit)) <= 0,
        () -> row + ": " + actual + " instead of " + expected);
  }
}
