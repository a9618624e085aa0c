package dev.zonal.spectrum.value;

/**
 * A kernel is not integrable on a sphere, so it has no eigenvalues there; or its eigenvalues decay
 * too slowly for a kernel. The message says so in one line.
 */
public final class NotIntegrableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public NotIntegrableException(String message) {
    super(message);
  }
}
