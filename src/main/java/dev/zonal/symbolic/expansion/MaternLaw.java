package dev.zonal.symbolic.expansion;

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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The decay constant of a Matern kernel whose smoothness is no half of an odd integer
 * (docs/theory.md, Proposition 12.14).
 */
public record MaternLaw(Rational smoothness, Parameter rate) {
  /** The law of a kernel of this kind; empty for every other one. */
  public static Optional<MaternLaw> of(Kernel kernel) {
    return kernel.structure() instanceof Structure.Bessel bessel
        ? Optional.of(new MaternLaw(bessel.smoothness(), bessel.rate()))
        : Optional.empty();
  }

  /** The leading singular function of the chord in LaTeX, as in r^2 log r. */
  public String leading() {
    Rational s = smoothness.multiply(2);
    return "r^{" + s + "}" + (smoothness.isInteger() ? "\\,\\log r" : "");
  }

  /** 2^(d-2) Gamma(d/2) Gamma(nu+(d-1)/2) c^(2nu)/(Sqrt(Pi) Gamma(nu)). */
  public IExpr constant() {
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

  /** The coefficients c_0, c_1, ... of the first singular functions, by their exponents. */
  public NavigableMap<Rational, IExpr> terms(int count) {
    IExpr half = Symja.product(F.C1D2, rate.in(new SymbolicArithmetic(new Definitions())));
    IExpr below = Symja.evaluate(F.Gamma(Symja.of(smoothness.add(1))));
    // (nu-1)! is Gamma(nu).
    boolean isPositive = smoothness.isInteger() && !smoothness.divide(2).isInteger();
    IExpr above =
        smoothness.isInteger()
            ? F.Divide(isPositive ? F.C2 : F.CN2, F.Gamma(Symja.of(smoothness)))
            : F.Times(F.CN1, F.Gamma(Symja.of(Rational.ONE.subtract(smoothness))));
    NavigableMap<Rational, IExpr> terms = new TreeMap<>();
    Rational weight = Rational.ONE;
    for (int j = 0; j < count; j++) {
      Rational s = smoothness.add(j).multiply(2);
      IExpr power = Symja.power(half, Symja.of(s));
      terms.put(
          s,
          Symja.product(Symja.evaluate(above), Symja.power(below, F.CN1), power, Symja.of(weight)));
      weight = weight.divide(smoothness.add(j + 1L).multiply(j + 1L));
    }
    return terms;
  }

  /** The same number from the coefficient of the leading singular function and its eigenvalues. */
  public Ball constant(BallArithmetic over, int dimension) {
    Ball limit = ChordPowerSpectrum.limit(over, dimension, smoothness.multiply(2));
    return over.multiply(coefficient(over), limit);
  }

  /** c_0, the coefficient of the leading singular function. */
  private Ball coefficient(BallArithmetic over) {
    GammaFunction gamma = new GammaFunction(over);
    Rational s = smoothness.multiply(2);
    Ball power = over.power(rate.in(over).shifted(-1), s);
    Ball above =
        smoothness.isInteger()
            ? over.divide(over.of(2), gamma.gamma(smoothness))
            : gamma.gamma(Rational.ONE.subtract(smoothness));
    Ball size = over.multiply(over.divide(above, gamma.gamma(smoothness.add(1))), power);
    boolean isPositive = smoothness.isInteger() && !smoothness.divide(2).isInteger();
    return isPositive ? size : over.negate(size);
  }

  /** c_j, from c_0. */
  public Ball coefficient(BallArithmetic over, int j) {
    Ball value = coefficient(over);
    Ball square = over.square(rate.in(over).shifted(-1));
    for (int i = 1; i <= j; i++) {
      Rational below = smoothness.add(i).multiply(i);
      value = over.scale(over.multiply(value, square), below.reciprocal());
    }
    return value;
  }
}
