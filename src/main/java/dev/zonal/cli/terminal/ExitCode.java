package dev.zonal.cli.terminal;

/** What the process tells its caller. */
public final class ExitCode {
  /** Everything asked for was certified and written. */
  public static final int DONE = 0;

  /** Zonal is at fault. */
  public static final int INTERNAL_FAILURE = 1;

  /** Bad usage, bad input or unwritable output. */
  public static final int BAD_USAGE = 2;

  /** A statement was refuted. */
  public static final int REFUTED = 3;

  /** Some of what was asked for could not be certified. */
  public static final int NOT_CERTIFIED = 4;

  private ExitCode() {}
}
