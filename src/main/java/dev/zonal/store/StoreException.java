package dev.zonal.store;

import dev.zonal.text.Quotation;

/** A file is no store, or cannot be read or written; the message says so in one line. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(String file, String why) {
    super("the store " + Quotation.of(file) + " " + why);
  }

  /** The same once more: an exception cannot be suppressed beside itself. */
  StoreException(StoreException cause) {
    super(cause.getMessage(), cause);
  }
}
