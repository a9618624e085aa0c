package dev.zonal.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels of fully connected networks for inputs of any two lengths, computed by another program:
 * the recursion is written down here, each of its steps is a dual or its derivative.
 */
class ReferenceCovariancesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  /** One row of fc.tsv: the variances and the covariance of the inputs, and both kernels. */
  record Row(
      Activation activation,
      Rational weight,
      Rational bias,
      int depth,
      Rational first,
      Rational second,
      Rational covariance,
      BigDecimal process,
      BigDecimal tangent) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      Activation activation =
          switch (cells[0]) {
            case "relu" -> HomogeneousActivation.rectifiedPower(1);
            case "linear" -> HomogeneousActivation.leaky(Rational.ONE);
            case "erf" -> new ErrorFunction();
            default -> throw new AssertionError(cells[0]);
          };
      return new Row(
          activation,
          Rational.of(new BigDecimal(cells[1])),
          Rational.of(new BigDecimal(cells[2])),
          Integer.parseInt(cells[3]),
          Rational.of(new BigDecimal(cells[4])),
          Rational.of(new BigDecimal(cells[5])),
          Rational.of(new BigDecimal(cells[6])),
          new BigDecimal(cells[7]),
          new BigDecimal(cells[8]));
    }

    /** Whether both inputs are the same, so that their angle is known to be zero. */
    boolean isCoincident() {
      return first.equals(second) && first.equals(covariance);
    }
  }

  static List<Row> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceCovariancesTest.class.getResourceAsStream("/reference/fc.tsv")),
                StandardCharsets.UTF_8))) {
      Stream<String> lines = reader.lines().filter(line -> !line.startsWith("#")).skip(1);
      return lines.map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GaussianPair<Ball> pair(Row row, Ball first, Ball second, Ball covariance) {
    return row.isCoincident()
        ? GaussianPair.of(OVER, first, ChordAngle.ofCosine(OVER, Rational.ONE))
        : GaussianPair.of(OVER, first, second, covariance);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_row_of_the_table_is_reproduced(Row row) {
    Ball first = affine(row, OVER.of(row.first()));
    Ball second = affine(row, OVER.of(row.second()));
    Ball covariance = affine(row, OVER.of(row.covariance()));
    Ball tangent = covariance;
    for (int l = 1; l <= row.depth(); l++) {
      GaussianPair<Ball> pair = pair(row, first, second, covariance);
      Ball passed = OVER.multiply(row.activation().derivative(OVER, pair), tangent);
      covariance = affine(row, row.activation().covariance(OVER, pair));
      first = affine(row, row.activation().variance(OVER, first));
      second = affine(row, row.activation().variance(OVER, second));
      tangent = OVER.add(covariance, OVER.multiply(OVER.of(row.weight()), passed));
    }
    assertDecimal(row.process(), covariance);
    assertDecimal(row.tangent(), tangent);
  }

  private static Ball affine(Row row, Ball x) {
    return OVER.add(OVER.multiply(OVER.of(row.weight()), x), OVER.of(row.bias()));
  }

  /** To 30 digits, which is less than the table has. */
  private static void assertDecimal(BigDecimal expected, Ball actual) {
    Ball distance = OVER.subtract(OVER.of(Rational.of(expected)), actual).abs();
    double size = Math.max(Math.abs(expected.doubleValue()), 0x1p-20);
    assertTrue(
        distance.upperDecimal(3).doubleValue() < 1e-30 * size, () -> actual + ", " + expected);
  }

  @Test
  void the_table_has_inputs_of_different_lengths_and_coincident_ones() {
    assertEquals(84, rows().size());
    assertEquals(21, rows().stream().filter(row -> !row.first().equals(row.second())).count());
    assertEquals(21, rows().stream().filter(Row::isCoincident).count());
  }
}
