package dev.zonal.kernel.angle;

import dev.zonal.arithmetic.Arithmetic;
import java.util.List;

/**
 * A mean of cosines: of that of an input, of what activations of degree 1 make of other angles, and
 * of 1,
 *
 * <pre>
 *   input u + sum (arc_i kappa_1(u_i) + rest_i u_i) + constant,
 * </pre>
 *
 * <p>whose weights add up to 1: what a unit sees that an input reaches anew at every step
 * (docs/theory.md, Section 22.1).
 *
 * @param number by which the angle is known where angles have names, from 1
 * @param input the weight of the input; null for 0
 * @param branches the other angles, each itself such a mean of the same input, or the input
 * @param constant the weight of 1; null for 0
 * @param <T> the numbers
 */
public record Mean<T>(
    Arithmetic<T> over, int number, T input, List<Branch<T>> branches, T constant) {
  public Mean {
    branches = List.copyOf(branches);
  }

  /**
   * One of the other angles.
   *
   * @param arc the weight of kappa_1 at the angle
   * @param rest the weight of its cosine; null for 0
   */
  public record Branch<T>(Angle<T> angle, T arc, T rest) {}

  /** The mean, where the cosine of the input is u. */
  public T cosine(T u) {
    T sum = constant == null ? over.of(0) : constant;
    if (input != null) {
      sum = over.add(sum, over.multiply(input, u));
    }
    for (Branch<T> branch : branches) {
      sum = over.add(sum, over.multiply(branch.arc, branch.angle.kappa1()));
      if (branch.rest != null) {
        sum = over.add(sum, over.multiply(branch.rest, branch.angle.cosine()));
      }
    }
    return sum;
  }
}
