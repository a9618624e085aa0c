package dev.zonal.data.pair;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import org.apfloat.Apfloat;

/** The duals of activations in decimals without error bounds, written once more. */
public final class PlainDual {
  private PlainDual() {}

  /**
   * E phi phi and E phi' phi'; the correlation is cut down to [-1, 1].
   *
   * @param same whether the two are one number
   */
  public static Apfloat[] of(
      ApfloatArithmetic over, Activation phi, Apfloat a, Apfloat b, Apfloat c, boolean same) {
    if (a.signum() == 0 || b.signum() == 0) {
      return new Apfloat[] {over.of(0), over.of(0)};
    }
    Apfloat one = over.of(1);
    Apfloat scale = same ? a : over.sqrt(over.multiply(a, b));
    Apfloat rho = same ? one : over.divide(c, scale);
    if (rho.compareTo(one) > 0 || over.subtract(rho, one).scale() < -50) {
      rho = one;
    }
    if (over.add(rho, one).signum() <= 0 || over.add(rho, one).scale() < -50) {
      rho = over.negate(one);
    }
    Apfloat pi = over.pi();
    Apfloat theta = over.subtract(over.divide(pi, over.of(2)), over.asin(rho));
    Apfloat kappa0 = over.subtract(one, over.divide(theta, pi));
    Apfloat square = over.subtract(one, over.multiply(rho, rho));
    Apfloat sine = square.signum() <= 0 ? over.of(0) : over.sqrt(square);
    Apfloat kappa1 = over.add(over.divide(sine, pi), over.multiply(kappa0, rho));
    String name = phi.toString();
    Apfloat cc = over.multiply(scale, rho);
    if (name.equals("erf")) {
      Apfloat p =
          over.multiply(
              over.add(one, over.multiply(a, over.of(2))),
              over.add(one, over.multiply(b, over.of(2))));
      Apfloat value =
          over.divide(over.asin(over.divide(over.multiply(cc, over.of(2)), over.sqrt(p))), pi);
      Apfloat rest = over.subtract(p, over.multiply(over.of(4), over.multiply(cc, cc)));
      Apfloat slope = over.divide(over.of(4), over.multiply(pi, over.sqrt(rest)));
      return new Apfloat[] {over.multiply(value, over.of(2)), slope};
    }
    if (name.equals("sin")) {
      Apfloat mean = over.divide(over.add(a, b), over.of(2));
      Apfloat up = over.exp(over.subtract(cc, mean));
      Apfloat down = over.exp(over.negate(over.add(cc, mean)));
      return new Apfloat[] {
        over.divide(over.subtract(up, down), over.of(2)),
        over.divide(over.add(up, down), over.of(2))
      };
    }
    if (name.equals("gelu")) {
      Apfloat first = over.add(one, a);
      Apfloat second = over.add(one, b);
      Apfloat p = over.multiply(first, second);
      Apfloat s = over.subtract(p, over.multiply(cc, cc));
      Apfloat front = over.divide(one, over.multiply(over.multiply(over.of(2), pi), over.sqrt(s)));
      Apfloat sum = over.add(over.divide(one, first), over.divide(one, second));
      Apfloat h =
          over.add(
              over.of(Rational.of(1, 4)),
              over.divide(over.asin(over.divide(cc, over.sqrt(p))), over.multiply(over.of(2), pi)));
      Apfloat value =
          over.add(
              over.multiply(front, over.add(one, over.multiply(s, over.subtract(one, sum)))),
              over.multiply(cc, h));
      Apfloat slope =
          over.add(h, over.multiply(over.multiply(front, cc), over.add(sum, over.divide(one, s))));
      return new Apfloat[] {value, slope};
    }
    Rational leak =
        switch (name) {
          case "relu" -> Rational.ZERO;
          case "abs" -> Rational.of(-1);
          case "linear" -> Rational.ONE;
          default -> Rational.parse(name.substring("leaky,slope=".length()));
        };
    Rational jump = Rational.ONE.subtract(leak);
    Rational arc = jump.multiply(jump).divide(2);
    return new Apfloat[] {
      over.multiply(scale, over.add(over.scale(kappa1, arc), over.scale(rho, leak))),
      over.add(over.scale(kappa0, arc), over.of(leak))
    };
  }
}
