package dev.zonal.kernel;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.List;

/** The function that a structure describes, made from the description alone. */
final class StructureValue {
  private StructureValue() {}

  static Ball of(BallArithmetic over, Structure structure, Rational u) {
    ChordAngle<Ball> at = ChordAngle.ofCosine(over, u);
    if (structure instanceof Structure.Polynomial polynomial) {
      return polynomial(over, polynomial.coefficients(), over.of(u));
    }
    if (structure instanceof Structure.ChordPower power) {
      return over.power(at.chord(), power.exponent());
    }
    if (structure instanceof Structure.Radial radial) {
      Ball c = radial.rate().in(over);
      Ball exponent = over.multiply(c, over.power(at.chord(), radial.power()));
      Ball factor = polynomial(over, radial.coefficients(), over.multiply(c, at.chord()));
      return over.multiply(over.exp(over.negate(exponent)), factor);
    }
    if (structure instanceof Structure.Bessel bessel) {
      Ball x = over.multiply(bessel.rate().in(over), at.chord());
      return over.matern(bessel.smoothness(), x);
    }
    if (structure instanceof Structure.OneLayer layer) {
      Ball sum = over.of(0);
      Ball weights = over.of(0);
      for (OneLayerTerm term : layer.terms()) {
        Ball weight = term.weight(over);
        weights = over.add(weights, weight);
        sum = over.add(sum, over.multiply(weight, basis(over, term.function(), at)));
      }
      return over.divide(sum, weights);
    }
    if (structure instanceof Structure.Layered layered) {
      return layered.recursion().over(over).value(at, layered.depth());
    }
    throw new AssertionError("an opaque function is not described");
  }

  private static Ball polynomial(BallArithmetic over, List<Rational> coefficients, Ball x) {
    Ball value = over.of(0);
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      value = over.add(over.multiply(value, x), over.of(coefficients.get(i)));
    }
    return value;
  }

  private static Ball basis(BallArithmetic over, OneLayerTerm.Basis function, ChordAngle<Ball> at) {
    Ball kappa =
        function
            .degree()
            .map(n -> ArcCosinePolynomials.kappa(over, n, at))
            .orElseGet(() -> over.of(1));
    return function.cosine() ? over.multiply(at.cosine(), kappa) : kappa;
  }
}
