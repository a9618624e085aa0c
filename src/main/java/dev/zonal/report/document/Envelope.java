package dev.zonal.report.document;

import java.util.Optional;

/**
 * A JSON document (docs/formats.md): its schema, the kernel and the sphere that it is about, and
 * its results. Whoever writes it adds the program and the command that it came from.
 *
 * @param schema such as {@code zonal.spectrum/2}
 * @param kernel the canonical specification, for documents about a kernel
 * @param sphere for documents about eigenvalues
 */
public record Envelope(
    String schema, Optional<String> kernel, Optional<Sphere> sphere, Fields results) {

  /**
   * The unit sphere of R^dimension.
   *
   * @param measure that of the integral operator: probability or surface
   */
  public record Sphere(int dimension, String measure) {

    /** As people write it. */
    public static String name(int dimension) {
      return "S^" + (dimension - 1) + " in R^" + dimension;
    }

    public Fields fields() {
      return new Fields().with("dimension", dimension).with("measure", measure);
    }
  }

  /** The envelope of a document that is about no kernel. */
  public static Envelope of(String name, int version, Fields results) {
    return new Envelope(
        "zonal." + name + "/" + version, Optional.empty(), Optional.empty(), results);
  }

  public Envelope kernel(Object specification) {
    return new Envelope(schema, Optional.of(specification.toString()), sphere, results);
  }

  /** The sphere with the probability measure. */
  public Envelope sphere(int dimension) {
    return sphere(dimension, "probability");
  }

  public Envelope sphere(int dimension, String measure) {
    return new Envelope(schema, kernel, Optional.of(new Sphere(dimension, measure)), results);
  }

  /** The whole document. */
  Fields fields(Origin origin) {
    Fields fields =
        new Fields()
            .with("schema", schema)
            .with("program", origin.program())
            .with("command", Rows.of(origin.command()));
    kernel.ifPresent(text -> fields.with("kernel", text));
    sphere.ifPresent(s -> fields.with("sphere", s.fields()));
    return fields.with("results", results);
  }
}
