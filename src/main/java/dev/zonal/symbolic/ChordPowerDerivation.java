package dev.zonal.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of the powers of the chord, by Rodrigues' formula. */
final class ChordPowerDerivation {
  private ChordPowerDerivation() {}

  /** Lambda_k(s) (docs/theory.md, Lemma 9.3), s not an even integer below 2k. */
  static IExpr formula(IExpr s) {
    IExpr d = Symja.symbol("d");
    IExpr k = Symja.symbol("k");
    IExpr half = Symja.product(F.C1D2, s);
    return Symja.product(
        F.Power(F.C2, Symja.sum(s, d, F.CN2)),
        F.Power(S.Pi, F.CN1D2),
        F.Gamma(Symja.product(F.C1D2, d)),
        F.Pochhammer(Symja.product(F.CN1, half), k),
        F.Gamma(Symja.product(F.C1D2, Symja.sum(s, d, F.CN1))),
        F.Power(F.Gamma(Symja.sum(half, k, d, F.CN1)), F.CN1));
  }
}
