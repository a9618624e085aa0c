package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Sums with what most of their terms have in common taken out: 1 + d + k (d + k - 2). A name counts
 * as much as what it stands for.
 */
final class Horner {
  /** Sums within sums are shorter, but not easier to read. */
  private static final int DEEPEST = 1;

  /** Leaves that brackets have to save. */
  private static final int WORTH = 2;

  private static final Set<String> COUNTS = Set.of("d", "k", "l", "L");

  private final Atoms atoms;

  Horner(Atoms atoms) {
    this.atoms = atoms;
  }

  /** The expanded sum, nested where that is shorter, with the meanings of its names. */
  IExpr of(IExpr sum) {
    return sum.isPlus()
        ? of(((IAST) sum).stream().map(Factors::ofMonomial).toList(), DEEPEST)
        : atoms.expanded(sum);
  }

  private IExpr of(List<Factors> terms, int depth) {
    IExpr flat =
        atoms.expanded(Symja.sum(terms.stream().map(Factors::expression).toArray(IExpr[]::new)));
    Optional<IExpr> symbol = mostCommon(terms);
    if (symbol.isEmpty() || depth == 0) {
      return flat;
    }
    IExpr x = symbol.get();
    List<Factors> others = terms.stream().filter(t -> t.exponent(x) == 0).toList();
    List<Factors> with = terms.stream().filter(t -> t.exponent(x) > 0).toList();
    Factors common = common(with);
    List<Factors> divided = with.stream().map(t -> t.times(common.power(-1))).toList();
    IExpr factor = of(divided, depth - 1);
    IExpr nested =
        Symja.sum(Symja.product(atoms.expanded(common.expression()), factor), of(others, depth));
    // Layers, frequencies and dimensions are counted together: (L - 1) sigma.
    long worth = COUNTS.containsAll(Symja.names(factor)) ? 0 : WORTH;
    return nested.leafCount() + worth < flat.leafCount() ? nested : flat;
  }

  /** The powers of symbols that all terms have. */
  private static Factors common(List<Factors> terms) {
    Map<IExpr, Integer> least = new LinkedHashMap<>(terms.get(0).exponents());
    least.replaceAll(
        (x, n) -> terms.stream().mapToInt(term -> term.exponent(x)).min().orElseThrow());
    return new Factors(Rational.ONE, least);
  }

  /** The symbol whose repetitions are longest. */
  private Optional<IExpr> mostCommon(List<Factors> terms) {
    Map<IExpr, Integer> counts = new LinkedHashMap<>();
    terms.forEach(term -> term.exponents().keySet().forEach(x -> counts.merge(x, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .max(
            Comparator.comparingLong(
                count -> (count.getValue() - 1) * atoms.expanded(count.getKey()).leafCount()))
        .map(Map.Entry::getKey);
  }
}
