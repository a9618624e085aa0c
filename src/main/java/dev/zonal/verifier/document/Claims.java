package dev.zonal.verifier.document;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.spectrum.value.Parity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a certificate claims (docs/certificates.md). Nothing in it is known to be true.
 *
 * @param kernels one, or two for equivalence
 * @param constants of the statement, by name; none in a refutation
 * @param refutation the reason why the statement is false; empty in a proof
 * @param zeros the exact zeros; there in a proof of semidefiniteness only
 * @param series of a statement about the spheres of all dimensions, whose dimension is 0
 * @param family of a statement about all members of one; in a refutation with a kernel and a series
 *     that are those of a member
 * @param matrix of a statement about a matrix, which has no sphere and no kernels of it
 * @param boxes of a statement about all kernels of boxes of parameters, which has no others
 */
public record Claims(
    Statement statement,
    int dimension,
    List<OfKernel> kernels,
    SortedMap<String, Interval> constants,
    Optional<String> refutation,
    Optional<Zeros> zeros,
    Optional<OfSeries> series,
    Optional<OfFamily> family,
    Optional<OfMatrix<?>> matrix,
    Optional<OfBoxes> boxes) {
  /** About one sphere, or about all with a series. */
  public Claims(
      Statement statement,
      int dimension,
      List<OfKernel> kernels,
      SortedMap<String, Interval> constants,
      Optional<String> refutation,
      Optional<Zeros> zeros,
      Optional<OfSeries> series) {
    this(
        statement,
        dimension,
        kernels,
        constants,
        refutation,
        zeros,
        series,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** About one sphere. */
  public Claims(
      Statement statement,
      int dimension,
      List<OfKernel> kernels,
      SortedMap<String, Interval> constants,
      Optional<String> refutation,
      Optional<Zeros> zeros) {
    this(statement, dimension, kernels, constants, refutation, zeros, Optional.empty());
  }

  /** What is stated. */
  public enum Statement {
    POSITIVITY,
    SEMIDEFINITE,
    DECAY,
    EQUIVALENCE,
    EIGENVALUE,
    DEFINITE
  }

  /** What is claimed of one kernel: tails, expansions, laws of a parity each, and eigenvalues. */
  public record OfKernel(
      Kernel kernel,
      Optional<Regions> regions,
      List<OfTail> tails,
      List<OfExpansion> expansions,
      List<OfGeometric> geometric,
      SortedMap<Long, Interval> rows) {}

  /** A region of a given radius or height, and a bound of |f| there. */
  public record Bounded(BigDecimal size, BigDecimal bound) {}

  /** A disc of chords, one of antipodal chords, and a rectangle of theta. */
  public record Regions(Bounded coincidence, Bounded antipode, Bounded rectangle) {}

  /** Theorem 12.3 from k0 on, with s, c, a and Y. */
  public record OfTail(
      Parity parity, long from, int exponent, Interval leading, Interval next, BigDecimal rest) {}

  /** c Lambda_k(s). */
  public record Term(Rational exponent, Interval coefficient) {}

  /** Proposition 12.10, or 12.9 for a power of the chord, from k0 on, with Y and p. */
  public record OfExpansion(
      Parity parity, long from, List<Term> terms, BigDecimal rest, Rational order) {}

  /**
   * Theorem 17.8 from k0 on, with u_*, mu, C, and an interval for the e_k k/k0; or Theorem 17.9,
   * with an interval for u_* and r^2.
   */
  public record OfGeometric(
      Parity parity,
      long from,
      Place singularity,
      Rational order,
      Interval constant,
      Interval deviation) {}

  /**
   * Where u_* is.
   *
   * @param square r^2 of the disc around it, empty where u_* is known
   */
  public record Place(Rational lower, Rational upper, Optional<Rational> square) {}

  /**
   * Theorem 17.4a: the kernel as a power series in u.
   *
   * @param degrees of the parts that are polynomials, -1 for 0; of no use where a coefficient is
   *     negative
   * @param counterexample in a refutation
   */
  public record OfSeries(
      SortedMap<Parity, Long> degrees, Optional<Counterexample> counterexample) {}

  /**
   * Theorem 27.2: all members of a family.
   *
   * @param cases what proves the statement; none where a member refutes it
   */
  public record OfFamily(ParameterFamily family, List<OfCase> cases) {}

  /** A proof for the members of which these weights are zero, and no others. */
  public record OfCase(
      SortedSet<String> zero,
      List<OfLine> lines,
      SortedMap<Integer, Integer> depths,
      Optional<OfInduction> induction) {}

  /** A power series, with 0, 1, 2 for what is known of either parity: nothing, one, infinity. */
  public record OfLine(String operation, List<Integer> operands, String rule, int even, int odd) {}

  /** What passes from a layer to the next, in lines counted from 1. */
  public record OfInduction(
      int from, List<Integer> state, List<Integer> assumed, List<Integer> next, int kernel) {}

  /**
   * Theorem 28.7: all members of families, on the spheres of some dimensions.
   *
   * @param families one, or two for equivalence
   * @param bounds of the constants over all members
   */
  public record OfBoxes(
      List<IntervalFamily> families,
      int leastDimension,
      int greatestDimension,
      List<OfLeaf> leaves,
      List<OfBound> bounds) {}

  /**
   * The statement for the members of a box, one depth of each family, on one sphere.
   *
   * @param kernels with intervals for parameters, and no rows
   */
  public record OfLeaf(
      List<IntervalFamily> families,
      int dimension,
      List<OfKernel> kernels,
      SortedMap<String, Interval> constants) {}

  /** The least or the greatest value of a constant over all members. */
  public record OfBound(String constant, boolean isLeast, Interval value) {}

  /** An eigenvalue that is negative, or else zero, on the spheres of R^d from some d on. */
  public record Counterexample(boolean isNegative, long k, BigInteger dimension) {}

  /** Single frequencies, and where a parity vanishes from some frequency on, that frequency. */
  public record Zeros(SortedSet<Long> frequencies, SortedMap<Parity, Long> from) {}

  /**
   * Theorems 19.3, 19.7, Proposition 19.6: the smallest eigenvalue of the matrix of a kernel
   * between points.
   *
   * @param isDefinite whether the statement is about its sign
   * @param onSphere whether vectors are divided by their norms
   * @param vector for the upper bound; empty without one
   * @param pairs of points that make the matrix singular, none where bounds are claimed
   */
  public record OfMatrix<X>(
      boolean isDefinite,
      DataKernel<X> kernel,
      boolean onSphere,
      List<X> points,
      Optional<BigDecimal> lower,
      Optional<BigDecimal> upper,
      List<BigInteger> vector,
      List<Pair> pairs) {}

  /** Two points, from 1. */
  public record Pair(int first, int second) {}
}
