package dev.zonal.theorem.geometric;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcSineForm;

/**
 * The power series of an {@link ArcSineForm}: the coefficient of u^n, n &gt;= 2, is u_*^-n (1/2)_n
 * S_n/(pi n!), and r_n times that of (1 - u/u_*)^-mu over pi (docs/theory.md, Theorem 17.8).
 *
 * @param root the Y_n that S_n is made of
 */
record ArcSineCoefficients(ArcSineForm form, RootCoefficients root) {
  private static final Rational HALF = Rational.of(1, 2);

  /** r_n, for mu = 3/2, 1/2, and for -1/2 where there are arc sines only. */
  NearLimit over(Rational order) {
    if (order.signum() < 0) {
      return arcs();
    }
    NearLimit rest = arcsOverRoot().plus(roots());
    return order.equals(HALF) ? rest : rest.times(reciprocal(HALF)).times(HALF).plus(cubes());
  }

  /** (2n - 1) times what A asin x contributes, negated. */
  private NearLimit arcs() {
    Rational beta = form.shift();
    Rational gamma = Rational.ONE.subtract(beta);
    Rational a0 = form.arc().get(0);
    Rational a1 = form.arc().get(1);
    NearLimit first = root.at(1).times(gamma.multiply(a0.add(beta.multiply(a1))));
    NearLimit second =
        root.at(2)
            .times(quotient(Rational.ZERO, Rational.of(-3, 2)))
            .times(gamma.pow(2).multiply(a1));
    return first.plus(second).times(Rational.of(-2));
  }

  /** What A asin x contributes to S_n. */
  private NearLimit arcsOverRoot() {
    return arcs().times(reciprocal(HALF.negate())).times(HALF.negate());
  }

  /** What B (1 - x^2)^(-1/2) contributes to S_n. */
  private NearLimit roots() {
    Rational beta = form.shift();
    Rational gamma = Rational.ONE.subtract(beta);
    Rational b0 = form.root().get(0);
    Rational b1 = form.root().get(1);
    Rational b2 = form.root().get(2);
    NearLimit step = quotient(Rational.ZERO, HALF.negate());
    NearLimit next = step.times(quotient(Rational.of(-1), Rational.of(-3, 2)));
    Rational zeroth = b0.add(beta.multiply(b1)).add(beta.pow(2).multiply(b2));
    Rational first = b1.add(beta.multiply(b2).multiply(2)).multiply(gamma);
    return root.at(0)
        .times(zeroth)
        .plus(root.at(1).times(step).times(first))
        .plus(root.at(2).times(next).times(gamma.pow(2).multiply(b2)));
  }

  /** What e (1 - x^2)^(-3/2) contributes to S_n/(2n + 1). */
  private NearLimit cubes() {
    Rational beta = form.shift();
    Rational ratio = beta.divide(Rational.ONE.subtract(beta));
    NearLimit first = root.at(0).times(quotient(Rational.ONE, HALF));
    return first.plus(root.at(-1).times(ratio)).times(form.cube().multiply(HALF));
  }

  private NearLimit reciprocal(Rational h) {
    return NearLimit.reciprocal(h, root.from());
  }

  private NearLimit quotient(Rational j, Rational h) {
    return NearLimit.quotient(j, h, root.from());
  }
}
