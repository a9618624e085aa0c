package dev.zonal.cli.terminal;

import dev.zonal.context.Durations;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * What standard error shows of a command that takes its time. Where a person watches: a bar, once
 * the work has taken a second and its steps are known. Elsewhere, and before they are known: a
 * plain line after two seconds, after four, after eight and so on.
 */
public final class Progress implements AutoCloseable {
  private static final long BAR_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int WIDTH = 79;

  private final Streams streams;
  private final String task;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock;
  private ProgressBar bar;
  private long done;
  private long total;
  private boolean closed;

  /** Shows how far the task comes, until it is closed. */
  public Progress(String task, Streams streams) {
    this.streams = streams;
    this.task = task;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            command -> {
              Thread thread = new Thread(command, "progress");
              thread.setDaemon(true);
              return thread;
            });
    streams.patience().ifPresent(this::tellAfter);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void tellAfter(Duration time) {
    long wait = time.toNanos() - (System.nanoTime() - start);
    clock.schedule(() -> tell(time), wait, TimeUnit.NANOSECONDS);
  }

  private synchronized void tell(Duration time) {
    if (closed || bar != null) {
      return;
    }
    String steps = total > 1 ? done + " of " + total + " steps" : "working";
    streams.tell(task + ": " + steps + " after " + Durations.text(time));
    tellAfter(time.multipliedBy(2));
  }

  /** Hears of steps. */
  public synchronized void heard(long stepsDone, long allSteps) {
    if (closed) {
      return;
    }
    done = stepsDone;
    total = allSteps;
    boolean visible = streams.interactive() && System.nanoTime() - start > BAR_NANOS;
    if (bar == null && visible && total > 1) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .setUpdateIntervalMillis(200)
              .build();
    }
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    if (bar != null) {
      bar.close();
    }
  }
}
