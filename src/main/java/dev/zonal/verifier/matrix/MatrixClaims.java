package dev.zonal.verifier.matrix;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.DataException;
import dev.zonal.data.pair.Entries;
import dev.zonal.verifier.document.Claims.OfMatrix;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The claims about the smallest eigenvalue of the matrix of a kernel between points. */
public final class MatrixClaims<X> {
  /** Beyond the last digit of a bound, and as many again for the errors of a row. */
  private static final int GUARD = 24;

  private static final int LEAST_BITS = 64;

  /** More than about 1,200 digits behind the point are not looked at. */
  private static final int MOST_BITS = 4_000;

  private static final double LOG2_TEN = Math.log(10) / Math.log(2);

  private final OfMatrix<X> claims;
  private final Findings findings;
  private Optional<EnclosedMatrix> kept = Optional.empty();
  private int keptBits;

  public MatrixClaims(OfMatrix<X> claims, Findings findings) {
    this.claims = claims;
    this.findings = findings;
  }

  /** Notes what is not verified. */
  public void check() {
    try {
      if (claims.pairs().isEmpty()) {
        checkBounds();
      } else {
        checkPairs();
      }
    } catch (DomainException | DataException e) {
      findings.require(false, Hypothesis.MATRIX_ENTRIES, e.getMessage());
    }
  }

  /** Of a matrix that has no entries nothing is claimed. */
  private void checkPairs() {
    Entries<Ball> entries =
        claims.kernel().kernel().over(BallArithmetic.ofBits(LEAST_BITS), claims.points());
    for (int i = 0; i < claims.points().size(); i++) {
      entries.at(i, i);
    }
    boolean singular = new SingularPoints(claims).areSingular();
    findings.require(singular, Hypothesis.MATRIX_SINGULAR, "pairs");
  }

  private void checkBounds() {
    if (claims.isDefinite()) {
      boolean hasSign =
          claims.lower().map(bound -> bound.signum() > 0).orElse(true)
              && claims.upper().map(bound -> bound.signum() < 0).orElse(true);
      findings.require(hasSign, Hypothesis.MATRIX_SIGN, "smallest");
    }
    claims.lower().ifPresent(this::checkLower);
    claims.upper().ifPresent(this::checkUpper);
  }

  private void checkLower(BigDecimal bound) {
    findings.note(isBelow(bound), Hypothesis.MATRIX_LOWER, "smallest.lower");
  }

  private void checkUpper(BigDecimal bound) {
    boolean isVector =
        claims.vector().size() == claims.points().size()
            && claims.vector().stream().anyMatch(x -> x.signum() != 0);
    if (!findings.require(isVector, Hypothesis.MATRIX_VECTOR, "vector")) {
      return;
    }
    for (int bits = bits(); bits <= 2 * bits() && bits <= MOST_BITS; bits *= 2) {
      if (matrix(bits).isAtMost(bound, claims.vector())) {
        return;
      }
    }
    boolean isFalse = isBelow(bound) == Verdict.VERIFIED;
    Verdict verdict = isFalse ? Verdict.REFUTED : Verdict.UNDECIDED;
    findings.note(verdict, Hypothesis.MATRIX_UPPER, "smallest.upper");
  }

  /** Whether a number is below the smallest eigenvalue. */
  private Verdict isBelow(BigDecimal bound) {
    Verdict verdict = Verdict.UNDECIDED;
    for (int bits = bits();
        verdict == Verdict.UNDECIDED && bits <= 2 * bits() && bits <= MOST_BITS;
        bits *= 2) {
      verdict = matrix(bits).isAbove(bound);
    }
    return verdict;
  }

  /** So that the last digits of both bounds are seen. */
  private int bits() {
    int scale = Math.max(scale(claims.lower()), scale(claims.upper()));
    int size = BigInteger.valueOf(claims.points().size()).bitLength();
    double bits = Math.max(0, scale) * LOG2_TEN + 2.0 * size + GUARD;
    return (int) Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(bits)));
  }

  private static int scale(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::scale).orElse(0);
  }

  private EnclosedMatrix matrix(int bits) {
    if (kept.isEmpty() || keptBits != bits) {
      kept = Optional.of(EnclosedMatrix.of(claims.kernel().kernel(), claims.points(), bits));
      keptBits = bits;
    }
    return kept.get();
  }
}
