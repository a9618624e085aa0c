package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The branch weight of a residual network whose depth is the symbol L, a name or a power of L.
 * Formulas are derived for the name alpha, in sigma = alpha^2/(1 + alpha^2), and the weight is put
 * in afterwards.
 *
 * @param value of alpha
 */
record DeepWeight(IExpr value) {
  /** The name that stands for the weight in between. */
  static final String NAME = "alpha";

  private static final IExpr SIGMA = Symja.symbol("sigma");

  /**
   * A weight such as {@code L^(-1/2)}: the exponent is read off what the catalogue makes of it for
   * L = 2.
   */
  static DeepWeight ofDepth(String weight) {
    ResidualGaussianProcessKernel atTwo =
        (ResidualGaussianProcessKernel) KernelSpecification.parse("resnngp:L=2,alpha=" + weight);
    IExpr exponent = Symja.of(exponentOfTwo(atTwo.layer().alpha()));
    return new DeepWeight(Symja.power(Symja.symbol("L"), exponent));
  }

  private static Rational exponentOfTwo(Parameter power) {
    if (power instanceof RationalPower p) {
      return p.exponent();
    }
    Rational value = (Rational) power;
    return Rational.of((long) value.numerator().bitLength() - value.denominator().bitLength());
  }

  /** The derivation with the weight put in. */
  Derivation in(Derivation general) {
    return general.mapped(this::weighted);
  }

  private Equation weighted(Equation e) {
    return new Equation(e.left(), e.left().equals(SIGMA) ? sigma() : weighted(e.right()));
  }

  private IExpr weighted(IExpr e) {
    return Symja.replace(e, Symja.symbol(NAME), value);
  }

  private IExpr sigma() {
    return Symja.rational(Symja.power(Symja.sum(F.C1, Symja.power(value, Symja.of(-2))), F.CN1));
  }

  /** A quotient of A_1 with sigma written out, where that is rational in L. */
  IExpr simple(IExpr quotient) {
    IExpr exponent = value.isPower() ? value.second() : F.C1;
    boolean isRational = Symja.product(F.C2, exponent).isInteger();
    boolean isDepth = !value.isFree(Symja.symbol("L"));
    return isDepth && isRational
        ? Symja.factored(Symja.replace(quotient, SIGMA, sigma()))
        : quotient;
  }
}
