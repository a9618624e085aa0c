package dev.zonal.cli;

import dev.zonal.context.Context;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, where a person watches, once the work has taken a second. */
final class TerminalProgress implements AutoCloseable {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int WIDTH = 79;

  private final boolean visible;
  private final String task;
  private final long start = System.nanoTime();
  private ProgressBar bar;

  private TerminalProgress(boolean visible, String task) {
    this.visible = visible;
    this.task = task;
  }

  static TerminalProgress on(Streams streams, String task) {
    return new TerminalProgress(streams.interactive(), task);
  }

  /** The context of this thread, whose steps are shown here. */
  Context context() {
    return Context.current().heardBy(this::heard);
  }

  synchronized void heard(long done, long total) {
    if (!visible || bar == null && System.nanoTime() - start < PATIENCE_NANOS) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .setUpdateIntervalMillis(200)
              .build();
    }
    bar.maxHint(total);
    bar.stepTo(done);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
