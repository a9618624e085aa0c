package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.form.NormalForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** A form with linear denominators in 2k + d has poles in the first dimensions only. */
  private static final int LARGEST_POLE = 6;

  private static final Rational PARAMETER = Rational.of(7, 5);
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

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

  /**
   * The cases as one expression in its normal form. What a more general case gives too is no case
   * of its own.
   */
  IExpr piecewise() {
    EigenvalueForm form = new EigenvalueForm(special, NormalForm.of(even), NormalForm.of(odd));
    Map<Integer, IExpr> own = new TreeMap<>();
    special.forEach((k, value) -> own.put(k, NormalForm.of(value)));
    return form.continued(own).orElseGet(() -> form.byParity(own));
  }

  /** If the form of one parity holds for all k, but for those of the other beyond the last case. */
  private Optional<IExpr> continued(Map<Integer, IExpr> own) {
    boolean isEvenZero = even.isZero();
    if (own.isEmpty() || isEvenZero == odd.isZero()) {
      return Optional.empty();
    }
    IExpr form = isEvenZero ? odd : even;
    int last = own.keySet().stream().mapToInt(k -> k).max().orElseThrow();
    int parity = isEvenZero ? 0 : 1;
    for (int k = 0; k <= last; k++) {
      if ((k % 2 == parity || own.containsKey(k)) && !isGivenBy(form, k, own)) {
        return Optional.empty();
      }
    }
    IExpr beyond = F.And(isOfParity(parity), F.Greater(K, F.ZZ(last)));
    return Optional.of(cases(List.of(F.list(F.C0, beyond)), form));
  }

  private static boolean isGivenBy(IExpr form, int k, Map<Integer, IExpr> own) {
    return own.containsKey(k)
        && valueAt(form, k).filter(value -> NormalForm.areEqual(value, own.get(k))).isPresent();
  }

  /** The form at a given k, if it has a value there in every dimension. */
  private static Optional<IExpr> valueAt(IExpr form, int k) {
    for (int d = 2; d <= LARGEST_POLE; d++) {
      try {
        Map<String, Rational> point = new HashMap<>(Map.of("k", Rational.of(k)));
        Symja.names(form).forEach(name -> point.putIfAbsent(name, PARAMETER));
        point.put("d", Rational.of(d));
        new ExpressionEvaluator(OVER, point).evaluate(form);
      } catch (DomainException | UnsupportedExpressionException e) {
        return Optional.empty();
      }
    }
    return Optional.of(Symja.replace(form, K, Symja.of(k)));
  }

  private IExpr byParity(Map<Integer, IExpr> own) {
    List<IExpr> cases = new ArrayList<>();
    own.forEach(
        (k, value) -> {
          if (!isGivenBy(k % 2 == 0 ? even : odd, k, own)) {
            cases.add(F.list(value, F.Equal(K, Symja.of(k))));
          }
        });
    if (even.equals(odd)) {
      return cases.isEmpty() ? even : cases(cases, odd);
    }
    cases.add(F.list(even, isOfParity(0)));
    return cases(cases, odd);
  }

  private static IExpr isOfParity(int parity) {
    return F.Equal(F.Mod(K, F.C2), F.ZZ(parity));
  }

  private static IExpr cases(List<IExpr> cases, IExpr otherwise) {
    IExpr list = F.function(S.List, cases.toArray(IExpr[]::new));
    return F.function(S.Piecewise, list, otherwise);
  }
}
