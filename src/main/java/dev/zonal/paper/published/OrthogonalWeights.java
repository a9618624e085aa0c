package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.network.KernelSample;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.SampledRow;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.training.DriftExperiment;
import dev.zonal.lab.training.PowerFit;
import dev.zonal.lab.training.SineData;
import dev.zonal.lab.training.StepsExperiment;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.width.WidthRow;
import dev.zonal.lab.width.WidthTable;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.report.document.Words;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Huang, Du and Xu on orthogonal initialisation. */
public final class OrthogonalWeights {
  private static final int DIGITS = 20;
  private static final int NETWORKS = 4000;
  private static final int TRAINED = 20;
  private static final Rational WEIGHTS = Rational.of(3, 2);
  private static final Rational BIASES = Rational.of(1, 10);

  /** Standard errors: what a claim about a mean allows. */
  private static final String SIGMAS = Integer.toString((int) SampleMean.SIGMAS);

  private OrthogonalWeights() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "orthogonal",
        "W. Huang, W. Du, R. Y. Da Xu, On the neural tangent kernel of deep networks with orthogonal"
            + " initialization, IJCAI 2021",
        List.of(
            PaperClaim.of(
                "one-limit",
                "Orthogonal and Gaussian weights have the same tangent kernel in the limit of"
                    + " infinite width.",
                "abstract; here of one hidden layer, at every width",
                OrthogonalWeights::exactly),
            PaperClaim.of(
                "one-limit-drawn",
                "They have it in networks that are drawn.",
                "abstract",
                OrthogonalWeights::drawn),
            PaperClaim.of(
                "isometry",
                "Orthogonal linear networks keep everything: their kernel is that of the limit at"
                    + " every width.",
                "dynamical isometry, which the paper starts from",
                OrthogonalWeights::isometry),
            PaperClaim.of(
                "constant",
                "The kernel stays what it is in training: its change falls like $1/n$, for both.",
                "theorem on the change of the kernel, with the rate that is seen",
                OrthogonalWeights::drift),
            PaperClaim.of(
                "lazy",
                "In the lazy regime orthogonal weights are no quicker.",
                "abstract",
                bench -> steps(bench, 8, 0.1, false)),
            PaperClaim.of(
                "large-rate",
                "With large rates and depths they are.",
                "abstract",
                bench -> steps(bench, 64, 3, true))));
  }

  private static NetworkFamily rectified() {
    return new NetworkFamily(Unit.RELU, 1, 2, Initialisation.GAUSSIAN, WEIGHTS, BIASES);
  }

  private static List<WidthTable.Entry> rows(NetworkFamily family, Bench bench, int... widths) {
    List<Integer> all = new ArrayList<>();
    for (int n : widths) {
      all.add(n);
    }
    return new WidthTable(
            family::laws, List.of(Initialisation.values()), all, List.of(Rational.of(1, 2)))
        .certify(DIGITS, bench.context().silent());
  }

  private static Finding exactly(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (WidthTable.Entry entry : rows(rectified(), bench, 4, 64)) {
      WidthRow.Place place = entry.place();
      if (place.kind() == KernelKind.NTK && place.width().isPresent()) {
        String quantity =
            "mean less limit, %s weights, $n = %d$, $u = %s$"
                .formatted(Words.of(place.hidden()), place.width().getAsInt(), place.u());
        Certification<CertifiedValue> bias =
            entry
                .row()
                .flatMap(
                    row ->
                        row.bias()
                            .map(Certification::certified)
                            .orElse(Certification.refused("not known")));
        all.add(
            bias.isCertified()
                ? Comparison.of(
                    quantity, Bench.number("0"), bias.get().enclosure(), bias.get().exact())
                : Comparison.open(quantity, "0", bias.refusal().orElseThrow()));
      }
    }
    return Finding.of(Evidence.PROOF, all).by("lab width --at 1/2 --widths 4,64");
  }

  private static Finding drawn(Bench bench) {
    NetworkFamily family = rectified();
    List<Comparison> all = new ArrayList<>();
    WidthTable.rowsByNetworks(rows(family, bench, 32))
        .forEach(
            (networks, rows) -> {
              KernelSample sample =
                  bench
                      .context()
                      .silent()
                      .call(
                          () ->
                              family.sample(
                                  networks.hidden(),
                                  networks.width(),
                                  NETWORKS,
                                  bench.seed(),
                                  List.of(Rational.of(1, 2))));
              for (WidthRow row : rows) {
                OptionalDouble z = SampledRow.of(row, sample, 1).z();
                all.add(
                    Comparison.of(
                        "standard errors between mean and limit, %s, %s weights, $n = %d$"
                            .formatted(
                                Words.of(row.place().kind()),
                                Words.of(networks.hidden()),
                                networks.width()),
                        Bench.number("0", SIGMAS),
                        z.orElse(0)));
              }
            });
    return Finding.of(Evidence.SAMPLE, all)
        .saying(NETWORKS + " networks of each kind.")
        .by("lab width --at 1/2 --widths 32");
  }

  private static Finding isometry(Bench bench) {
    NetworkFamily family =
        new NetworkFamily(Unit.LINEAR, 10, 2, Initialisation.ORTHOGONAL, WEIGHTS, BIASES);
    List<Comparison> all = new ArrayList<>();
    for (WidthTable.Entry entry : rows(family, bench, 4, 64)) {
      WidthRow.Place place = entry.place();
      boolean isShown =
          place.kind() == KernelKind.NTK
              && place.hidden() == Initialisation.ORTHOGONAL
              && place.width().isPresent();
      if (isShown) {
        String quantity =
            "variance of the kernel of 10 linear layers, $n = %d$"
                .formatted(place.width().getAsInt());
        all.add(
            entry
                .row()
                .value()
                .flatMap(WidthRow::variance)
                .map(
                    variance ->
                        Comparison.of(
                            quantity, Bench.number("0"), variance.enclosure(), variance.exact()))
                .orElseGet(() -> Comparison.open(quantity, "0", "not known")));
      }
    }
    return Finding.of(Evidence.PROOF, all)
        .by("lab width --act linear --depth 10 --readout orthogonal --at 1/2 --widths 4,64");
  }

  private static Finding drift(Bench bench) {
    NetworkFamily family =
        new NetworkFamily(
            Unit.ERF, 3, SineData.smooth().dimension(), Initialisation.GAUSSIAN, WEIGHTS, BIASES);
    DriftExperiment experiment = new DriftExperiment(family, 0.5, 128, TRAINED, bench.seed());
    List<Integer> widths = List.of(32, 64, 128);
    List<Comparison> all = new ArrayList<>();
    List<TableFigure.Row> rows = new ArrayList<>();
    for (Initialisation hidden : Initialisation.values()) {
      List<SampleMean> means = new ArrayList<>();
      for (int width : widths) {
        SampleMean drift = experiment.row(hidden, width, bench.context().silent()).drift();
        means.add(drift);
        rows.add(new TableFigure.Row(Words.of(hidden), width, drift.mean()));
      }
      PowerFit fit = PowerFit.of(widths, means);
      all.add(
          Comparison.of(
              "exponent of the change against $n$, %s weights, standard error %s"
                  .formatted(Words.of(hidden), Comparison.shown(fit.error())),
              Bench.number("-1", Comparison.decimal(SampleMean.SIGMAS * fit.error())),
              fit.slope()));
    }
    return Finding.of(Evidence.SAMPLE, all)
        .with(
            TableFigure.of(
                new TableFigure.Columns("n", "drift", "weights", true, true),
                rows,
                TRAINED + " trained networks a width"))
        .saying("Twenty networks a width: a wide interval, which the laboratory's page discusses.")
        .by("lab width --train drift --widths 32,64,128");
  }

  private static Finding steps(Bench bench, int depth, double rate, boolean quicker) {
    NetworkFamily family =
        new NetworkFamily(
            Unit.TANH,
            depth,
            SineData.signs().dimension(),
            Initialisation.GAUSSIAN,
            Rational.of(105, 100),
            Rational.of(201, 10_000_000));
    StepsExperiment experiment = new StepsExperiment(64, TRAINED / 2, 300, bench.seed());
    StepsExperiment.Row gaussian =
        experiment.row(family, Initialisation.GAUSSIAN, rate, bench.context().silent());
    StepsExperiment.Row orthogonal =
        experiment.row(family, Initialisation.ORTHOGONAL, rate, bench.context().silent());
    double z = gaussian.rankZ(orthogonal);
    String quantity =
        "rank sum of the steps to a loss, in its standard deviations, $L = %d$, rate %s"
            .formatted(depth, rate);
    String medians =
        "%s; medians %s (Gaussian) and %s (orthogonal)"
            .formatted(Comparison.shown(z), steps(gaussian), steps(orthogonal));
    return Finding.of(
            Evidence.SAMPLE,
            List.of(
                quicker
                    ? Comparison.of(quantity, "above 3", medians, z > 3)
                    : Comparison.of(quantity, "0 +- 3", medians, Math.abs(z) <= 3)))
        .by("lab width --train depth --depth %d --rate %s".formatted(depth, rate));
  }

  private static String steps(StepsExperiment.Row row) {
    OptionalDouble median = row.median();
    return median.isPresent() ? Comparison.shown(median.getAsDouble()) : "never";
  }
}
