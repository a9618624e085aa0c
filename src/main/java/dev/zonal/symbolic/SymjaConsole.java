package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.symbolic.SymjaProcess.Answer;
import dev.zonal.symbolic.SymjaProcess.Outcome;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.exception.AbortException;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.form.output.OutputFormFactory;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.parser.client.SyntaxError;

/**
 * One Symja session, in which the objects of the field are functions ({@link KernelFunctions}) and
 * nothing reaches files, processes or the network ({@link Blocked}).
 *
 * <p>{@code N(expression, digits)} is answered with certified digits: the exact value is enclosed
 * in a ball, which is refined until it decides them. Where balls do not know a function of the
 * expression, Symja's own digits are given, and said to be uncertified.
 */
final class SymjaConsole {
  private static final Pattern NUMERIC =
      Pattern.compile("\\s*N\\s*\\((.*),\\s*([0-9]+)\\s*\\)\\s*;?\\s*", Pattern.DOTALL);
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?:\\?\\s*|Information\\s*\\(\\s*)([A-Za-z]*)\\s*\\)?\\s*");
  private static final int MOST_DIGITS = 10_000;
  private static final int MOST_BITS = 1 << 17;

  private final EvalEngine engine;

  SymjaConsole(PrintStream out) {
    Symja.of(1);
    Config.FILESYSTEM_ENABLED = false;
    Config.JAVA_UNSAFE = false;
    engine = new EvalEngine("zonal", 256, out, true);
    engine.setErrorPrintStream(out);
    engine.setFileSystemEnabled(false);
    EvalEngine.set(engine);
    Blocked.install();
    KernelFunctions.install();
  }

  Answer answer(String request) {
    try {
      EvalEngine.setReset(engine);
      Matcher question = QUESTION.matcher(request);
      if (question.matches()) {
        Optional<String> usage = KernelFunctions.usage(question.group(1));
        if (usage.isPresent()) {
          return new Answer(Outcome.VALUE, usage.get());
        }
      }
      Matcher numeric = NUMERIC.matcher(request);
      if (numeric.matches() && isWhole(numeric.group(1))) {
        return new Answer(Outcome.VALUE, decimal(numeric.group(1), numeric.group(2), request));
      }
      return new Answer(Outcome.VALUE, text(engine.evaluate(engine.parse(request))));
    } catch (SyntaxError e) {
      String text =
          "syntax error at line %d, column %d: %s"
              .formatted(e.getRowIndex() + 1, e.getColumnIndex() + 1, e.getError());
      return new Answer(Outcome.SYNTAX, text);
    } catch (StackOverflowError e) {
      return new Answer(Outcome.REFUSED, "the expression nests too deeply");
    } catch (OutOfMemoryError e) {
      return new Answer(Outcome.REFUSED, "out of memory");
    } catch (AbortException e) {
      return new Answer(Outcome.REFUSED, "aborted");
    } catch (RuntimeException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Answer(Outcome.REFUSED, message.strip());
    }
  }

  /** On one line, however long; nothing for Null, the value of what has none. */
  private static String text(IExpr e) {
    if (e.equals(S.Null)) {
      return "";
    }
    OutputFormFactory format = OutputFormFactory.get(true, false);
    format.setIgnoreNewLine(true);
    return format.toString(e);
  }

  /** Whether brackets close where they should: {@code f(x), g(y)} is no single argument. */
  private static boolean isWhole(String text) {
    int open = 0;
    for (char c : text.toCharArray()) {
      open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  /**
   * The decimal expansion that {@code N(inner, digits)} asks for. The inner text is read by itself:
   * within N, Symja reads numbers as inexact ones.
   */
  private String decimal(String inner, String wanted, String request) {
    int digits = wanted.length() > 6 ? 0 : Integer.parseInt(wanted);
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new UnsupportedExpressionException(
          "N: the number of digits must be from 1 to " + MOST_DIGITS);
    }
    IExpr value = engine.evaluate(engine.parse(inner));
    try {
      return digits(value, digits);
    } catch (UnsupportedExpressionException e) {
      return text(engine.evaluate(engine.parse(request)))
          + "  (* not certified: "
          + e.getMessage()
          + " *)";
    }
  }

  private static String digits(IExpr value, int digits) {
    for (int bits = 4 * digits + 64; bits <= MOST_BITS; bits *= 2) {
      try {
        Ball ball = new ExpressionEvaluator(BallArithmetic.ofBits(bits), Map.of()).evaluate(value);
        if (ball.isExact() && ball.containsZero()) {
          return "0";
        }
        Optional<BigDecimal> rounded = ball.round(digits);
        if (rounded.isPresent()) {
          return rounded.get().toString();
        }
      } catch (DomainException e) {
        if (2 * bits > MOST_BITS) {
          throw e;
        }
      }
    }
    throw new UnsupportedExpressionException("the digits cannot be decided; is the value zero?");
  }
}
