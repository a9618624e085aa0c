package dev.zonal.cli.terminal;

/**
 * The user asked for something that is not to be had. The message is one line that names the
 * offending piece and what is allowed; the exit code is {@link ExitCode#BAD_USAGE}.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
