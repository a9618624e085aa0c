package dev.zonal.data.definite;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.PolynomialPart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why the matrix of a kernel at some vectors is singular (docs/theory.md, Proposition 19.6).
 *
 * @param reason one line that names the points, from 1
 * @param pairs the points: one pair that is equal or of one direction, or all opposite ones
 */
public record Singularity(String reason, List<Pair> pairs) {
  /** Pairs of points that a reason names. */
  private static final int MOST_NAMED = 3;

  /** Two points, from 1. */
  public record Pair(int first, int second) {}

  public Singularity {
    pairs = List.copyOf(pairs);
  }

  /**
   * Empty if no theorem says that it is.
   *
   * @param onSphere whether the kernel is that of the directions of the points
   * @param points of one dimension; if one is zero, only points that are equal are looked for
   */
  public static Optional<Singularity> of(Kernel kernel, boolean onSphere, List<Vector> points) {
    Optional<Singularity> equal = twice(points, "are equal");
    if (equal.isPresent() || !(onSphere || VectorKernel.isHomogeneous(kernel))) {
      return equal;
    }
    if (points.stream().anyMatch(Vector::isZero)) {
      return Optional.empty();
    }
    List<Vector> directions = points.stream().map(Singularity::direction).toList();
    return twice(directions, "have the same direction").or(() -> opposite(kernel, directions));
  }

  /** The same for inputs of any kind: two of them are equal. */
  public static Optional<Singularity> ofEqual(List<?> inputs) {
    return twice(inputs, "are equal");
  }

  private static Optional<Singularity> twice(List<?> points, String what) {
    Map<Object, Integer> first = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      Integer before = first.putIfAbsent(points.get(i), i);
      if (before != null) {
        return Optional.of(
            new Singularity(
                "points " + (before + 1) + " and " + (i + 1) + " " + what,
                List.of(new Pair(before + 1, i + 1))));
      }
    }
    return Optional.empty();
  }

  /** The point over the modulus of its first coordinate that is not 0. */
  private static Vector direction(Vector point) {
    for (int i = 0; i < point.dimension(); i++) {
      if (!point.coordinate(i).isZero()) {
        return times(point, point.coordinate(i).abs().reciprocal());
      }
    }
    throw new IllegalArgumentException("the zero vector has no direction");
  }

  private static Vector times(Vector point, Rational factor) {
    List<Rational> coordinates = new ArrayList<>();
    for (int i = 0; i < point.dimension(); i++) {
      coordinates.add(point.coordinate(i).multiply(factor));
    }
    return Vector.of(coordinates);
  }

  /**
   * @param directions all of them different
   */
  private static Optional<Singularity> opposite(Kernel kernel, List<Vector> directions) {
    Optional<PolynomialPart> part = kernel.normalForm().polynomialPart();
    if (part.isEmpty() || directions.isEmpty()) {
      return Optional.empty();
    }
    List<Pair> pairs = new ArrayList<>();
    Map<Vector, Integer> known = new HashMap<>();
    Rational minus = Rational.ONE.negate();
    for (int i = 0; i < directions.size(); i++) {
      Integer other = known.get(times(directions.get(i), minus));
      if (other != null) {
        pairs.add(new Pair(other + 1, i + 1));
      }
      known.put(directions.get(i), i);
    }
    BigInteger rank = rank(part.get().degree(), directions.get(0).dimension());
    if (BigInteger.valueOf(pairs.size()).compareTo(rank) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Singularity(
            "the pairs of opposite points "
                + pairs.stream()
                    .limit(MOST_NAMED)
                    .map(pair -> pair.first() + " and " + pair.second())
                    .collect(Collectors.joining(", "))
                + (pairs.size() > MOST_NAMED ? " and others" : "")
                + " are "
                + pairs.size()
                + ", more than the rank "
                + rank
                + " of the "
                + (part.get().odd() ? "odd" : "even")
                + " part of the kernel",
            pairs));
  }

  /** The dimension of the homogeneous polynomials of a degree; 0 for the degree -1. */
  private static BigInteger rank(int degree, int dimension) {
    if (degree < 0) {
      return BigInteger.ZERO;
    }
    BigInteger rank = BigInteger.ONE;
    for (int i = 1; i < dimension; i++) {
      rank = rank.multiply(BigInteger.valueOf(degree + i)).divide(BigInteger.valueOf(i));
    }
    return rank;
  }
}
