package dev.zonal.store;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A number under its key, in the words of a file.
 *
 * @param program name and version of the program that found the enclosure
 * @param method how an eigenvalue was obtained; {@code none} for values
 * @param seal a digest of all the others, by which damage is noticed
 */
public record StoredRow(
    StoreKey key,
    String program,
    String method,
    String rounded,
    String enclosure,
    String exact,
    String seal) {
  private static final int SEAL_BYTES = 8;

  static StoredRow of(StoreKey key, String program, StoredNumber number) {
    StoredRow open =
        new StoredRow(
            key,
            program,
            number.method(),
            number.rounded().toString(),
            StoredNumber.text(number.enclosure()),
            StoredNumber.text(number.exact()),
            "");
    return new StoredRow(
        key, program, open.method, open.rounded, open.enclosure, open.exact, open.digest());
  }

  private String digest() {
    StoredGrid grid = key.grid();
    String all =
        String.join(
            "\n",
            StoredGrid.word(grid.kind()),
            grid.kernel(),
            Integer.toString(grid.dimension()),
            Integer.toString(grid.digits()),
            grid.measure(),
            grid.scale(),
            grid.way(),
            key.point(),
            program,
            method,
            rounded,
            enclosure,
            exact);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SEAL_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The number; empty if the row is damaged: it has another seal than belongs to it, or an
   * enclosure that does not prove the digits.
   */
  public Optional<StoredNumber> number() {
    if (!seal.equals(digest())) {
      return Optional.empty();
    }
    StoredNumber number;
    try {
      Ball ball = StoredNumber.ball(enclosure);
      number = new StoredNumber(new BigDecimal(rounded), ball, StoredNumber.exact(exact), method);
      number.way();
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    return Optional.of(number).filter(found -> found.isProved(key.grid().digits()));
  }
}
