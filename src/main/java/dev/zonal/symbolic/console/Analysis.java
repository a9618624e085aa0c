package dev.zonal.symbolic.console;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.symbolic.Origins;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.Wrapper;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.PointwiseCheck;
import dev.zonal.symbolic.evaluation.RationalLimit;
import dev.zonal.symbolic.evaluation.TaylorQuadrature;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The functions of analysis, where Symja alone knows the answer and is not always right. What it
 * says is compared with balls where that is possible; a wrong answer is replaced, and any other
 * brings the remark that it is Symja's (docs/symbolic.md, section 6).
 */
final class Analysis {
  /** Functions whose answers are taken as they come, with a remark. */
  private static final List<String> REMARKED =
      List.of(
          """
          DSolve DSolveValue NDSolve RSolve RSolveValue
          FindInstance FindRoot NSolve Reduce
          FindFit FindMaximum FindMinimum LinearProgramming Maximize Minimize NMaximize NMinimize
          DiscreteLimit MaxLimit MinLimit NSum NProduct Residue SeriesCoefficient
          FourierTransform InverseFourierTransform InverseLaplaceTransform InverseZTransform
          LaplaceTransform ZTransform
          """
              .split("\\s+"));

  /** Functions that give an expression another form. */
  private static final List<IBuiltInSymbol> FORMS =
      List.of(
          S.Simplify, S.FullSimplify, S.FunctionExpand, S.PowerExpand, S.TrigExpand, S.TrigReduce);

  /** Functions that may turn decimals into something that does not look like it. */
  private static final List<IBuiltInSymbol> ROUNDING =
      List.of(S.Round, S.Floor, S.Ceiling, S.IntegerPart, S.Rationalize, S.RealDigits, S.ToString);

  private static final int CHECK_BITS = 40;

  /** A limit at infinity is tried at 2^FAR. */
  private static final int FAR = 300;

  /** A series is tried at 2^-STEP from its point. */
  private static final int STEP = 100;

  /** An integral that stays as it is and has a certified value. */
  private static final IBuiltInSymbol INTEGRAL =
      new OwnFunction("Integrate", ISymbol.HOLDALL | ISymbol.NUMERICFUNCTION, call -> F.NIL);

  private final Origins origins;

  private Analysis(Origins origins) {
    this.origins = origins;
  }

  static void install(Origins origins) {
    Analysis analysis = new Analysis(origins);
    analysis.judge(S.Integrate, analysis::integral);
    analysis.judge(S.NIntegrate, analysis::numericIntegral);
    analysis.judge(S.Limit, analysis::limit);
    analysis.judge(S.Sum, analysis::sum);
    analysis.judge(S.Product, analysis::sum);
    analysis.judge(S.Series, analysis::series);
    FORMS.forEach(symbol -> analysis.judge(symbol, analysis::form));
    ROUNDING.forEach(symbol -> analysis.judge(symbol, analysis::rounded));
    for (String name : REMARKED) {
      if (Context.SYSTEM.get(name.toLowerCase(Locale.ROOT)) instanceof IBuiltInSymbol symbol
          && symbol.getEvaluator() instanceof IFunctionEvaluator) {
        analysis.judge(symbol, analysis::remarked);
      }
    }
  }

  /**
   * @param judgement what becomes of a call and Symja's value of it
   */
  private void judge(IBuiltInSymbol symbol, BiFunction<IAST, IExpr, IExpr> judgement) {
    Wrapper.install(
        symbol,
        (symja, ast, engine) -> {
          if (origins.isWithin()) {
            return symja.evaluate(ast, engine);
          }
          IExpr value = symjas(symja, ast, engine);
          return value.isNIL() || value.equals(ast) ? F.NIL : judgement.apply(ast, value);
        });
  }

  private IExpr symjas(IFunctionEvaluator symja, IAST ast, EvalEngine engine) {
    if (ast.head() == S.Sum || ast.head() == S.Product) {
      // Their terms are evaluated one by one, and each may bring its own remark.
      return symja.evaluate(ast, engine).ifPresent(engine::evaluate);
    }
    if (ast.argSize() > 0) {
      // What the first argument brings is said even where Symja holds it back.
      engine.evaluateNIL(ast.arg1());
    }
    return origins.within(() -> symja.evaluate(ast, engine).ifPresent(engine::evaluate));
  }

  private IExpr remarked(IAST call, IExpr value) {
    origins.add("Symja's, not verified: " + call.head());
    return value;
  }

  private IExpr rounded(IAST call, IExpr value) {
    if (!call.isFree(IExpr::isInexactNumber, true)) {
      origins.add("not certified: " + call.head() + " of Symja's decimals");
    }
    return value;
  }

  /** Whether a call has the form f(expression, {x, a, b}). */
  private static boolean hasRange(IAST call) {
    return call.argSize() == 2 && call.arg2().isList() && call.arg2().size() == 4;
  }

  /** The integrand, the variable and the ends of a definite integral in one variable. */
  private record Definite(IExpr integrand, IExpr variable, IExpr from, IExpr to) {
    static Optional<Definite> of(IAST call) {
      if (!hasRange(call)) {
        return Optional.empty();
      }
      IAST range = (IAST) call.arg2();
      Definite integral =
          new Definite(
              Symja.evaluate(call.arg1()),
              range.arg1(),
              Symja.evaluate(range.arg2()),
              Symja.evaluate(range.arg3()));
      return integral.isClosed() ? Optional.of(integral) : Optional.empty();
    }

    private boolean isClosed() {
      Set<String> names = Symja.names(F.List(integrand, from, to));
      names.remove(variable.toString());
      return names.isEmpty()
          && from.isNumericFunction(true)
          && to.isNumericFunction(true)
          && !from.isInexactNumber()
          && !to.isInexactNumber();
    }

    Optional<Ball> enclosure(int bits) {
      return known(() -> TaylorQuadrature.integral(integrand, variable, from, to, bits));
    }

    IExpr certified() {
      return F.unaryAST1(Numeric.N, F.binaryAST2(INTEGRAL, integrand, F.List(variable, from, to)));
    }
  }

  private IExpr integral(IAST call, IExpr value) {
    if (call.argSize() == 2 && call.arg2().isSymbol()) {
      return antiderivative(call, value);
    }
    Optional<Definite> integral = Definite.of(call);
    Optional<Boolean> agrees =
        integral
            .flatMap(definite -> definite.enclosure(CHECK_BITS))
            .flatMap(enclosure -> agrees(value, enclosure));
    if (agrees.isEmpty()) {
      return remarked(call, value);
    }
    if (agrees.get()) {
      return value;
    }
    origins.add("Symja's value " + Presentation.text(value) + " of an integral is wrong");
    return integral.get().certified();
  }

  /** Whether a value lies in an enclosure; empty if it has no certified value. */
  private static Optional<Boolean> agrees(IExpr value, Ball enclosure) {
    return known(() -> ExpressionEvaluator.value(value, 2 * CHECK_BITS)).map(enclosure::overlaps);
  }

  private static Optional<Ball> known(Supplier<Ball> certified) {
    try {
      return Optional.of(certified.get());
    } catch (UnsupportedExpressionException | DomainException e) {
      return Optional.empty();
    }
  }

  private IExpr antiderivative(IAST call, IExpr value) {
    if (!value.isFree(S.Integrate, true)) {
      return remarked(call, value);
    }
    return judged(
        call,
        value,
        F.Subtract(F.D(value, call.arg2()), call.arg1()),
        "Symja's antiderivative " + Presentation.text(value) + " is wrong",
        F.NIL);
  }

  /** The value if a difference vanishes, another one with a complaint if it does not. */
  private IExpr judged(
      IAST call, IExpr value, IExpr difference, String complaint, IExpr otherwise) {
    IExpr rest = origins.silently(() -> Symja.evaluate(difference));
    return switch (new PointwiseCheck().vanishes(rest)) {
      case EQUAL -> value;
      case UNKNOWN -> remarked(call, value);
      case DIFFERENT -> {
        origins.add(complaint);
        yield otherwise;
      }
    };
  }

  private IExpr numericIntegral(IAST call, IExpr value) {
    return Definite.of(call)
        .filter(definite -> definite.enclosure(CHECK_BITS).isPresent())
        .map(Definite::certified)
        .orElseGet(() -> remarked(call, value));
  }

  private IExpr limit(IAST call, IExpr value) {
    if (call.argSize() != 2 || !call.arg2().isRuleAST()) {
      return remarked(call, value);
    }
    IExpr variable = ((IAST) call.arg2()).arg1();
    IExpr point = Symja.evaluate(((IAST) call.arg2()).arg2());
    if (!point.isInfinity() && !point.isNegativeInfinity()) {
      return remarked(call, value);
    }
    IExpr function = Symja.evaluate(call.arg1());
    return origins
        .silently(() -> RationalLimit.atInfinity(function, variable, point.isInfinity()))
        .filter(own -> own.isDirectedInfinity() || isNear(function, variable, point, own))
        .orElseGet(() -> remarked(call, value));
  }

  /** Whether a function is near its limit far out. */
  private boolean isNear(IExpr function, IExpr variable, IExpr point, IExpr limit) {
    IExpr far = Symja.power(F.C2, F.ZZ(FAR));
    IExpr difference =
        origins.silently(
            () ->
                Symja.replace(
                    F.Subtract(function, limit),
                    variable,
                    point.isInfinity() ? far : far.negate()));
    return new PointwiseCheck().vanishes(difference) == PointwiseCheck.Verdict.EQUAL;
  }

  /** Another form of the same expression: it must have the same values. */
  private IExpr form(IAST call, IExpr value) {
    IExpr given = Symja.evaluate(call.arg1());
    return judged(
        call,
        value,
        F.Subtract(given, value),
        "what Symja's " + call.head() + " makes of it is wrong: " + Presentation.text(value),
        given);
  }

  /** Finite sums of terms that are written out are exact. */
  private IExpr sum(IAST call, IExpr value) {
    for (int i = 2; i <= call.argSize(); i++) {
      IExpr range = call.get(i);
      if (!range.isList() || !((IAST) range).stream().skip(1).allMatch(Analysis::isGiven)) {
        return remarked(call, value);
      }
    }
    return value;
  }

  private static boolean isGiven(IExpr bound) {
    IExpr value = Symja.evaluate(bound);
    return value.isList() || value.isRational();
  }

  /** What is left over near the point must be as small as the order says. */
  private IExpr series(IAST call, IExpr value) {
    if (!hasRange(call)) {
      return remarked(call, value);
    }
    IAST range = (IAST) call.arg2();
    int order = Symja.evaluate(range.arg3()).toIntDefault(-1);
    IExpr point = Symja.evaluate(range.arg2());
    IExpr rest =
        origins.silently(
            () -> Symja.evaluate(F.Subtract(call.arg1(), F.unaryAST1(S.Normal, value))));
    return order >= 0 && isSmall(rest, range.arg1(), point, order) ? value : remarked(call, value);
  }

  private static boolean isSmall(IExpr rest, IExpr variable, IExpr point, int order) {
    int bits = STEP * (2 * order + 4);
    int sides = 0;
    for (int side : new int[] {1, -1}) {
      IExpr step = Symja.of(Rational.of(BigInteger.valueOf(side), BigInteger.ONE.shiftLeft(STEP)));
      IExpr near = Symja.replace(rest, variable, F.Plus(point, step));
      // Without a value it is not real on this side.
      Optional<Ball> value = known(() -> ExpressionEvaluator.value(near, bits));
      if (value.isPresent()) {
        Ball ball = value.get();
        if (!ball.isExact() && ball.binaryOrder() > -STEP * order - STEP / 10) {
          return false;
        }
        sides++;
      }
    }
    return sides > 0;
  }
}
