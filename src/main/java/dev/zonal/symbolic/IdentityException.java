package dev.zonal.symbolic;

/** A derived identity that balls refute or cannot confirm: an internal error, never a result. */
public final class IdentityException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public IdentityException(String message) {
    super(message);
  }
}
