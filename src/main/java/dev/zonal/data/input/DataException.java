package dev.zonal.data.input;

/** What a file of inputs cannot be, in one line that names the file and the place. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataException(String message) {
    super(message);
  }
}
