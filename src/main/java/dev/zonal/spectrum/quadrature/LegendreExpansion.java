package dev.zonal.spectrum.quadrature;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The Legendre polynomial P_n near a point x of few bits (docs/theory.md, Lemma 7.3a): the terms
 * b_j = P_n^(j)(x) H^j/j!, H = 2^-s, from Legendre's equation, in fixed point with a bound of their
 * errors. As x is short, so are the factors of all products but those of {@link #value} and {@link
 * #slope}. Immutable; integers are in units of 2^-bits unless others are named.
 */
final class LegendreExpansion {
  /** The bits after the binary point of x. */
  static final int SCALE = 64;

  /** Terms are not made to shrink faster, whatever x is: s at the most. */
  static final int MOST_SHRINKING = 52;

  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(2 * SCALE);

  private final int degree;
  private final BigInteger x;
  private final int bits;
  private final int shrinking;
  private final BigInteger[] terms;
  private final BigInteger error;

  /**
   * The terms about x, until two that follow each other are at most two units.
   *
   * @param current P_n
   * @param previous P_{n-1}, with as many bits
   * @param x in units of 2^-{@link #SCALE}, between -1 and 1
   * @throws ArithmeticException if x is too close to an end for terms that shrink
   */
  LegendreExpansion(LegendrePolynomial current, LegendrePolynomial previous, BigInteger x) {
    this.degree = current.degree();
    this.x = x;
    this.bits = current.bits();
    BigInteger n = BigInteger.valueOf(degree);
    BigInteger sineSquared = ONE.subtract(x.multiply(x));
    BigInteger value = current.value(x, SCALE);
    BigInteger slope =
        previous
            .value(x, SCALE)
            .shiftLeft(SCALE)
            .subtract(x.multiply(value))
            .multiply(n)
            .shiftLeft(SCALE)
            .divide(sineSquared);
    BigInteger slopeError =
        current
            .errorBound()
            .add(previous.errorBound())
            .multiply(n)
            .shiftLeft(2 * SCALE)
            .divide(sineSquared)
            .add(BigInteger.TWO);
    // so that the zero next to x is within H/2
    int gap = slope.bitLength() - value.bitLength() - 2;
    this.shrinking = Math.max(0, Math.min(MOST_SHRINKING, gap));
    requireShrinking(sineSquared);
    this.error =
        current
            .errorBound()
            .max(slopeError.shiftRight(shrinking).add(BigInteger.TWO))
            .max(BigInteger.TWO);
    this.terms = terms(value, slope.shiftRight(shrinking), sineSquared);
  }

  /** 2 H/(1-x^2) + max(1, n(n+1)/2) H^2/(1-x^2) is at most 1/2. */
  private void requireShrinking(BigInteger sineSquared) {
    BigInteger second = BigInteger.valueOf(Math.max(1, (long) degree * (degree + 1) / 2));
    BigInteger sum = BigInteger.TWO.shiftLeft(shrinking).add(second).multiply(ONE).shiftLeft(1);
    if (sum.compareTo(sineSquared.shiftLeft(2 * shrinking)) > 0) {
      throw new ArithmeticException("Gauss-Legendre node not certified for n = " + degree);
    }
  }

  private BigInteger[] terms(BigInteger first, BigInteger second, BigInteger sineSquared) {
    List<BigInteger> found = new ArrayList<>(List.of(first, second));
    for (long j = 0; first.abs().max(second.abs()).compareTo(BigInteger.TWO) > 0; j++) {
      BigInteger above =
          x.multiply(BigInteger.valueOf(2 * (j + 1) * (j + 1)))
              .multiply(second)
              .shiftLeft(SCALE - shrinking)
              .subtract(
                  first
                      .multiply(BigInteger.valueOf((long) degree * (degree + 1) - j * (j + 1)))
                      .shiftLeft(2 * (SCALE - shrinking)));
      first = second;
      second = above.divide(sineSquared.multiply(BigInteger.valueOf((j + 1) * (j + 2))));
      found.add(second);
    }
    return found.toArray(BigInteger[]::new);
  }

  /**
   * About the zero of P_n next to x, as its distance from x: Newton's method, in as many bits as
   * each step makes right. Not yet proved.
   */
  BigInteger zero() {
    BigInteger distance = BigInteger.ZERO;
    for (int known : precisions()) {
      int cut = bits - known;
      int half = known / 2 + 8;
      BigInteger value = sum(terms, distance, cut);
      BigInteger slope = sum(derivative(), distance, Math.max(0, bits - shrinking - half));
      int finer = Math.min(half, bits - shrinking);
      distance = distance.subtract(value.shiftLeft(finer).divide(slope).shiftLeft(cut));
    }
    return distance;
  }

  /** The bits after the point that are right after each step of Newton's method, about. */
  private List<Integer> precisions() {
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(degree);
    List<Integer> result = new ArrayList<>();
    for (int known = bits; ; known = known / 2 + size + 3) {
      result.add(0, known);
      if (known <= 2 * (shrinking - size) || known <= 2 * (size + 4)) {
        return result;
      }
    }
  }

  private BigInteger[] derivative() {
    BigInteger[] result = new BigInteger[terms.length - 1];
    for (int j = 0; j < result.length; j++) {
      result[j] = terms[j + 1].multiply(BigInteger.valueOf(j + 1L));
    }
    return result;
  }

  /**
   * The node at a distance from x, with its proof.
   *
   * @throws ArithmeticException if there is no proof that it is one
   */
  GaussLegendreNode node(BigInteger distance) {
    if (distance.abs().compareTo(BigInteger.ONE.shiftLeft(bits - shrinking)) > 0) {
      throw new ArithmeticException("Gauss-Legendre node not certified for n = " + degree);
    }
    return GaussLegendreNode.certify(
        degree, x.shiftLeft(bits - SCALE).add(distance), value(distance), slope(distance), bits);
  }

  /** P_n at a distance from x of at most H. */
  GaussLegendreNode.Measured value(BigInteger distance) {
    return measured(sum(terms, distance, 0), terms.length + 2L);
  }

  /** P_n' at a distance from x of at most H. */
  GaussLegendreNode.Measured slope(BigInteger distance) {
    long most = terms.length + 3L;
    GaussLegendreNode.Measured scaled = measured(sum(derivative(), distance, 0), most * most);
    return new GaussLegendreNode.Measured(
        scaled.number().shiftLeft(shrinking), scaled.error().shiftLeft(shrinking));
  }

  private GaussLegendreNode.Measured measured(BigInteger number, long errors) {
    BigInteger bound = error.add(BigInteger.TWO).multiply(BigInteger.valueOf(errors));
    return new GaussLegendreNode.Measured(number, bound);
  }

  /**
   * The sum of c_j t^j, t = distance/H, with the last {@code cut} bits of the terms left out, in
   * units as much larger. The distance is cut to the length of what it is multiplied with: each
   * step errs by less than two units.
   */
  private BigInteger sum(BigInteger[] coefficients, BigInteger distance, int cut) {
    int whole = bits - shrinking;
    BigInteger sum = BigInteger.ZERO;
    for (int j = coefficients.length - 1; j >= 0; j--) {
      int rest = Math.max(0, whole - sum.bitLength());
      sum =
          sum.multiply(distance.shiftRight(rest))
              .shiftRight(whole - rest)
              .add(coefficients[j].shiftRight(cut));
    }
    return sum;
  }
}
