package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.pair.Entries;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kernels of recurrent networks have the values that other programs computed. */
class ReferenceSequencesTest {
  private static final int DIGITS = 35;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);

  @Test
  void everyRowOfTheTableIsReproduced() {
    List<String[]> rows = ReferenceTable.rows("rntk-values.tsv");
    assertEquals(20, rows.size());
    for (String[] row : rows) {
      String parameters = parameters(row);
      List<Sequence> inputs = List.of(Sequences.of(row[9]), Sequences.of(row[10]));
      Entries<Ball> tangent = kernel("rntk:" + parameters).over(BALLS, inputs);
      Entries<Ball> process = kernel("rnngp:" + parameters).over(BALLS, inputs);
      assertDigits(row[11], tangent.at(0, 1), row[0]);
      assertDigits(row[12], process.at(0, 1), row[0]);
      assertDigits(row[13], tangent.at(0, 0), row[0]);
      assertDigits(row[14], tangent.at(1, 1), row[0]);
    }
  }

  private static RecurrentKernel kernel(String specification) {
    return (RecurrentKernel) RecurrentSpecification.parse(specification);
  }

  private static String parameters(String[] row) {
    return "act=%s,L=%s,sw2=%s,su2=%s,sb2=%s,sv2=%s,sh2=%s,readout=%s"
        .formatted(
            row[2].replace("leaky:", "leaky,slope="),
            row[1],
            squared(row[3]),
            squared(row[4]),
            squared(row[5]),
            squared(row[6]),
            squared(row[7]),
            row[8]);
  }

  private static Rational squared(String text) {
    Rational value = Sequences.decimal(text);
    return value.multiply(value);
  }

  static void assertDigits(String expected, Ball actual, String row) {
    BigDecimal value = new BigDecimal(expected);
    int last = value.precision() - value.scale() - DIGITS;
    Rational unit = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(last));
    Rational middle = Rational.of(value);
    assertTrue(
        actual.lower().compareTo(middle.subtract(unit)) >= 0
            && actual.upper().compareTo(middle.add(unit)) <= 0,
        () -> row + ": " + actual + " instead of " + expected);
  }
}
