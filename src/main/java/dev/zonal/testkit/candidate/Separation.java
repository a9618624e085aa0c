package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;

/**
 * How far two points on a sphere are from each other, exactly: by whichever number a candidate was
 * given, as the binary fraction that it is.
 */
public interface Separation {
  /** 1 - cos theta, enclosed in the precision of the arithmetic. */
  Ball versine(BallArithmetic over);

  /** The angle itself; not asked for where the points are equal. */
  ChordAngle<Ball> angle(BallArithmetic over);

  /** By the cosine of the angle, in [-1, 1]. */
  static Separation ofCosine(Rational u) {
    return new Separation() {
      @Override
      public Ball versine(BallArithmetic over) {
        return over.of(Rational.ONE.subtract(u));
      }

      @Override
      public ChordAngle<Ball> angle(BallArithmetic over) {
        return ChordAngle.ofCosine(over, u);
      }
    };
  }

  /** By the angle, from 0 to what doubles have for pi. */
  static Separation ofAngle(Rational theta) {
    return new Separation() {
      @Override
      public Ball versine(BallArithmetic over) {
        return over.scale(over.square(over.sin(over.of(theta.divide(2)))), Rational.of(2));
      }

      @Override
      public ChordAngle<Ball> angle(BallArithmetic over) {
        return ChordAngle.ofTheta(over, over.of(theta));
      }
    };
  }

  /** By the length of the chord, in [0, 2]. */
  static Separation ofChord(Rational r) {
    return new Separation() {
      @Override
      public Ball versine(BallArithmetic over) {
        return over.of(r.multiply(r).divide(2));
      }

      @Override
      public ChordAngle<Ball> angle(BallArithmetic over) {
        return ChordAngle.ofChord(over, over.of(r));
      }
    };
  }

  /**
   * By two vectors, which need not be of length 1: the angle between them.
   *
   * @throws IllegalArgumentException if one of them is zero
   */
  static Separation ofVectors(double[] x, double[] z) {
    Rational product = dot(x, z);
    Rational squares = dot(x, x).multiply(dot(z, z));
    if (squares.isZero()) {
      throw new IllegalArgumentException("a vector is zero");
    }
    Rational rest = squares.subtract(product.multiply(product));
    if (rest.isZero()) {
      return ofCosine(Rational.of(product.signum()));
    }
    // 1 - cos = (squares - product^2)/(squares + product sqrt squares): nothing cancels at 1.
    return new Separation() {
      @Override
      public Ball versine(BallArithmetic over) {
        Ball root = over.sqrt(over.of(squares));
        if (product.signum() <= 0) {
          return over.subtract(over.of(1), over.divide(over.of(product), root));
        }
        Ball divisor = over.add(over.of(squares), over.multiply(over.of(product), root));
        return over.divide(over.of(rest), divisor);
      }

      @Override
      public ChordAngle<Ball> angle(BallArithmetic over) {
        return ofVersine(over, versine(over));
      }
    };
  }

  /** The angle whose versine is known, in [0, 2]. */
  static ChordAngle<Ball> ofVersine(BallArithmetic over, Ball versine) {
    return ChordAngle.ofCosine(over, over.subtract(over.of(1), versine));
  }

  private static Rational dot(double[] x, double[] z) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(Rational.of(x[i]).multiply(Rational.of(z[i])));
    }
    return sum;
  }
}
