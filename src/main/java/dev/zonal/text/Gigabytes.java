package dev.zonal.text;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts of memory for people. */
public final class Gigabytes {
  private static final BigInteger TENTH = BigInteger.valueOf(100_000_000);

  private Gigabytes() {}

  /** In units of 10^9 bytes, rounded down to one digit behind the point. */
  public static String of(BigInteger bytes) {
    return new BigDecimal(bytes.divide(TENTH), 1).toPlainString();
  }
}
