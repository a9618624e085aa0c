package dev.zonal.report.lab;

import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.training.DriftExperiment;
import dev.zonal.lab.training.DriftExperiment.Row;
import dev.zonal.lab.training.PowerFit;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.ArrayList;
import java.util.List;

/** How far tangent kernels move in training. */
public record DriftReport(DriftExperiment experiment) {
  /** What the theory says of the drift: it falls like 1/n. */
  private static final double EXPECTED = -1;

  /** The exponents of one initialisation. */
  private record Slope(Initialisation hidden, PowerFit fit) {}

  /** The document. */
  public Document of(List<Row> rows) {
    Table<Row> table =
        Table.of(rows)
            .withText("weights", row -> Words.of(row.hidden()))
            .with("n", row -> new Cell.Whole(row.width()))
            .with("nets", row -> new Cell.Whole(row.drift().count()))
            .with("distance", row -> Statistics.cell(row.distance().mean()))
            .with("drift", row -> Statistics.cell(row.drift().mean()))
            .with("error", row -> Statistics.cell(row.drift().standardError()))
            .with("loss", row -> Statistics.cell(row.loss().mean()));
    Table<Slope> slopes =
        Table.of(slopes(rows))
            .withText("weights", slope -> Words.of(slope.hidden))
            .with("slope", slope -> Statistics.cell(slope.fit.slope()))
            .with("error", slope -> Statistics.cell(slope.fit.error()))
            .with("z", slope -> Cell.of(Statistics.plain(slope.fit.z(EXPECTED))))
            .with(
                "defect", slope -> Cell.of(Statistics.percent(slope.fit.smallestDefect(EXPECTED))));
    Fields results =
        WidthReport.Network.variances(
                experiment.family(),
                new Fields()
                    .with("unit", Words.of(experiment.family().unit()))
                    .with("depth", experiment.family().depth()))
            .with("rate", Double.toString(experiment.rate()))
            .with("steps", experiment.steps())
            .with("seed", experiment.seed())
            .with("rows", table.records())
            .with("slopes", slopes.records());
    return Document.of(page(table, slopes), table, Envelope.of("labdrift", 1, results));
  }

  private Page page(Table<Row> table, Table<Slope> slopes) {
    Page page =
        new Page()
            .field(
                "network",
                "%s, %s hidden layers of n%s"
                    .formatted(
                        Words.of(experiment.family().unit()),
                        experiment.family().depth(),
                        WidthReport.Network.variances(experiment.family())))
            .field(
                "training",
                "%s steps of gradient descent at the rate %s, of f less its first values"
                    .formatted(experiment.steps(), experiment.rate()))
            .field("data", "8 inputs of R^4, x_ic = sin(3i+5c+1) stretched to length 2; y_i = x_i1")
            .field("seed", experiment.seed())
            .space()
            .note(
                "distance = |K_0 - K|/|K| from the limit K, drift = |K_T - K_0|/|K_0|, by Frobenius")
            .space()
            .table(table);
    return slopes.rows().isEmpty()
        ? page
        : page.space()
            .note("Exponents of the drift in n, against %.0f:".formatted(EXPECTED))
            .space()
            .table(slopes);
  }

  private static List<Slope> slopes(List<Row> rows) {
    List<Slope> slopes = new ArrayList<>();
    for (Initialisation hidden : Initialisation.values()) {
      List<Row> mine = rows.stream().filter(row -> row.hidden() == hidden).toList();
      boolean isFinite = mine.stream().allMatch(row -> row.isFinite() && row.drift().mean() > 0);
      if (mine.size() >= 2 && isFinite) {
        List<SampleMean> means = mine.stream().map(Row::drift).toList();
        slopes.add(new Slope(hidden, PowerFit.of(mine.stream().map(Row::width).toList(), means)));
      }
    }
    return slopes;
  }
}
