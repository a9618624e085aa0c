package dev.zonal.report.document;

/**
 * A JSON document (docs/formats.md): its schema, the kernel and the sphere that it is about, and
 * its results. Whoever writes it adds the program and the command that it came from.
 *
 * @param schema such as {@code zonal.spectrum/2}
 * @param subject the canonical specification of the kernel, and the sphere, where there are such
 */
public record Envelope(String schema, Fields subject, Fields results) {
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

    public String inWords() {
      return name(dimension) + ", " + measure + " measure";
    }

    public Fields fields() {
      return new Fields().with("dimension", dimension).with("measure", measure);
    }
  }

  /** The envelope of a document whose subject is added to it. */
  public static Envelope of(String name, int version, Fields results) {
    return of(name, version, new Fields(), results);
  }

  public static Envelope of(String name, int version, Fields subject, Fields results) {
    return new Envelope("zonal." + name + "/" + version, subject, results);
  }

  public Envelope kernel(Object specification) {
    subject.with("kernel", specification.toString());
    return this;
  }

  /** The sphere with the probability measure. */
  public Envelope sphere(int dimension) {
    subject.with("sphere", new Sphere(dimension, "probability").fields());
    return this;
  }

  /** The whole document. */
  public Fields fields(Origin origin) {
    return origin.fields(schema).with(subject).with("results", results);
  }
}
