package dev.zonal.report.plot;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.figure.Axis;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.List;

/** Kernels against the angle between two points, from certified values. */
public final class ShapeFigure {
  private static final int POINTS = 160;
  private static final int DIGITS = 12;

  private ShapeFigure() {}

  /** The figure; a kernel has no point where it has no finite value. */
  public static Figure of(List<Kernel> kernels, Scale scale) {
    List<Curve> curves = new ArrayList<>();
    for (Kernel kernel : kernels) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i <= POINTS; i++) {
        Context.current().report((long) curves.size() * POINTS + i, (long) kernels.size() * POINTS);
        double theta = angle((double) i / POINTS);
        Rational u = i == 0 ? Rational.ONE : Rational.of(Math.cos(theta));
        CertifiedValue.of(kernel, scale, u, DIGITS)
            .value()
            .ifPresent(value -> points.add(new Point(theta, value.rounded().doubleValue())));
      }
      curves.add(new Curve(kernel.toString(), Style.LINE, points));
    }
    String what = scale == Scale.UNIT ? "Normalised kernels" : "Kernels";
    return new Figure(
        what + " against the angle \u03b8 between two points of the sphere.",
        Axis.linear("\\theta"),
        Axis.linear(scale == Scale.UNIT ? "f(\\theta)/f(0)" : "f(\\theta)"),
        curves);
  }

  /** Dense at both ends, where kernels bend, and next to 0 most. */
  private static double angle(double part) {
    double even = (1 - Math.cos(Math.PI * part)) / 2;
    return Math.PI * even * Math.sqrt(even);
  }
}
