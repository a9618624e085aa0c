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
 * then on a Taylor polynomial, and is then proved to lie within a stated distance of the
 * approximation (docs/theory.md, Lemma 7.3); the weight is 2 (1 - x^2) / (n P_{n-1}(x))^2 over that
 * ball.
 */
public final class GaussLegendreRule {
  /** About so many bits after the binary point are right in a node computed in doubles. */
  private static final int BITS_OF_DOUBLES = 46;

  private static final int SCALE_OF_DOUBLES = 64;

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
    Ball[] nodes = new Ball[n];
    Ball[] weights = new Ball[n];
    BallArithmetic over = BallArithmetic.ofBits(working);
    Legendre legendre =
        new Legendre(new LegendrePolynomial(n, working), new LegendrePolynomial(n - 1, working));
    Context here = Context.current();
    IntStream.range(0, (n + 1) / 2)
        .parallel()
        .forEach(
            i -> {
              here.check();
              BigInteger x =
                  2 * i + 1 == n ? BigInteger.ZERO : approximateNode(legendre, n, i, working);
              GaussLegendreNode node = legendre.certify(n, x, working);
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

  /**
   * The i-th largest node times 2^bits, i from 0: the zero of the Taylor polynomial of P_n about
   * its double approximation. Not yet proved.
   */
  private static BigInteger approximateNode(Legendre legendre, int n, int i, int bits) {
    BigInteger start =
        new BigDecimal(doubleNode(n, i))
            .multiply(new BigDecimal(BigInteger.TWO.pow(SCALE_OF_DOUBLES)))
            .toBigInteger();
    BigInteger x =
        bits >= SCALE_OF_DOUBLES
            ? start.shiftLeft(bits - SCALE_OF_DOUBLES)
            : start.shiftRight(SCALE_OF_DOUBLES - bits);
    BigInteger[] taylor = taylorPolynomial(legendre, n, x, bits);
    BigInteger step = BigInteger.ZERO;
    for (int known = BITS_OF_DOUBLES / 2; known / 2 < bits; known *= 2) {
      BigInteger value = BigInteger.ZERO;
      BigInteger slope = BigInteger.ZERO;
      for (int j = taylor.length - 1; j >= 0; j--) {
        slope = slope.multiply(step).shiftRight(bits).add(value);
        value = value.multiply(step).shiftRight(bits).add(taylor[j]);
      }
      step = step.subtract(value.shiftLeft(bits).divide(slope));
    }
    return x.add(step);
  }

  /**
   * The numbers P_n^(j)(x)/j!, from P_n and P_n' by the derivatives of Legendre's equation, (1-x^2)
   * P^(j+2) = 2 (j+1) x P^(j+1) - (n(n+1) - j(j+1)) P^(j). At the distance of a double the terms
   * shrink by 2^-BITS_OF_DOUBLES n^2 or faster.
   */
  private static BigInteger[] taylorPolynomial(Legendre legendre, int n, BigInteger x, int bits) {
    int shrinking = BITS_OF_DOUBLES - 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(n));
    BigInteger[] taylor = new BigInteger[bits / Math.max(4, shrinking) + 3];
    BigInteger sineSquared =
        BigInteger.ONE.shiftLeft(bits).subtract(x.multiply(x).shiftRight(bits));
    taylor[0] = legendre.current().value(x);
    taylor[1] =
        legendre
            .previous()
            .value(x)
            .subtract(x.multiply(taylor[0]).shiftRight(bits))
            .multiply(BigInteger.valueOf(n))
            .shiftLeft(bits)
            .divide(sineSquared);
    for (int j = 0; j + 2 < taylor.length; j++) {
      BigInteger first =
          x.multiply(taylor[j + 1])
              .shiftRight(bits)
              .multiply(BigInteger.valueOf(2L * (j + 1) * (j + 1)));
      BigInteger second =
          taylor[j].multiply(BigInteger.valueOf((long) n * (n + 1) - (long) j * (j + 1)));
      taylor[j + 2] =
          first
              .subtract(second)
              .shiftLeft(bits)
              .divide(sineSquared)
              .divide(BigInteger.valueOf((long) (j + 1) * (j + 2)));
    }
    return taylor;
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

  /** P_n and P_{n-1}. */
  private record Legendre(LegendrePolynomial current, LegendrePolynomial previous) {
    GaussLegendreNode certify(int n, BigInteger x, int bits) {
      BigInteger error = current.errorBound().max(previous.errorBound());
      return GaussLegendreNode.certify(n, x, current.value(x), previous.value(x), error, bits);
    }
  }
}
