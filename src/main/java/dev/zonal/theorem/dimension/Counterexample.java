package dev.zonal.theorem.dimension;

import java.math.BigInteger;

/**
 * A frequency at which the eigenvalues are zero, or negative, on the spheres of R^d for every d
 * from some dimension on.
 *
 * @param kind which of the two
 * @param k the frequency
 * @param dimension the dimension, at least 2
 */
public record Counterexample(Kind kind, long k, BigInteger dimension) {
  /** The sign of the eigenvalues. */
  public enum Kind {
    ZERO,
    NEGATIVE
  }

  /** Whether it holds in every dimension. */
  public boolean isEverywhere() {
    return dimension.equals(BigInteger.TWO);
  }
}
