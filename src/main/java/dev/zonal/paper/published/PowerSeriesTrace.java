package dev.zonal.paper.published;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.grid.Key;
import dev.zonal.grid.PowerSeriesBlock;
import dev.zonal.grid.PowerSeriesGrid;
import dev.zonal.grid.Row;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.List;

/** Murray, Jin, Bowman and Montufar on the coefficients of the kernel as a power series. */
public final class PowerSeriesTrace {
  private static final int DIGITS = 20;

  /** Without its bias the kernel is this one. */
  private static final String KERNEL = "fcntk:L=1";

  /** The variance of the bias, which is added to the kernel. */
  private static final Rational BIAS = Rational.of(1, 2);

  private static final List<String> PERCENT =
      List.of("43.944", "77.277", "93.192", "93.192", "95.403", "95.403");

  private PowerSeriesTrace() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "power-series",
        "M. Murray, H. Jin, B. Bowman, G. Montufar, Characterizing the spectrum of the NTK via a"
            + " power series expansion, ICLR 2023",
        List.of(
            PaperClaim.of(
                "trace",
                "Of a network of two layers of ReLUs, $\\sigma_w^2 = \\gamma_w^2 = 1$,"
                    + " $\\gamma_b^2 = 0$, $\\sigma_b^2 = 1/2$, the first coefficients of"
                    + " $u^0, \\dots, u^T$ make up these parts of the trace, in percent.",
                "table of the first coefficients",
                PowerSeriesTrace::trace)));
  }

  private static Finding trace(Bench bench) {
    PowerSeriesBlock series =
        new PowerSeriesGrid(List.of(bench.kernel(KERNEL)), PERCENT.size(), DIGITS, Scale.UNIT)
            .compute(bench.context().silent())
            .get(0);
    List<Comparison> all = new ArrayList<>();
    Rational percent = Rational.of(100).divide(BIAS.add(1));
    Ball sum = Slopes.OVER.of(BIAS);
    for (Row<Key.Coefficient> row : series.coefficients().rows()) {
      sum = Slopes.OVER.add(sum, row.number().enclosure());
      int degree = all.size();
      all.add(
          Comparison.of(
              "percent of the trace, $T = %d$".formatted(degree),
              Bench.number(PERCENT.get(degree)),
              Slopes.OVER.scale(sum, percent)));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying(
            "The kernel is $f + \\sigma_b^2$, $f$ that of `fcntk:L=1`, over its value at $u = 1$.")
        .by("kernel fcntk:L=1 --series 6");
  }
}
