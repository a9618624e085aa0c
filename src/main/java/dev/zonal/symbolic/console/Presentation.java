package dev.zonal.symbolic.console;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.NumericEigenvalue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.expression.Symbol;
import org.matheclipse.core.form.output.OutputFormFactory;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IAssociation;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IComplex;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A result as it is shown. Every part that is a number under an N, at any depth, is enclosed in a
 * ball, which is refined until it decides the digits. Every other decimal in a result is Symja's:
 * it is named in a remark that says "not certified". What has no N is shown as it is, exact.
 */
final class Presentation {
  private static final int MOST_BITS = 1 << 17;
  private static final int MOST_REMARKS = 3;

  /** A rational number longer than this is also given as a decimal. */
  private static final int LONG = 40;

  /** Functions of Symja that may be left as they are and have a value that is a number. */
  private static final Set<String> BINDERS =
      Set.of("Integrate", "NIntegrate", "Sum", "NSum", "Product", "NProduct", "Limit");

  private final EvalEngine engine;
  private final Set<String> uncertified = new LinkedHashSet<>();

  private Presentation(EvalEngine engine) {
    this.engine = engine;
  }

  /**
   * The text of a value, with a comment that says what of it is not certified.
   *
   * @param origins what else is to be said about the value
   */
  static String of(IExpr value, List<String> origins, EvalEngine engine) {
    if (value.equals(S.Null)) {
      return "";
    }
    Presentation presentation = new Presentation(engine);
    String shown = text(presentation.shown(value, OptionalInt.empty()));
    List<String> remarks = new ArrayList<>(presentation.remarks());
    if (value instanceof IRational && shown.length() > LONG) {
      remarks.add("= " + certified(value, Numeric.DIGITS));
    }
    remarks.addAll(origins);
    return remarks.isEmpty() ? shown : shown + "  (* " + String.join("; ", remarks) + " *)";
  }

  /** On one line, however long. */
  static String text(IExpr e) {
    OutputFormFactory format = OutputFormFactory.get(true, false);
    format.setIgnoreNewLine(true);
    return format.toString(e);
  }

  private List<String> remarks() {
    if (uncertified.isEmpty()) {
      return List.of();
    }
    String first = uncertified.stream().limit(MOST_REMARKS).collect(Collectors.joining(", "));
    int more = uncertified.size() - MOST_REMARKS;
    return List.of("not certified: " + first + (more > 0 ? " and " + more + " more" : ""));
  }

  /**
   * An expression with decimals in the place of numbers.
   *
   * @param outer the digits that an N around the expression wants
   */
  private IExpr shown(IExpr e, OptionalInt outer) {
    if (e.isInexactNumber()) {
      uncertified.add(text(e) + " (Symja's)");
      return e;
    }
    OptionalInt wanted = IntStream.concat(outer.stream(), Numeric.leastDigits(e).stream()).min();
    IExpr exact = Numeric.exact(e);
    if (wanted.isPresent() && isNumber(exact)) {
      return decimal(exact, wanted.getAsInt());
    }
    if (outer.isPresent() && e instanceof IComplex z) {
      return F.Plus(part(z.re(), outer), F.Times(F.CI, part(z.im(), outer)));
    }
    if (Numeric.isNumeric(e)) {
      return shown(((IAST) e).arg1(), OptionalInt.of(Numeric.digits((IAST) e)));
    }
    return e instanceof IAST ast ? parts(ast, outer) : e;
  }

  /** The parts one by one; whole numbers and exponents that are rational need no decimals. */
  private IExpr parts(IAST ast, OptionalInt outer) {
    if (ast instanceof IAssociation association) {
      return Numeric.mapped(association, value -> part(value, outer));
    }
    IExpr head = ast.head().isAST() ? shown(ast.head(), outer) : ast.head();
    List<IExpr> shown = new ArrayList<>();
    for (int i = 1; i <= ast.argSize(); i++) {
      boolean exponent = ast.isPower() && i == 2 && ast.get(i) instanceof IRational;
      shown.add(exponent ? ast.get(i) : part(ast.get(i), outer));
    }
    return F.function(head, shown.toArray(IExpr[]::new));
  }

  private IExpr part(IExpr part, OptionalInt outer) {
    return part.isInteger() || part instanceof IComplex z && isWhole(z) ? part : shown(part, outer);
  }

  private static boolean isWhole(IComplex z) {
    return z.re().isInteger() && z.im().isInteger();
  }

  /** Whether an expression leaves nothing open and is a number to Zonal or to Symja. */
  private static boolean isNumber(IExpr e) {
    if (e instanceof IRational) {
      return true;
    }
    if (e instanceof ISymbol) {
      return e.isNumericFunction(true);
    }
    if (!(e instanceof IAST ast) || !(ast.head() instanceof IBuiltInSymbol head)) {
      return false;
    }
    if (NumericEigenvalue.isMeant(ast) || BINDERS.contains(head.getSymbolName())) {
      return true;
    }
    return (head.getAttributes() & ISymbol.NUMERICFUNCTION) != 0
        && ast.stream()
            .flatMap(a -> a.isList() ? ((IAST) a).stream() : Stream.of(a))
            .allMatch(Presentation::isNumber);
  }

  private IExpr decimal(IExpr exact, int digits) {
    try {
      return literal(certified(exact, digits));
    } catch (UnsupportedExpressionException | DomainException e) {
      IExpr estimate = estimate(exact, digits);
      IExpr shown = estimate.isNumber() ? estimate : exact;
      uncertified.add(
          text(shown) + " (" + (estimate.isNumber() ? "Symja's: " : "") + e.getMessage() + ")");
      return shown;
    }
  }

  /** What Symja makes of a number; its messages would say no more than the remark. */
  private IExpr estimate(IExpr exact, int digits) {
    return Symja.quietly(engine, () -> engine.evaluate(F.N(exact, F.ZZ(digits))));
  }

  /** The digits of a number. */
  private static BigDecimal certified(IExpr value, int digits) {
    for (int bits = 4 * digits + 64; bits <= MOST_BITS; bits *= 2) {
      try {
        Ball ball = ExpressionEvaluator.value(value, bits);
        if (ball.isExact() && ball.containsZero()) {
          return BigDecimal.ZERO;
        }
        Optional<BigDecimal> rounded = ball.decimal(digits);
        if (rounded.isPresent()) {
          return rounded.get();
        }
      } catch (DomainException e) {
        if (2 * bits > MOST_BITS) {
          throw e;
        }
      }
    }
    throw new UnsupportedExpressionException("the digits cannot be decided; is the value zero?");
  }

  /** A decimal as a part of an expression; Symja's own numbers would be rounded again. */
  private static IExpr literal(BigDecimal value) {
    ISymbol digits = new Symbol(value.abs().toString(), Context.DUMMY);
    return value.signum() < 0 ? F.Times(F.CN1, digits) : digits;
  }
}
