package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.BinomialSeries;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The Gegenbauer polynomial C_n^lambda of any degree as a sum of Chebyshev polynomials,
 *
 * <p>C_n^lambda(x) = sum_j a_j a_{n-j} T_{|n-2j|}(x), a_j = (lambda)_j / j!
 *
 * <p>(docs/theory.md, Lemma 8.3). LegendreP is the case lambda = 1/2, the Chebyshev polynomials of
 * the second kind are the case lambda = 1.
 */
public final class GegenbauerPolynomial {
  private GegenbauerPolynomial() {}

  /**
   * A ball that contains C_n^lambda(x) for every x in the given one. For |x| at most 1 and positive
   * lambda its radius is about that of x times the largest slope, and 2^-bits times C_n^lambda(1).
   *
   * @param degree n, at least 0
   */
  public static Ball value(BallArithmetic over, Rational lambda, int degree, Ball x) {
    BallArithmetic wide = wider(over, degree);
    List<Ball> coefficients = BinomialSeries.coefficients(wide, lambda, degree);
    return over.round(CosineCombination.sum(wide, coefficients, degree, allUpTo(wide, degree, x)));
  }

  /** A ball that contains the Chebyshev polynomial T_n(x) for every x in the given one. */
  public static Ball chebyshev(BallArithmetic over, int degree, Ball x) {
    return over.round(allUpTo(wider(over, degree), degree, x).apply(degree));
  }

  private static BallArithmetic wider(BallArithmetic over, int degree) {
    return BallArithmetic.ofBits(
        over.bits() + 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(degree)) + 16);
  }

  /** T_0, ..., T_n at x. */
  private static IntFunction<Ball> allUpTo(BallArithmetic over, int degree, Ball x) {
    Ball one = Ball.exact(1);
    if (over.subtract(one, x).isNonNegative() && over.add(one, x).isNonNegative()) {
      CosineMoments cosines = new CosineMoments(degree, over.bits());
      cosines.add(one, x);
      return cosines::moment;
    }
    if (x.certainlyGreater(one)) {
      return beyondOne(over, degree, x)::get;
    }
    if (x.certainlyLess(Ball.exact(-1))) {
      List<Ball> mirrored = beyondOne(over, degree, over.negate(x));
      return m -> m % 2 == 0 ? mirrored.get(m) : over.negate(mirrored.get(m));
    }
    return recurrence(over, degree, x)::get;
  }

  /** (z^m + z^-m)/2 with z = x + sqrt(x^2 - 1). */
  private static List<Ball> beyondOne(BallArithmetic over, int degree, Ball x) {
    Ball root = over.sqrt(over.subtract(over.square(x), Ball.exact(1)));
    Ball z = over.add(x, root);
    Ball inverse = over.divide(Ball.exact(1), z);
    List<Ball> values = new ArrayList<>(degree + 1);
    Ball growing = Ball.exact(1);
    Ball falling = Ball.exact(1);
    for (int m = 0; m <= degree; m++) {
      Context.checkpoint();
      values.add(over.scale(over.add(growing, falling), Rational.of(1, 2)));
      growing = over.multiply(growing, z);
      falling = over.multiply(falling, inverse);
    }
    return values;
  }

  /** Where x may be on either side of 1: correct, though the radii grow like (1 + sqrt 2)^m. */
  private static List<Ball> recurrence(BallArithmetic over, int degree, Ball x) {
    List<Ball> values = new ArrayList<>(List.of(Ball.exact(1), x));
    for (int m = 2; m <= degree; m++) {
      Context.checkpoint();
      Ball twice = over.multiply(over.add(x, x), values.get(m - 1));
      values.add(over.subtract(twice, values.get(m - 2)));
    }
    return values;
  }
}
