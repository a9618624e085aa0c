package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues that a kernel is given by, as formulas (docs/theory.md, section 15). */
final class GivenEigenvalue {
  private GivenEigenvalue() {}

  static Derivation derive(EigenvalueSteps steps, Structure.Spectral given) {
    steps.add(
        "The kernel is given by its eigenvalues on the harmonics of degree $k$, on which minus the"
            + " Laplacian is $k(k+d-2)$",
        new Equation(Indexed.of("eta", K), formula(given)));
    return steps.result(formula(given), "as the kernel is defined");
  }

  private static IExpr formula(Structure.Spectral given) {
    if (given instanceof Structure.LaplacianPower power) {
      IExpr order =
          Symja.sum(
              Symja.of(power.order().negate()),
              Symja.product(Symja.of(power.orderPerDimension().negate()), Symja.sum(D, F.CN1)));
      return F.Power(Symja.sum(Symja.of(power.shift()), laplacian()), order);
    }
    if (given instanceof Structure.Heat heat) {
      return F.Exp(Symja.product(Symja.of(heat.time().negate()), laplacian()));
    }
    return given instanceof Structure.Poisson poisson
        ? F.Power(Symja.of(poisson.ratio()), K)
        : list(((Structure.FiniteSpectrum) given).eigenvalues());
  }

  private static IExpr laplacian() {
    return Symja.product(K, Symja.sum(K, D, F.CN2));
  }

  private static IExpr list(List<Rational> eigenvalues) {
    List<IExpr> cases = new ArrayList<>();
    for (int k = 0; k < eigenvalues.size(); k++) {
      cases.add(F.list(Symja.of(eigenvalues.get(k)), F.Equal(K, Symja.of(k))));
    }
    return F.function(S.Piecewise, F.function(S.List, cases.toArray(IExpr[]::new)), F.C0);
  }
}
