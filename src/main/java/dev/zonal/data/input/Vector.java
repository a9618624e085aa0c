package dev.zonal.data.input;

import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A vector of exact numbers in R^m, m at least 1. Products of coordinates are exact: whether two
 * inputs are equal, parallel or orthogonal is decided, never estimated.
 */
public final class Vector {
  private final BigInteger[] numerators;

  /** Of all coordinates, positive. */
  private final BigInteger denominator;

  private BigInteger integerSquare;
  private Rational squaredNorm;

  private Vector(BigInteger[] numerators, BigInteger denominator) {
    this.numerators = numerators;
    this.denominator = denominator;
  }

  /**
   * A vector of coordinates.
   *
   * @throws IllegalArgumentException if there are no coordinates
   */
  public static Vector of(List<Rational> coordinates) {
    if (coordinates.isEmpty()) {
      throw new IllegalArgumentException("a vector has at least one coordinate");
    }
    BigInteger common = BigInteger.ONE;
    for (Rational x : coordinates) {
      BigInteger own = x.denominator();
      common = common.multiply(own.divide(common.gcd(own)));
    }
    BigInteger[] numerators = new BigInteger[coordinates.size()];
    for (int i = 0; i < numerators.length; i++) {
      Rational x = coordinates.get(i);
      numerators[i] = x.numerator().multiply(common.divide(x.denominator()));
    }
    return new Vector(numerators, common);
  }

  /** m. */
  public int dimension() {
    return numerators.length;
  }

  /**
   * A coordinate.
   *
   * @param i from 0
   */
  public Rational coordinate(int i) {
    return Rational.of(numerators[i], denominator);
  }

  public boolean isZero() {
    return integerSquare().signum() == 0;
  }

  /**
   * The inner product.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public Rational dot(Vector other) {
    return Rational.of(integerDot(other), denominator.multiply(other.denominator));
  }

  /**
   * The inner product times the common denominators of both vectors: the angle between them does
   * not depend on these, and fractions are reduced at a price.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public BigInteger integerDot(Vector other) {
    requireDimension(other);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < numerators.length; i++) {
      sum = sum.add(numerators[i].multiply(other.numerators[i]));
    }
    return sum;
  }

  /** The square of the norm times that of the common denominator. */
  public BigInteger integerSquare() {
    if (integerSquare == null) {
      integerSquare = integerDot(this);
    }
    return integerSquare;
  }

  /** The square of the Euclidean norm. */
  public Rational squaredNorm() {
    if (squaredNorm == null) {
      squaredNorm = dot(this);
    }
    return squaredNorm;
  }

  /**
   * The square of the Euclidean distance.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public Rational squaredDistance(Vector other) {
    requireDimension(other);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < numerators.length; i++) {
      BigInteger a = numerators[i].multiply(other.denominator);
      BigInteger difference = a.subtract(other.numerators[i].multiply(denominator));
      sum = sum.add(difference.multiply(difference));
    }
    BigInteger below = denominator.multiply(other.denominator);
    return Rational.of(sum, below.multiply(below));
  }

  /**
   * @throws IllegalArgumentException if the dimensions of the vectors differ
   */
  static void requireOneDimension(List<Vector> vectors) {
    vectors.forEach(vectors.get(0)::requireDimension);
  }

  private void requireDimension(Vector other) {
    if (numerators.length != other.numerators.length) {
      throw new IllegalArgumentException(
          "vectors of " + numerators.length + " and " + other.numerators.length + " coordinates");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector v
        && denominator.equals(v.denominator)
        && Arrays.equals(numerators, v.numerators);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numerators) + denominator.hashCode();
  }

  @Override
  public String toString() {
    return Arrays.stream(numerators)
        .map(n -> Rational.of(n, denominator).toString())
        .collect(Collectors.joining(",", "(", ")"));
  }
}
