package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.forward.FirstOrder;
import dev.zonal.arithmetic.forward.FirstOrderArithmetic;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Vector;
import dev.zonal.data.regression.CircleSlopes.PointSlopes;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of a zonal kernel on the circle by the angle: off both ends by forward
 * differentiation, at the ends, where those of the two sides differ, by the expansion in the chord
 * (docs/theory.md, Proposition 19.15).
 */
final class KernelSlopes {
  private static final Rational QUARTER = Rational.of(1, 4);
  private static final Rational TWO = Rational.of(2);

  private final BallArithmetic over;
  private final Kernel kernel;
  private final Ball factor;
  private final Ball atCoincidence;

  /**
   * @throws DomainException if the kernel is no power series in the chord at coincidence
   */
  KernelSlopes(BallArithmetic over, Kernel kernel, Scale scale) {
    this.over = over;
    this.kernel = kernel;
    this.factor = scale == Scale.UNIT ? over.of(1) : kernel.paperScale(over);
    this.atCoincidence = slope(Chart.CHORD);
  }

  /**
   * At one point, of the kernel between each of the others and it.
   *
   * @throws DomainException if the kernel has no one-sided derivatives there
   */
  PointSlopes at(Vector place, List<Vector> points) {
    List<Ball> smooth = new ArrayList<>();
    List<Ball> half = new ArrayList<>();
    for (Vector point : points) {
      int turn = turn(point, place);
      smooth.add(turn == 0 ? over.of(0) : inside(point, place, turn));
      half.add(turn == 0 ? atEnd(point.integerDot(place).signum()) : over.of(0));
    }
    return new PointSlopes(smooth, half);
  }

  /** The sign of the sine of the angle from one to the other. */
  private static int turn(Vector from, Vector to) {
    Rational first = from.coordinate(0).multiply(to.coordinate(1));
    return first.compareTo(from.coordinate(1).multiply(to.coordinate(0)));
  }

  private Ball atEnd(int side) {
    return side > 0 ? atCoincidence : slope(Chart.ANTIPODAL_CHORD);
  }

  /** The coefficient of the chord, A_1 or B_1. */
  private Ball slope(Chart end) {
    ChordExpansion expansion;
    try {
      expansion = ChordExpansion.of(kernel, end, over, 2, 1);
    } catch (DomainException e) {
      throw new DomainException(
          "no slope of the kernel is known at u = %s: %s"
              .formatted(end == Chart.CHORD ? "1" : "-1", Certification.reason(e)));
    }
    return expansion.isEven() ? over.of(0) : over.multiply(factor, expansion.coefficient(1));
  }

  /** By the chord r at the nearer end, whose derivative is the turn times the root of 1 - r^2/4. */
  private Ball inside(Vector from, Vector to, int turn) {
    BigInteger product = from.integerDot(to);
    BigInteger norms = from.integerSquare().multiply(to.integerSquare());
    Ball square = over.of(Rational.of(norms));
    Ball cosine = over.divide(over.of(Rational.of(product.abs())), over.sqrt(square));
    Ball sines = over.of(Rational.of(norms.subtract(product.multiply(product))));
    Ball versine = over.divide(over.divide(sines, square), over.add(over.of(1), cosine));
    Ball chordSquare = over.scale(versine, TWO);
    Ball rise = over.sqrt(over.subtract(over.of(1), over.scale(chordSquare, QUARTER)));
    boolean isNear = product.signum() >= 0;
    FirstOrder<Ball> chord =
        new FirstOrder<>(over.sqrt(chordSquare), (turn > 0) == isNear ? rise : over.negate(rise));
    FirstOrderArithmetic<Ball> forward = new FirstOrderArithmetic<>(over);
    ChordAngle<FirstOrder<Ball>> angle =
        isNear ? ChordAngle.ofChord(forward, chord) : ChordAngle.ofAntipodalChord(forward, chord);
    return over.multiply(factor, forward.derivative(kernel.evaluate(forward, angle)));
  }
}
