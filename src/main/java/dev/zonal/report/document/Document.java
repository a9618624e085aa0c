package dev.zonal.report.document;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.report.array.DoubleMatrix;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A result as data, of which each {@link Format} makes what it can: text of its page, CSV of its
 * table, JSON of its envelope, NPY of its matrix.
 */
public record Document(
    Page page,
    Optional<Table<?>> table,
    Optional<Envelope> envelope,
    Optional<DoubleMatrix> matrix) {
  /** A result that only people read. */
  public static Document of(Page page) {
    return new Document(page, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A result that is no table. */
  public static Document of(Page page, Envelope envelope) {
    return new Document(page, Optional.empty(), Optional.of(envelope), Optional.empty());
  }

  public static Document of(Page page, Table<?> table, Envelope envelope) {
    return new Document(page, Optional.of(table), Optional.of(envelope), Optional.empty());
  }

  /** The same result, which is a matrix as well. */
  public Document with(DoubleMatrix numbers) {
    return new Document(page, table, envelope, Optional.of(numbers));
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
    if (matrix.isPresent()) {
      formats.add(Format.NPY);
    }
    return formats;
  }

  /**
   * Writes the result and leaves {@code out} open.
   *
   * @throws IllegalArgumentException if it has no such format, or that is none of text
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
      case NPY -> throw new IllegalArgumentException("bytes are no text");
    }
  }
}
