package dev.zonal.symbolic;

import java.util.Locale;

/** How a derivation is written. */
public enum Format {
  /** Symja's own syntax, round brackets. */
  SYMJA(new InfixNotation("(", ")")),
  /** The Wolfram language. */
  WOLFRAM(new InfixNotation("[", "]")),
  /** LaTeX, for a document that uses the package amsmath. */
  LATEX(new LatexNotation()),
  /** Presentation MathML. */
  MATHML(new MathmlNotation()),
  /** A Java class with one method, in double precision. */
  JAVA(new JavaNotation());

  private final Notation notation;

  Format(Notation notation) {
    this.notation = notation;
  }

  /** The text of a derivation, with its steps or without. */
  public String render(Derivation derivation, boolean steps) {
    return notation.document(derivation, steps);
  }

  /** The text of one expression. */
  public String render(org.matheclipse.core.interfaces.IExpr expression) {
    return notation.print(expression);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
