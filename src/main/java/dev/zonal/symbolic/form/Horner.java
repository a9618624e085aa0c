package dev.zonal.symbolic.form;

import dev.zonal.symbolic.Symja;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Sums with what most of their terms have in common taken out: 1 + d + k (d + k - 2). */
final class Horner {
  /** Sums within sums are shorter, but not easier to read. */
  private static final int DEEPEST = 1;

  /** Leaves that brackets have to save. */
  private static final int WORTH = 2;

  private Horner() {}

  /** The expanded sum, nested where that is shorter. */
  static IExpr of(IExpr sum) {
    return sum.isPlus()
        ? of(((IAST) sum).stream().map(Factors::ofMonomial).toList(), DEEPEST)
        : sum;
  }

  private static IExpr of(List<Factors> terms, int depth) {
    IExpr flat = Symja.sum(terms.stream().map(Factors::expression).toArray(IExpr[]::new));
    Optional<IExpr> symbol = mostFrequent(terms);
    if (symbol.isEmpty() || depth == 0) {
      return flat;
    }
    IExpr x = symbol.get();
    Factors inverse = Factors.of(x).power(-1);
    List<Factors> others = terms.stream().filter(t -> t.exponent(x) == 0).toList();
    List<Factors> divided =
        terms.stream().filter(t -> t.exponent(x) > 0).map(t -> t.times(inverse)).toList();
    IExpr nested = Symja.sum(Symja.product(x, of(divided, depth - 1)), of(others, depth));
    return nested.leafCount() + WORTH < flat.leafCount() ? nested : flat;
  }

  /** The symbol in most terms, at least two. */
  private static Optional<IExpr> mostFrequent(List<Factors> terms) {
    Map<IExpr, Integer> counts = new LinkedHashMap<>();
    terms.forEach(term -> term.exponents().keySet().forEach(x -> counts.merge(x, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }
}
