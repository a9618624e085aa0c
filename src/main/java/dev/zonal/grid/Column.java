package dev.zonal.grid;

import java.util.Locale;

/**
 * What may be asked of level k of a kernel, that is of its part eta_k N(d,k) P_k(u), P_k(1) = 1
 * (docs/theory.md, section 16). N(d,k) is the dimension of the spherical harmonics of degree k.
 */
public enum Column {
  /** The frequency. */
  K("frequency"),
  /** The eigenvalue, for the measure on the sphere that is asked for. */
  EIGENVALUE("eta_k, k-th eigenvalue of the integral operator"),
  /** The eigenvalue without its decay, for kernels whose eigenvalues fall as k^-d. */
  SCALED("K^d eta_k, K = k + (d-2)/2"),
  /** The eigenvalue as a multiple of that of another kernel. */
  RATIO("eta_k over that of the kernel of --ratio-to"),
  /** The coefficient of P_k. */
  SCHOENBERG(
      "b_k = eta_k N(d,k), eta_k for the probability measure; f(u) = sum of b_k P_k(u), P_k(1) = 1"),
  /** The coefficient of the Gegenbauer polynomial, in dimension 3 and above. */
  GEGENBAUER(
      "a_k = eta_k (k+l)/l, l = (d-2)/2, eta_k for the probability measure; f(u) = sum of a_k C_k^l(u)"),
  /** N(d,k), exactly. */
  MULTIPLICITY("N(d,k), dimension of the spherical harmonics of degree k"),
  /** The part of f(1) that the level makes up. */
  SHARE("s_k = eta_k N(d,k)/f(1), eta_k for the probability measure"),
  /** The part of all levels up to k. */
  CUMULATIVE("s_0 + ... + s_k"),
  /** The part of all levels beyond k, where it is proved that all add up to f(1). */
  BEYOND("1 - (s_0 + ... + s_k) = s_(k+1) + s_(k+2) + ..., proved"),
  /** How the eigenvalue was obtained. */
  METHOD("of the eigenvalue");

  private final String definition;

  Column(String definition) {
    this.definition = definition;
  }

  /** The name of the column. */
  public String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in the column, in one line. */
  public String definition() {
    return definition;
  }

  /** Whether it is a coefficient of the kernel, of whatever measure on the sphere. */
  public boolean isCoefficient() {
    return this == SCHOENBERG || this == GEGENBAUER;
  }

  /** Whether it is a number that is enclosed and rounded. */
  public boolean isRounded() {
    return isOfEigenvalue() || isCoefficient() || isShare();
  }

  /** Whether the measure on the sphere and the scale enter as they do in the eigenvalue. */
  public boolean isOfEigenvalue() {
    return this == EIGENVALUE || this == SCALED || this == RATIO;
  }

  /** Whether it is a part of f(1). */
  public boolean isShare() {
    return this == SHARE || isSum();
  }

  /** Whether all levels up to k enter. */
  public boolean isSum() {
    return this == CUMULATIVE || this == BEYOND;
  }
}
