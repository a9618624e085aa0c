package dev.zonal.report.document;

import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;

/**
 * What a published table says besides its numbers.
 *
 * @param caption what it shows
 * @param notes its conventions and definitions, one each
 */
public record Legend(Prose caption, List<Prose> notes) {
  public Legend {
    notes = List.copyOf(notes);
  }

  /** A legend whose formulas and codes are marked as {@link Prose#parse} reads them. */
  public static Legend of(String caption, List<String> notes) {
    return new Legend(Prose.parse(caption), notes.stream().map(Prose::parse).toList());
  }

  /**
   * Of a result that says all of it on its page: the first thing there, and the others, each once.
   */
  static Legend of(Page page) {
    List<String> said = new ArrayList<>();
    for (Page.Part part : page.parts()) {
      if (part instanceof Page.Field field && field.name().isEmpty() && !said.isEmpty()) {
        said.set(said.size() - 1, said.get(said.size() - 1) + "; " + field.text());
      } else if (part instanceof Page.Field field) {
        said.add(field.name() + ": " + field.text());
      } else if (part instanceof Page.Note note && !note.text().isBlank()) {
        said.add(note.text());
      }
    }
    List<Prose> once = said.stream().distinct().map(Prose::plain).toList();
    return once.isEmpty()
        ? new Legend(Prose.plain(""), List.of())
        : new Legend(once.get(0), once.subList(1, once.size()));
  }

  /** The same notes under another caption. */
  public Legend captioned(Prose other) {
    return new Legend(other, notes);
  }
}
