package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;

/** A local coordinate of the angle between two points of the sphere. */
public enum Chart {
  /** theta itself. */
  THETA {
    @Override
    public <T> Angle<T> angle(Arithmetic<T> over, T coordinate) {
      return ChordAngle.ofTheta(over, coordinate);
    }
  },
  /** The chord r = 2 sin(theta/2), for the neighbourhood of u = 1. */
  CHORD {
    @Override
    public <T> Angle<T> angle(Arithmetic<T> over, T coordinate) {
      return ChordAngle.ofChord(over, coordinate);
    }
  },
  /** The antipodal chord 2 cos(theta/2), for the neighbourhood of u = -1. */
  ANTIPODAL_CHORD {
    @Override
    public <T> Angle<T> angle(Arithmetic<T> over, T coordinate) {
      return ChordAngle.ofAntipodalChord(over, coordinate);
    }
  };

  /** The angle with the given coordinate. */
  public abstract <T> Angle<T> angle(Arithmetic<T> over, T coordinate);
}
