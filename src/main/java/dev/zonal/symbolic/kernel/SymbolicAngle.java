package dev.zonal.symbolic.kernel;

import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.angle.Mean;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * An angle known by its cosine u, or by theta, as an expression. What the layers of a network make
 * of it is named per layer: u_l, k_l = kappa_1(u_l) and d_l = kappa_0(u_l), the derivative of
 * kappa_1 there.
 */
public record SymbolicAngle(
    Definitions definitions, int layer, IExpr cosine, IExpr theta, IExpr sine)
    implements Angle<IExpr> {
  /** The angle whose cosine is {@code u}, a name or a number in [-1, 1]. */
  public static SymbolicAngle ofCosine(Definitions definitions, IExpr u) {
    return ofCosine(definitions, 0, u);
  }

  /** The angle {@code theta}, a name or a number in [0, pi]. */
  public static SymbolicAngle ofTheta(Definitions definitions, IExpr theta) {
    return new SymbolicAngle(
        definitions, 0, Symja.evaluate(F.Cos(theta)), theta, Symja.evaluate(F.Sin(theta)));
  }

  private static SymbolicAngle ofCosine(Definitions definitions, int layer, IExpr u) {
    IExpr sine = Symja.evaluate(F.Sqrt(F.Subtract(F.C1, F.Sqr(u))));
    return new SymbolicAngle(definitions, layer, u, Symja.evaluate(F.ArcCos(u)), sine);
  }

  @Override
  public IExpr versine() {
    return Symja.evaluate(F.Subtract(F.C1, cosine));
  }

  @Override
  public IExpr chord() {
    return Symja.evaluate(F.Sqrt(F.Times(F.C2, versine())));
  }

  @Override
  public IExpr kappa0() {
    return named("d" + layer, F.Subtract(F.C1, F.Times(theta, F.Power(S.Pi, F.CN1))));
  }

  @Override
  public IExpr kappa1() {
    IExpr arc = F.Times(F.Subtract(S.Pi, theta), cosine);
    return named("k" + layer, F.Times(F.Power(S.Pi, F.CN1), F.Plus(sine, arc)));
  }

  /** The name, unless the value is a number. */
  private IExpr named(String name, IExpr expression) {
    IExpr value = Symja.evaluate(expression);
    if (value.isNumber()) {
      return value;
    }
    return definitions.isDefined(name) ? Symja.symbol(name) : definitions.define(name, value);
  }

  @Override
  public SymbolicAngle throughLayer(int degree, IExpr arc, IExpr constant) {
    IExpr kept = Symja.rational(F.Plus(F.C1, F.Times(F.CN1, arc), F.Times(F.CN1, constant)));
    IExpr passed = arc.isZero() ? F.C0 : Symja.product(arc, kappa(degree));
    IExpr next = Symja.sum(F.Times(kept, cosine), passed, constant);
    return withCosine(next);
  }

  /** Named after the unit. */
  @Override
  public SymbolicAngle mean(Mean<IExpr> of) {
    IExpr u = named("u" + of.number(), of.cosine(cosine));
    return ofCosine(definitions, of.number(), u);
  }

  @Override
  public SymbolicAngle withCosine(IExpr u) {
    return ofCosine(definitions, layer + 1, named("u" + (layer + 1), u));
  }

  private IExpr kappa(int degree) {
    return ArcCosinePolynomials.kappa(new SymbolicArithmetic(definitions), degree, this);
  }
}
