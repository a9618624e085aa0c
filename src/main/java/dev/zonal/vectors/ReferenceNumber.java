package dev.zonal.vectors;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.gram.Accuracy;
import dev.zonal.grid.CertifiedNumber;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * A number as a test wants it.
 *
 * @param number with its digits
 * @param nearest the double nearest to it, ties to even
 * @param ulps by how many units in its last place the double differs from the number, rounded up to
 *     a thousandth: 0 where it is the number, never more than 1/2
 */
public record ReferenceNumber(CertifiedNumber number, double nearest, double ulps) {
  private static final int MOST_DIGITS = 5_000;

  private static final double THOUSAND = 1000;

  /**
   * A number with the nearest double, for which its digits are doubled until they decide it.
   *
   * @param digits wanted
   * @param source the number, with so many digits
   */
  static Certification<ReferenceNumber> of(
      int digits, IntFunction<Certification<CertifiedNumber>> source) {
    Certification<CertifiedNumber> number = source.apply(digits);
    return number.flatMap(
        wanted -> {
          Certification<CertifiedNumber> sharper = number;
          for (int more = digits; sharper.isCertified() && more <= MOST_DIGITS; more *= 2) {
            OptionalDouble nearest = nearest(sharper.get());
            if (nearest.isPresent()) {
              double ulps = ulps(sharper.get(), nearest.getAsDouble());
              return Certification.certified(
                  new ReferenceNumber(wanted, nearest.getAsDouble(), ulps));
            }
            sharper = source.apply(2 * more);
          }
          return Certification.refused(
              sharper.refusal().orElse("no precision decides the nearest double"));
        });
  }

  private static Optional<Rational> exact(CertifiedNumber number) {
    return number.exact().flatMap(PiRational::rational);
  }

  private static OptionalDouble nearest(CertifiedNumber number) {
    return exact(number)
        .map(rational -> OptionalDouble.of(rational.doubleValue()))
        .orElseGet(() -> Accuracy.nearest(number.enclosure()));
  }

  private static double ulps(CertifiedNumber number, double nearest) {
    Rational at = Rational.of(nearest);
    Rational below = exact(number).orElseGet(() -> number.enclosure().lower()).subtract(at).abs();
    Rational above = exact(number).orElseGet(() -> number.enclosure().upper()).subtract(at).abs();
    Rational error = below.compareTo(above) > 0 ? below : above;
    double ulps = error.divide(Rational.of(Math.ulp(nearest))).doubleValue();
    return Math.min(0.5, Math.ceil(ulps * THOUSAND) / THOUSAND);
  }
}
