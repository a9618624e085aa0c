package dev.zonal.spectrum.series;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.gaussian.HermiteExpansion;
import dev.zonal.arithmetic.minorant.MinorantArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.CosineAngle;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.util.List;

/**
 * The eigenvalues of a kernel f(u) = sum of b_n u^n, b_n &gt;= 0, that is not known to be analytic
 * at u = 1: from numbers c_n &lt;= b_n, n &lt; N, and the exact sum f(1) = 1 of all b_n,
 *
 * <pre>
 *   S &lt;= eta_k &lt;= S + (1 - sum of c_n) max of eta_k(u^n),   S = sum of c_n eta_k(u^n)
 * </pre>
 *
 * <p>(docs/theory.md, Theorem 18.5). Where b_n falls like exp(-c sqrt(n)) the terms needed grow
 * with the square of the digits. Thread-safe.
 */
final class MinorantSpectrum implements SeriesMethod {
  private static final int MOST_SERIES = 8;
  private static final int FIRST_TERMS = 48;
  private static final int ATTEMPTS = 12;

  /** Beyond, nothing is tried: the largest of the eta_k(u^n) is at n of the size of k^2. */
  private static final long LARGEST_FREQUENCY = 1000;

  /** The bits that the rounding of a series may take, about. */
  private static final int ROUNDING = 32;

  private static final int MOST_FURTHER_BITS = 4096;

  private record Key(int terms, int bits) {}

  /**
   * What is known of the power series.
   *
   * @param lower c_0, ..., c_(N-1), not negative
   * @param missing what 1 exceeds their sum by
   */
  record LowerBounds(List<Ball> lower, Ball missing) {}

  private final Kernel kernel;
  private final int dimension;
  private final Memo<Key, LowerBounds> known = new Memo<>(MOST_SERIES);

  /** The series that served last; where it serves again nothing is computed. */
  private volatile Key finest = new Key(0, 0);

  /**
   * @param kernel one that is {@linkplain Kernel#isRootExponential() root-exponential}, with f(1) =
   *     1
   * @param dimension d, at least 2
   */
  MinorantSpectrum(Kernel kernel, int dimension) {
    this.kernel = kernel;
    this.dimension = dimension;
  }

  @Override
  public Certification<Enclosure> enclose(long frequency, long last, int bits) {
    if (frequency > LARGEST_FREQUENCY) {
      return Certification.refused(
          HermiteExpansion.tooMany(
              Math.pow(Math.pow((double) frequency, 2.0 / 3) + bits / 4.0, 2)));
    }
    return Certification.of(() -> enclosure(frequency, bits))
        .map(sum -> Enclosure.of(Eigenvalue.Method.SERIES, sum));
  }

  private Ball enclosure(long k, int bits) {
    Key start = finest;
    int working = Math.max(2 * bits + ROUNDING, start.bits());
    double terms = Math.max(FIRST_TERMS + 2.0 * k, start.terms());
    // What was missing before there were more terms: if that changes little, it is rounding.
    double before = Double.POSITIVE_INFINITY;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!(terms < HermiteExpansion.MOST_TERMS)) {
        throw new DomainException(HermiteExpansion.tooMany(terms));
      }
      LowerBounds minorant = minorant(rounded(terms), working);
      BallArithmetic over = BallArithmetic.ofBits(working);
      Bounds bounds = bounds(k, minorant, over);
      Ball sum = bounds.hull(over);
      if (!sum.containsZero() && sum.accuracyBits() >= bits) {
        finest = new Key(rounded(terms), working);
        return sum;
      }
      double wanted = log2(bounds.lower()) - bits - 2;
      double missing = log2(minorant.missing());
      double lacking = Math.max(1, log2(bounds.rest()) - wanted);
      if (missing > before - 1 || missing < ROUNDING - working) {
        working += (int) Math.min(MOST_FURTHER_BITS, lacking + ROUNDING);
        before = Double.POSITIVE_INFINITY;
      } else {
        terms = more(rounded(terms), missing, lacking);
        before = missing;
      }
    }
    throw new DomainException("the power series in u decides no digits");
  }

  /** With exp(-c sqrt(n)) for what is missing behind n terms. */
  private static double more(int terms, double missing, double lacking) {
    double grown = missing < -1 ? (lacking - missing) / -missing : 2;
    return terms * Math.max(1.2, Math.min(8, 1.05 * grown * grown));
  }

  private static int rounded(double terms) {
    int step = Integer.highestOneBit((int) terms) / 8;
    return ((int) terms + step - 1) / step * step;
  }

  /** The binary logarithm, about; that of a number far below others where the number is zero. */
  private static double log2(Ball positive) {
    long order = positive.binaryOrder();
    return order == Long.MIN_VALUE ? -1e6 : order;
  }

  /**
   * Bounds of an eigenvalue.
   *
   * @param lower S
   * @param rest what it may exceed S by
   */
  record Bounds(Ball lower, Ball rest) {
    /** From S to S + rest. */
    Ball hull(BallArithmetic over) {
      return Ball.hull(lower, over.add(lower, rest));
    }
  }

  Bounds bounds(long k, LowerBounds minorant, BallArithmetic over) {
    MonomialEigenvalues monomials = new MonomialEigenvalues(k, dimension);
    Ball weight = SeriesSpectrum.first(k, dimension, over);
    Ball largest = weight;
    Ball sum = Ball.exact(0);
    for (long n = k; ; n += 2) {
      Context.checkpoint();
      if (n < minorant.lower().size()) {
        sum = over.add(sum, over.multiply(weight, minorant.lower().get((int) n)));
      }
      Rational quotient = monomials.quotient(n);
      if (quotient.compareTo(Rational.ONE) <= 0 && n >= minorant.lower().size()) {
        break;
      }
      weight = over.scale(weight, quotient);
      largest = Ball.hull(largest, weight);
    }
    return new Bounds(sum, over.multiply(minorant.missing(), largest));
  }

  private LowerBounds minorant(int terms, int bits) {
    return known.get(new Key(terms, bits), key -> minorant(kernel, terms, bits));
  }

  static LowerBounds minorant(Kernel kernel, int terms, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    MinorantArithmetic minorants = MinorantArithmetic.of(over, terms);
    List<Ball> lower =
        minorants.lowerBounds(
            kernel.evaluate(minorants, new CosineAngle<>(minorants, minorants.variable())));
    Ball missing = Ball.exact(1);
    for (Ball term : lower) {
      missing = over.subtract(missing, term);
    }
    return new LowerBounds(lower, missing);
  }
}
