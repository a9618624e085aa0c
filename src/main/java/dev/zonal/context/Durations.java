package dev.zonal.context;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 5}, {@code 10s}, {@code 2.5m}, {@code 2h}. */
public final class Durations {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)([smh]?)");

  private static final long NANOS = 1_000_000_000L;

  private Durations() {}

  /** The duration, positive; seconds where no unit is given. Empty if the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int seconds =
        switch (matcher.group(2)) {
          case "h" -> 3600;
          case "m" -> 60;
          default -> 1;
        };
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(seconds * NANOS));
    if (nanos.signum() == 0 || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(nanos.setScale(0, RoundingMode.UP).longValueExact()));
  }

  /** The duration in the largest unit that leaves no more than three decimals, such as "2.5 h". */
  public static String text(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9);
    if (duration.toHours() >= 1) {
      return in(seconds, 3600) + " h";
    }
    return duration.toMinutes() >= 1 ? in(seconds, 60) + " min" : in(seconds, 1) + " s";
  }

  private static String in(BigDecimal seconds, int unit) {
    BigDecimal value = seconds.divide(BigDecimal.valueOf(unit), 3, RoundingMode.HALF_EVEN);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
