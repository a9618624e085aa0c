package dev.zonal.report.document;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.text.ScientificNotation;
import dev.zonal.text.markup.Prose;
import java.util.Optional;

/** A value that a table can show. */
public sealed interface Cell extends Value {
  /** As it is shown. */
  String text();

  /** As it is shown: codes are known. */
  default Prose prose() {
    return this instanceof Code ? Prose.code(text()) : Prose.plain(text());
  }

  /** Words, or a number that a double may not hold. */
  record Text(String text) implements Cell {}

  /** What one may type, such as the specification of a kernel. */
  record Code(String text) implements Cell {}

  /** A count. */
  record Whole(long number) implements Cell {
    @Override
    public String text() {
      return Long.toString(number);
    }
  }

  /** Yes or no. */
  record Flag(boolean isTrue) implements Cell {
    @Override
    public String text() {
      return Boolean.toString(isTrue);
    }
  }

  /** What is not known, or is not there. */
  record Nothing() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /** A rounded number, with its bounds and, where it is known, itself. */
  record Rounded(CertifiedNumber number) implements Cell {
    @Override
    public String text() {
      return ScientificNotation.of(number.rounded(), number.digits());
    }
  }

  static Cell of(String text) {
    return new Text(text);
  }

  /** Nothing, if that is empty. */
  static Cell of(Optional<String> text) {
    return text.<Cell>map(Text::new).orElseGet(Nothing::new);
  }

  static Cell of(CertifiedNumber number) {
    return new Rounded(number);
  }
}
