package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.Kernel;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import org.matheclipse.core.interfaces.IExpr;

/** The angle of the first layer as three names: u, kappa0 and kappa1. */
public final class Layer implements Angle<IExpr> {
  private Layer() {}

  /** A one-layer kernel in the three names. */
  public static IExpr evaluate(Kernel kernel, Definitions definitions) {
    return kernel.evaluate(new SymbolicArithmetic(definitions), new Layer());
  }

  private static DomainException deeper() {
    return new DomainException("the kernel is not a polynomial in u, kappa_0(u) and kappa_1(u)");
  }

  @Override
  public IExpr theta() {
    throw deeper();
  }

  @Override
  public IExpr cosine() {
    return Symja.symbol("u");
  }

  @Override
  public IExpr versine() {
    return Symja.sum(Symja.of(1), Symja.product(Symja.of(-1), cosine()));
  }

  @Override
  public IExpr chord() {
    throw deeper();
  }

  @Override
  public IExpr kappa0() {
    return Symja.symbol("kappa0");
  }

  @Override
  public IExpr kappa1() {
    return Symja.symbol("kappa1");
  }

  @Override
  public Angle<IExpr> throughLayer(IExpr arc, IExpr constant) {
    if (arc.isZero() && constant.isZero()) {
      return this;
    }
    throw new UnsupportedExpressionException("a second layer has no eigenvalues in closed form");
  }
}
