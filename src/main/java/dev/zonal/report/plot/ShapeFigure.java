package dev.zonal.report.plot;

import dev.zonal.arithmetic.Certification;
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
  private static final String AGAINST =
      "against the angle \u03b8 between two points of the sphere.";

  private ShapeFigure() {}

  /** The figure; a kernel has no point where it has no finite value. */
  public static Figure of(List<Kernel> kernels, Scale scale) {
    List<Drawn> all =
        kernels.stream().map(kernel -> new Drawn(kernel, kernel.toString(), Style.LINE)).toList();
    String what = scale == Scale.UNIT ? "Normalised kernels" : "Kernels";
    return figure(all, scale, what + " " + AGAINST);
  }

  /**
   * Normalised kernels, and behind each, dashed, the Laplace kernel that begins as it does; or why
   * one of them has none.
   */
  public static Certification<Figure> besideLaplace(List<Kernel> kernels) {
    List<Drawn> all = new ArrayList<>();
    for (Kernel kernel : kernels) {
      Certification<MatchingLaplace> match = MatchingLaplace.of(kernel);
      if (!match.isCertified()) {
        return Certification.refused(match.refusal().get());
      }
      all.add(new Drawn(kernel, kernel.toString(), Style.LINE));
      all.add(new Drawn(match.get().kernel(), match.get().specification(), Style.DASHED));
    }
    return Certification.certified(
        figure(
            all,
            Scale.UNIT,
            "Normalised kernels, and dashed the Laplace kernels of the same slope at 0, "
                + AGAINST));
  }

  /** A kernel, and how it is drawn. */
  private record Drawn(Kernel kernel, String name, Style style) {}

  private static Figure figure(List<Drawn> all, Scale scale, String caption) {
    List<Curve> curves = new ArrayList<>();
    for (Drawn drawn : all) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i <= POINTS; i++) {
        Context.current().report((long) curves.size() * POINTS + i, (long) all.size() * POINTS);
        double theta = angle((double) i / POINTS);
        Rational u = i == 0 ? Rational.ONE : Rational.of(Math.cos(theta));
        CertifiedValue.of(drawn.kernel(), scale, u, DIGITS)
            .value()
            .ifPresent(value -> points.add(new Point(theta, value.rounded().doubleValue())));
      }
      curves.add(new Curve(drawn.name(), drawn.style(), points));
    }
    return new Figure(
        caption,
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
