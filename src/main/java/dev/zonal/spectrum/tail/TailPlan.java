package dev.zonal.spectrum.tail;

/**
 * How one eigenvalue is to be computed: so many terms, the contour at this height.
 *
 * @param terms J
 * @param height T
 * @param accuracyBits the estimated relative accuracy of what results
 */
record TailPlan(int terms, double height, double accuracyBits) {
  boolean reaches(double bits) {
    return accuracyBits >= bits;
  }

  /** The better of two: fewer terms if both are accurate enough, else the more accurate. */
  TailPlan better(TailPlan other, double bits) {
    if (reaches(bits) && other.reaches(bits)) {
      return terms <= other.terms ? this : other;
    }
    return accuracyBits >= other.accuracyBits ? this : other;
  }
}
