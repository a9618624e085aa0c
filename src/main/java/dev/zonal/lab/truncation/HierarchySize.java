package dev.zonal.lab.truncation;

import dev.zonal.text.Gigabytes;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How large a kernel of the hierarchy is.
 *
 * @param inputs n
 * @param order r
 */
public record HierarchySize(int inputs, int order) {
  /** Of memory for an entry, in balls or on its way through an integrator. */
  private static final long BYTES = 400;

  /** n^r. */
  BigInteger entries() {
    return BigInteger.valueOf(inputs).pow(order);
  }

  /**
   * Why it is not begun, if that is so.
   *
   * @param memory in bytes
   */
  public Optional<String> refusal(long memory) {
    BigInteger bytes = entries().multiply(BigInteger.valueOf(BYTES));
    return bytes.compareTo(BigInteger.valueOf(memory)) <= 0
        ? Optional.empty()
        : Optional.of(
            ("K_%d of %d inputs has %s entries, which take about %s GB of memory; Java has %s GB"
                    + " (ZONAL_JAVA_OPTS=-Xmx8g gives it 8 GiB)")
                .formatted(
                    order,
                    inputs,
                    entries(),
                    Gigabytes.of(bytes),
                    Gigabytes.of(BigInteger.valueOf(memory))));
  }
}
