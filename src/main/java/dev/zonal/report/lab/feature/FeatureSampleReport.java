package dev.zonal.report.lab.feature;

import dev.zonal.lab.feature.FeatureMatrix;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.report.array.DoubleMatrix;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;

/** Features of points, for other programs. */
public record FeatureSampleReport(FeaturePlan plan, long seed) {
  /** One number, from 1. */
  private record Entry(int point, int feature, double value) {}

  /** The document. */
  public Document of(FeatureMatrix features) {
    int points = features.rows().size();
    int dimension = features.rows().get(0).length;
    List<Entry> entries =
        new AbstractList<>() {
          @Override
          public Entry get(int index) {
            int i = index / dimension;
            int j = index % dimension;
            return new Entry(i + 1, j + 1, features.rows().get(i)[j]);
          }

          @Override
          public int size() {
            return points * dimension;
          }
        };
    Table<Entry> table =
        Table.of(entries)
            .with("i", entry -> new Cell.Whole(entry.point))
            .with("j", entry -> new Cell.Whole(entry.feature))
            .with("value", entry -> Cell.of(text(entry.value)));
    Fields results =
        new Fields()
            .with("method", Words.of(plan.method()))
            .with("depth", plan.depth())
            .with("points", points)
            .with("features", dimension)
            .with("seed", seed)
            .with("rows", table.records());
    Page page =
        new Page()
            .field("kernel", kernel(plan.depth()))
            .field("method", Words.of(plan.method()))
            .field("points", points)
            .field("features", dimension + ", seed " + seed)
            .space()
            .table(table);
    return Document.of(page, table, Envelope.of("features", 1, results))
        .with(new DoubleMatrix(points, dimension, (i, j) -> features.rows().get(i)[j]));
  }

  /** What is estimated. */
  static String kernel(int depth) {
    return "|x||z| times %d fcntk:L=%d".formatted(depth + 1, depth);
  }

  /** All digits of a double. */
  private static String text(double x) {
    return ScientificNotation.of(new BigDecimal(Double.toString(x)));
  }
}
