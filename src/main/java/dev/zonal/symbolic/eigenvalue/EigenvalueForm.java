package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;

import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Eigenvalues as expressions in k and d: one for even k, one for odd k, and others for single small
 * k where those do not hold.
 *
 * @param special by k
 * @param even for all other even k
 * @param odd for all other odd k
 */
record EigenvalueForm(Map<Integer, IExpr> special, IExpr even, IExpr odd) {
  /** One form for even k and another for odd k. */
  static EigenvalueForm ofParities(EigenvalueForm even, EigenvalueForm odd) {
    TreeSet<Integer> keys = new TreeSet<>(even.special.keySet());
    keys.addAll(odd.special.keySet());
    Map<Integer, IExpr> special = new TreeMap<>();
    keys.forEach(k -> special.put(k, (k % 2 == 0 ? even : odd).at(k)));
    return new EigenvalueForm(special, even.even, odd.odd);
  }

  /** The value at k + shift, as an expression in k for k of the given parity. */
  private IExpr generic(boolean evenK, int shift) {
    IExpr form = evenK == (shift % 2 == 0) ? even : odd;
    return Symja.replace(form, K, Symja.sum(K, Symja.of(shift)));
  }

  /** The value at a given k. */
  IExpr at(int k) {
    return special.containsKey(k)
        ? special.get(k)
        : Symja.replace(k % 2 == 0 ? even : odd, K, Symja.of(k));
  }

  EigenvalueForm plus(EigenvalueForm other) {
    TreeSet<Integer> keys = new TreeSet<>(special.keySet());
    keys.addAll(other.special.keySet());
    Map<Integer, IExpr> sum = new TreeMap<>();
    keys.forEach(k -> sum.put(k, Symja.sum(at(k), other.at(k))));
    return new EigenvalueForm(sum, Symja.sum(even, other.even), Symja.sum(odd, other.odd));
  }

  EigenvalueForm times(IExpr factor) {
    Map<Integer, IExpr> product = new TreeMap<>();
    special.forEach((k, value) -> product.put(k, Symja.product(factor, value)));
    return new EigenvalueForm(product, Symja.product(factor, even), Symja.product(factor, odd));
  }

  /** eta_k(u f) = ((k+d-2) eta_(k+1)(f) + k eta_(k-1)(f))/(2k+d-2), eta_0(u f) = eta_1(f). */
  EigenvalueForm timesCosine() {
    Map<Integer, IExpr> values = new TreeMap<>();
    values.put(0, at(1));
    int last = special.keySet().stream().mapToInt(k -> k).max().orElse(0) + 1;
    for (int k = 1; k <= last; k++) {
      values.put(k, neighbours(at(k + 1), at(k - 1), Symja.of(k)));
    }
    return new EigenvalueForm(
        values,
        neighbours(generic(true, 1), generic(true, -1), K),
        neighbours(generic(false, 1), generic(false, -1), K));
  }

  private static IExpr neighbours(IExpr above, IExpr below, IExpr k) {
    IExpr sum = Symja.sum(Symja.product(Symja.sum(k, D, F.CN2), above), Symja.product(k, below));
    return Symja.product(sum, F.Power(Symja.sum(Symja.product(F.C2, k), D, F.CN2), F.CN1));
  }

  /** The cases as one expression; a special value that its parity's form gives too is dropped. */
  IExpr piecewise() {
    List<IExpr> cases = new ArrayList<>();
    special.forEach((k, value) -> cases.add(F.list(value, F.Equal(K, Symja.of(k)))));
    if (cases.isEmpty() && even.equals(odd)) {
      return even;
    }
    IExpr parity = F.Equal(F.Mod(K, F.C2), F.C0);
    if (!even.equals(odd)) {
      cases.add(F.list(even, parity));
    }
    return F.function(S.Piecewise, F.function(S.List, cases.toArray(IExpr[]::new)), odd);
  }
}
