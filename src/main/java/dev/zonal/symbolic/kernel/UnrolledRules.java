package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The printed rules of a recursion in l = 1, ..., L, followed to the letter for a given depth: each
 * member of a sequence is what the rule for its index says, the rule for l where there is none for
 * the index itself. What has been followed once is kept, for other numbers and other depths. Not
 * for use by several threads.
 */
public final class UnrolledRules {
  private static final IExpr INDEX = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");

  private final Derivation derivation;
  private final Map<IExpr, IExpr> rules = new LinkedHashMap<>();
  private final Map<IExpr, Equation> unrolled = new LinkedHashMap<>();

  public UnrolledRules(Derivation derivation) {
    this.derivation = derivation;
    derivation.result().forEach(rule -> rules.put(rule.left(), rule.right()));
  }

  /** The values of the results that are no rules, in their order; the point has the depth L. */
  public List<Ball> at(BallArithmetic over, Map<String, Rational> point) {
    IExpr depth = Symja.of(point.get(DEPTH.toString()));
    List<IExpr> results =
        derivation.result().stream()
            .filter(e -> !Indexed.isRule(e))
            .map(result -> followed(Symja.replace(result.right(), DEPTH, depth)))
            .toList();
    List<Equation> equations = new ArrayList<>(derivation.definitions());
    equations.addAll(unrolled.values());
    List<Equation> used = Definitions.used(equations, results);
    return new ExpressionEvaluator(over, point).evaluate(used, results);
  }

  /** The expression with names for the members of sequences, which are followed as well. */
  private IExpr followed(IExpr e) {
    if (!(e instanceof IAST ast)) {
      return e;
    }
    if (ast.argSize() == 1 && Indexed.isIndexed(ast.head().toString())) {
      return member(ast);
    }
    return ast.map(this::followed);
  }

  private IExpr member(IAST member) {
    Equation known = unrolled.get(member);
    if (known == null) {
      IExpr rule = rules.get(member);
      if (rule == null) {
        IExpr general = F.unaryAST1(member.head(), INDEX);
        rule = Symja.replace(rules.get(general), INDEX, member.arg1());
      }
      IExpr name = Symja.symbol("zonal" + member.head() + member.arg1());
      known = new Equation(name, followed(rule));
      unrolled.put(member, known);
    }
    return known.left();
  }
}
