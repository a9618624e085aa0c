package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Place;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.data.regression.CertifiedRegression;
import dev.zonal.data.regression.CircleSlopes;
import dev.zonal.data.regression.Quantity;
import dev.zonal.data.regression.RegressionProblem;
import dev.zonal.data.regression.RegressionRow;
import dev.zonal.kernel.Kernel;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tirer, Bruna and Giryes on the smoothness of residual networks. */
public final class SmoothInterpolation {
  private static final int DEPTH = 5;
  private static final int DIGITS = 10;

  /** Three points of the circle with rational coordinates. */
  private static final List<Vector> POINTS =
      List.of(
          vector(Rational.ONE, Rational.ZERO),
          vector(Rational.of(3, 5), Rational.of(4, 5)),
          vector(Rational.of(-5, 13), Rational.of(-12, 13)));

  private static final List<Vector> TARGETS =
      List.of(vector(Rational.ONE), vector(Rational.of(-1, 2)), vector(Rational.of(2)));

  private SmoothInterpolation() {}

  private static Vector vector(Rational... coordinates) {
    return Vector.of(List.of(coordinates));
  }

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "smooth",
        "T. Tirer, J. Bruna, R. Giryes, Kernel-based smoothness analysis of residual networks,"
            + " MSML 2021",
        List.of(
            PaperClaim.of(
                "kernel",
                "The kernel of a residual network is smoother than that of a multilayer perceptron:"
                    + " its slope is this part of the other's, 5 layers.",
                "abstract; numbers of an independent program",
                SmoothInterpolation::slopes),
            PaperClaim.of(
                "attenuated",
                "Attenuating the residual blocks makes it smoother.",
                "abstract",
                SmoothInterpolation::attenuated),
            PaperClaim.of(
                "interpolation",
                "So is what it interpolates: on the circle its kinks are smaller.",
                "abstract",
                SmoothInterpolation::kinks)));
  }

  private static String residual(String alpha) {
    return "resntk:train=all,sw2=1,L=%d,alpha=%s".formatted(DEPTH, alpha);
  }

  private static Certification<Ball> quotient(Bench bench, String alpha) {
    Certification<Ball> connected = Slopes.atCoincidence(bench.kernel("fcntk:L=" + DEPTH));
    return Slopes.atCoincidence(bench.kernel(residual(alpha)))
        .flatMap(slope -> connected.map(other -> Slopes.OVER.divide(slope, other)));
  }

  private static Finding slopes(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    List<String> weights = List.of("1/10", "1");
    List<String> published = List.of("0.0098", "0.417");
    for (int i = 0; i < weights.size(); i++) {
      all.add(
          Comparison.of(
              "$A_1$ of `%s` over that of `fcntk:L=%d`".formatted(residual(weights.get(i)), DEPTH),
              Bench.number(published.get(i)),
              quotient(bench, weights.get(i))));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by("prove shape --family resntk:train=all,sw2=1,alpha=1/10 --depth 5");
  }

  private static Finding attenuated(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    Ball before = Ball.exact(1);
    for (String alpha : List.of("2", "1", "1/2", "1/10", "1/100")) {
      String quantity = "quotient of the slopes, $\\alpha = %s$".formatted(alpha);
      Certification<Ball> found = quotient(bench, alpha);
      if (found.isCertified()) {
        all.add(
            Comparison.of(
                quantity,
                "smaller than above, and than 1",
                Slopes.shown(found.get()),
                found.get().certainlyLess(before)));
        before = found.get();
      } else {
        all.add(Comparison.open(quantity, "smaller than above", found.refusal().orElseThrow()));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying("For every depth and every $\\alpha$ that is Theorem 23.2 of the theory.")
        .by("prove shape --family resntk:train=all,sw2=1,alpha=1/10 --depth 1..10");
  }

  private static Finding kinks(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    Certification<Ball> most = kinks(bench, "fcntk:L=" + DEPTH);
    for (String alpha : List.of("1", "1/10")) {
      String quantity = "sum of the kinks of `%s`".formatted(residual(alpha));
      String claimed =
          "below " + most.value().map(Slopes::shown).orElse("that") + " of `fcntk:L=5`";
      Certification<Ball> found = kinks(bench, residual(alpha));
      all.add(
          found.isCertified() && most.isCertified()
              ? Comparison.of(
                  quantity,
                  claimed,
                  Slopes.shown(found.get()),
                  found.get().certainlyLess(most.get()))
              : Comparison.open(quantity, claimed, "not certified"));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying(
            "Interpolated are 1, -1/2 and 2 at three points of the circle. The mean square of the"
                + " slope need not be smaller: it is the kinks that are.")
        .by(
            "regress fcntk:L=5 --points docs/data/circle.csv --targets"
                + " docs/data/circle-targets.csv --kinks");
  }

  /** The sum of the sizes of the kinks of the interpolation. */
  private static Certification<Ball> kinks(Bench bench, String name) {
    Kernel kernel = bench.kernel(name);
    DataKernel<Vector> data =
        new DataKernel<>(
            name,
            InputKind.VECTORS,
            Scale.UNIT,
            VectorKernel.onSphere(kernel),
            points -> Optional.empty());
    Points<Vector> points = points("points", POINTS);
    RegressionProblem<Vector> problem =
        new RegressionProblem<>(
            data, points, points("targets", TARGETS), Rational.ZERO, Optional.empty());
    CircleSlopes circle = CircleSlopes.of(kernel, Scale.UNIT, false, points);
    return CertifiedRegression.of(problem, Optional.of(circle), DIGITS)
        .flatMap(SmoothInterpolation::sum);
  }

  private static Certification<Ball> sum(List<RegressionRow> rows) {
    return rows.stream()
        .filter(row -> row.quantity() == Quantity.KINKS)
        .findFirst()
        .map(row -> row.value().map(value -> value.enclosure()))
        .orElseGet(() -> Certification.refused("there are no kinks"));
  }

  private static Points<Vector> points(String name, List<Vector> vectors) {
    Place all = Place.file(name);
    return new Points<>(all, vectors, Collections.nCopies(vectors.size(), all));
  }
}
