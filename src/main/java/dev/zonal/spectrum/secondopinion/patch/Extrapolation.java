package dev.zonal.spectrum.secondopinion.patch;

import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import java.util.ArrayList;
import java.util.List;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The limit of partial sums that differ from it by x^g (c_0 + c_1 x + ...), x = 1/n: the quotient
 * of the divided differences of x^-g S(x) and x^-g, which remove the first of the c_i. A part of
 * the second opinion: no bound.
 *
 * @param over the arithmetic
 * @param exponent g, a multiple of 1/2
 */
record Extrapolation(ApfloatArithmetic over, Rational exponent) {
  /** A partial sum that ends before the term n. */
  record PartialSum(long n, Apfloat sum) {}

  /**
   * The limit, with how much the first sum and the last one still matter.
   *
   * @param sums at least three, n ascending
   */
  ApfloatEstimate limit(List<PartialSum> sums) {
    Apfloat all = quotient(sums);
    Apfloat first = ApfloatMath.abs(all.subtract(quotient(sums.subList(1, sums.size()))));
    Apfloat last = ApfloatMath.abs(all.subtract(quotient(sums.subList(0, sums.size() - 1))));
    return new ApfloatEstimate(all, over.multiply(over.of(4), over.add(first, last)));
  }

  private Apfloat quotient(List<PartialSum> sums) {
    List<Apfloat> points = new ArrayList<>();
    sums.forEach(sum -> points.add(over.divide(over.of(1), over.of(sum.n()))));
    Apfloat above = over.of(0);
    Apfloat below = over.of(0);
    for (int i = 0; i < sums.size(); i++) {
      Apfloat weight = over.power(over.of(sums.get(i).n()), exponent);
      for (int j = 0; j < sums.size(); j++) {
        if (j != i) {
          weight = over.divide(weight, over.subtract(points.get(i), points.get(j)));
        }
      }
      above = over.add(above, over.multiply(weight, sums.get(i).sum()));
      below = over.add(below, weight);
    }
    return over.divide(above, below);
  }
}
