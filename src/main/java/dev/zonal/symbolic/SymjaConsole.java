package dev.zonal.symbolic;

import dev.zonal.symbolic.SymjaProcess.Answer;
import dev.zonal.symbolic.SymjaProcess.Outcome;
import java.io.PrintStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.exception.AbortException;
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
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?:\\?\\s*|Information\\s*\\(\\s*)([A-Za-z]*)\\s*\\)?\\s*");

  private final Origins origins = new Origins();
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
    OrthogonalPolynomials.install();
    Comparisons.install();
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
      IExpr value = engine.evaluate(ExactParser.parse(request, engine));
      return new Answer(Outcome.VALUE, Presentation.of(value, origins.remarks(), engine));
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
}
