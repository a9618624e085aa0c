package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a derivation as it is read from top to bottom: what is said, and the equations below.
 *
 * @param kind what its equations are
 * @param marks the text, {@linkplain Prose#parse with marks}, without an end; or nothing
 */
record Paragraph(Kind kind, String marks, List<Equation> equations) {
  /** What the equations of a paragraph are. */
  enum Kind {
    /** There are none: the heading, and how the result was checked. */
    REMARK,
    /** Names and what they stand for. */
    DEFINITION,
    /** Identities that one step gives. */
    STEP,
    /** What was derived. */
    RESULT
  }

  /**
   * All of them in their order: no name is used before it is defined.
   *
   * @param steps whether the way to the result is told as well
   */
  static List<Paragraph> of(Derivation derivation, boolean steps) {
    List<Paragraph> paragraphs = new ArrayList<>();
    paragraphs.add(new Paragraph(Kind.REMARK, derivation.title(), List.of()));
    List<Equation> definitions = new ArrayList<>(derivation.definitions(steps));
    String result = "";
    if (steps) {
      List<Equation> ofSteps = derivation.withResult(List.of()).definitions(true);
      add(paragraphs, Kind.DEFINITION, "", ofSteps);
      definitions.removeAll(ofSteps);
      for (Derivation.Step step : derivation.steps()) {
        paragraphs.add(new Paragraph(Kind.STEP, step.reason(), step.equations()));
      }
      result = "Result";
    }
    add(paragraphs, Kind.DEFINITION, "", definitions);
    add(paragraphs, Kind.RESULT, result, derivation.result());
    add(paragraphs, Kind.REMARK, derivation.verification(), List.of());
    return paragraphs;
  }

  private static void add(
      List<Paragraph> paragraphs, Kind kind, String text, List<Equation> equations) {
    if (!text.isEmpty() || !equations.isEmpty()) {
      paragraphs.add(new Paragraph(kind, text, equations));
    }
  }

  /** What is said, in one line. */
  Prose text() {
    return Prose.parse(marks);
  }

  /** The same as a sentence, which ends before the equations; names and results are announced. */
  Prose sentence() {
    String said = marks;
    if (said.isEmpty() && kind == Kind.DEFINITION) {
      said = "with";
    } else if (said.isEmpty() && kind == Kind.RESULT) {
      said = "one has";
    }
    if (said.isEmpty()) {
      return Prose.plain("");
    }
    String capital = said.substring(0, 1).toUpperCase(Locale.ROOT);
    return Prose.parse(capital + said.substring(1) + (equations.isEmpty() ? "." : ":"));
  }
}
