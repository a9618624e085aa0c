package dev.zonal.report.writer;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.report.document.Article;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import java.io.IOException;
import java.io.Writer;

/** Writes results in every format that is text. */
public final class DocumentWriter {
  private DocumentWriter() {}

  /** Writes a result, of which nothing in particular is asked. */
  public static void write(Document result, Format format, Origin origin, Writer out)
      throws IOException {
    write(result, format, origin, Publication.PLAIN, out);
  }

  /**
   * Writes a result and leaves {@code out} open.
   *
   * @throws IllegalArgumentException if it has no such format, or that is none of text
   */
  public static void write(
      Document result, Format format, Origin origin, Publication publication, Writer out)
      throws IOException {
    if (!result.formats().contains(format)) {
      throw new IllegalArgumentException(format + " is none of the formats " + result.formats());
    }
    switch (format) {
      case TEXT -> TextWriter.write(result.page(), out);
      case CSV -> {
        OptionalLibrary.COMMONS_CSV.require();
        CsvWriter.write(result.table().orElseThrow(), out);
      }
      case JSON -> {
        OptionalLibrary.JACKSON_CORE.require();
        JsonWriter.write(result.envelope().orElseThrow().fields(origin), out);
      }
      case NPY -> throw new IllegalArgumentException("bytes are no text");
      default -> publish(result, format, origin, publication, out);
    }
  }

  private static void publish(
      Document result, Format format, Origin origin, Publication publication, Writer out)
      throws IOException {
    if (result.article().isPresent() && format != Format.MARKDOWN) {
      Article article = result.article().get();
      if (format == Format.LATEX) {
        new LatexArticleWriter(origin, publication, out).write(article);
      } else {
        new HtmlArticleWriter(origin, publication, out).write(article);
      }
      return;
    }
    Table<?> table = result.table().orElseThrow();
    Legend legend = publication.legend(result.legend());
    switch (format) {
      case LATEX -> new LatexWriter(origin, publication, out).write(table, legend);
      case MARKDOWN -> new MarkdownWriter(origin, publication, out).write(table, legend);
      default -> new HtmlWriter(origin, publication, out).write(table, legend);
    }
  }
}
