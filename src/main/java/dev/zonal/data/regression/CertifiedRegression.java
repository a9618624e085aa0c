package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a regression to so many significant digits, by a precision that is raised until
 * each of them is rounded (docs/theory.md, Theorem 19.5).
 */
public final class CertifiedRegression {
  /** Beyond the digits asked for, against the condition of a matrix of no particular points. */
  private static final int GUARD_BITS = 32;

  /** Of a number with a double, at the least, so that it shows the error of that. */
  private static final int DOUBLE_BITS = 64;

  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 1_000;

  private CertifiedRegression() {}

  /**
   * Every number that is asked for, column by column of the targets. One that is not certified by
   * any precision tried, as zeros are, is refused alone.
   *
   * @param digits 1 to 10,000
   * @return refused if the matrix is not proved to be positive definite
   */
  public static Certification<List<RegressionRow>> of(RegressionProblem<?> problem, int digits) {
    return of(problem, Optional.empty(), digits);
  }

  /**
   * The same with slopes and kinks.
   *
   * @param circle what these are at, where they are asked for
   */
  public static Certification<List<RegressionRow>> of(
      RegressionProblem<?> problem, Optional<CircleSlopes> circle, int digits) {
    int accuracy = Math.max(BallArithmetic.bitsFor(digits), DOUBLE_BITS);
    int first = accuracy + GUARD_BITS;
    return Refinement.upTo(first, 4L * first + PATIENCE_BITS)
        .run(
            bits -> {
              Certification<List<Enclosure>> found = RegressionInBits.of(problem, circle, bits);
              long more =
                  found.isCertified()
                      ? found.get().stream()
                          .mapToLong(x -> x.missing(digits, accuracy, bits))
                          .max()
                          .orElse(0)
                      : bits;
              return new Refinement.Attempt<>(
                  found.map(all -> all.stream().map(x -> x.rounded(digits)).toList()), more);
            });
  }
}
