package dev.zonal.report.document;

import dev.zonal.report.array.DoubleMatrix;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A result as data, of which each {@link Format} makes what it can: text of its page, CSV and
 * tables for publication of its table, JSON of its envelope, NPY of its matrix.
 *
 * @param legend what a published table says around its numbers
 * @param article the same for readers, in place of the table, where there is more than that to say
 */
public record Document(
    Page page,
    Optional<Table<?>> table,
    Optional<Envelope> envelope,
    Optional<DoubleMatrix> matrix,
    Legend legend,
    Optional<Article> article) {
  private static Document of(Page page, Optional<Table<?>> table, Optional<Envelope> envelope) {
    return new Document(page, table, envelope, Optional.empty(), Legend.of(page), Optional.empty());
  }

  /** A result that only people read. */
  public static Document of(Page page) {
    return of(page, Optional.empty(), Optional.empty());
  }

  /** A result that is no table. */
  public static Document of(Page page, Envelope envelope) {
    return of(page, Optional.empty(), Optional.of(envelope));
  }

  public static Document of(Page page, Table<?> table, Envelope envelope) {
    return of(page, Optional.of(table), Optional.of(envelope));
  }

  /** The same result, which is a matrix as well. */
  public Document with(DoubleMatrix numbers) {
    return new Document(page, table, envelope, Optional.of(numbers), legend, article);
  }

  /** The same result, whose published table has a legend of its own. */
  public Document with(Legend around) {
    return new Document(page, table, envelope, matrix, around, article);
  }

  /** The same result, which LaTeX and HTML have as a text. */
  public Document with(Article text) {
    return new Document(page, table, envelope, matrix, legend, Optional.of(text));
  }

  /** The formats that this result has. */
  public Set<Format> formats() {
    Set<Format> formats = EnumSet.of(Format.TEXT);
    if (table.isPresent()) {
      formats.add(Format.CSV);
      formats.addAll(Format.PUBLISHED);
    }
    if (envelope.isPresent()) {
      formats.add(Format.JSON);
    }
    if (matrix.isPresent()) {
      formats.add(Format.NPY);
    }
    return formats;
  }
}
