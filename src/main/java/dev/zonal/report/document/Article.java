package dev.zonal.report.document;

import dev.zonal.report.figure.Figure;
import dev.zonal.text.markup.Prose;
import java.util.List;

/**
 * A text to be read from its beginning to its end.
 *
 * @param title of it
 * @param parts in their order
 */
public record Article(Prose title, List<Part> parts) {
  /** A part of the text. */
  public sealed interface Part permits Heading, Paragraph, Listing, Picture, Formula {}

  /**
   * The beginning of a section.
   *
   * @param level 1 of sections, 2 of their parts
   */
  public record Heading(int level, Prose text) implements Part {}

  /** Some sentences. */
  public record Paragraph(Prose text) implements Part {}

  /** A table of texts. */
  public record Listing(List<String> headings, List<List<Prose>> rows) implements Part {
    public Listing {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A figure, which is drawn. */
  public record Picture(Figure figure) implements Part {}

  /**
   * A formula that stands by itself.
   *
   * @param latex some lines of LaTeX, an environment of its own
   * @param mathml the same as an element math
   */
  public record Formula(String latex, String mathml) implements Part {}

  public Article {
    parts = List.copyOf(parts);
  }
}
