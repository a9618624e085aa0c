package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.ring.AngularPolynomials;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The steps of one derivation of an eigenvalue, in the order in which they are taken, and the
 * comparisons that forms of it have to pass. Not for use by several threads.
 */
final class EigenvalueSteps {
  private static final int LARGEST_K = 16;
  private static final int LARGEST_D = 9;

  private final String name;
  private final List<Derivation.Step> steps = new ArrayList<>();
  private final Definitions definitions = new Definitions();

  /**
   * @param name of the kernel or the function, with marks
   */
  EigenvalueSteps(String name) {
    this.name = name;
  }

  /** A function of the angle for given parameters. */
  interface Profile {
    LaurentPolynomial at(AngularPolynomials over, Map<String, Rational> point);
  }

  /** What has been said is not said again. */
  void add(String reason, Equation... equations) {
    Derivation.Step step = Derivation.Step.of(reason, equations);
    if (!steps.contains(step)) {
      steps.add(step);
    }
  }

  /** A name for what occurs often, in steps and in the result. */
  ISymbol name(String prefix, IExpr value) {
    return definitions.name(prefix, value);
  }

  /** Symja's derivative, which balls compare with a rule before it is printed. */
  static Equation derivative(IExpr f, IExpr x) {
    IExpr derived = Symja.evaluate(F.D(f, x));
    return new Equation(Inert.derivative(f, x, F.C1), derived);
  }

  /**
   * Two forms of one number, compared at random k of a parity and d.
   *
   * @param what has that value
   */
  void chain(String reason, IExpr what, IExpr before, IExpr after, int parity) {
    compare(
        reason,
        random ->
            Map.of(
                "k", Rational.of(2L * random.nextInt(1, 20) + parity),
                "d", Rational.of(random.nextInt(2, 20))),
        before,
        after);
    add(reason, new Equation(what, after));
  }

  /** The same for k = 0. */
  void chainAtZero(String reason, IExpr what, IExpr before, IExpr after) {
    compare(reason, random -> Map.of("d", Rational.of(random.nextInt(2, 40))), before, after);
    add(reason, new Equation(what, after));
  }

  private static void compare(
      String what,
      Function<SplittableRandom, Map<String, Rational>> point,
      IExpr before,
      IExpr after) {
    new Verification(what)
        .check(point, ExpressionEvaluator.side(before), ExpressionEvaluator.side(after));
  }

  private static Map<String, Rational> point(
      SplittableRandom random, Map<String, Rational> parameters) {
    Map<String, Rational> point = new HashMap<>(parameters);
    point.put("k", Rational.of(random.nextInt(0, LARGEST_K)));
    point.put("d", Rational.of(random.nextInt(2, LARGEST_D)));
    return point;
  }

  /**
   * The closed form, compared with the exact integral at random k, d and parameters.
   *
   * @param parameters draws those of the kernel
   */
  Derivation verified(
      IExpr value, Function<SplittableRandom, Map<String, Rational>> parameters, Profile profile) {
    AngularPolynomials exact = new AngularPolynomials();
    return compared(
        value,
        parameters,
        (over, point) -> {
          int k = point.get("k").intValue();
          int d = point.get("d").intValue();
          LaurentPolynomial eigenvalue = exact.eigenvalue(profile.at(exact, point), k, d);
          return List.of(AngularPolynomials.value(eigenvalue, over));
        });
  }

  /** The closed form, compared with other numbers at random k, d and parameters. */
  Derivation compared(
      IExpr value,
      Function<SplittableRandom, Map<String, Rational>> parameters,
      Verification.Side numbers) {
    String check =
        new Verification("the eigenvalues of " + name)
            .check(
                random -> point(random, parameters.apply(random)),
                ExpressionEvaluator.side(Definitions.expanded(definitions.equations(), value)),
                numbers);
    return result(value, check);
  }

  Derivation result(IExpr value, String check) {
    return new Derivation(
        "%s: the eigenvalue $\\eta_k$ on the sphere of $\\mathbb{R}^d$".formatted(name),
        steps,
        definitions.equations(),
        List.of(new Equation(Indexed.of("eta", K), value)),
        check);
  }
}
