package dev.zonal.kernel;

/**
 * A specification, or a parameter, that names no kernel. The message is one line of printable
 * ASCII: the offending piece, what is allowed, and a near match where a name looks misspelt.
 */
public final class KernelSpecificationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public KernelSpecificationException(String message) {
    super(message);
  }
}
