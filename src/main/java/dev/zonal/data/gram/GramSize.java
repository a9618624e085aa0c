package dev.zonal.data.gram;

import dev.zonal.context.Durations;
import dev.zonal.text.Gigabytes;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * What a Gram matrix takes.
 *
 * @param points how many
 */
public record GramSize(long points) {
  /** Of memory for an entry of some twenty digits, with its enclosure. */
  private static final long BYTES = 400;

  /** Of time for an entry of a network of three layers. */
  private static final long NANOS = 40_000;

  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE / NANOS);

  /** In and above the diagonal. */
  BigInteger entries() {
    BigInteger n = BigInteger.valueOf(points);
    return n.multiply(n.add(BigInteger.ONE)).shiftRight(1);
  }

  /**
   * Why it is not begun, if that is so.
   *
   * @param memory in bytes
   */
  public Optional<String> refusal(long memory) {
    BigInteger bytes = entries().multiply(BigInteger.valueOf(BYTES));
    if (bytes.compareTo(BigInteger.valueOf(memory)) <= 0) {
      return Optional.empty();
    }
    Duration time = Duration.ofNanos(entries().min(LONGEST).longValueExact() * NANOS);
    long most = (long) Math.sqrt(2.0 * memory / BYTES);
    return Optional.of(
        ("%d points have %d entries, which take about %s GB of memory, and %s at 40 us each; Java"
                + " has %s GB, enough for about %d points (ZONAL_JAVA_OPTS=-Xmx8g gives it 8 GiB)")
            .formatted(
                points,
                entries(),
                Gigabytes.of(bytes),
                Durations.text(time),
                Gigabytes.of(BigInteger.valueOf(memory)),
                most));
  }
}
