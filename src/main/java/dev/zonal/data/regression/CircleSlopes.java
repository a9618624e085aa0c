package dev.zonal.data.regression;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The slopes at points of the circle of functions sum c_j k(x_j, .) of the angle, for a zonal
 * kernel k: those on the left and on the right of each x_i, and the kinks, by which they differ
 * (docs/theory.md, Proposition 19.15).
 *
 * @param scale of the kernel
 * @param points the x_j, on the circle, or of any norm but 0 if their directions are meant
 */
public record CircleSlopes(Kernel kernel, Scale scale, List<Vector> points) {
  /** From which side an angle comes. */
  enum Side {
    LEFT,
    RIGHT
  }

  /**
   * For the points of a file.
   *
   * @param onSphere whether their directions are meant
   * @throws DataException if they are not in the plane, or not on the circle, or zero
   */
  public static CircleSlopes of(
      Kernel kernel, Scale scale, boolean onSphere, Points<Vector> points) {
    for (int i = 0; i < points.count(); i++) {
      Vector point = points.inputs().get(i);
      if (point.dimension() != 2) {
        throw points.file().wrong("kinks are those of a function on the circle, in the plane");
      }
      if (point.isZero()) {
        throw points.places().get(i).wrong("the zero vector has no direction");
      }
      if (!onSphere && !point.squaredNorm().equals(Rational.ONE)) {
        throw points
            .places()
            .get(i)
            .wrong("it is not on the unit circle; --on-sphere divides it by its norm");
      }
    }
    return new CircleSlopes(kernel, scale, points.inputs());
  }

  /** The derivatives of the kernel between all points, in one arithmetic. */
  List<PointSlopes> over(BallArithmetic over) {
    KernelSlopes slopes = new KernelSlopes(over, kernel, scale);
    Context context = Context.current();
    return IntStream.range(0, points.size())
        .parallel()
        .mapToObj(
            i -> {
              context.check();
              return slopes.at(points.get(i), points);
            })
        .toList();
  }

  /**
   * The derivatives by the angle at one of the points of k(x_j, .), for each j.
   *
   * @param smooth half the sum of those on both sides
   * @param half half of what that on the right exceeds that on the left by
   */
  record PointSlopes(List<Ball> smooth, List<Ball> half) {
    /** On one side. */
    List<Ball> on(Side side, BallArithmetic over) {
      return IntStream.range(0, smooth.size())
          .mapToObj(
              j ->
                  side == Side.LEFT
                      ? over.subtract(smooth.get(j), half.get(j))
                      : over.add(smooth.get(j), half.get(j)))
          .toList();
    }

    /** On the right less on the left. */
    List<Ball> kinks() {
      return half.stream().map(x -> x.shifted(1)).toList();
    }
  }
}
