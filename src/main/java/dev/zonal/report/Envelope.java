package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.context.OptionalLibrary;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * What every JSON document begins with (docs/formats.md): its schema, the program and the command
 * that it came from, and the kernel and the sphere that it is about. All else is its results.
 *
 * @param schema such as {@code zonal.spectrum/2}
 * @param kernel the canonical specification, for documents about a kernel
 * @param sphere for documents about eigenvalues
 */
record Envelope(String schema, Optional<String> kernel, Optional<Sphere> sphere) {

  /**
   * The unit sphere of R^dimension.
   *
   * @param measure that of the integral operator: probability or surface
   */
  record Sphere(int dimension, String measure) {}

  /** The envelope of a document that is about no kernel. */
  static Envelope of(String name, int version) {
    OptionalLibrary.JACKSON_CORE.require();
    return new Envelope("zonal." + name + "/" + version, Optional.empty(), Optional.empty());
  }

  Envelope kernel(Object specification) {
    return new Envelope(schema, Optional.of(specification.toString()), sphere);
  }

  /** The sphere with the probability measure. */
  Envelope sphere(int dimension) {
    return sphere(dimension, "probability");
  }

  Envelope sphere(int dimension, String measure) {
    return new Envelope(schema, kernel, Optional.of(new Sphere(dimension, measure)));
  }

  /**
   * Writes the whole document.
   *
   * @param results writes the keys of the object that holds the results
   */
  void write(Writer out, Origin origin, Json.Document results) throws IOException {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          writeHead(json, origin);
          json.writeObjectFieldStart("results");
          results.write(json);
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private void writeHead(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("schema", schema);
    json.writeStringField("program", origin.program());
    json.writeArrayFieldStart("command");
    for (String word : origin.command()) {
      json.writeString(word);
    }
    json.writeEndArray();
    if (kernel.isPresent()) {
      json.writeStringField("kernel", kernel.get());
    }
    if (sphere.isPresent()) {
      json.writeObjectFieldStart("sphere");
      json.writeNumberField("dimension", sphere.get().dimension());
      json.writeStringField("measure", sphere.get().measure());
      json.writeEndObject();
    }
  }
}
