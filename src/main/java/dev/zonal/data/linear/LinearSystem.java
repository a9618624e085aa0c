package dev.zonal.data.linear;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.series.FixedPoint;
import dev.zonal.context.Context;
import dev.zonal.data.linear.residual.ColumnResiduals;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Linear systems with a symmetric matrix that is proved to be positive definite, solved by one
 * approximate factorisation, in doubles where these do, and corrections from exact residuals
 * (docs/theory.md, Theorem 19.5).
 */
public final class LinearSystem {
  private static final int MOST_CORRECTIONS = 500;

  /** Of a residual of half the bits, so that its square is below the last of them. */
  private static final int SLACK = 16;

  private final FixedMatrix matrix;
  private final Elimination factors;

  /** At most the smallest eigenvalue, in units of the matrix, positive. */
  private final BigInteger smallest;

  /** Of the diagonal of the inverse, which solutions for other right sides ask for again. */
  private final Memo<Integer, Ball> inverse;

  private LinearSystem(FixedMatrix matrix, Elimination factors, BigInteger smallest) {
    this.inverse = new Memo<>(matrix.size());
    this.matrix = matrix;
    this.factors = factors;
    this.smallest = smallest;
  }

  /** Refused if the matrix is not proved to be positive definite. */
  public static Certification<LinearSystem> of(FixedMatrix matrix) {
    Definiteness definite = Definiteness.byEigenvalue(matrix);
    if (definite instanceof Definiteness.Positive positive) {
      BigInteger smallest = FixedPoint.midpoint(positive.below(), matrix.bits());
      return factors(matrix, smallest)
          .map(found -> Certification.certified(new LinearSystem(matrix, found, smallest)))
          .orElseGet(() -> Certification.refused("a pivot of the matrix is zero"));
    }
    return Certification.refused(
        definite instanceof Definiteness.Undecided undecided
            ? undecided.reason()
            : "an eigenvalue of the matrix is negative");
  }

  /**
   * The system of K + r I; no eigenvalue of it is looked for where half the ridge r is proved to be
   * below all of them.
   *
   * @param kernel K
   * @param ridge r, not negative
   */
  public static Certification<LinearSystem> of(FixedMatrix kernel, Ball ridge) {
    FixedMatrix matrix = kernel.plus(ridge);
    BigInteger half = FixedPoint.midpoint(ridge, matrix.bits()).shiftRight(1);
    return Inertia.inDoubles(matrix, half)
        .filter(inertia -> inertia.below() == 0)
        .map(inertia -> inertia.next().subtract(matrix.error()))
        .filter(below -> below.signum() > 0)
        .flatMap(below -> factors(matrix, below).map(f -> new LinearSystem(matrix, f, below)))
        .map(Certification::certified)
        .orElseGet(() -> of(matrix));
  }

  /** Those in doubles where corrections by them shrink the residual. */
  private static Optional<Elimination> factors(FixedMatrix matrix, BigInteger smallest) {
    Optional<Elimination> doubles =
        DoubleFactorization.of(matrix, BigInteger.ZERO)
            .filter(f -> f.residual().shiftLeft(2).compareTo(smallest) < 0)
            .map(f -> f);
    return doubles.or(() -> Factorization.of(matrix, BigInteger.ZERO).map(f -> f));
  }

  /** n. */
  public int size() {
    return matrix.size();
  }

  /** The solution for a right side that is known by balls. */
  public Solution solve(List<Ball> right) {
    BigInteger[] middle = new BigInteger[right.size()];
    BigInteger error = BigInteger.ZERO;
    for (int i = 0; i < middle.length; i++) {
      middle[i] = FixedPoint.midpoint(right.get(i), matrix.bits());
      error = error.add(FixedPoint.error(right.get(i), matrix.bits()));
    }
    return solve(middle, error, -SLACK);
  }

  /** An entry of the diagonal of the inverse, from 0; the square of what half the bits give. */
  public Ball inverseDiagonal(int i) {
    return inverse.get(i, this::energyOfUnit);
  }

  private Ball energyOfUnit(int i) {
    BigInteger[] unit = new BigInteger[matrix.size()];
    Arrays.fill(unit, BigInteger.ZERO);
    unit[i] = BigInteger.ONE.shiftLeft(matrix.bits());
    return solve(unit, BigInteger.ZERO, matrix.bits() / 2 - SLACK).energy();
  }

  /**
   * The diagonal of the inverse: in doubles, with what their residuals prove (Theorem 19.13), where
   * they do; elsewhere as {@link #inverseDiagonal}.
   */
  public List<Ball> inverseDiagonal() {
    Optional<ColumnResiduals> columns =
        factors instanceof DoubleFactorization doubles
            ? Optional.of(columns(doubles))
            : Optional.empty();
    Context context = Context.current();
    return IntStream.range(0, matrix.size())
        .parallel()
        .mapToObj(
            i -> {
              context.check();
              return columns.flatMap(c -> c.diagonal(i)).orElseGet(() -> inverseDiagonal(i));
            })
        .toList();
  }

  private ColumnResiduals columns(DoubleFactorization doubles) {
    int bits = matrix.bits();
    return new ColumnResiduals(
        matrix.inDoubles(),
        doubles::solve,
        FixedPoint.ball(matrix.error(), BigInteger.ZERO, bits),
        FixedPoint.ball(smallest, BigInteger.ZERO, bits));
  }

  /** What plain doubles make of it; empty if a pivot is not positive there. */
  public Optional<double[]> inDoubles(double[] right) {
    return DoubleFactorization.of(matrix, BigInteger.ZERO)
        .filter(f -> f.negative() == 0)
        .map(f -> f.solve(right));
  }

  /**
   * @param right in units of the matrix
   * @param error at least the norm of what it differs by, in these units
   * @param spared bits that the residual need not be accurate to
   */
  private Solution solve(BigInteger[] right, BigInteger error, int spared) {
    int bits = matrix.bits();
    BigInteger[] solution = new BigInteger[right.length];
    BigInteger[] residual = new BigInteger[right.length];
    for (int i = 0; i < right.length; i++) {
      solution[i] = BigInteger.ZERO;
      residual[i] = right[i].shiftLeft(bits);
    }
    BigInteger[] image = solution.clone();
    Context context = Context.current();
    for (int step = 0; step < MOST_CORRECTIONS; step++) {
      context.check();
      BigInteger[] correction = factors.solve(residual);
      BigInteger[] better = new BigInteger[right.length];
      for (int i = 0; i < right.length; i++) {
        better[i] = solution[i].add(correction[i].shiftRight(bits));
      }
      BigInteger[] betterImage = matrix.product(better);
      BigInteger[] less = new BigInteger[right.length];
      for (int i = 0; i < right.length; i++) {
        less[i] = right[i].shiftLeft(bits).subtract(betterImage[i]);
      }
      if (norm(less).shiftLeft(1).compareTo(norm(residual)) > 0) {
        break;
      }
      solution = better;
      image = betterImage;
      residual = less;
      if (Doubles.longest(residual) <= spared + bits) {
        break;
      }
    }
    return new Solution(matrix, smallest, right, error, solution, image);
  }

  /** The Euclidean norm, rounded up. */
  static BigInteger norm(BigInteger[] vector) {
    return RayleighVector.dot(vector, vector).sqrt().add(BigInteger.ONE);
  }
}
