package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;
import dev.zonal.arithmetic.region.JetArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A bound of |f(u)| for all u in [-1, 1] and all values of one parameter in an ellipse of the
 * complex plane, where f is a holomorphic function of it (docs/theory.md, Lemma 28.3): for the
 * angles of a short piece at a time, the boundary of the ellipse decides.
 */
public final class ParameterBound {
  /** A little more than the chord of a right angle, where the two charts meet. */
  private static final Rational RIGHT_ANGLE = Rational.of(1415, 1000);

  private static final int PIECES = 8;

  private static final Rational SMALLEST = Rational.of(1, 1 << 12);

  private record Piece(Chart chart, Rational from, Rational to) {
    List<Piece> halves() {
      Rational middle = from.add(to).divide(2);
      return List.of(new Piece(chart, middle, to), new Piece(chart, from, middle));
    }
  }

  private ParameterBound() {}

  /**
   * The bound, or why there is none.
   *
   * @param kernel with the interval for its parameter
   * @param interval of the coordinate of the parameter
   * @param rho the ellipse is that of this interval
   */
  public static Certification<Double> of(Kernel kernel, Parameter.Interval interval, double rho) {
    BernsteinEllipse ellipse =
        new BernsteinEllipse(toDouble(interval.lower()), toDouble(interval.upper()), rho);
    Deque<Piece> open = new ArrayDeque<>();
    for (Chart chart : List.of(Chart.CHORD, Chart.ANTIPODAL_CHORD)) {
      for (int i = PIECES - 1; i >= 0; i--) {
        open.push(
            new Piece(
                chart,
                RIGHT_ANGLE.multiply(i).divide(PIECES),
                RIGHT_ANGLE.multiply(i + 1L).divide(PIECES)));
      }
    }
    double bound = 0;
    while (!open.isEmpty()) {
      Piece piece = open.pop();
      Certification<Double> here =
          BoundaryCover.roughly(disc -> jet(kernel, interval, piece, disc), ellipse).bound();
      if (here.isCertified()) {
        bound = Math.max(bound, here.get());
      } else if (piece.to().subtract(piece.from()).compareTo(SMALLEST) > 0) {
        piece.halves().forEach(open::push);
      } else {
        return here;
      }
    }
    return Certification.certified(bound);
  }

  private static ComplexJet jet(
      Kernel kernel, Parameter.Interval interval, Piece piece, ComplexDisc disc) {
    JetArithmetic over = JetArithmetic.ofParameter(disc, interval.lower(), interval.upper());
    ComplexJet chord = over.drifting(piece.from(), piece.to());
    return kernel.evaluate(over, piece.chart().angle(over, chord));
  }

  private static double toDouble(Rational x) {
    return ComplexDisc.of(x).re();
  }
}
