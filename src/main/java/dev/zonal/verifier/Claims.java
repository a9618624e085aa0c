package dev.zonal.verifier;

import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Parity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a certificate claims (docs/certificates.md). Nothing in it is known to be true.
 *
 * @param dimension d: the sphere is that of R^d
 * @param kernels one, or two for equivalence
 * @param constants of the statement, by name; none in a refutation
 * @param refutation the name of the reason why the statement is false; empty in a proof
 * @param zeros which eigenvalues are exactly zero; there in a proof of semidefiniteness only
 */
public record Claims(
    Statement statement,
    int dimension,
    List<OfKernel> kernels,
    SortedMap<String, Interval> constants,
    Optional<String> refutation,
    Optional<Zeros> zeros) {

  /** What is stated. */
  public enum Statement {
    POSITIVITY,
    SEMIDEFINITE,
    DECAY,
    EQUIVALENCE
  }

  /**
   * What is claimed of one kernel.
   *
   * @param tails at most one of each parity
   * @param expansions likewise
   * @param rows enclosures of eigenvalues, by frequency
   */
  public record OfKernel(
      Kernel kernel,
      Optional<Regions> regions,
      List<Tail> tails,
      List<Expansion> expansions,
      SortedMap<Long, Interval> rows) {}

  /** A region of a given size, and a bound of |f| there. */
  record Bounded(BigDecimal size, BigDecimal bound) {}

  /** Discs of chords and of antipodal chords, and a rectangle of theta. */
  record Regions(Bounded coincidence, Bounded antipode, Bounded rectangle) {}

  /**
   * Theorem 12.3 for one parity.
   *
   * @param from k0
   * @param exponent s
   * @param leading c
   * @param next a
   * @param rest Y
   */
  record Tail(
      Parity parity, long from, int exponent, Interval leading, Interval next, BigDecimal rest) {}

  /** c Lambda_k(s). */
  record Term(BigFraction exponent, Interval coefficient) {}

  /**
   * Proposition 12.10, or 12.9 for a power of the chord, for one parity.
   *
   * @param from k0
   * @param rest Y
   * @param order p
   */
  record Expansion(
      Parity parity, long from, List<Term> terms, BigDecimal rest, BigFraction order) {}

  /**
   * The frequencies of all exact zeros.
   *
   * @param frequencies single ones
   * @param from for the parities that vanish from some frequency on, that frequency
   */
  record Zeros(SortedSet<Long> frequencies, SortedMap<Parity, Long> from) {}
}
