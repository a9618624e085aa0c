package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;

/** A report that is written as text for people or as JSON for programs; there is no CSV of it. */
interface TextOrJson {

  /** As text. */
  void writeText(Writer out) throws IOException;

  /** What the JSON document begins with. */
  Envelope envelope();

  /** The keys of the results in the JSON document. */
  void writeResults(JsonGenerator json) throws IOException;

  /** As JSON if that is the format, else as text. */
  default void write(Format format, Origin origin, Writer out) throws IOException {
    if (format == Format.JSON) {
      envelope().write(out, origin, this::writeResults);
    } else {
      writeText(out);
    }
  }
}
