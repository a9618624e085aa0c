package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.Rational;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;

/**
 * A kernel of somebody else, in whichever form it is written. It is read at points whose cosine is
 * about a given one; what it was really given is in the {@link Reading}, so that it is never blamed
 * for a rounding that is not its own.
 */
public interface Candidate {
  /**
   * What the candidate says of two points.
   *
   * @param u about the cosine of the angle between them, in [-1, 1]
   */
  Reading at(double u);

  /**
   * All values between some points.
   *
   * @param points vectors of one dimension and of length 1, up to the rounding of their coordinates
   */
  default double[][] matrix(double[][] points) {
    double[][] matrix = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        double u = i == j ? 1 : Math.max(-1, Math.min(1, UnitVectors.dot(points[i], points[j])));
        matrix[i][j] = at(u).value().map(Rational::doubleValue).orElse(Double.NaN);
      }
    }
    return matrix;
  }

  /** A function of u, the cosine of the angle. */
  static Candidate ofCosine(DoubleUnaryOperator f) {
    return u ->
        Reading.of("u = " + exactly(u), Separation.ofCosine(Rational.of(u)), f.applyAsDouble(u));
  }

  /** A function of the cosine in single precision: it is given floats only. */
  static Candidate ofFloatCosine(DoubleUnaryOperator f) {
    return u -> ofCosine(f).at((float) u);
  }

  /** A function of theta, in radians from 0 to {@link Math#PI}. */
  static Candidate ofAngle(DoubleUnaryOperator f) {
    return u -> {
      double theta = Math.min(Math.PI, 2 * Math.asin(Math.sqrt((1 - u) / 2)));
      return Reading.of(
          "theta = " + exactly(theta),
          Separation.ofAngle(Rational.of(theta)),
          f.applyAsDouble(theta));
    };
  }

  /** A function of the chord ||x - z||, from 0 to 2. */
  static Candidate ofChord(DoubleUnaryOperator f) {
    return u -> {
      double r = Math.min(2, Math.sqrt(2 * (1 - u)));
      return Reading.of(
          "r = " + exactly(r), Separation.ofChord(Rational.of(r)), f.applyAsDouble(r));
    };
  }

  /**
   * A function of two vectors of length 1, up to the rounding of their coordinates.
   *
   * @param dimension of the vectors, at least 2
   */
  static Candidate ofVectors(int dimension, ToDoubleBiFunction<double[], double[]> f) {
    return ofMatrix(
        dimension,
        points -> {
          double[][] matrix = new double[points.length][points.length];
          for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
              matrix[i][j] = f.applyAsDouble(points[i], points[j]);
            }
          }
          return matrix;
        });
  }

  /**
   * A function that has the matrix of all values between the rows of a matrix, vectors of length 1
   * up to the rounding of their coordinates. It is read at the images under one reflection of (1,
   * 0, ..., 0) and (u, sqrt(1 - u^2), 0, ..., 0).
   *
   * @param dimension of the vectors, at least 2
   */
  static Candidate ofMatrix(int dimension, UnaryOperator<double[][]> f) {
    return new Candidate() {
      @Override
      public Reading at(double u) {
        double[][] pair = UnitVectors.pair(dimension, u);
        return Reading.of(
            UnitVectors.shown(pair), Separation.ofVectors(pair[0], pair[1]), f.apply(pair)[0][1]);
      }

      @Override
      public double[][] matrix(double[][] points) {
        return f.apply(points);
      }
    };
  }

  /**
   * A function of the cosine in arbitrary precision.
   *
   * @param digits of the precision that the cosine is given with
   */
  static Candidate ofApfloat(long digits, UnaryOperator<Apfloat> f) {
    return u -> {
      Apfloat answer = f.apply(new Apfloat(new BigDecimal(u), digits));
      return new Reading(
          "u = " + exactly(u),
          Separation.ofCosine(Rational.of(u)),
          Optional.of(Rational.of(new BigDecimal(answer.toString(false)))),
          answer.toString(true));
    };
  }

  private static String exactly(double x) {
    return x + " (" + Double.toHexString(x) + ")";
  }
}
