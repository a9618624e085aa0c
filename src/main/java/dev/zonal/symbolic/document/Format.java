package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.notation.InfixNotation;
import dev.zonal.symbolic.notation.JavaNotation;
import dev.zonal.symbolic.notation.LatexNotation;
import dev.zonal.symbolic.notation.MathmlNotation;
import dev.zonal.symbolic.notation.Notation;
import java.util.Locale;
import org.matheclipse.core.interfaces.IExpr;

/** How a derivation is written. */
public enum Format {
  /** Symja's own syntax, round brackets. */
  SYMJA(InfixNotation.symja(), new SymjaDocument()),
  /** Definitions in the Wolfram language. */
  WOLFRAM(WolframDocument.NOTATION, new WolframDocument()),
  /** LaTeX, for a document that uses the package amsmath. */
  LATEX(new LatexNotation(), new LatexDocument()),
  /** Paragraphs of XHTML with formulas in presentation MathML. */
  MATHML(new MathmlNotation(), new MathmlDocument()),
  /** Markdown with formulas as GitHub shows them. */
  MARKDOWN(new LatexNotation(), new MarkdownDocument()),
  /** A Java class without dependencies, in double precision. */
  JAVA(new JavaNotation(), new JavaClass());

  /** Writes a whole derivation. */
  interface Document {
    /**
     * The text of a derivation.
     *
     * @param steps whether the way to the result is told as well
     */
    String text(Derivation derivation, boolean steps);
  }

  private final Notation notation;
  private final Document document;

  Format(Notation notation, Document document) {
    this.notation = notation;
    this.document = document;
  }

  /** The text of a derivation, with its steps or without. */
  public String render(Derivation derivation, boolean steps) {
    return document.text(derivation, steps);
  }

  /**
   * The text as a document that compiles by itself.
   *
   * @throws UnsupportedExpressionException if this is not {@link #LATEX}
   */
  public String alone(String text) {
    if (this != LATEX) {
      throw new UnsupportedExpressionException("only LaTeX has documents of their own");
    }
    return LatexDocument.alone(text);
  }

  /** The text of one expression. */
  public String render(IExpr expression) {
    return notation.print(expression);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
