package dev.zonal.report.document;

import dev.zonal.context.OptionalLibrary;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A result as data, of which each {@link Format} makes what it can: text of its page, CSV of its
 * table, JSON of its envelope.
 */
public record Document(Page page, Optional<Table<?>> table, Optional<Envelope> envelope) {
  /** A result that only people read. */
  public static Document of(Page page) {
    return new Document(page, Optional.empty(), Optional.empty());
  }

  /** A result that is no table. */
  public static Document of(Page page, Envelope envelope) {
    return new Document(page, Optional.empty(), Optional.of(envelope));
  }

  public static Document of(Page page, Table<?> table, Envelope envelope) {
    return new Document(page, Optional.of(table), Optional.of(envelope));
  }

  /** The formats that this result has. */
  public Set<Format> formats() {
    Set<Format> formats = EnumSet.of(Format.TEXT);
    if (table.isPresent()) {
      formats.add(Format.CSV);
    }
    if (envelope.isPresent()) {
      formats.add(Format.JSON);
    }
    return formats;
  }

  /**
   * Writes the result and leaves {@code out} open.
   *
   * @throws IllegalArgumentException if it has no such format
   */
  public void write(Format format, Origin origin, Writer out) throws IOException {
    if (!formats().contains(format)) {
      throw new IllegalArgumentException(format + " is none of the formats " + formats());
    }
    switch (format) {
      case TEXT -> TextWriter.write(page, out);
      case CSV -> {
        OptionalLibrary.COMMONS_CSV.require();
        CsvWriter.write(table.orElseThrow(), out);
      }
      case JSON -> {
        OptionalLibrary.JACKSON_CORE.require();
        JsonWriter.write(envelope.orElseThrow().fields(origin), out);
      }
    }
  }
}
