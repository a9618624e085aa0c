package dev.zonal.cli;

/** What the process tells its caller. */
final class ExitCode {
  /** Everything asked for was certified and written. */
  static final int DONE = 0;

  /** Zonal is at fault. */
  static final int INTERNAL_FAILURE = 1;

  /** Bad usage, bad input or unwritable output. */
  static final int BAD_USAGE = 2;

  /** A statement was refuted. */
  static final int REFUTED = 3;

  /** Some of what was asked for could not be certified. */
  static final int NOT_CERTIFIED = 4;

  private ExitCode() {}
}
