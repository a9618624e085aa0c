package dev.zonal.paper.published;

import dev.zonal.arithmetic.Rational;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.List;

/** Huang, Wang, Tao and Zhao on depth. */
public final class DeepResidual {
  private static final List<Rational> POINTS =
      List.of(Rational.of(-1), Rational.ZERO, Rational.of(1, 2));

  private DeepResidual() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "depth",
        "K. Huang, Y. Wang, M. Tao, T. Zhao, Why do deep residual networks generalize better than"
            + " deep feedforward networks? A neural tangent kernel perspective, NeurIPS 2020",
        List.of(
            PaperClaim.of(
                "connected",
                "The kernel of deep fully connected networks tends to 1/4 at any two different"
                    + " points: nothing can be learnt from it.",
                "abstract",
                DeepResidual::connected),
            PaperClaim.of(
                "residual",
                "That of residual networks with $\\alpha = 1/L$ does not: it tends to the kernel of"
                    + " one block.",
                "abstract",
                DeepResidual::residual)));
  }

  private static Finding connected(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (Rational u : POINTS) {
      all.add(bench.value("fcntk:L=10000", u, Scale.UNIT, Bench.number("0.25", "0.002")));
    }
    return Finding.of(Evidence.CERTIFIED, all).by("kernel fcntk:L=10000 --at=-1,0,1/2 --digits 6");
  }

  private static Finding residual(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    // (kappa_1 + u kappa_0)/2 at -1, 0 and 1/2.
    List<String> limits = List.of("0", "0.159154943", "0.471166");
    for (int i = 0; i < limits.size(); i++) {
      all.add(
          bench.value(
              "resntk:L=2000,alpha=1/2000",
              POINTS.get(i),
              Scale.UNIT,
              Bench.number(limits.get(i), "0.01")));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by("kernel resntk:L=2000,alpha=1/2000 --at=-1,0,1/2 --digits 6");
  }
}
