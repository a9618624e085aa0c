package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a recurrent network in the order (1,1), ..., (L,1), (1,2), ...
 *
 * @param layers L
 * @param list the units
 */
record Units(int layers, List<Unit> list) {
  /**
   * How what is known of units passes on.
   *
   * @param <P> what is known of a unit
   */
  interface Step<P> {
    /**
     * What becomes of one unit.
     *
     * @param past what is known of (l, t-1), null for t = 1
     * @param below what is known of (l-1, t), null for l = 1
     */
    P of(Unit unit, P past, P below);
  }

  static Units of(RecurrentNetwork network) {
    Rational m = network.phi().value();
    Rational ofPast = network.recurrent().multiply(m);
    Rational ofBelow = network.input().multiply(m);
    int layers = network.layers();
    List<Unit> list = new ArrayList<>();
    for (Rational step : network.steps()) {
      for (int l = 0; l < layers; l++) {
        int number = list.size() + 1;
        Rational past = Rational.ZERO;
        Rational pastTangent = Rational.ZERO;
        Rational constant = network.bias();
        if (number > layers) {
          Unit before = list.get(number - 1 - layers);
          past = ofPast.multiply(before.variance());
          pastTangent = ofPast.multiply(before.tangent());
        } else {
          constant = constant.add(network.initialCovariance());
        }
        Rational input = Rational.ZERO;
        Rational below = Rational.ZERO;
        Rational belowTangent = Rational.ZERO;
        if (l == 0) {
          input = network.input().multiply(step).multiply(step);
        } else {
          Unit under = list.get(number - 2);
          below = ofBelow.multiply(under.variance());
          belowTangent = ofBelow.multiply(under.tangent());
        }
        Rational v = input.add(past).add(below).add(constant);
        Rational d = v.add(pastTangent).add(belowTangent);
        list.add(
            new Unit(
                number,
                v,
                d,
                input.divide(v),
                past.divide(v),
                below.divide(v),
                pastTangent.divide(d),
                belowTangent.divide(d)));
      }
    }
    return new Units(layers, List.copyOf(list));
  }

  /** The unit that is read out. */
  Unit last() {
    return list.get(list.size() - 1);
  }

  /** What becomes of the last one, step by step. */
  <P> P last(Step<P> step) {
    List<P> known = new ArrayList<>(list.size());
    for (Unit unit : list) {
      Context.checkpoint();
      int n = known.size();
      P past = n >= layers ? known.get(n - layers) : null;
      P below = n % layers == 0 ? null : known.get(n - 1);
      known.add(step.of(unit, past, below));
    }
    return known.get(known.size() - 1);
  }
}
