package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Derived formulas beside certified values that were found another way, at 50 random points and to
 * 50 digits.
 *
 * @param definitions the names that the formulas use
 * @param values the formulas
 * @param points draws a point
 * @param reference the certified values
 */
record FormulaAgainstBalls(
    String name,
    List<Equation> definitions,
    List<IExpr> values,
    Function<SplittableRandom, Map<String, Rational>> points,
    Verification.Side reference) {

  /** The seed, which -Dzonal.seed repeats; another one for every run. */
  private static final long SEED = Long.getLong("zonal.seed", System.nanoTime());

  FormulaAgainstBalls {
    definitions = Definitions.used(definitions, values);
    reference = remembered(reference);
  }

  private static Verification.Side remembered(Verification.Side side) {
    Map<List<Object>, List<Ball>> known = new HashMap<>();
    return (over, point) ->
        known.computeIfAbsent(List.of(over.bits(), point), key -> side.at(over, point));
  }

  void agrees() {
    try {
      compare(definitions, values);
    } catch (IdentityException e) {
      throw new AssertionError("with -Dzonal.seed=" + SEED, e);
    }
  }

  private void compare(List<Equation> definitions, List<IExpr> values) {
    new Verification(name, SEED)
        .check(
            points,
            (over, point) -> new ExpressionEvaluator(over, point).evaluate(definitions, values),
            reference);
  }

  /** Changes one coefficient after the other, of the definitions too, and expects a refusal. */
  void everyMutantIsCaught() {
    List<List<Equation>> mutants = new ArrayList<>();
    for (int i = 0; i < definitions.size() + values.size(); i++) {
      Equation e = equation(i);
      for (IExpr mutant : Mutation.of(e.right())) {
        List<Equation> changed = new ArrayList<>();
        for (int j = 0; j < definitions.size() + values.size(); j++) {
          changed.add(j == i ? new Equation(e.left(), mutant) : equation(j));
        }
        mutants.add(changed);
      }
    }
    assertFalse(mutants.isEmpty());
    for (List<Equation> mutant : mutants) {
      List<IExpr> changed =
          mutant.subList(definitions.size(), mutant.size()).stream().map(Equation::right).toList();
      assertThrows(
          IdentityException.class,
          () -> compare(mutant.subList(0, definitions.size()), changed),
          () -> "with -Dzonal.seed=" + SEED + " nobody noticed " + mutant);
    }
  }

  private Equation equation(int i) {
    return i < definitions.size()
        ? definitions.get(i)
        : new Equation(Symja.symbol("value"), values.get(i - definitions.size()));
  }

  @Override
  public String toString() {
    return name;
  }

  /** The value of a kernel at u. */
  static Ball kernel(SymbolicKernel kernel, BallArithmetic over, Map<String, Rational> point) {
    return kernel.at(point).evaluate(over, ChordAngle.ofCosine(over, point.get("u")));
  }
}
