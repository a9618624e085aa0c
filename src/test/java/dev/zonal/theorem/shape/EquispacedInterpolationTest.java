package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EquispacedInterpolationTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(192);
  private static final int DIGITS = 25;

  private static Kernel kernel(String name) {
    String[] words = name.split(" ");
    return KernelSpecification.parse(
        words[0].equals("mlp")
            ? "fcntk:" + words[1]
            : "resntk:train=all,sw2=1," + words[1] + "," + words[2]);
  }

  /** cos(t)/2 + sin(4t) at t = -pi + 2 pi j/N. */
  private static List<Ball> values(int points) {
    List<Ball> values = new ArrayList<>();
    for (int j = 0; j < points; j++) {
      Ball t = OVER.scale(OVER.pi(), Rational.of(2L * j - points, points));
      Ball cosine = OVER.scale(OVER.sinCos(t).cos(), Rational.of(1, 2));
      values.add(OVER.add(cosine, OVER.sinCos(OVER.scale(t, Rational.of(4))).sin()));
    }
    return values;
  }

  /** By other software, with a solution of linear equations. */
  @TestFactory
  Stream<DynamicTest> theRowsOfEquispacedPointsAreReproduced() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    EquispacedInterpolationTest.class.getResourceAsStream(
                        "/reference/tirer-interpolation.tsv")),
                StandardCharsets.UTF_8))) {
      List<String[]> rows =
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .skip(1)
              .map(line -> line.split("\t", -1))
              .filter(cells -> cells[1].endsWith("eq"))
              .toList();
      assertEquals(8, rows.size());
      return rows.stream()
          .map(cells -> DynamicTest.dynamicTest(cells[0] + " " + cells[1], () -> check(cells)));
    }
  }

  private static void check(String[] cells) {
    int points = Integer.parseInt(cells[1].substring(0, 1));
    Kernel kernel = kernel(cells[0]);
    EquispacedInterpolation interpolation = EquispacedInterpolation.of(kernel, points, OVER);
    List<Ball> values = values(points);
    assertNear(cells[2], interpolation.conditionNumber());
    assertNear(cells[3], interpolation.least());
    assertNear(cells[4], interpolation.squaredNorm(values));
    Ball slope = ChordExpansion.of(kernel, Chart.CHORD, OVER, 4, 1).coefficient(1);
    Ball jumps = OVER.of(0);
    List<Ball> coefficients = interpolation.coefficients(values);
    for (Ball c : coefficients) {
      jumps = OVER.add(jumps, OVER.scale(OVER.multiply(slope, c).abs(), Rational.of(2)));
    }
    assertNear(cells[6], jumps);
    String[] expected = cells[cells.length - 1].split(",");
    for (int j = 0; j < points; j++) {
      assertNear(expected[j], coefficients.get(j));
    }
  }

  /** To 25 digits after the point, and where the number is large to 25 of its own. */
  private static void assertNear(String expected, Ball actual) {
    Rational number = Rational.of(new BigDecimal(expected));
    Rational one = Rational.ONE;
    Rational size = number.abs().compareTo(one) > 0 ? number.abs() : one;
    Ball most = OVER.of(size.divide(Rational.of(10).pow(DIGITS)));
    Ball difference = OVER.subtract(OVER.of(number), actual).abs();
    assertTrue(difference.certainlyLess(most), expected + " is " + actual);
  }

  /** The sum over aliases, from the eigenvalues of the kernel and a bound of the rest. */
  @Test
  void theEigenvaluesOfTheMatrixAreSumsOverAliases() {
    Kernel kernel = kernel("mlp L=2");
    Spectrum spectrum = Spectrum.of(kernel, 2);
    EquispacedInterpolation interpolation = EquispacedInterpolation.of(kernel, 5, OVER);
    for (int p = 0; p < 5; p++) {
      Ball sum = OVER.of(0);
      for (int m = -40; m <= 40; m++) {
        long k = Math.abs(p + 5L * m);
        sum = OVER.add(sum, spectrum.enclose(k, 64, Context.NONE).get().ball());
      }
      double rest = interpolation.eigenvalues().get(p).toDouble() / 5 - sum.toDouble();
      // C k^-2 with C = L/(2 pi^2), over both sides from m = 41 on.
      assertEquals(2 / (Math.PI * Math.PI) / 25 / 40.5, rest, 2e-6, "p = " + p);
    }
  }

  @Test
  void aMatrixThatIsNotPositiveOrHasNoPointsIsRefused() {
    Kernel linear = KernelSpecification.parse("polynomial:[0,1]");
    assertThrows(ArithmeticException.class, () -> EquispacedInterpolation.of(linear, 3, OVER));
    assertThrows(IllegalArgumentException.class, () -> EquispacedInterpolation.of(linear, 0, OVER));
    EquispacedInterpolation two = EquispacedInterpolation.of(kernel("mlp L=2"), 2, OVER);
    assertThrows(IllegalArgumentException.class, () -> two.coefficients(values(3)));
  }
}
