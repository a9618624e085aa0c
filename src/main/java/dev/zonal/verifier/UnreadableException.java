package dev.zonal.verifier;

/** Why a document is no certificate, in one line. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableException(String message) {
    super(message);
  }
}
