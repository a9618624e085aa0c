package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.notation.InfixNotation;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Definitions in the Wolfram language, which run as they stand. The steps are comments. Sequences
 * whose names are also those of variables have an l behind it: ul[l] is the cosine u_l.
 */
final class WolframDocument implements Format.Document {
  /** Sequences that a recursion runs through. */
  private static final Set<String> OF_LAYER = Set.of("u", "k", "d", "b", "n", "p", "t");

  static final InfixNotation NOTATION =
      InfixNotation.wolfram(name -> OF_LAYER.contains(name) ? name + "l" : name);

  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");

  @Override
  public String text(Derivation derivation, boolean steps) {
    boolean isRecursion = JavaLoop.isRecursion(derivation);
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : Paragraph.of(derivation, steps)) {
      text.append(SymjaDocument.comment(paragraph.text()));
      for (Equation e : paragraph.equations()) {
        text.append(line(paragraph.kind(), e, isRecursion)).append("\n");
      }
    }
    return text.toString();
  }

  private static String line(Paragraph.Kind kind, Equation e, boolean isRecursion) {
    String right = NOTATION.print(e.right());
    if (kind == Paragraph.Kind.STEP) {
      return "(*   " + NOTATION.print(e.left()) + " == " + right + " *)";
    }
    if (e.left() instanceof IAST member) {
      return member(member, right);
    }
    return isRecursion && kind == Paragraph.Kind.RESULT && !e.right().isFree(DEPTH, true)
        ? NOTATION.print(e.left()) + "[L_] := " + right + ";"
        : NOTATION.print(e.left()) + " = " + right + ";";
  }

  /** A member of a sequence: for every index, remembered where the next one asks for it. */
  private static String member(IAST member, String right) {
    String name = NOTATION.print(member);
    IExpr index = member.arg1();
    if (index.isNumber()) {
      return name + " = " + right + ";";
    }
    String pattern = name.replace("[" + NOTATION.print(index), "[" + NOTATION.print(index) + "_");
    return pattern + " := " + (index.equals(LAYER) ? name + " = " : "") + right + ";";
  }
}
