package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Arithmetic on Symja expressions: a kernel evaluated over it writes down its own closed form.
 *
 * <p>Operations are put into canonical form and nothing more. A factor that has grown beyond {@link
 * #LARGEST_FACTOR} leaves is given a name of its own, so that a recursion stays as long as it is
 * deep. Domains are not checked: an expression is defined where its parts are.
 */
public final class SymbolicArithmetic implements Arithmetic<IExpr> {
  /** Sums with more leaves than this are named before they are multiplied. */
  private static final int LARGEST_FACTOR = 24;

  /** Numbers that are used many times have names if they have more leaves than this. */
  private static final int LARGEST_SHARED = 4;

  private final Definitions definitions;
  private final boolean namesFactors;

  /**
   * @param definitions where the names of common subexpressions are kept
   */
  public SymbolicArithmetic(Definitions definitions) {
    this(definitions, true);
  }

  private SymbolicArithmetic(Definitions definitions, boolean namesFactors) {
    this.definitions = definitions;
    this.namesFactors = namesFactors;
  }

  /** For expressions in indices, which cannot be given a name once and for all. */
  public static SymbolicArithmetic writtenOut(Definitions definitions) {
    return new SymbolicArithmetic(definitions, false);
  }

  @Override
  public IExpr of(Rational value) {
    return Symja.of(value);
  }

  @Override
  public IExpr symbol(String name) {
    return Symja.symbol(name);
  }

  @Override
  public IExpr pi() {
    return S.Pi;
  }

  @Override
  public IExpr add(IExpr a, IExpr b) {
    return Symja.sum(a, b);
  }

  @Override
  public IExpr subtract(IExpr a, IExpr b) {
    return Symja.sum(a, F.Times(F.CN1, b));
  }

  @Override
  public IExpr multiply(IExpr a, IExpr b) {
    return Symja.product(factor(a), factor(b));
  }

  private IExpr factor(IExpr a) {
    return namesFactors && a.isPlus() && a.leafCount() > LARGEST_FACTOR
        ? definitions.name("q", a)
        : a;
  }

  @Override
  public IExpr shared(IExpr value) {
    return namesFactors && value.leafCount() > LARGEST_SHARED
        ? definitions.name("q", value)
        : value;
  }

  @Override
  public IExpr divide(IExpr a, IExpr b) {
    if (b.isZero()) {
      throw new DomainException("division of " + a + " by zero");
    }
    IExpr quotient = Symja.product(a, F.Power(b, F.CN1));
    return quotient.equals(definitions.sigma()) ? definitions.nameSigma() : quotient;
  }

  @Override
  public IExpr sqrt(IExpr a) {
    return Symja.evaluate(F.Sqrt(a));
  }

  @Override
  public IExpr exp(IExpr a) {
    return Symja.evaluate(F.Exp(a));
  }

  @Override
  public IExpr log(IExpr a) {
    return Symja.evaluate(F.Log(a));
  }

  @Override
  public IExpr sin(IExpr a) {
    return Symja.evaluate(F.Sin(a));
  }

  @Override
  public IExpr cos(IExpr a) {
    return Symja.evaluate(F.Cos(a));
  }

  @Override
  public IExpr asin(IExpr a) {
    return Symja.evaluate(F.ArcSin(a));
  }

  @Override
  public IExpr power(IExpr base, long exponent) {
    return Symja.power(base, Symja.of(exponent));
  }

  @Override
  public IExpr power(IExpr base, Rational exponent) {
    return Symja.power(base, Symja.of(exponent));
  }

  @Override
  public IExpr matern(Rational nu, IExpr x) {
    IExpr order = Symja.of(nu);
    return Symja.product(
        Symja.power(F.C2, Symja.of(Rational.ONE.subtract(nu))),
        F.Power(Symja.evaluate(F.Gamma(order)), F.CN1),
        Symja.power(x, order),
        F.BesselK(order, x));
  }

  @Override
  public IExpr arcCosineDefect(IExpr theta, IExpr sinHalf, IExpr cosHalf) {
    IExpr above = F.Subtract(F.Sin(theta), F.Times(theta, F.Cos(theta)));
    return Symja.product(F.C1D2, above, F.Power(F.Subtract(F.C1, F.Cos(theta)), F.CN1));
  }
}
