package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitKernelTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  @ParameterizedTest
  @CsvSource({"1, -1", "1, -9/10", "1, 0", "1, 1/2", "1/50, 1/3", "5, -1", "5, 99/100", "40, -1/2"})
  void itIsWhatTheDifferentialEquationSays(String time, String u) {
    Rational t = Rational.parse(time);
    Rational at = Rational.parse(u);
    Ball value = new LimitKernel(t).at(at, 80);
    assertTrue(value.accuracyBits() >= 70, value.toString());
    assertEquals(RungeKutta.value(t.doubleValue(), at.doubleValue()), value.toDouble(), 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "1, 1/2", "3, -1/2", "4, -1/3"})
  void deepKernelsTendToItLikeOneOverTheDepth(int time, String point) {
    Rational u = Rational.parse(point);
    Ball limit = new LimitKernel(Rational.of(time)).at(u, 80);
    double first = distance(time, 400 * time, u, limit);
    double second = distance(time, 1600 * time, u, limit);
    assertEquals(4, first / second, 0.1);
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "1, 1/2", "3, -1/2"})
  void deepKernelsWithAllLayersTrainedTendToTheirs(int time, String point) {
    Rational u = Rational.parse(point);
    Ball limit = new LimitKernel(Rational.of(time), Training.ALL).at(u, 80);
    double first = distance(",train=all", time, 400 * time, u, limit);
    double second = distance(",train=all", time, 1600 * time, u, limit);
    assertEquals(4, first / second, 0.1);
  }

  private static double distance(int time, int depth, Rational u, Ball limit) {
    return distance("", time, depth, u, limit);
  }

  private static double distance(String training, int time, int depth, Rational u, Ball limit) {
    Kernel kernel =
        KernelSpecification.parse("resntk:L=" + depth + ",alpha2=" + time + "/" + depth + training);
    Ball value = kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
    return OVER.subtract(value, limit).toDouble();
  }

  /** Newton's last step may be smaller than a rounding error. */
  @Property(tries = 15)
  void shortTimesAreNoDifficulty(
      @ForAll @IntRange(min = 1, max = 40) int digits,
      @ForAll @IntRange(min = 1, max = 9) int first,
      @ForAll @IntRange(min = -8, max = 7) int point) {
    Rational time = Rational.of(first).divide(Rational.of(10).pow(digits));
    Rational u = Rational.of(point, 8);
    BallArithmetic over = BallArithmetic.ofBits(200);
    LimitKernel.Parts parts = new LimitKernel(time).parts(over, over.acos(over.of(u)));
    Ball moved = over.subtract(parts.covariance(), over.of(u));
    assertFalse(moved.certainlyGreater(over.of(time)), "U(T) - u <= T");
    assertTrue(moved.isPositive());
  }

  /** For bisections the kernel is split into two functions that increase with u. */
  @ParameterizedTest
  @CsvSource({"1, -1, -1/2", "1, -1/2, 1/2", "5, 0, 9/10", "1/100, -1/4, 1/8"})
  void itsPartsIncreaseAndTheirDifferenceIsTheKernel(String time, String lower, String upper) {
    LimitKernel kernel = new LimitKernel(Rational.parse(time));
    LimitKernel.Parts less = parts(kernel, lower);
    LimitKernel.Parts more = parts(kernel, upper);
    assertTrue(kernel.at(Rational.parse(lower), 80).overlaps(difference(less)));
    assertTrue(kernel.at(Rational.parse(upper), 80).overlaps(difference(more)));
    assertTrue(less.rising().certainlyLess(more.rising()));
    assertTrue(less.falling().certainlyLess(more.falling()));
    assertTrue(more.rising().certainlyLess(LimitKernel.Parts.COINCIDENCE.rising()));
    assertTrue(more.falling().certainlyLess(LimitKernel.Parts.COINCIDENCE.falling()));
  }

  private static LimitKernel.Parts parts(LimitKernel kernel, String u) {
    return kernel.parts(OVER, OVER.acos(OVER.of(Rational.parse(u))));
  }

  private static Ball difference(LimitKernel.Parts parts) {
    return OVER.subtract(parts.rising(), parts.falling());
  }

  @Test
  void moreDigitsLieInsideFewer() {
    for (Rational u : List.of(Rational.of(-1), Rational.of(-1, 3), Rational.of(2, 3))) {
      LimitKernel kernel = new LimitKernel(Rational.of(2));
      Ball fine = kernel.at(u, 200);
      assertTrue(fine.accuracyBits() >= 190);
      assertTrue(kernel.at(u, 40).contains(fine));
      assertTrue(kernel.at(u, 100).contains(fine));
    }
  }

  @Test
  void itIsOneAtOneAndTendsToTheKernelOfOneBlock() {
    assertTrue(new LimitKernel(Rational.of(7)).at(Rational.ONE, 50).isExact());
    // (kappa_1 + u kappa_0)/2 at 0 is 1/(2 pi)
    Ball near = new LimitKernel(Rational.of(1, 1_000_000)).at(Rational.ZERO, 60);
    assertEquals(1 / (2 * Math.PI), near.toDouble(), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> new LimitKernel(Rational.ZERO));
  }

  /** The flow and the variation of constants, in doubles, by the classical method of order four. */
  private static final class RungeKutta {
    private static final int STEPS = 20_000;

    /** Time s = T x^2, so that the square root at the antipode does no harm. */
    static double value(double time, double u) {
      double[] y = {u, 0};
      double h = 1.0 / STEPS;
      for (int i = 0; i < STEPS; i++) {
        double x = i * h;
        double[] k1 = slope(time, x, y, 0, y);
        double[] k2 = slope(time, x + h / 2, y, h / 2, k1);
        double[] k3 = slope(time, x + h / 2, y, h / 2, k2);
        double[] k4 = slope(time, x + h, y, h, k3);
        for (int j = 0; j < 2; j++) {
          y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
        }
      }
      return y[1] / (2 * time);
    }

    private static double[] slope(double time, double x, double[] y, double step, double[] k) {
      double u = Math.min(1, Math.max(-1, y[0] + step * k[0]));
      double sum = y[1] + step * k[1];
      double angle = Math.acos(u);
      double kappa0 = 1 - angle / Math.PI;
      double kappa1 = (Math.sin(angle) + (Math.PI - angle) * u) / Math.PI;
      double pace = 2 * time * x;
      return new double[] {pace * (kappa1 - u), pace * (kappa1 + u * kappa0 - (1 - kappa0) * sum)};
    }
  }
}
