package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.data.definite.Singularity;
import dev.zonal.data.linear.EigenvalueBounds.Eigenpair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What is proved or refuted of the smallest eigenvalue of a Gram matrix, as data
 * (docs/certificates.md): with the points it says all that it is about. The lower bound needs no
 * evidence, since whoever checks it factorises the matrix anew.
 *
 * @param statement what is stated
 * @param kernel of the points
 * @param onSphere whether vectors are divided by their norms first
 * @param lower at most the smallest eigenvalue, where that is stated
 * @param upper at least the smallest eigenvalue, where that is stated
 * @param vector integers whose Rayleigh quotient is at most the upper bound; empty without one
 * @param singular the points that make the matrix singular, where that is stated
 * @param <X> the points
 */
public record GramCertificate<X>(
    Statement statement,
    DataKernel<X> kernel,
    boolean onSphere,
    List<X> points,
    Optional<BigDecimal> lower,
    Optional<BigDecimal> upper,
    List<BigInteger> vector,
    List<Singularity.Pair> singular) {
  /** The bounds of an eigenvalue have so many digits more than were asked for. */
  private static final int MORE_DIGITS = 2;

  /** Those of a bound that shows the sign of an eigenvalue. */
  private static final int SIGN_DIGITS = 6;

  /** What is stated. */
  public enum Statement {
    /** The smallest eigenvalue is between two bounds. */
    EIGENVALUE,
    /** The matrix is positive definite; proven or refuted. */
    DEFINITE
  }

  /** The smallest eigenvalue to the digits of a spectrum; refused if it is not certified. */
  public static <X> Certification<GramCertificate<X>> ofSmallest(
      DataKernel<X> kernel, boolean onSphere, GramMatrix<X> matrix, GramSpectrum spectrum) {
    return spectrum
        .smallest()
        .map(pair -> enclosed(kernel, onSphere, matrix, pair, spectrum.digits() + MORE_DIGITS));
  }

  /** One unit further out than need be: an eigenvalue is never shown to be at least itself. */
  private static <X> GramCertificate<X> enclosed(
      DataKernel<X> kernel, boolean onSphere, GramMatrix<X> matrix, Eigenpair pair, int digits) {
    BigDecimal lower = pair.value().lowerDecimal(digits);
    BigDecimal upper = pair.value().upperDecimal(digits);
    return new GramCertificate<>(
        Statement.EIGENVALUE,
        kernel,
        onSphere,
        matrix.points().inputs(),
        Optional.of(lower.subtract(lower.ulp())),
        Optional.of(upper.add(upper.ulp())),
        pair.vector(),
        List.of());
  }

  /** Whether the matrix is positive definite; empty if that is undecided. */
  public static <X> Optional<GramCertificate<X>> ofDefiniteness(
      DataKernel<X> kernel, boolean onSphere, GramMatrix<X> matrix, GramDefiniteness found) {
    Optional<BigDecimal> lower = Optional.empty();
    Optional<BigDecimal> upper = Optional.empty();
    List<BigInteger> vector = List.of();
    List<Singularity.Pair> singular = List.of();
    if (found instanceof GramDefiniteness.Positive positive) {
      lower = Optional.of(positive.below().lowerDecimal(SIGN_DIGITS));
    } else if (found instanceof GramDefiniteness.Negative negative) {
      upper = Optional.of(negative.above().upperDecimal(SIGN_DIGITS));
      vector = negative.vector();
    } else if (found instanceof GramDefiniteness.Singular why) {
      singular = why.why().pairs();
    } else {
      return Optional.empty();
    }
    List<X> points = matrix.points().inputs();
    return Optional.of(
        new GramCertificate<>(
            Statement.DEFINITE, kernel, onSphere, points, lower, upper, vector, singular));
  }

  /** Why the matrix is not positive definite, if that is what is stated. */
  public Optional<String> refutation() {
    if (!singular.isEmpty()) {
      return Optional.of("singular");
    }
    return statement == Statement.DEFINITE && upper.isPresent()
        ? Optional.of("negative")
        : Optional.empty();
  }
}
