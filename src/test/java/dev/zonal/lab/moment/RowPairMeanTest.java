package dev.zonal.lab.moment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means over two orthogonal rows: docs/theory.md, Proposition 25.6. */
class RowPairMeanTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(40);

  /** Each hypothesis of 25.6 (ii) alone. */
  @ParameterizedTest
  @CsvSource({"3/4, 1/4, true", "1, 1/3, true", "1, 2/5, false", "9/8, 3/8, true", "2, 1/4, false"})
  void a_panel_whose_ellipse_leaves_the_sector_is_refused(
      String middle, String half, boolean hasRoom) {
    Ball m = OVER.of(Rational.parse(middle));
    Ball h = OVER.of(Rational.parse(half));
    if (hasRoom) {
      assertDoesNotThrow(() -> RowPairMean.requireRoom(OVER, m, h));
    } else {
      assertThrows(DomainException.class, () -> RowPairMean.requireRoom(OVER, m, h));
    }
  }

  /** Two rows of a 2 x 2 matrix: a sum over directions, in doubles. */
  @Property(tries = 20)
  void two_rows_at_right_angles(@ForAll @IntRange(min = -19, max = 19) int twentieths) {
    double u = twentieths / 20.0;
    double theta = Math.acos(u);
    int steps = 200_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double psi = 2 * Math.PI * (i + 0.5) / steps;
      double one = term(psi, theta, u);
      double two = term(psi + Math.PI / 2, theta, u);
      sum += one * two / steps;
    }
    Ball mean = new RowPairMean(2, Rational.of(twentieths, 20), 1, Rational.ONE).enclose(OVER);
    assertEquals(sum, mean.toDouble(), 1e-4);
  }

  private static double term(double psi, double theta, double u) {
    double x = Math.sqrt(2) * Math.cos(psi);
    double z = Math.sqrt(2) * Math.cos(psi - theta);
    return x > 0 && z > 0 ? x * z + u : 0;
  }

  /** Where the panels end exactly at the right angle, before it and behind it. */
  @Property(tries = 10)
  void the_mean_is_continuous_at_orthogonal_inputs(@ForAll @IntRange(min = 3, max = 20) int n) {
    double at = mean(n, Rational.ZERO);
    assertEquals(at, mean(n, Rational.of(1, 1 << 20)), 1e-5);
    assertEquals(at, mean(n, Rational.of(-1, 1 << 20)), 1e-5);
  }

  private static double mean(int n, Rational u) {
    Ball mean = new RowPairMean(n, u, 1, Rational.ONE).enclose(OVER);
    assertTrue(mean.accuracyBits() > 12, mean::toString);
    return mean.toDouble();
  }
}
