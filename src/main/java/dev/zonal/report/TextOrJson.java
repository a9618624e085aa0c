package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;

/** A report that is written as text for people or as JSON for programs; there is no CSV of it. */
interface TextOrJson {

  /** As text. */
  void writeText(Writer out) throws IOException;

  /** As one JSON object. */
  void writeJson(JsonGenerator json) throws IOException;

  /** As JSON if that is the format, else as text. */
  default void write(Format format, Writer out) throws IOException {
    if (format == Format.JSON) {
      Json.write(out, this::writeJson);
    } else {
      writeText(out);
    }
  }
}
