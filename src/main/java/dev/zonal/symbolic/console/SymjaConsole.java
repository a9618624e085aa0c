package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Origins;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import dev.zonal.text.NearMatch;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.exception.AbortException;
import org.matheclipse.core.eval.exception.BreakException;
import org.matheclipse.core.eval.exception.ContinueException;
import org.matheclipse.core.eval.exception.FlowControlException;
import org.matheclipse.core.eval.exception.LimitException;
import org.matheclipse.core.eval.exception.RecursionLimitExceeded;
import org.matheclipse.core.eval.exception.ReturnException;
import org.matheclipse.core.eval.exception.ThrowException;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
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
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?:\\?\\s*|Information\\s*\\(\\s*)([A-Za-z]*)\\s*\\)?\\s*");

  private static final int LONGEST_ANSWER = 10_000_000;
  private static final String ABORTED = "the evaluation was aborted";

  private final Origins origins = new Origins();
  private final EvalEngine engine;
  private final SessionNames marked;
  private final Outputs outputs = new Outputs();

  @SuppressWarnings("StaticAssignmentInConstructor")
  SymjaConsole(PrintStream out) {
    Symja.of(1);
    Config.FILESYSTEM_ENABLED = false;
    Config.JAVA_UNSAFE = false;
    engine = Symja.session(out);
    engine.setErrorPrintStream(out);
    EvalEngine.set(engine);
    marked = new SessionNames(engine);
    Blocked.install(origins);
    KernelFunctions.install();
    OrthogonalPolynomials.install();
    Numeric.installComparisons();
    WrittenForms.install();
    Analysis.install(origins);
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
      origins.clear();
      IExpr parsed = outputs.in(ExactParser.parse(request, engine), origins);
      marked.remarks(parsed).forEach(origins::add);
      return of(parsed);
    } catch (SyntaxError e) {
      String text =
          "syntax error at line %d, column %d: %s"
              .formatted(e.getRowIndex() + 1, e.getColumnIndex() + 1, e.getError());
      return new Answer(Outcome.SYNTAX, text);
    } catch (StackOverflowError | RecursionLimitExceeded e) {
      return new Answer(Outcome.EXCEEDED, "the expression nests too deeply");
    } catch (OutOfMemoryError e) {
      return new Answer(Outcome.EXCEEDED, "out of memory");
    } catch (LimitException e) {
      return new Answer(Outcome.EXCEEDED, e.getMessage().strip());
    } catch (AbortException e) {
      return new Answer(Outcome.REFUSED, ABORTED);
    } catch (ThrowException e) {
      return new Answer(Outcome.REFUSED, "Throw without a Catch around it");
    } catch (ReturnException | BreakException | ContinueException e) {
      return new Answer(
          Outcome.REFUSED, "Return, Break or Continue outside of what it could leave");
    } catch (FlowControlException e) {
      return new Answer(Outcome.REFUSED, "the expression cannot be evaluated");
    } catch (RuntimeException e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Answer(Outcome.REFUSED, message.strip());
    }
  }

  private Answer of(IExpr parsed) {
    Map<ISymbol, IExpr> before = marked.definitions();
    IExpr value = engine.evaluate(parsed);
    marked.learn(before, origins.remarks());
    Optional<String> refusal =
        origins
            .refusal()
            .or(() -> value.equals(S.$Aborted) ? Optional.of(ABORTED) : unknown(value));
    if (refusal.isPresent()) {
      return new Answer(Outcome.REFUSED, refusal.get());
    }
    String text = Presentation.of(value, origins.remarks(), engine);
    outputs.add(value, origins.remarks());
    return text.length() > LONGEST_ANSWER
        ? new Answer(
            Outcome.EXCEEDED,
            "the answer has %d characters; at most %d are shown"
                .formatted(text.length(), LONGEST_ANSWER))
        : new Answer(Outcome.VALUE, text);
  }

  /** Why nothing was evaluated, if the value is a call of an unknown function. */
  private Optional<String> unknown(IExpr value) {
    Set<String> names = new TreeSet<>();
    marked.unknown(value, names);
    boolean outermost = value.isAST() && names.contains(value.head().toString());
    if (outermost) {
      return Optional.of(unknown(value.head().toString()));
    }
    names.forEach(name -> origins.add(unknown(name)));
    return Optional.empty();
  }

  private static String unknown(String name) {
    return name + " is no known function" + NearMatch.suggestion(name, KernelFunctions.names());
  }
}
