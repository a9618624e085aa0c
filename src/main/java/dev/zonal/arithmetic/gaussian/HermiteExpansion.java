package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * What is known of a function phi of a Gaussian number of one variance, and of its derivative.
 *
 * @param function the Hermite series of phi
 * @param slope that of phi', with one coefficient less
 */
public record HermiteExpansion(HermiteSeries function, HermiteSeries slope) {
  /** More coefficients than this are never computed. */
  public static final int MOST_TERMS = 4096;

  /** An accuracy lower than that of the arithmetic by so many bits does, for a value. */
  private static final int SPARE = 24;

  /** exp(8) is about what factors beside the exponentials amount to. */
  private static final double ROOM = 8;

  private static final double MOST_PLANNED = 1e12;
  private static final int MOST_KNOWN = 64;
  private static final Memo<Key, HermiteExpansion> KNOWN = new Memo<>(MOST_KNOWN);

  private record Key(StripFunction phi, Rational low, Rational high, int bits, int terms) {}

  /**
   * The expansion with so many coefficients or some more, to an absolute accuracy of about that of
   * {@code over}.
   *
   * @param variance q
   * @throws DomainException if q is not certainly positive, or the coefficients are too many
   */
  public static HermiteExpansion of(
      StripFunction phi, Ball variance, int terms, BallArithmetic over) {
    if (!variance.isPositive()) {
      throw new DomainException("the variance " + variance + " need not be positive");
    }
    int step = Math.max(8, Integer.highestOneBit(Math.max(1, terms)) / 4);
    int rounded = (terms + step - 1) / step * step;
    Key key = new Key(phi, variance.lower(), variance.upper(), over.bits(), rounded);
    return KNOWN.get(key, k -> new TrapezoidalSums(phi, variance, rounded, over).expansion());
  }

  /**
   * The expansion with as many coefficients as a value at a correlation needs.
   *
   * @param correlation u
   * @throws DomainException if these are too many
   */
  public static HermiteExpansion at(
      StripFunction phi, Ball variance, Ball correlation, BallArithmetic over) {
    double modulus = Math.min(1, Math.abs(correlation.toDouble()));
    double wanted = Math.max(1, over.bits() - SPARE) * Math.log(2) + ROOM;
    double terms = terms(pole(phi, variance), -Math.log(modulus), wanted);
    if (!(terms < MOST_TERMS)) {
      throw new DomainException(tooMany(terms));
    }
    return of(phi, variance, (int) terms + 2, over);
  }

  /** Why so many terms are not computed. */
  public static String tooMany(double terms) {
    return ("it needs about %.2g terms of a series whose coefficients fall like exp(-c sqrt(n)) only,"
            + " and %s is the most there are")
        .formatted(terms, MOST_TERMS);
  }

  /** The distance of the poles of phi(sqrt(q) z) from the real line. */
  private static double pole(StripFunction phi, Ball variance) {
    return Math.PI / 2 / (phi.scale().doubleValue() * Math.sqrt(variance.toDouble()));
  }

  /** The n for which the logarithm of a_n^2 u^n is about -wanted, a plan that bounds nothing. */
  private static double terms(double pole, double fall, double wanted) {
    double n = 1;
    while (decay(pole, n) + n * fall < wanted && n < MOST_PLANNED) {
      n = 1.04 * n + 1;
    }
    return n;
  }

  /** About -log a_n^2: the residue at the pole i p, before it counts the Taylor coefficients. */
  private static double decay(double pole, double n) {
    double square = pole * pole;
    return n < square ? n * (1 + Math.log(square / n)) : 2 * pole * Math.sqrt(n) - square;
  }
}
