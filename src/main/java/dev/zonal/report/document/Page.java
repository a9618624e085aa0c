package dev.zonal.report.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What people read of a result: fields, notes and tables, in the order in which they were added.
 */
public final class Page {
  private final List<Part> parts = new ArrayList<>();

  /** A part of a page. */
  public sealed interface Part permits Field, Note, Table {}

  /** One thing under its name; without a name it goes on with the field above. */
  public record Field(String name, String text) implements Part {}

  /** Lines of text. */
  public record Note(String text) implements Part {}

  /** In their order. */
  public List<Part> parts() {
    return Collections.unmodifiableList(parts);
  }

  public Page field(String name, Object text) {
    return add(new Field(name, text.toString()));
  }

  public Page note(String text) {
    return add(new Note(text));
  }

  /** An empty line. */
  public Page space() {
    return note("");
  }

  public Page table(Table<?> table) {
    return add(table);
  }

  private Page add(Part part) {
    parts.add(part);
    return this;
  }
}
