package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.expansion.MaternLaw;
import dev.zonal.symbolic.expansion.RealPowerLaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The terms of the law of decay of one kernel in one dimension over balls: the other side on which
 * {@link DecayTerms} are checked, from the kernel's own series and from the logarithms of Gammas.
 */
final class NumericTerms {
  private final BallArithmetic over;
  private final int dimension;
  private final Map<String, NavigableMap<Rational, Ball>> singular = new HashMap<>();

  /**
   * The terms up to an order.
   *
   * @param last the largest n of a term K^-(d+n)
   */
  NumericTerms(BallArithmetic over, Kernel kernel, int dimension, Rational last) {
    this.over = over;
    this.dimension = dimension;
    Rational highest = last.add(1);
    NavigableMap<Rational, Ball> both = ofReal(kernel, highest);
    if (!both.isEmpty()) {
      singular.put(Parity.EVEN.toString(), both);
      singular.put(Parity.ODD.toString(), both);
      return;
    }
    int count = highest.intValue() + 1;
    List<Ball> near = ExactChordExpansion.numerically(kernel, End.COINCIDENCE, count, over);
    List<Ball> far = ExactChordExpansion.numerically(kernel, End.ANTIPODE, count, over);
    NavigableMap<Rational, Ball> even = new TreeMap<>();
    NavigableMap<Rational, Ball> odd = new TreeMap<>();
    NavigableMap<Rational, Ball> mean = new TreeMap<>();
    for (int s = 1; s < count; s += 2) {
      even.put(Rational.of(s), over.add(near.get(s), far.get(s)));
      odd.put(Rational.of(s), over.subtract(near.get(s), far.get(s)));
      mean.put(Rational.of(s), near.get(s));
    }
    singular.put(Parity.EVEN.toString(), even);
    singular.put(Parity.ODD.toString(), odd);
    singular.put(SingularPowers.MEAN, mean);
  }

  /** The coefficients of kernels whose powers are no integers. */
  private NavigableMap<Rational, Ball> ofReal(Kernel kernel, Rational highest) {
    NavigableMap<Rational, Ball> powers = new TreeMap<>();
    if (MaternLaw.of(kernel).isPresent()) {
      MaternLaw law = MaternLaw.of(kernel).get();
      Rational s = law.smoothness().multiply(2);
      for (int j = 0; s.compareTo(highest) <= 0; j++, s = s.add(2)) {
        powers.put(s, law.coefficient(over, j));
      }
    } else if (RealPowerLaw.of(kernel).isPresent()) {
      if (kernel.structure() instanceof Structure.Radial radial) {
        Ball rate = over.negate(radial.rate().in(over));
        Rational s = radial.power();
        for (int n = 1; s.compareTo(highest) <= 0; n++, s = s.add(radial.power())) {
          Rational inverse = ExactEvaluator.rising(Rational.ONE, n).reciprocal();
          powers.put(s, over.scale(over.power(rate, n), inverse));
        }
      } else {
        powers.put(((Structure.ChordPower) kernel.structure()).exponent(), over.of(1));
      }
      powers.keySet().removeIf(ChordPowerSpectrum::isPolynomial);
    }
    return powers;
  }

  /**
   * The coefficient of K^-(d+n).
   *
   * @param which a parity or the mean of both, by its name
   */
  Ball at(String which, Rational n) {
    Ball sum = over.of(0);
    for (Map.Entry<Rational, Ball> term : singular.get(which).headMap(n.add(1), true).entrySet()) {
      Rational s = term.getKey();
      Rational steps = n.add(1).subtract(s).divide(2);
      if (steps.isInteger()) {
        int j = steps.intValue();
        Rational factor = ChordPowerTerms.numbers(s.add(dimension - 1L), j).get(j);
        Ball limit = ChordPowerSpectrum.limit(over, dimension, s);
        sum = over.add(sum, over.scale(over.multiply(term.getValue(), limit), factor));
      }
    }
    return sum;
  }
}
