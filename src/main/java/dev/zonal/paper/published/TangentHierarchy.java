package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.Architecture;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.SmoothUnit;
import dev.zonal.lab.hierarchy.TrainingSet;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.truncation.Observation;
import dev.zonal.lab.truncation.ScalingExperiment;
import dev.zonal.lab.truncation.Truncation;
import dev.zonal.lab.truncation.TruncationFlows;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;

/** Huang and Yau on the hierarchy of tangent kernels. */
public final class TangentHierarchy {
  private static final int NEURONS = 6;

  /** Weights are multiples of its reciprocal. */
  private static final int GRID = 64;

  private static final int DIGITS = 8;

  private TangentHierarchy() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "hierarchy",
        "J. Huang, H.-T. Yau, Dynamics of deep neural networks and neural tangent hierarchy,"
            + " ICML 2020",
        List.of(
            PaperClaim.of(
                "truncation",
                "Training is an infinite hierarchy of equations: cut off later it follows the network"
                    + " more nearly.",
                "abstract",
                TangentHierarchy::truncation),
            PaperClaim.of(
                "drift",
                "The tangent kernel changes in training by the order of $1/m$.",
                "corollary",
                bench -> scaling(bench, List.of(2), List.of("-1"))),
            PaperClaim.of(
                "even-order",
                "Cut off at $p$ the hierarchy is off by the order of $m^{-p/2}$: $p = 2, 4$.",
                "theorem, which is stated of even $p$",
                bench -> scaling(bench, List.of(2, 4), List.of("-1", "-2"))),
            PaperClaim.knownAsFalse(
                "odd-order",
                "It is so for odd $p$ as well: $p = 3, 5$.",
                "what the formula of the theorem suggests",
                bench -> scaling(bench, List.of(3, 5), List.of("-1.5", "-2.5")))));
  }

  /** A network of tanh on three points of the circle, its weights drawn. */
  private static NetworkInstance network(Bench bench) {
    RandomStream stream = RandomStream.of(bench.seed());
    Architecture architecture = new Architecture(SmoothUnit.TANH, 2, List.of(NEURONS));
    List<Rational> weights = new ArrayList<>();
    for (int i = 0; i < architecture.parameters(); i++) {
      weights.add(Rational.of(Math.round(GRID * stream.gaussian()), GRID));
    }
    List<List<Rational>> inputs =
        List.of(
            List.of(Rational.of(3, 5), Rational.of(4, 5)),
            List.of(Rational.of(-5, 13), Rational.of(12, 13)),
            List.of(Rational.of(-8, 17), Rational.of(-15, 17)));
    List<Rational> targets = List.of(Rational.ONE, Rational.of(-1, 2), Rational.of(1, 4));
    return new NetworkInstance(architecture, weights, new TrainingSet(inputs, targets));
  }

  private static Finding truncation(Bench bench) {
    TruncationFlows flows =
        new TruncationFlows(network(bench), List.of(2, 3, 4), List.of(Rational.of(1, 4)));
    List<Observation<Certification<CertifiedValue>>> rows =
        bench.context().silent().call(() -> new Truncation(flows, false).certified(DIGITS)).stream()
            .filter(row -> row.quantity() == Observation.Quantity.ERROR_F)
            .toList();
    List<Comparison> all = new ArrayList<>();
    double before = Double.POSITIVE_INFINITY;
    for (Observation<Certification<CertifiedValue>> row : rows) {
      String quantity = "error of $f$ at $t = 1/4$, $p = %d$".formatted(row.order().orElse(0));
      String claimed = "smaller than above";
      if (!row.value().isCertified()) {
        all.add(Comparison.open(quantity, claimed, row.value().refusal().orElseThrow()));
        continue;
      }
      double error = row.value().get().enclosure().toDouble();
      String shown = Slopes.shown(row.value().get().enclosure());
      all.add(Comparison.of(quantity, claimed, shown, error < before));
      before = error;
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .saying("Both flows are enclosed; the network is one of %d neurons.".formatted(NEURONS))
        .by(
            "lab hierarchy docs/data/networks/one-layer.json --flow 1/2 --truncate 2,3,4 --certify");
  }

  private static Finding scaling(Bench bench, List<Integer> orders, List<String> exponents) {
    List<ScalingExperiment.Row> rows =
        new ScalingExperiment(
                network(bench), List.of(8, 16, 32), orders, List.of(Rational.of(1, 2)))
            .rows(bench.context().silent());
    List<Comparison> all = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      int order = orders.get(i);
      ScalingExperiment.Row last =
          rows.stream().filter(row -> row.order() == order).reduce((a, b) -> b).orElseThrow();
      all.add(
          Comparison.of(
              "exponent of the error of $K_2$ against $m$, up to $m = %d$, $p = %d$"
                  .formatted(last.width(), order),
              Bench.number(exponents.get(i), "0.1"),
              last.slope().orElse(Double.NaN)));
    }
    List<TableFigure.Row> points = new ArrayList<>();
    for (ScalingExperiment.Row row : rows) {
      row.errors()
          .value()
          .ifPresent(
              errors ->
                  points.add(
                      new TableFigure.Row(
                          Integer.toString(row.order()), row.width(), errors.kernel())));
    }
    return Finding.of(Evidence.DOUBLES, all)
        .with(
            TableFigure.of(
                new TableFigure.Columns("m", "error", "p", true, true),
                points,
                "one network, replicated"))
        .saying("Neurons with their mirrors and copies of both, so that the rate is seen.")
        .by("lab hierarchy docs/data/networks/pairs.json --scaling --times 1/2");
  }
}
