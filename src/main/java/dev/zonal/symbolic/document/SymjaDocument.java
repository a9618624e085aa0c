package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.notation.InfixNotation;
import dev.zonal.text.markup.Prose;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;

/** Symja's syntax: names are set, and identities are equations. */
final class SymjaDocument implements Format.Document {
  private static final InfixNotation NOTATION = InfixNotation.symja();

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : Paragraph.of(derivation, steps)) {
      text.append(comment(paragraph.text()));
      paragraph.equations().forEach(e -> text.append(line(paragraph.kind(), e)).append("\n"));
    }
    return text.toString();
  }

  private static String line(Paragraph.Kind kind, Equation e) {
    return switch (kind) {
      case DEFINITION -> equation(e, " = ") + ";";
      case STEP -> "  " + equation(e, " == ");
      default -> equation(e, e.left() instanceof IAST ? " == " : " = ");
    };
  }

  /** The identities of one step, a line each. */
  static List<String> identities(Derivation.Step step) {
    return step.equations().stream().map(e -> equation(e, " == ")).toList();
  }

  static String comment(Prose text) {
    String plain = text.plain();
    return plain.isEmpty() ? "" : "(* " + plain + " *)\n";
  }

  private static String equation(Equation e, String sign) {
    return NOTATION.print(e.left()) + sign + NOTATION.print(e.right());
  }
}
