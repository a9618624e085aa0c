package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.notation.BreakableNotation;
import dev.zonal.symbolic.notation.LineBreaker;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A line of equations that stand below one another, aligned at the sign "=".
 *
 * @param left what stands before it: nothing, but for the first line of an equation
 * @param right what stands behind it
 */
record Line(String left, Sign sign, String right) {
  /** What a line begins with behind the border. */
  enum Sign {
    /** The first line of a right side. */
    EQUAL,
    /** A left side that is too long to stand before the border. */
    NONE,
    /** The next line of either. */
    CONTINUED
  }

  /** The width of a page of LaTeX's article in ems, less what estimates may lack. */
  private static final double PAGE = 33;

  private static final double LONGEST_LEFT = 10;
  private static final double SIGN = 1.4;
  private static final double INDENT = 1.5;

  /** The lines of equations that are displayed together. */
  static List<Line> of(BreakableNotation notation, List<Equation> equations) {
    double margin =
        equations.stream()
            .mapToDouble(e -> LineBreaker.width(e.left()))
            .filter(width -> width <= LONGEST_LEFT)
            .max()
            .orElse(0);
    List<Line> lines = new ArrayList<>();
    for (Equation e : equations) {
      String left = "";
      if (LineBreaker.width(e.left()) <= LONGEST_LEFT) {
        left = notation.notation().print(e.left());
      } else {
        add(lines, "", Sign.NONE, broken(notation, e.left(), margin));
      }
      add(lines, left, Sign.EQUAL, broken(notation, e.right(), margin));
    }
    return lines;
  }

  private static List<String> broken(BreakableNotation notation, IExpr e, double margin) {
    double room = PAGE - margin - SIGN;
    // Cases are broken one by one, and stand on one line.
    boolean isLine = LineBreaker.width(e) <= room || e.isAST("Piecewise");
    return LineBreaker.lines(notation, e, room - (isLine ? 0 : INDENT));
  }

  private static void add(List<Line> lines, String left, Sign sign, List<String> right) {
    for (int i = 0; i < right.size(); i++) {
      lines.add(new Line(i == 0 ? left : "", i == 0 ? sign : Sign.CONTINUED, right.get(i)));
    }
  }
}
