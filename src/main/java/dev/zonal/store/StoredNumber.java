package dev.zonal.store;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A certified number as it is kept: nothing of it is rounded.
 *
 * @param rounded the number to its digits
 * @param enclosure a ball that contains the number
 * @param exact the number, where it is known
 * @param method how an eigenvalue was obtained; {@code none} for values
 */
public record StoredNumber(
    BigDecimal rounded, Ball enclosure, Optional<PiRational> exact, String method) {
  private static final int HEX = 16;
  private static final String NO_METHOD = "none";

  static StoredNumber of(Eigenvalue value) {
    return new StoredNumber(
        value.rounded(), value.enclosure(), value.exact(), StoredGrid.word(value.method()));
  }

  static StoredNumber of(CertifiedNumber value) {
    return new StoredNumber(value.rounded(), value.enclosure(), value.exact(), NO_METHOD);
  }

  /** The same as the eigenvalue at k. */
  Eigenvalue eigenvalue(long k) {
    return new Eigenvalue(k, StoredGrid.constant(Method.class, method), rounded, enclosure, exact);
  }

  /** The same as a row of a grid. */
  public CertifiedNumber certified(int digits) {
    return new CertifiedNumber(rounded, enclosure, exact, digits);
  }

  /** How an eigenvalue was obtained; empty for values. */
  public Optional<Method> way() {
    return method.equals(NO_METHOD)
        ? Optional.empty()
        : Optional.of(StoredGrid.constant(Method.class, method));
  }

  /** Whether the number, where it is known, or else the enclosure, rounds to these digits. */
  boolean isProved(int digits) {
    return exact
        .flatMap(PiRational::rational)
        .map(known -> known.decimal(digits))
        .or(() -> enclosure.decimal(digits))
        .filter(proved -> proved.compareTo(rounded) == 0)
        .isPresent();
  }

  /** The ball as {@code mantissa exponent mantissa exponent}, of midpoint and radius, in hex. */
  static String text(Ball ball) {
    Ball radius = ball.radius();
    return String.join(
        " ",
        ball.mantissa().toString(HEX),
        Long.toString(ball.exponent()),
        radius.mantissa().toString(HEX),
        Long.toString(radius.exponent()));
  }

  static Ball ball(String text) {
    String[] parts = text.split(" ", -1);
    return Ball.of(
        new BigInteger(parts[0], HEX),
        Long.parseLong(parts[1]),
        Magnitude.atLeast(new BigInteger(parts[2], HEX), Long.parseLong(parts[3])));
  }

  /** A fraction, a space, and the power of pi; empty where the number is not known. */
  static String text(Optional<PiRational> exact) {
    return exact.map(number -> number.coefficient() + " " + number.power()).orElse("");
  }

  static Optional<PiRational> exact(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : Optional.of(
            new PiRational(
                Rational.parse(text.substring(0, space)),
                Integer.parseInt(text.substring(space + 1))));
  }
}
