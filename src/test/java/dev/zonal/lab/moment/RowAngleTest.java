package dev.zonal.lab.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.sample.RandomStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The angle between two rows of a frame: docs/theory.md, Lemmas 25.4 and 25.5. */
class RowAngleTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

  private static RowAngle at(BallArithmetic over, int n, Ball t) {
    return RowAngle.at(over, n, t, over.sinCos(t));
  }

  /** What is integrated over k, by Simpson's rule in doubles. */
  @Property(tries = 50)
  void the_integrals_are_what_a_sum_in_doubles_says(
      @ForAll @IntRange(min = 4, max = 300) int n, @ForAll @IntRange(min = 1, max = 15) int tenth) {
    double t = tenth / 10.0;
    RowAngle law = at(OVER, n, OVER.of(Rational.of(tenth, 10)));
    double sine = Math.cos(t);
    double cosine = Math.sin(t);
    int steps = 20_000;
    double none = 0;
    double one = 0;
    double both = 0;
    for (int i = 0; i <= steps; i++) {
      double k = (double) i / steps;
      double weight = (i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4) / (3.0 * steps);
      double d = cosine * cosine + k * k * sine * sine;
      double density = (n - 2) / (2 * Math.PI) * Math.pow(k, n - 2) / d;
      none += weight * density;
      one += weight * density * (1 - k * k);
      both += weight * density * (1 - k * k) * 2 / (n - 1) * k * k / d;
    }
    assertEquals(1, law.none().toDouble() / none, 1e-9);
    assertEquals(1, law.one().toDouble() / one, 1e-9);
    assertEquals(1, law.both().toDouble() / both, 1e-9);
  }

  /** On either side of where the series gives way to the recursion. */
  @Property(tries = 20)
  void series_and_recursion_agree(@ForAll @IntRange(min = 3, max = 100) int n) {
    Ball quarter = OVER.pi().shifted(-2);
    Ball near = OVER.subtract(quarter, Ball.exact(1).shifted(-40));
    Ball far = OVER.add(quarter, Ball.exact(1).shifted(-40));
    assertEquals(at(OVER, n, near).both().toDouble(), at(OVER, n, far).both().toDouble(), 1e-9 * n);
  }

  /** The series for large n, whose bits are few, contains what the recursion of many bits gives. */
  @Example
  void the_series_at_large_angles_holds_its_rest() {
    BallArithmetic few = BallArithmetic.ofBits(40);
    BallArithmetic many = BallArithmetic.ofBits(300);
    for (int n : new int[] {81, 100, 200, 500}) {
      Ball t = Ball.exact(1).shifted(-6);
      RowAngle coarse = at(few, n, t);
      RowAngle fine = at(many, n, t);
      assertTrue(coarse.none().overlaps(fine.none()));
      assertTrue(coarse.one().overlaps(fine.one()));
      assertTrue(coarse.both().overlaps(fine.both()));
    }
  }

  /** At z = 1 the second bound is what is left; at z = 1/2 the first is nearly that for large j. */
  @Property(tries = 20)
  void what_a_series_leaves_is_bounded(
      @ForAll @IntRange(min = 5, max = 30) int x,
      @ForAll @IntRange(min = 0, max = 40) int j,
      @ForAll boolean isGeometric) {
    double z = isGeometric ? 0.5 : 1;
    double term = 1;
    double left = 0;
    for (int i = j; i < j + 200_000 && term > 0; i++) {
      left += term;
      term *= z * (i + 2) / (x + i + 2);
    }
    double bound = RowAngle.rest(OVER, Ball.exact(1), Rational.of(x), j, isGeometric).toDouble();
    assertTrue(bound >= left * (1 - 1e-9), () -> bound + " is less");
    assertTrue(isGeometric || bound <= left * (1 + 1e-9), () -> bound + " is more");
  }

  /** The law of two rows, drawn: means of functions of the angle by sampling and by the density. */
  @Example
  void two_rows_that_are_drawn_have_the_density() {
    int n = 6;
    int draws = 200_000;
    RandomStream stream = RandomStream.of(7);
    double sampled = 0;
    for (int i = 0; i < draws; i++) {
      double[] a = unit(stream.gaussians(n));
      double[] b = stream.gaussians(n);
      double inner = 0;
      for (int j = 0; j < n; j++) {
        inner += a[j] * b[j];
      }
      for (int j = 0; j < n; j++) {
        b[j] -= inner * a[j];
      }
      b = unit(b);
      double dot = a[0] * a[1] + b[0] * b[1];
      double square = (a[0] * a[0] + b[0] * b[0]) * (a[1] * a[1] + b[1] * b[1]);
      sampled += dot * dot / square / draws;
    }
    int steps = 2_000;
    double exact = 0;
    for (int i = 0; i < steps; i++) {
      double t = Math.PI / 2 * (i + 0.5) / steps;
      double density = at(OVER, n, Ball.exact(t)).none().toDouble();
      exact += 4 * density * Math.sin(t) * Math.sin(t) * Math.PI / 2 / steps;
    }
    assertEquals(exact, sampled, 5 * 0.35 / Math.sqrt(draws));
  }

  private static double[] unit(double[] vector) {
    double square = 0;
    for (double x : vector) {
      square += x * x;
    }
    double[] result = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      result[i] = vector[i] / Math.sqrt(square);
    }
    return result;
  }
}
