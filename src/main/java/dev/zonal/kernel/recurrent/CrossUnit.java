package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit (l, t) of a recurrent network that reads two sequences, by what the correlation there is
 * made of: with s the root of the product of both variances,
 *
 * <pre>
 *   rho = input u + past K(rho_(l,t-1)) + below K(rho_(l-1,t)) + constant,
 * </pre>
 *
 * <p>each weight a root of a rational number: input = su2 a b/s, past = sw2 m s_(l,t-1)/s, below =
 * su2 m s_(l-1,t)/s (docs/theory.md, Section 22.3). Where one of two sequences has begun before,
 * their sum is less than 1.
 *
 * @param input the square of the weight of u
 * @param past that of the unit (l, t-1)
 * @param below that of the unit (l-1, t)
 * @param constant that of 1
 */
record CrossUnit(Rational input, Rational past, Rational below, Rational constant) {
  /**
   * The units from the first step of the shorter of two sequences on, in the order (1,1), ...,
   * (L,1), (1,2), ...; the sequences end together, and their states have nothing in common.
   */
  static List<CrossUnit> of(
      RecurrentNetwork first, RecurrentNetwork second, Units ofFirst, Units ofSecond) {
    int layers = first.layers();
    Rational m = first.phi().value();
    int count = Math.min(ofFirst.list().size(), ofSecond.list().size());
    int before = ofFirst.list().size() - count;
    int beforeOther = ofSecond.list().size() - count;
    List<Rational> products = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rational one = ofFirst.list().get(before + i).variance();
      products.add(one.multiply(ofSecond.list().get(beforeOther + i).variance()));
    }
    List<CrossUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rational product = products.get(i);
      Rational input = Rational.ZERO;
      Rational below = Rational.ZERO;
      if (i % layers == 0) {
        int t = i / layers;
        Rational a = first.steps().get(before / layers + t);
        Rational b = second.steps().get(beforeOther / layers + t);
        input = square(first.input().multiply(a).multiply(b)).divide(product);
      } else {
        below = square(first.input().multiply(m)).multiply(products.get(i - 1)).divide(product);
      }
      Rational past = Rational.ZERO;
      if (i >= layers) {
        Rational earlier = products.get(i - layers);
        past = square(first.recurrent().multiply(m)).multiply(earlier).divide(product);
      }
      units.add(new CrossUnit(input, past, below, square(first.bias()).divide(product)));
    }
    return List.copyOf(units);
  }

  private static Rational square(Rational x) {
    return x.multiply(x);
  }

  /** A weight by its square; null for 0. */
  static <T> T weight(Arithmetic<T> over, Rational square) {
    return square.isZero() ? null : over.sqrt(over.of(square));
  }
}
