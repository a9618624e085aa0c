package dev.zonal.report.lab;

import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.training.StepsExperiment;
import dev.zonal.lab.training.StepsExperiment.Row;
import dev.zonal.lab.training.StepsExperiment.Run;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Steps that networks need to reach a loss.
 *
 * @param family one of the networks, of any depth
 */
public record StepsReport(StepsExperiment experiment, NetworkFamily family) {
  /** Two rows that differ in their weights. */
  private record Pair(Row gaussian, Row orthogonal) {
    OptionalDouble ratio() {
      return gaussian.median().isEmpty() || orthogonal.median().isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(gaussian.median().getAsDouble() / orthogonal.median().getAsDouble());
    }
  }

  /** The document. */
  public Document of(List<Row> rows) {
    Table<Row> table =
        Table.of(rows)
            .with("depth", row -> new Cell.Whole(row.depth()))
            .withText("rate", row -> Double.toString(row.rate()))
            .withText("weights", row -> Words.of(row.hidden()))
            .with("median", row -> Cell.of(Statistics.text(row.median())))
            .with("failures", row -> new Cell.Whole(row.failures()))
            .with("diverged", row -> new Cell.Whole(row.diverged()))
            .withText("steps", StepsReport::steps);
    Table<Pair> pairs =
        Table.of(pairs(rows))
            .with("depth", pair -> new Cell.Whole(pair.gaussian.depth()))
            .withText("rate", pair -> Double.toString(pair.gaussian.rate()))
            .with("ratio", pair -> Cell.of(Statistics.text(pair.ratio())))
            .with("z", pair -> Cell.of(Statistics.plain(pair.gaussian.rankZ(pair.orthogonal))));
    Fields results =
        WidthReport.Network.variances(family, new Fields().with("unit", Words.of(family.unit())))
            .with("n", experiment.width())
            .with("nets", experiment.nets())
            .with("most", experiment.most())
            .with("seed", experiment.seed())
            .with("rows", new Rows<>(rows, StepsReport::fields))
            .with("comparisons", pairs.records());
    return Document.of(page(table, pairs), table, Envelope.of("labsteps", 1, results));
  }

  private Page page(Table<Row> table, Table<Pair> pairs) {
    Page page =
        new Page()
            .field(
                "networks",
                "%s of %s, n = %s%s"
                    .formatted(
                        experiment.nets(),
                        Words.of(family.unit()),
                        experiment.width(),
                        WidthReport.Network.variances(family)))
            .field(
                "training",
                "gradient descent until half the mean square is %s, %s steps at most"
                    .formatted(StepsExperiment.LOSS, experiment.most()))
            .field(
                "data",
                "16 inputs of R^16, x_ic = sin(3i+5c+0.7ic) stretched to length 4;"
                    + " y_i = sign sin(7i)")
            .field("seed", experiment.seed())
            .space()
            .table(table);
    return pairs.rows().isEmpty()
        ? page
        : page.space()
            .note("Gaussian over orthogonal medians, and z of the rank sum (0: no difference):")
            .space()
            .table(pairs);
  }

  private static String steps(Row row) {
    return row.runs().stream().map(StepsReport::word).collect(Collectors.joining(" "));
  }

  private static String word(Run run) {
    return run.steps().isPresent()
        ? Integer.toString(run.steps().getAsInt())
        : run.isDiverged() ? "diverged" : "late";
  }

  private static Fields fields(Row row) {
    return new Fields()
        .with("depth", row.depth())
        .with("rate", Double.toString(row.rate()))
        .with("weights", Words.of(row.hidden()))
        .with("median", Statistics.text(row.median()))
        .with("failures", row.failures())
        .with("diverged", row.diverged())
        .with("steps", Rows.of(row.runs().stream().map(StepsReport::word).toList()));
  }

  private static List<Pair> pairs(List<Row> rows) {
    List<Pair> pairs = new ArrayList<>();
    for (Row gaussian : rows) {
      for (Row orthogonal : rows) {
        boolean isAlike =
            gaussian.depth() == orthogonal.depth() && gaussian.rate() == orthogonal.rate();
        if (isAlike
            && gaussian.hidden() == Initialisation.GAUSSIAN
            && orthogonal.hidden() == Initialisation.ORTHOGONAL) {
          pairs.add(new Pair(gaussian, orthogonal));
        }
      }
    }
    return pairs;
  }
}
