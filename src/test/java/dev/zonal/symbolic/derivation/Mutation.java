package dev.zonal.symbolic.derivation;

import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * All expressions that differ from a given one in a single coefficient, by one part in 10^45: the
 * terms of its sums, at any depth, and the expression as a whole. Exponents and the arguments of
 * functions that take integers and half-integers stay as they are.
 */
final class Mutation {
  private static final IExpr FACTOR =
      Symja.parse("1 + 1/1000000000000000000000000000000000000000000000");

  private Mutation() {}

  static List<IExpr> of(IExpr e) {
    List<IExpr> mutants = new ArrayList<>();
    if (e.isZero()) {
      return List.of(FACTOR);
    }
    // Not evaluated: the mutant keeps the shape of the formula.
    if (!isPiecewise(e)) {
      mutants.add(F.Times(FACTOR, e));
    }
    inside(e).forEach(mutants::add);
    return mutants;
  }

  private static boolean isPiecewise(IExpr e) {
    return e instanceof IAST ast && ast.head().toString().equals("Piecewise");
  }

  /** The mutants other than that of the whole. */
  private static Stream<IExpr> inside(IExpr e) {
    if (!(e instanceof IAST ast)) {
      return Stream.empty();
    }
    return switch (ast.head().toString()) {
      case "Plus", "ArcCos", "Sqrt", "Exp" -> arguments(ast, ast.argSize(), true);
      case "Times" -> arguments(ast, ast.argSize(), false);
      case "Power", Inert.SUM -> arguments(ast, 1, false);
      case "Piecewise" -> piecewise(ast);
      default -> Stream.empty();
    };
  }

  private static Stream<IExpr> arguments(IAST ast, int count, boolean whole) {
    Stream<IExpr> mutants = Stream.empty();
    for (int n = 1; n <= count; n++) {
      int i = n;
      Stream<IExpr> of = whole ? Mutation.of(ast.get(i)).stream() : inside(ast.get(i));
      mutants = Stream.concat(mutants, of.map(m -> ast.setAtCopy(i, m)));
    }
    return mutants;
  }

  private static Stream<IExpr> piecewise(IAST ast) {
    IAST cases = (IAST) ast.arg1();
    Stream<IExpr> mutants = Stream.empty();
    for (int n = 1; n <= cases.argSize(); n++) {
      int i = n;
      IAST pair = (IAST) cases.get(i);
      mutants =
          Stream.concat(
              mutants,
              of(pair.arg1()).stream()
                  .map(m -> ast.setAtCopy(1, cases.setAtCopy(i, pair.setAtCopy(1, m)))));
    }
    return Stream.concat(mutants, of(ast.arg2()).stream().map(m -> ast.setAtCopy(2, m)));
  }
}
