package dev.zonal.arithmetic;

/** A value could not be certified; the message is one line that says why. */
public final class UncertifiedException extends Exception {
  private static final long serialVersionUID = 1L;

  public UncertifiedException(String reason) {
    super(reason);
  }
}
