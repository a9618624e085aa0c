package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * The n-point Gauss-Legendre rule on [-1, 1]: nodes and weights as balls that contain the exact
 * ones.
 *
 * <p>Each node starts from Tricomi's approximation, is refined by Newton's method, in doubles and
 * then on the expansion of P_n about the double, and is then proved to lie within a stated distance
 * of the approximation (docs/theory.md, Lemmas 7.3 and 7.3a); the weight is 2 / ((1 - x^2)
 * P_n'(x)^2) over that ball.
 */
public final class GaussLegendreRule {
  /** Larger rules, by nodes times bits, are computed anew each time: this is some 4 MB. */
  private static final long MOST_BITS_KEPT = 1L << 24;

  private static final Memo<Size, GaussLegendreRule> KEPT = new Memo<>(16);

  private record Size(int nodes, int bits) {}

  private final Ball[] nodes;
  private final Ball[] weights;

  private GaussLegendreRule(Ball[] nodes, Ball[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * The rule with n nodes, each known to about the given number of bits after the binary point. The
   * last few of moderate size are kept.
   *
   * @param n at least 1
   */
  public static GaussLegendreRule of(int n, int bits) {
    return (long) n * bits > MOST_BITS_KEPT
        ? computed(n, bits)
        : KEPT.get(new Size(n, bits), size -> computed(n, bits));
  }

  private static GaussLegendreRule computed(int n, int bits) {
    int working = bits + 3 * (Integer.SIZE - Integer.numberOfLeadingZeros(n)) + 4;
    int finer = working + LegendreExpansion.MOST_SHRINKING + 4;
    Ball[] nodes = new Ball[n];
    Ball[] weights = new Ball[n];
    BallArithmetic over = BallArithmetic.ofBits(working);
    LegendrePolynomial current = new LegendrePolynomial(n, finer);
    LegendrePolynomial previous = new LegendrePolynomial(n - 1, finer);
    Context here = Context.current();
    IntStream.range(0, (n + 1) / 2)
        .parallel()
        .forEach(
            i -> {
              here.check();
              boolean isMiddle = 2 * i + 1 == n;
              BigInteger x = isMiddle ? BigInteger.ZERO : start(n, i);
              LegendreExpansion about = new LegendreExpansion(current, previous, x);
              GaussLegendreNode node = about.node(isMiddle ? x : about.zero());
              Ball weight = node.weight(over);
              nodes[n - 1 - i] = node.ball();
              nodes[i] = over.negate(node.ball());
              weights[n - 1 - i] = weight;
              weights[i] = weight;
            });
    requireSeparated(nodes);
    return new GaussLegendreRule(nodes, weights);
  }

  /** So that no two of the intervals hold the same zero. */
  static void requireSeparated(Ball... nodes) {
    for (int i = 1; i < nodes.length; i++) {
      if (!nodes[i - 1].certainlyLess(nodes[i])) {
        throw new ArithmeticException(
            "Gauss-Legendre nodes " + (i - 1) + " and " + i + " not separated");
      }
    }
  }

  public int size() {
    return nodes.length;
  }

  /** The i-th node, ascending, i from 0. */
  public Ball node(int i) {
    return nodes[i];
  }

  /** The weight of the i-th node. */
  public Ball weight(int i) {
    return weights[i];
  }

  /** About the i-th largest node, i from 0, in units of 2^-SCALE. */
  private static BigInteger start(int n, int i) {
    return new BigDecimal(doubleNode(n, i))
        .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(LegendreExpansion.SCALE)))
        .toBigInteger();
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
}
