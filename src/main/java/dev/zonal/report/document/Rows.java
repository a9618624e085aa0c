package dev.zonal.report.document;

import java.util.List;
import java.util.function.Function;

/** Values of one form, each made when it is written: there may be a million. */
public record Rows<T>(List<T> items, Function<T, ? extends Value> form) implements Value {
  /** A list of texts. */
  public static Rows<String> of(List<String> texts) {
    return new Rows<>(texts, Cell.Text::new);
  }
}
