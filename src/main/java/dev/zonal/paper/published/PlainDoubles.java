package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.quadrature.GaussLegendre;
import dev.zonal.spectrum.value.Enclosure;
import java.util.ArrayList;
import java.util.List;

/** What becomes of spectra and deep kernels in doubles, as most programs compute them. */
public final class PlainDoubles {
  private static final int DEPTH = 3;
  private static final int NODES = 1500;
  private static final int BITS = 80;
  private static final int DIGITS = 8;

  /** A certified value takes its time; the recursion in doubles goes on. */
  private static final int CERTIFIED_DEPTH = 100_000;

  private static final int LARGEST_DEPTH = 10_000_000;

  private PlainDoubles() {}

  /** No paper, but practice. */
  public static Paper paper() {
    return new Paper(
        "doubles",
        "Plain doubles: practice, as in programs that tabulate these spectra and kernels",
        List.of(
            PaperClaim.of(
                "quadrature",
                "Gauss quadrature in $u$ is off by $10^{-4}$ of the eigenvalue at $k = 100$ and by"
                    + " a fifth at $k = 1000$, $d = 3$.",
                "observed of 1500 nodes and a network of 3 hidden layers",
                PlainDoubles::quadrature),
            PaperClaim.of(
                "depth",
                "The recursion from layer to layer, at $u = \\cos 1$, loses the limit 1/4 and"
                    + " reaches 0.0264 at $L = 10^7$.",
                "observed of the recursion as it is written",
                PlainDoubles::depth)));
  }

  private static Finding quadrature(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    GaussLegendre rule = GaussLegendre.of(NODES);
    LimitKernel kernel = new LimitKernel(DEPTH);
    List<TableFigure.Row> errors = new ArrayList<>();
    for (int k : new int[] {10, 20, 50, 100, 200, 500, 1000}) {
      double found = rule.coefficient(u -> kernel.at(u) / (DEPTH + 1), k);
      Certification<Ball> truth =
          bench
              .spectrum("fcntk:L=" + DEPTH, 3)
              .enclose(k, BITS, bench.context().silent())
              .map(Enclosure::ball);
      String quantity = "relative error of $\\eta_{%d}$ in doubles".formatted(k);
      if (!truth.isCertified()) {
        all.add(Comparison.open(quantity, "", truth.refusal().orElseThrow()));
        continue;
      }
      double error = Math.abs(found / truth.get().toDouble() - 1);
      errors.add(new TableFigure.Row("", k, error));
      if (k == 100 || k == 1000) {
        all.add(Comparison.of(quantity, Bench.number(k == 100 ? "0.0001" : "0.2", "40%"), error));
      }
    }
    return Finding.of(Evidence.DOUBLES, all)
        .saying("Beside eigenvalues every digit of which is proved, at every $k$.")
        .with(
            TableFigure.of(
                new TableFigure.Columns("k", "error", "", true, true),
                errors,
                NODES + " nodes in doubles beside certified eigenvalues"))
        .by("spectrum fcntk:L=3 --dimension 3 --k 100,1000");
  }

  private static Finding depth(Bench bench) {
    double u = StrictMath.cos(1);
    List<Comparison> all = new ArrayList<>();
    Certification<Ball> truth =
        CertifiedValue.of(
                bench.kernel("fcntk:L=" + CERTIFIED_DEPTH), Scale.UNIT, Rational.of(u), DIGITS)
            .map(CertifiedValue::enclosure);
    all.add(
        Comparison.of(
            "$f(\\cos 1)$ of `fcntk:L=%d`, certified".formatted(CERTIFIED_DEPTH),
            Bench.number("0.25", "0.001"),
            truth));
    Context.checkpoint();
    all.add(
        Comparison.of(
            "$f(\\cos 1)$ at $L = %d$, in doubles".formatted(LARGEST_DEPTH),
            Bench.number("0.0264"),
            new LimitKernel(LARGEST_DEPTH).at(u) / (LARGEST_DEPTH + 1.0)));
    return Finding.of(Evidence.DOUBLES, all)
        .saying(
            "Next to $u = 1$ the arc cosine of a double has half of its digits, which every layer"
                + " needs again.")
        .by("kernel fcntk:L=100000 --at 0.5403023058681398 --digits 8");
  }
}
