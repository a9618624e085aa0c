package dev.zonal.spectrum;

/** Hears how far a long computation has come. Calls may come from several threads. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress NONE = (done, total) -> {};

  /** {@code done} of {@code total} steps are finished. */
  void report(long done, long total);
}
