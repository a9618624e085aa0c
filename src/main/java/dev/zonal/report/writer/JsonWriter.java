package dev.zonal.report.writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * JSON, indented, with line feeds. Loading a data binder would cost every command a tenth of a
 * second.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonWriter() {}

  /** Writes one document and leaves {@code out} open. */
  public static void write(Fields document, Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(printer);
      write(json, document);
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, Value value) throws IOException {
    if (value instanceof Fields fields) {
      json.writeStartObject();
      for (Map.Entry<String, Value> field : fields.values().entrySet()) {
        json.writeFieldName(field.getKey());
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Rows<?> rows) {
      writeArray(json, rows);
    } else if (value instanceof Cell.Whole whole) {
      json.writeNumber(whole.number());
    } else if (value instanceof Cell.Flag flag) {
      json.writeBoolean(flag.isTrue());
    } else if (value instanceof Cell.Nothing) {
      json.writeNull();
    } else if (value instanceof Cell cell) {
      json.writeString(cell.text());
    }
  }

  private static <T> void writeArray(JsonGenerator json, Rows<T> rows) throws IOException {
    json.writeStartArray();
    for (T item : rows.items()) {
      write(json, rows.form().apply(item));
    }
    json.writeEndArray();
  }
}
