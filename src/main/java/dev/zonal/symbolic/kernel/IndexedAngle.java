package dev.zonal.symbolic.kernel;

import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The angle of the layer l in a recursion of symbolic depth, known as u_l, k_l and d_l only. */
public record IndexedAngle(IExpr layer, IExpr cosine) implements Angle<IExpr> {
  public IndexedAngle(IExpr layer) {
    this(layer, Indexed.of("u", layer));
  }

  /** The angle before the first layer. */
  public static IndexedAngle start() {
    return new IndexedAngle(F.C0, Symja.symbol("u"));
  }

  /** kappa_0 in full. */
  public static IExpr kappa0(IExpr u) {
    return Symja.sum(F.C1, F.Times(F.CN1, F.ArcCos(u), F.Power(S.Pi, F.CN1)));
  }

  /** kappa_1 in full. */
  public static IExpr kappa1(IExpr u) {
    IExpr sine = F.Sqrt(F.Subtract(F.C1, F.Sqr(u)));
    IExpr arc = F.Times(F.Subtract(S.Pi, F.ArcCos(u)), u);
    return Symja.product(F.Power(S.Pi, F.CN1), F.Plus(sine, arc));
  }

  @Override
  public IExpr theta() {
    return Symja.evaluate(F.ArcCos(cosine));
  }

  @Override
  public IExpr versine() {
    return Symja.sum(F.C1, F.Times(F.CN1, cosine));
  }

  @Override
  public IExpr chord() {
    return Symja.evaluate(F.Sqrt(F.Times(F.C2, versine())));
  }

  @Override
  public IExpr kappa0() {
    return Indexed.of("d", layer);
  }

  @Override
  public IExpr kappa1() {
    return Indexed.of("k", layer);
  }

  private IExpr kappa(int degree) {
    return ArcCosinePolynomials.kappa(new SymbolicArithmetic(new Definitions()), degree, this);
  }

  @Override
  public IndexedAngle withCosine(IExpr u) {
    return new IndexedAngle(Symja.sum(layer, F.C1), u);
  }

  @Override
  public IndexedAngle throughLayer(int degree, IExpr arc, IExpr constant) {
    IExpr kept = Symja.rational(F.Plus(F.C1, F.Times(F.CN1, arc), F.Times(F.CN1, constant)));
    IExpr next = Symja.sum(F.Times(kept, cosine), F.Times(arc, kappa(degree)), constant);
    return new IndexedAngle(Symja.sum(layer, F.C1), next);
  }
}
