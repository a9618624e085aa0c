package dev.zonal.context;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One computation as seen from outside: its progress, its cancellation and its time limit.
 *
 * <p>Who starts a computation makes a context and runs the computation inside it ({@link #call}).
 * What reports steps takes the context as a parameter and calls {@link #report}; a loop far below,
 * in arithmetic that knows nothing of requests, calls {@link #checkpoint()}, which asks the context
 * that the thread runs in. Either ends by {@link StoppedException} when the time is up or the
 * computation was cancelled. A loop asks at least every tenth of a second or so; asking costs some
 * 30 ns.
 *
 * <p>Contexts are immutable to whoever computes, and thread-safe. Other threads that take part run
 * in the same context by {@link #carry}.
 */
public final class Context {
  /** Hears how far a computation has come. Calls may come from several threads. */
  @FunctionalInterface
  public interface Listener {
    /** {@code done} of {@code total} steps are finished. */
    void heard(long done, long total);
  }

  private static final Listener SILENCE = (done, total) -> {};

  /** Nobody listens, and there is no limit. */
  public static final Context NONE = new Context(null, new AtomicReference<>(), SILENCE);

  private static final ThreadLocal<Context> CURRENT = new ThreadLocal<>();

  /** The limit, or null. */
  private final Limit limit;

  /** Why the computation was cancelled, shared by all contexts derived from one another. */
  private final AtomicReference<String> cancelled;

  private final Listener listener;

  private record Limit(long start, Duration duration) {
    boolean isOver() {
      return System.nanoTime() - start > duration.toNanos();
    }
  }

  private Context(Limit limit, AtomicReference<String> cancelled, Listener listener) {
    this.limit = limit;
    this.cancelled = cancelled;
    this.listener = listener;
  }

  /** A computation without a limit that can be cancelled. */
  public static Context unlimited() {
    return new Context(null, new AtomicReference<>(), SILENCE);
  }

  /**
   * A computation that may take so long, from now on.
   *
   * @param duration positive, at most 292 years
   */
  public static Context limited(Duration duration) {
    return new Context(new Limit(System.nanoTime(), duration), new AtomicReference<>(), SILENCE);
  }

  /** The context that this thread runs in; {@link #NONE} outside of every {@link #call}. */
  public static Context current() {
    Context current = CURRENT.get();
    return current == null ? NONE : current;
  }

  /**
   * Ends the computation that this thread takes part in if its time is up or it was cancelled.
   *
   * @throws StoppedException if so
   */
  public static void checkpoint() {
    Context current = CURRENT.get();
    if (current != null) {
      current.check();
    }
  }

  /** The same computation, with another listener. */
  public Context heardBy(Listener other) {
    return new Context(limit, cancelled, Objects.requireNonNull(other));
  }

  /** The same computation for a part of it whose steps nobody should hear of. */
  public Context silent() {
    return heardBy(SILENCE);
  }

  /**
   * Tells that {@code done} of {@code total} steps are finished.
   *
   * @throws StoppedException if the time is up or the computation was cancelled
   */
  public void report(long done, long total) {
    listener.heard(done, total);
    check();
  }

  /** Tells the same without ending anything: for results that are to be kept. */
  public void heard(long done, long total) {
    listener.heard(done, total);
  }

  /**
   * Ends the computation if its time is up or it was cancelled.
   *
   * @throws StoppedException if so
   */
  public void check() {
    String reason = cancelled.get();
    if (reason != null) {
      throw new StoppedException(reason);
    }
    if (limit != null && limit.isOver()) {
      throw new StoppedException("stopped after " + Durations.text(limit.duration()));
    }
  }

  /**
   * Ends the computation, in whatever thread, at its next checkpoint.
   *
   * @param reason words that follow "not certified: "; the first reason given counts
   * @throws IllegalStateException if this is {@link #NONE}, which belongs to everybody
   */
  public void cancel(String reason) {
    if (cancelled == NONE.cancelled) {
      throw new IllegalStateException("nobody may cancel the computations of everybody");
    }
    cancelled.compareAndSet(null, reason);
  }

  /** Runs a computation in this context, in this thread. */
  public <T> T call(Supplier<T> computation) {
    Context outer = CURRENT.get();
    CURRENT.set(this);
    try {
      return computation.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * The same step of a computation, run in this context whatever thread runs it; its beginning is a
   * checkpoint.
   */
  public <A, B> Function<A, B> carry(Function<A, B> step) {
    return argument ->
        call(
            () -> {
              check();
              return step.apply(argument);
            });
  }
}
