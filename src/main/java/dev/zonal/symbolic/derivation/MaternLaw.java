package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The decay constant of a Matern kernel whose smoothness is no half of an odd integer
 * (docs/theory.md, Proposition 12.14).
 */
record MaternLaw(Rational smoothness, Parameter rate) {
  /** The law of a kernel of this kind; empty for every other one. */
  static Optional<MaternLaw> of(Kernel kernel) {
    return kernel.structure() instanceof Structure.Bessel bessel
        ? Optional.of(new MaternLaw(bessel.smoothness(), bessel.rate()))
        : Optional.empty();
  }

  /** The leading singular function of the chord in LaTeX, as in r^2 log r. */
  String leading() {
    Rational s = smoothness.multiply(2);
    return "r^{" + s + "}" + (smoothness.isInteger() ? "\\,\\log r" : "");
  }

  /** 2^(d-2) Gamma(d/2) Gamma(nu+(d-1)/2) c^(2nu)/(Sqrt(Pi) Gamma(nu)). */
  IExpr constant() {
    IExpr d = Symja.symbol("d");
    IExpr nu = Symja.of(smoothness);
    IExpr c = rate.in(new SymbolicArithmetic(new Definitions()));
    return Symja.product(
        F.Power(F.C2, Symja.sum(d, F.CN2)),
        F.Gamma(Symja.product(F.C1D2, d)),
        F.Gamma(Symja.sum(nu, Symja.product(F.C1D2, Symja.sum(d, F.CN1)))),
        Symja.power(c, Symja.of(smoothness.multiply(2))),
        F.Power(S.Pi, F.CN1D2),
        F.Power(Symja.evaluate(F.Gamma(nu)), F.CN1));
  }

  /** The same number from the coefficient of the leading singular function and its eigenvalues. */
  Ball constant(BallArithmetic over, int dimension) {
    GammaFunction gamma = new GammaFunction(over);
    Rational s = smoothness.multiply(2);
    Ball power = over.power(rate.in(over).shifted(-1), s);
    Ball above =
        smoothness.isInteger()
            ? over.divide(over.of(2), gamma.gamma(smoothness))
            : gamma.gamma(Rational.ONE.subtract(smoothness));
    Ball size = over.multiply(over.divide(above, gamma.gamma(smoothness.add(1))), power);
    boolean isPositive = smoothness.isInteger() && !smoothness.divide(2).isInteger();
    Ball coefficient = isPositive ? size : over.negate(size);
    return over.multiply(coefficient, ChordPowerSpectrum.limit(over, dimension, s));
  }
}
