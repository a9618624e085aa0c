package dev.zonal.data.linear;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Enclosures of eigenvalues of a symmetric matrix that is known to any precision, to as many bits
 * as are asked for (docs/theory.md, Theorems 19.1 to 19.4). The matrix of the last precision is
 * kept.
 */
public final class EigenvalueBounds {
  /** Beyond the accuracy asked for, against the errors of a row. */
  private static final int GUARD = 32;

  /** For the first look at whether a matrix is definite. */
  private static final int FIRST = 64;

  /**
   * The smallest eigenvalue with a vector that bounds it from above.
   *
   * @param value an enclosure
   * @param vector integers, not all zero, whose Rayleigh quotient is at most the upper end
   */
  public record Eigenpair(Ball value, List<BigInteger> vector) {
    public Eigenpair {
      vector = List.copyOf(vector);
    }
  }

  private final Memo<Integer, FixedMatrix> kept = new Memo<>(1);
  private final IntFunction<FixedMatrix> source;
  private final int most;

  /**
   * @param source the matrix with so many bits after the binary point
   * @param most the highest precision that is tried, in bits; an eigenvalue of zero needs all of it
   */
  public EigenvalueBounds(IntFunction<FixedMatrix> source, int most) {
    this.source = source;
    this.most = most;
  }

  private FixedMatrix matrix(int bits) {
    return kept.get(bits, source::apply);
  }

  /**
   * The smallest eigenvalue.
   *
   * @param accuracy relative, in bits
   */
  public Certification<Ball> smallest(int accuracy) {
    return smallestPair(accuracy).map(Eigenpair::value);
  }

  /**
   * The smallest eigenvalue with its vector.
   *
   * @param accuracy relative, in bits
   */
  public Certification<Eigenpair> smallestPair(int accuracy) {
    return refined(accuracy, EigenvalueBounds::smallestPair, Eigenpair::value);
  }

  /**
   * The largest eigenvalue.
   *
   * @param accuracy relative, in bits
   */
  public Certification<Ball> largest(int accuracy) {
    return refined(accuracy, EigenvalueBounds::largest, value -> value);
  }

  /**
   * The largest eigenvalue over the smallest one.
   *
   * @param accuracy relative, in bits
   */
  public Certification<Ball> condition(int accuracy) {
    BallArithmetic over = BallArithmetic.ofBits(accuracy + GUARD);
    return smallest(accuracy + 2)
        .flatMap(
            low ->
                low.isPositive()
                    ? largest(accuracy + 2).map(high -> over.divide(high, low))
                    : Certification.refused("the smallest eigenvalue is not positive"));
  }

  /** Whether the matrix is positive definite, by doubles where they do. */
  public Definiteness definiteness() {
    return Refinement.upTo(FIRST, most)
        .run(
            bits -> {
              Definiteness found = Definiteness.of(matrix(bits));
              boolean isDecided = !(found instanceof Definiteness.Undecided);
              return new Refinement.Attempt<>(found, isDecided ? 0 : bits);
            });
  }

  /**
   * Every eigenvalue, from the smallest one on.
   *
   * @param accuracy relative, in bits, of each
   */
  public Certification<List<Ball>> all(int accuracy) {
    Refinement policy = Refinement.upTo(accuracy + GUARD, most);
    return policy.run(
        bits -> {
          Certification<List<Ball>> found = all(matrix(bits));
          long more =
              found.isCertified()
                  ? found.get().stream().mapToLong(x -> missing(x, accuracy, bits)).max().orElse(0)
                  : bits;
          return new Refinement.Attempt<>(more > 0 ? tooFew(found, bits) : found, more);
        });
  }

  private <T> Certification<T> refined(
      int accuracy, Function<FixedMatrix, Certification<T>> attempt, Function<T, Ball> value) {
    return Refinement.upTo(accuracy + GUARD, most)
        .run(
            bits -> {
              Certification<T> found = attempt.apply(matrix(bits));
              long more =
                  found.isCertified() ? missing(value.apply(found.get()), accuracy, bits) : bits;
              return new Refinement.Attempt<>(more > 0 ? tooFew(found, bits) : found, more);
            });
  }

  private static <T> Certification<T> tooFew(Certification<T> found, int bits) {
    return found.isCertified()
        ? Certification.refused("it is not known to so many digits with " + bits + " bits")
        : found;
  }

  private static long missing(Ball ball, int wanted, int bits) {
    if (ball.accuracyBits() >= wanted) {
      return 0;
    }
    return ball.containsZero() ? bits : wanted - ball.accuracyBits() + GUARD / 4;
  }

  /** The smallest eigenvalue of a matrix that is known to one precision. */
  public static Certification<Ball> smallest(FixedMatrix matrix) {
    return certified(SmallestEigenvalue.of(matrix).map(matrix::ball));
  }

  private static Certification<Eigenpair> smallestPair(FixedMatrix matrix) {
    return certified(
        SmallestEigenvalue.withVector(matrix)
            .map(found -> new Eigenpair(matrix.ball(found.bounds()), found.vector())));
  }

  /** The largest one: with a bound N of the norm, N less the smallest one of N - A. */
  public static Certification<Ball> largest(FixedMatrix matrix) {
    BigInteger norm = matrix.norm();
    return certified(
        SmallestEigenvalue.of(matrix.reflected(norm))
            .map(found -> matrix.ball(found.subtractedFrom(norm))));
  }

  /** Every eigenvalue of a matrix that is known to one precision, from the smallest one on. */
  public static Certification<List<Ball>> all(FixedMatrix matrix) {
    return certified(
        Congruence.of(matrix).eigenvalues().map(all -> all.stream().map(matrix::ball).toList()));
  }

  private static <T> Certification<T> certified(Optional<T> found) {
    return found
        .map(Certification::certified)
        .orElseGet(() -> Certification.refused("no approximate eigenvector proves anything"));
  }
}
