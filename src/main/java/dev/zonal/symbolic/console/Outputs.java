package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Origins;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The results of a session: {@code %} is the last one, {@code %%} the one before it, {@code %3} the
 * third. What was said about a result is said about all that uses it.
 */
final class Outputs {
  /** A result and the remarks about it. */
  private record Output(IExpr value, List<String> remarks) {}

  private final List<Output> outputs = new ArrayList<>();

  void add(IExpr value, List<String> remarks) {
    if (!value.equals(S.Null)) {
      outputs.add(new Output(value, remarks));
    }
  }

  /** The expression with the results that it asks for. */
  IExpr in(IExpr parsed, Origins origins) {
    return isOutput(parsed)
        ? value((IAST) parsed, origins)
        : parsed.replaceAll(e -> isOutput(e) ? value((IAST) e, origins) : F.NIL).orElse(parsed);
  }

  private static boolean isOutput(IExpr e) {
    return e.isAST(S.Out, 1) || e.isAST(S.Out, 2);
  }

  private IExpr value(IAST out, Origins origins) {
    int number = out.argSize() == 0 ? -1 : out.arg1().toIntDefault(0);
    int index = number < 0 ? outputs.size() + number : number - 1;
    if (index < 0 || index >= outputs.size()) {
      throw new UnsupportedExpressionException(
          outputs.isEmpty()
              ? "there is no result yet that % could be"
              : "the results are numbered from 1 to " + outputs.size());
    }
    outputs.get(index).remarks.forEach(origins::add);
    return outputs.get(index).value;
  }
}
