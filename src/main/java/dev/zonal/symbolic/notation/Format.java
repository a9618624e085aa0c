package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Derivation;
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

  <T extends Notation & Document> Format(T notation) {
    this(notation, notation);
  }

  Format(Notation notation, Document document) {
    this.notation = notation;
    this.document = document;
  }

  /** The text of a derivation, with its steps or without. */
  public String render(Derivation derivation, boolean steps) {
    return document.text(derivation, steps);
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
