package dev.zonal.spectrum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * The n-point Gauss-Legendre rule on [-1, 1]: nodes and weights as balls that contain the exact
 * ones.
 *
 * <p>Each node starts from Tricomi's approximation, is refined by Newton's method, and is then
 * proved to lie within a stated distance of the approximation (docs/theory.md, Lemma 7.3); the
 * weight is 2 (1 - x^2) / (n P_{n-1}(x))^2 over that ball.
 */
final class GaussLegendreRule {

  private static final int LEGENDRE = 3;

  private final Ball[] nodes;
  private final Ball[] weights;

  private GaussLegendreRule(Ball[] nodes, Ball[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * The rule with n nodes, each known to about the given number of bits after the binary point.
   *
   * @param n at least 1
   */
  static GaussLegendreRule of(int n, int bits) {
    int working = bits + 2 * Integer.SIZE - 2 * Integer.numberOfLeadingZeros(n) + 8;
    Ball[] nodes = new Ball[n];
    Ball[] weights = new Ball[n];
    BallArithmetic over = BallArithmetic.ofBits(working);
    IntStream.range(0, (n + 1) / 2)
        .parallel()
        .forEach(
            i -> {
              BigInteger x = 2 * i + 1 == n ? BigInteger.ZERO : approximateNode(n, i, working);
              CertifiedNode node = CertifiedNode.certify(n, x, working);
              Ball weight = node.weight(over);
              nodes[n - 1 - i] = node.ball();
              nodes[i] = over.negate(node.ball());
              weights[n - 1 - i] = weight;
              weights[i] = weight;
            });
    for (int i = 1; i < n; i++) {
      if (!nodes[i - 1].certainlyLess(nodes[i])) {
        throw new ArithmeticException(
            "Gauss-Legendre nodes " + (i - 1) + " and " + i + " not separated");
      }
    }
    return new GaussLegendreRule(nodes, weights);
  }

  int size() {
    return nodes.length;
  }

  /** The i-th node, ascending, i from 0. */
  Ball node(int i) {
    return nodes[i];
  }

  /** The weight of the i-th node. */
  Ball weight(int i) {
    return weights[i];
  }

  /**
   * The i-th largest node times 2^bits, i from 0, as good as Newton's method makes it: not yet
   * proved.
   */
  private static BigInteger approximateNode(int n, int i, int bits) {
    double start = doubleNode(n, i);
    // A double near 1 knows its distance from 1 to 53 bits only, hence the cautious first
    // precision.
    int known = 40;
    BigInteger x =
        new BigDecimal(start).multiply(new BigDecimal(BigInteger.TWO.pow(64))).toBigInteger();
    int scale = 64;
    while (true) {
      int next = Math.min(bits, 2 * known + 24);
      x = shift(x, next - scale);
      scale = next;
      x = x.subtract(newtonStep(n, x, scale));
      known = 2 * known - 16;
      if (known >= bits) {
        return x;
      }
    }
  }

  private static BigInteger shift(BigInteger x, int by) {
    return by >= 0 ? x.shiftLeft(by) : x.shiftRight(-by);
  }

  /** P_n(x)/P_n'(x), with (1 - x^2) P_n' = n (P_{n-1} - x P_n). */
  private static BigInteger newtonStep(int n, BigInteger x, int bits) {
    GegenbauerRecurrence legendre = walk(n, x, bits);
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger value = legendre.value();
    BigInteger slope =
        legendre
            .previousValue()
            .subtract(x.multiply(value).shiftRight(bits))
            .multiply(BigInteger.valueOf(n));
    BigInteger sineSquared = one.subtract(x.multiply(x).shiftRight(bits));
    return value.multiply(sineSquared).divide(slope);
  }

  private static GegenbauerRecurrence walk(int n, BigInteger x, int bits) {
    GegenbauerRecurrence legendre = new GegenbauerRecurrence(LEGENDRE, x, bits);
    while (legendre.degree() < n) {
      legendre.advance();
    }
    return legendre;
  }

  /** The i-th largest node by Tricomi's formula and Newton's method in doubles. */
  private static double doubleNode(int n, int i) {
    double x =
        (1 - (n - 1) / (8.0 * n * n * (double) n)) * Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
    for (int iteration = 0; iteration < 4; iteration++) {
      double previous = 1;
      double current = x;
      for (int k = 1; k < n; k++) {
        double next = ((2 * k + 1) * x * current - k * previous) / (k + 1);
        previous = current;
        current = next;
      }
      x -= current * (1 - x * x) / (n * (previous - x * current));
    }
    return x;
  }

  /** A node together with the proof that it is one (docs/theory.md, Lemma 7.3). */
  private record CertifiedNode(
      int n, BigInteger x, BigInteger radius, BigInteger previous, int bits) {

    static CertifiedNode certify(int n, BigInteger x, int bits) {
      GegenbauerRecurrence legendre = walk(n, x, bits);
      BigInteger error = GegenbauerRecurrence.errorBound(LEGENDRE, n);
      BigInteger value = legendre.value().abs().add(error);
      BigInteger one = BigInteger.ONE.shiftLeft(bits);
      // n |P_{n-1} - x P_n| <= |P_n'|, for 1 - x^2 <= 1; the three errors are at most `error`,
      // `error` and 1.
      BigInteger slope =
          legendre
              .previousValue()
              .subtract(x.multiply(legendre.value()).shiftRight(bits))
              .abs()
              .subtract(error.shiftLeft(1))
              .subtract(BigInteger.ONE)
              .multiply(BigInteger.valueOf(n));
      // |P_n''| <= (n-1) n (n+1) (n+2) / 8
      BigInteger curvature =
          BigInteger.valueOf((long) n * (n + 1))
              .multiply(BigInteger.valueOf((long) (n - 1) * (n + 2)))
              .shiftRight(3)
              .add(BigInteger.ONE);
      BigInteger radius =
          slope.signum() <= 0 ? one : value.shiftLeft(bits + 1).divide(slope).add(BigInteger.ONE);
      BigInteger least = slope.subtract(radius.multiply(curvature));
      if (least.signum() <= 0 || value.shiftLeft(bits).compareTo(radius.multiply(least)) > 0) {
        throw new ArithmeticException("Gauss-Legendre node not certified for n = " + n);
      }
      return new CertifiedNode(n, x, radius, legendre.previousValue(), bits);
    }

    Ball ball() {
      return ball(x, radius);
    }

    Ball weight(BallArithmetic over) {
      BigInteger error =
          GegenbauerRecurrence.errorBound(LEGENDRE, n - 1L)
              .add(radius.multiply(GegenbauerRecurrence.derivativeBound(LEGENDRE, n - 1L)));
      Ball slope = over.multiply(ball(previous, error), Ball.exact(n));
      Ball sineSquared = over.subtract(Ball.exact(1), over.square(ball()));
      return over.divide(over.multiply(Ball.exact(2), sineSquared), over.square(slope));
    }

    private Ball ball(BigInteger midpoint, BigInteger error) {
      return FixedPoint.ball(midpoint, error, bits);
    }
  }
}
