package dev.zonal.symbolic;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.OptionalLibrary;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The few doors through which Zonal talks to Symja: numbers, names, and its evaluator.
 *
 * <p>Symja's evaluator brings an expression into canonical order and folds exact numbers; nothing
 * else of it (integration, series, limits, simplification) is called on the way to a result.
 */
public final class Symja {
  private static final int RECURSION_LIMIT = 256;
  private static final Map<String, ISymbol> NAMES = new ConcurrentHashMap<>();

  static {
    OptionalLibrary.SYMJA.require();
    F.initSymbols();
  }

  private Symja() {}

  public static IExpr of(Rational value) {
    return F.QQ(F.ZZ(value.numerator()), F.ZZ(value.denominator())).normalize();
  }

  public static Rational fraction(IRational value) {
    return Rational.of(value.numerator().toBigNumerator(), value.denominator().toBigNumerator());
  }

  public static IExpr of(long value) {
    return F.ZZ(value);
  }

  public static IExpr of(long numerator, long denominator) {
    return of(Rational.of(numerator, denominator));
  }

  /**
   * Zonal's own symbol of that name, which no text can name: what a session assigns to its own k is
   * not seen here, and the parameter beta is not Symja's function Beta. To Symja K1 and k1 are the
   * same: a name of more than one letter is made lower case.
   */
  public static ISymbol symbol(String name) {
    String key = name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
    return NAMES.computeIfAbsent(key, F::Dummy);
  }

  /** Whether Symja has a meaning for the name; for beta it has one that no formula needs. */
  public static boolean isBuiltIn(String name) {
    return !name.equals("beta") && F.symbol(name).isBuiltInSymbol();
  }

  /**
   * The same expression with the names of the current session in place of Zonal's own; beta, which
   * no session can name, stays.
   */
  public static IExpr inSession(IExpr expression) {
    return replaceSymbols(
        expression,
        s -> NAMES.get(s.getSymbolName()) == s && !F.symbol(s.getSymbolName()).isBuiltInSymbol(),
        F::symbol);
  }

  private static IExpr replaceSymbols(
      IExpr expression, Predicate<ISymbol> which, Function<String, IExpr> by) {
    return expression
        .replaceAll(
            e ->
                e instanceof ISymbol symbol && which.test(symbol)
                    ? by.apply(symbol.getSymbolName())
                    : F.NIL)
        .orElse(expression);
  }

  /** A new session without access to files. */
  public static EvalEngine session(PrintStream out) {
    EvalEngine engine = new EvalEngine("zonal", RECURSION_LIMIT, out, true);
    engine.setFileSystemEnabled(false);
    return engine;
  }

  /** What a computation gives, without Symja's messages about it. */
  public static <T> T quietly(EvalEngine engine, Supplier<T> computation) {
    boolean before = engine.isQuietMode();
    engine.setQuietMode(true);
    try {
      return computation.get();
    } finally {
      engine.setQuietMode(before);
    }
  }

  /**
   * What a computation of Zonal's own gives in a fresh session, whatever the values, assumptions
   * and precision of the current one.
   */
  public static <T> T apart(Supplier<T> computation) {
    EvalEngine session = EvalEngine.get();
    EvalEngine.set(session(session.getOutPrintStream()));
    try {
      return computation.get();
    } finally {
      EvalEngine.set(session);
    }
  }

  /** The names in an expression that have no meaning of their own, without those of functions. */
  public static SortedSet<String> names(IExpr expression) {
    SortedSet<String> names = new TreeSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(IExpr e, Set<String> names) {
    if (e instanceof IAST ast) {
      ast.forEach(part -> collect(part, names));
    } else if (e instanceof ISymbol && !(e instanceof IBuiltInSymbol)) {
      names.add(e.toString());
    }
  }

  /** The canonical form. */
  public static IExpr evaluate(IExpr expression) {
    return EvalEngine.get().evaluate(expression);
  }

  /** An expression with one part of it put for another, canonical. */
  public static IExpr replace(IExpr expression, IExpr what, IExpr by) {
    return evaluate(expression.replaceAll(F.Rule(what, by)).orElse(expression));
  }

  /** A rational function over one denominator: 0 if it vanishes identically. */
  public static IExpr rational(IExpr expression) {
    return evaluate(F.Together(expression));
  }

  /** A rational function over one denominator, in factors. */
  public static IExpr factored(IExpr expression) {
    return evaluate(F.Factor(F.Together(expression)));
  }

  /** The expression that a text of the program's own stands for, canonical. */
  public static IExpr parse(String text) {
    IExpr parsed = EvalEngine.get().parse(text);
    return evaluate(replaceSymbols(parsed, s -> !(s instanceof IBuiltInSymbol), Symja::symbol));
  }

  public static IExpr sum(IExpr... terms) {
    return evaluate(F.Plus(terms));
  }

  public static IExpr product(IExpr... factors) {
    return evaluate(F.Times(factors));
  }

  public static IExpr power(IExpr base, IExpr exponent) {
    return evaluate(F.Power(base, exponent));
  }
}
