package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.eval.exception.LimitException;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The form in which formulas are written (docs/symbolic.md, section 5): the shortest of one
 * product, a sum of products, and the formula as it came.
 */
public final class NormalForm {
  /** Longer functions are brought into their form term by term only. */
  private static final long LARGEST = 800;

  /** Of shorter sums the terms that belong together are found. */
  private static final long SHORT = 60;

  private static final Set<String> LEFT_ALONE =
      Set.of(Inert.INTEGRAL, Inert.DERIVATIVE, Inert.SUM, "D", "Equal");

  /** Formulas come back: as cases, in the names of weights, in the final document. */
  private static final Memo<IExpr, IExpr> KNOWN = new Memo<>(2000);

  private NormalForm() {}

  /**
   * The same function, not longer. A formula whose forms Symja cannot evaluate stays as it came:
   * its rules for signs go in circles on some, such as (Pi/(1/Pi - Pi))^2, until its limit ends
   * them.
   */
  public static IExpr of(IExpr e) {
    if (e.isAST(S.Piecewise)) {
      return piecewise((IAST) e);
    }
    if (isLeftAlone(e)) {
      return e;
    }
    try {
      return shortest(e);
    } catch (LimitException circle) {
      return e;
    }
  }

  /** Whether the difference vanishes identically by the rules of this form. */
  public static boolean areEqual(IExpr a, IExpr b) {
    return of(Symja.sum(a, F.Times(F.CN1, b))).isZero();
  }

  private static boolean isLeftAlone(IExpr e) {
    return !e.isFree(part -> LEFT_ALONE.contains(part.head().toString()), true);
  }

  private static IExpr piecewise(IAST e) {
    List<IExpr> cases = new ArrayList<>();
    for (IExpr pair : (IAST) e.arg1()) {
      cases.add(F.list(of(pair.first()), pair.second()));
    }
    IAST list = F.function(S.List, cases.toArray(IExpr[]::new));
    return e.argSize() < 2
        ? F.function(S.Piecewise, list)
        : F.function(S.Piecewise, list, of(e.arg2()));
  }

  /** What functions are called with. */
  static IExpr inner(IExpr e) {
    if (e.isAtom()) {
      return e;
    }
    if (e.isList()) {
      return ((IAST) e).map(NormalForm::inner);
    }
    IExpr form = shortest(e);
    IExpr shifted = e.isPlus() ? ShiftedArgument.of(e).written() : form;
    return shifted.leafCount() < form.leafCount() ? shifted : form;
  }

  private static IExpr shortest(IExpr e) {
    IExpr form = KNOWN.get(e, NormalForm::shortestOf);
    return KNOWN.get(form, same -> same);
  }

  /** Symja knows some hypergeometric series without parameters above in other functions. */
  private static IExpr shortestOf(IExpr e) {
    IExpr form = shortestOnce(e);
    return e.isFree(S.HypergeometricPFQ) ? form : shortestOnce(form);
  }

  private static IExpr shortestOnce(IExpr e) {
    List<IExpr> forms = new ArrayList<>();
    if (e.leafCount() <= LARGEST) {
      forms.addAll(products(e));
    }
    if (e.isPlus() && e.leafCount() > SHORT) {
      forms.add(sum((IAST) e));
      forms.add(byDenominators((IAST) e));
    }
    forms.add(e);
    return forms.stream().min(Comparator.comparingLong(IExpr::leafCount)).orElseThrow();
  }

  /** Term by term. */
  private static IExpr sum(IAST sum) {
    IExpr[] terms =
        sum.stream()
            .map(term -> term.leafCount() <= LARGEST ? products(term).get(0) : term)
            .toArray(IExpr[]::new);
    return Symja.sum(terms);
  }

  /** Those terms together that have the same denominator. */
  private static IExpr byDenominators(IAST sum) {
    Map<Map<IExpr, IExpr>, List<IExpr>> groups = new LinkedHashMap<>();
    sum.forEach(
        term -> groups.computeIfAbsent(denominator(term), d -> new ArrayList<>()).add(term));
    IExpr[] terms =
        groups.values().stream()
            .map(group -> Symja.sum(group.toArray(IExpr[]::new)))
            .map(group -> group.leafCount() <= LARGEST ? products(group).get(0) : group)
            .toArray(IExpr[]::new);
    return Symja.sum(terms);
  }

  /** The negative exponents of a product by their bases. */
  private static Map<IExpr, IExpr> denominator(IExpr term) {
    Map<IExpr, IExpr> exponents = new HashMap<>();
    for (IExpr factor : term.isTimes() ? (IAST) term : F.List(term)) {
      if (factor.isPower() && factor.exponent().isNegativeSigned()) {
        exponents.put(factor.base(), factor.exponent());
      }
    }
    return exponents;
  }

  /** The function as one product, and as a sum of products. */
  private static List<IExpr> products(IExpr e) {
    Atoms atoms = new Atoms(e);
    Reading reading = new Reading(atoms);
    List<GammaProduct> products =
        reading.read(e).products().stream().map(p -> Duplication.applied(p, reading)).toList();
    if (products.isEmpty()) {
      return List.of(F.C0);
    }
    IExpr sum = Symja.sum(products.stream().map(p -> p.written(atoms)).toArray(IExpr[]::new));
    return products.size() == 1 ? List.of(sum) : List.of(product(products, atoms), sum);
  }

  /** What the products have in common, times a sum in which the functions are variables. */
  static IExpr product(List<GammaProduct> products, Atoms atoms) {
    GammaMonomial common =
        products.stream().map(GammaProduct::functions).reduce(GammaMonomial::common).orElseThrow();
    List<Factors> terms = new ArrayList<>();
    for (GammaProduct product : products) {
      Factors term = product.factors();
      GammaMonomial others = product.functions().times(common.power(-1));
      for (Map.Entry<IExpr, Rational> function : others.exponents().entrySet()) {
        Rational exponent = function.getValue();
        IExpr degree = Symja.of(Rational.of(exponent.denominator()).reciprocal());
        IExpr root = Symja.power(function.getKey(), degree);
        term = term.times(Factors.of(atoms.name(root)).power(exponent.numerator().intValueExact()));
      }
      terms.add(term);
    }
    return new GammaProduct(Factors.sum(terms), common).written(atoms);
  }
}
