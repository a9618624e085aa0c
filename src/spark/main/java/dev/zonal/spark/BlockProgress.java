package dev.zonal.spark;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Durations;
import java.time.Duration;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells how many blocks are done: after two seconds, after four, after eight and so on, as the
 * command on one machine does. A block that is tried again counts once.
 */
final class BlockProgress extends SparkListener {
  private final Streams streams;
  private final long blocks;
  private final long start = System.nanoTime();
  private Duration patience;
  private long done;

  BlockProgress(Streams streams, long blocks) {
    this.streams = streams;
    this.blocks = blocks;
    this.patience = streams.patience().orElse(null);
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    if (!task.taskInfo().successful() || done == blocks) {
      return;
    }
    done++;
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    if (patience != null && passed.compareTo(patience) >= 0) {
      streams.tell(
          "spectrum: %s of %s blocks after %s"
              .formatted(done, blocks, Durations.text(Duration.ofSeconds(passed.toSeconds()))));
      while (passed.compareTo(patience) >= 0) {
        patience = patience.multipliedBy(2);
      }
    }
  }
}
