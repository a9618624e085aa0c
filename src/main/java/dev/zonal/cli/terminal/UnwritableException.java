package dev.zonal.cli.terminal;

import java.io.IOException;

/** A result could not be written; the message names where to. */
public final class UnwritableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwritableException(String where, IOException cause) {
    super(where, cause);
  }
}
