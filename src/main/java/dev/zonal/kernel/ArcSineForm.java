package dev.zonal.kernel;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * The function
 *
 * <pre>
 *   (A(x) asin x + B(x) (1 - x^2)^(-1/2) + e (1 - x^2)^(-3/2))/pi + linear,   x = alpha t + beta,
 * </pre>
 *
 * A and B polynomials: what duals of analytic activations and kernels of one layer are made of,
 * with nothing but their two singularities x = 1 and -1 (docs/theory.md, Theorem 17.8). The linear
 * part, of degree at most 1 in t, is not told.
 *
 * @param slope alpha, positive
 * @param shift beta
 * @param arc A_0 and A_1
 * @param root B_0, B_1 and B_2
 * @param cube e
 */
public record ArcSineForm(
    Rational slope, Rational shift, List<Rational> arc, List<Rational> root, Rational cube) {
  public ArcSineForm {
    arc = List.copyOf(arc);
    root = List.copyOf(root);
    if (slope.signum() <= 0 || arc.size() != 2 || root.size() != 3) {
      throw new IllegalArgumentException("alpha is positive, A of degree 1, B of degree 2");
    }
  }

  /** The function of u whose t is weight u + bias. */
  public ArcSineForm at(Rational weight, Rational bias) {
    return new ArcSineForm(
        slope.multiply(weight), slope.multiply(bias).add(shift), arc, root, cube);
  }

  /** The function times a number. */
  public ArcSineForm times(Rational factor) {
    return new ArcSineForm(
        slope, shift, times(arc, factor), times(root, factor), cube.multiply(factor));
  }

  /**
   * The sum of two functions of the same x.
   *
   * @throws IllegalArgumentException if they are functions of different x
   */
  public ArcSineForm plus(ArcSineForm other) {
    if (!slope.equals(other.slope) || !shift.equals(other.shift)) {
      throw new IllegalArgumentException("functions of different x");
    }
    return new ArcSineForm(
        slope, shift, sum(arc, other.arc), sum(root, other.root), cube.add(other.cube));
  }

  /** A(1). */
  public Rational arcAtSingularity() {
    return total(arc);
  }

  /** B(1). */
  public Rational rootAtSingularity() {
    return total(root);
  }

  private static Rational total(List<Rational> coefficients) {
    return coefficients.stream().reduce(Rational.ZERO, Rational::add);
  }

  private static List<Rational> times(List<Rational> coefficients, Rational factor) {
    return coefficients.stream().map(c -> c.multiply(factor)).toList();
  }

  private static List<Rational> sum(List<Rational> a, List<Rational> b) {
    List<Rational> sum = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i).add(b.get(i)));
    }
    return sum;
  }
}
