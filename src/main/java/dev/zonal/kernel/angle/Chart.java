package dev.zonal.kernel.angle;

import dev.zonal.arithmetic.Arithmetic;

/** A local coordinate of the angle between two points of the sphere. */
public enum Chart {
  /** theta itself. */
  THETA,
  /** The chord r = 2 sin(theta/2), for the neighbourhood of u = 1. */
  CHORD,
  /** The antipodal chord 2 cos(theta/2), for the neighbourhood of u = -1. */
  ANTIPODAL_CHORD,
  /** The cosine u = cos theta, for power series at u = 0. */
  COSINE;

  /** Whether this is the chart of one of the two ends of the sphere. */
  public boolean isChord() {
    return this == CHORD || this == ANTIPODAL_CHORD;
  }

  /** The angle with the given coordinate. */
  public <T> Angle<T> angle(Arithmetic<T> over, T coordinate) {
    return switch (this) {
      case THETA -> ChordAngle.ofTheta(over, coordinate);
      case CHORD -> ChordAngle.ofChord(over, coordinate);
      case ANTIPODAL_CHORD -> ChordAngle.ofAntipodalChord(over, coordinate);
      case COSINE -> ChordAngle.ofCosine(over, coordinate);
    };
  }
}
