package dev.zonal.verifier.matrix;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.FixedPoint;
import dev.zonal.context.Context;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.verifier.document.Finding.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A symmetric matrix whose entries are known: integers in units of 2^-bits, and how far they are
 * off at the most.
 */
final class EnclosedMatrix {
  /** Of the entries, beyond the bits behind the binary point. */
  private static final int ENTRY_BITS = 40;

  private final int bits;
  private final BigInteger[][] rows;

  /** At least the spectral norm of what the matrix differs by, in units of 2^-bits. */
  private final BigInteger error;

  private EnclosedMatrix(int bits, BigInteger[][] rows, BigInteger error) {
    this.bits = bits;
    this.rows = rows;
    this.error = error;
  }

  /** The matrix of a kernel, with so many bits behind the binary point. */
  static <X> EnclosedMatrix of(PairKernel<X> kernel, List<X> points, int bits) {
    int n = points.size();
    Entries<Ball> entries = kernel.over(BallArithmetic.ofBits(bits + ENTRY_BITS), points);
    BigInteger[][] rows = new BigInteger[n][];
    BigInteger[] errors = new BigInteger[n];
    Context context = Context.current();
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              context.check();
              rows[i] = new BigInteger[i + 1];
              errors[i] = BigInteger.ZERO;
              for (int j = 0; j <= i; j++) {
                Ball entry = entries.at(i, j);
                rows[i][j] = FixedPoint.midpoint(entry, bits);
                errors[i] = errors[i].max(FixedPoint.error(entry, bits));
              }
            });
    BigInteger largest = BigInteger.ZERO;
    for (BigInteger own : errors) {
      largest = largest.max(own);
    }
    return new EnclosedMatrix(bits, rows, largest.multiply(BigInteger.valueOf(n)));
  }

  /**
   * Whether the smallest eigenvalue is above a number: verified by a root of the matrix less a
   * number somewhat larger (Theorem 19.7), refuted by a vector whose quotient is below (Theorem
   * 19.3): the one of a pivot that is not positive, or one step of descent from there.
   */
  Verdict isAbove(BigDecimal bound) {
    BigInteger floor = floor(bound);
    BigInteger slack = error.add(mostRest(floor));
    BigInteger shift = floor.add(BigInteger.ONE).add(slack);
    Cholesky root = Cholesky.of(rows, shift, bits);
    if (root.isComplete()) {
      boolean holds = root.rest().add(error).compareTo(slack) <= 0;
      return holds ? Verdict.VERIFIED : Verdict.UNDECIDED;
    }
    Quotient quotient = new Quotient(root.descent());
    boolean isFalse = quotient.isBelow(floor) || new Quotient(quotient.descent()).isBelow(floor);
    return isFalse ? Verdict.REFUTED : Verdict.UNDECIDED;
  }

  /** Whether the Rayleigh quotient of a vector shows that the smallest eigenvalue is at most it. */
  boolean isAtMost(BigDecimal bound, List<BigInteger> vector) {
    Quotient quotient = new Quotient(vector.toArray(BigInteger[]::new));
    return quotient.most().compareTo(floor(bound).multiply(quotient.square)) <= 0;
  }

  private BigInteger floor(BigDecimal bound) {
    Rational scaled = Rational.of(bound).multiply(BigInteger.ONE.shiftLeft(bits));
    return scaled.floor();
  }

  /** What a root leaves over at the most: 2 n times the root of a pivot, rounded up. */
  private BigInteger mostRest(BigInteger floor) {
    BigInteger largest = BigInteger.ZERO;
    for (int i = 0; i < rows.length; i++) {
      largest = largest.max(rows[i][i].subtract(floor));
    }
    BigInteger root = largest.shiftRight(bits).sqrt().add(BigInteger.TWO);
    return root.multiply(BigInteger.valueOf(2L * rows.length)).add(BigInteger.ONE);
  }

  /** x^T A x for the integers A, and x^T x. */
  private final class Quotient {
    private final BigInteger[] x;
    private final BigInteger[] image;
    private final BigInteger form;
    private final BigInteger square;

    Quotient(BigInteger[] x) {
      this.x = x;
      this.image = new BigInteger[x.length];
      BigInteger sum = BigInteger.ZERO;
      BigInteger norm = BigInteger.ZERO;
      for (int i = 0; i < x.length; i++) {
        image[i] = BigInteger.ZERO;
        for (int j = 0; j < x.length; j++) {
          image[i] = image[i].add(at(i, j).multiply(x[j]));
        }
        sum = sum.add(image[i].multiply(x[i]));
        norm = norm.add(x[i].multiply(x[i]));
      }
      this.form = sum;
      this.square = norm;
    }

    /** At least x^T A x for the matrix that is meant. */
    BigInteger most() {
      return form.add(error.multiply(square));
    }

    boolean isBelow(BigInteger bound) {
      return most().compareTo(bound.multiply(square)) < 0;
    }

    /** (2 N + q - A) x, N at least the norm and q the quotient: one with a smaller quotient. */
    BigInteger[] descent() {
      BigInteger factor = norm().shiftLeft(1).multiply(square).add(form);
      BigInteger[] next = new BigInteger[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = factor.multiply(x[i]).subtract(square.multiply(image[i]));
      }
      return next;
    }
  }

  private BigInteger at(int i, int j) {
    return j <= i ? rows[i][j] : rows[j][i];
  }

  /** At least the spectral norm: n times the largest modulus of an entry. */
  private BigInteger norm() {
    BigInteger largest = BigInteger.ZERO;
    for (BigInteger[] row : rows) {
      for (BigInteger entry : row) {
        largest = largest.max(entry.abs());
      }
    }
    return largest.multiply(BigInteger.valueOf(rows.length));
  }
}
