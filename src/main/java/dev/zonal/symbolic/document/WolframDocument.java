package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.notation.InfixNotation;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Definitions in the Wolfram language, which run as they stand. The steps are comments. Sequences
 * whose names are also those of variables have an l behind it: ul[l] is the cosine u_l.
 */
final class WolframDocument implements Format.Document {
  static final InfixNotation NOTATION =
      InfixNotation.wolfram(name -> Indexed.isOfLayer(name) ? name + "l" : name);

  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");

  @Override
  public String text(Derivation derivation, boolean steps) {
    boolean isRecursion = JavaLoop.isRecursion(derivation);
    Derivation written = isRecursion ? ofDepth(derivation) : derivation;
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : Paragraph.of(written, steps)) {
      text.append(SymjaDocument.comment(paragraph.text()));
      for (Equation e : paragraph.equations()) {
        text.append(line(paragraph.kind(), e, isRecursion)).append("\n");
      }
    }
    return text.toString();
  }

  /**
   * The results of a recursion as functions of L: without the names of what depends on L. Where the
   * rules do, L is an argument of the sequences as well, which remember their members.
   */
  private static Derivation ofDepth(Derivation derivation) {
    List<Equation> names =
        derivation.definitions().stream()
            .filter(
                e -> !Definitions.expanded(derivation.definitions(), e.right()).isFree(DEPTH, true))
            .toList();
    List<Equation> results =
        derivation.result().stream()
            .map(e -> e.withRight(right -> Definitions.expanded(names, right)))
            .toList();
    boolean areRulesOfDepth =
        results.stream().anyMatch(e -> Indexed.isRule(e) && !e.right().isFree(DEPTH, true));
    return derivation.withResult(
        areRulesOfDepth
            ? results.stream()
                .map(e -> new Equation(membersOfDepth(e.left()), membersOfDepth(e.right())))
                .toList()
            : results);
  }

  private static IExpr membersOfDepth(IExpr e) {
    if (!(e instanceof IAST ast)) {
      return e;
    }
    return ast.argSize() == 1 && Indexed.isOfLayer(ast.head().toString())
        ? F.binaryAST2(ast.head(), ast.arg1(), DEPTH)
        : ast.map(WolframDocument::membersOfDepth);
  }

  private static String line(Paragraph.Kind kind, Equation e, boolean isRecursion) {
    String right = NOTATION.print(e.right());
    if (kind == Paragraph.Kind.STEP) {
      return "(*   " + NOTATION.print(e.left()) + " == " + right + " *)";
    }
    if (e.left().head().toString().equals(Inert.DERIVATIVE)) {
      return derivative((IAST) e.left(), right);
    }
    if (e.left() instanceof IAST member) {
      return member(NOTATION.print(member), member.arg1(), right);
    }
    return isRecursion && kind == Paragraph.Kind.RESULT && !e.right().isFree(DEPTH, true)
        ? NOTATION.print(e.left()) + "[L_] := " + right + ";"
        : NOTATION.print(e.left()) + " = " + right + ";";
  }

  /** The derivative of A[1] by alpha has the name dAdalpha[1]. */
  private static String derivative(IAST left, String right) {
    IExpr of = left.arg1();
    String name = "d" + (of instanceof IAST member ? member.head() : of) + "d" + left.arg2();
    return of instanceof IAST member
        ? member(name + "[" + NOTATION.print(member.arg1()) + "]", member.arg1(), right)
        : name + " = " + right + ";";
  }

  /** A member of a sequence: for every index, remembered where the next one asks for it. */
  private static String member(String name, IExpr index, String right) {
    String pattern = name.replace(", L]", ", L_]");
    if (index.isNumber()) {
      return pattern + " = " + right + ";";
    }
    pattern = pattern.replace("[" + NOTATION.print(index), "[" + NOTATION.print(index) + "_");
    return pattern + " := " + (index.equals(LAYER) ? name + " = " : "") + right + ";";
  }
}
