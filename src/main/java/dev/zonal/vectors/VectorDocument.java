package dev.zonal.vectors;

import dev.zonal.kernel.Kernel;
import dev.zonal.report.array.DoubleMatrix;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.vectors.VectorSet.EigenvalueRow;
import dev.zonal.vectors.VectorSet.EntryRow;
import dev.zonal.vectors.VectorSet.Row;
import dev.zonal.vectors.VectorSet.ValueRow;
import java.util.List;

/** Vectors as documents, with a row for each number. */
public final class VectorDocument {
  private static final int VERSION = 1;

  private VectorDocument() {}

  /** Values of kernels at doubles. */
  public static Document ofValues(VectorSet set, List<ValueRow> rows) {
    return document(
        "values",
        set,
        Table.of(rows)
            .with("kernel", row -> new Cell.Code(row.kernel().toString()))
            .withText("input", ValueRow::input)
            .withText("x", row -> Double.toString(row.at()))
            .withText("x_hex", row -> Double.toHexString(row.at())));
  }

  /** Eigenvalues. */
  public static Document ofEigenvalues(VectorSet set, List<EigenvalueRow> rows) {
    return document(
        "eigenvalues",
        set,
        Table.of(rows)
            .with("kernel", row -> new Cell.Code(row.kernel().toString()))
            .with("dimension", row -> new Cell.Whole(row.dimension()))
            .with("k", row -> new Cell.Whole(row.k())));
  }

  /** Entries of matrices. */
  public static Document ofEntries(VectorSet set, List<EntryRow> rows) {
    return document(
        "matrices",
        set,
        Table.of(rows)
            .with("kernel", row -> new Cell.Code(row.kernel().toString()))
            .with("i", row -> new Cell.Whole(row.i()))
            .with("j", row -> new Cell.Whole(row.j())));
  }

  private static <R extends Row> Document document(String name, VectorSet set, Table<R> places) {
    Table<R> table =
        places
            .with("value", row -> Cell.of(row.number().number()))
            .withText("double", row -> Double.toString(row.number().nearest()))
            .withText("double_hex", row -> Double.toHexString(row.number().nearest()))
            .withText("ulps", row -> Double.toString(row.number().ulps()));
    Fields results =
        new Fields()
            .with("vectors", name)
            .with("scale", Words.of(set.scale()))
            .with("digits", set.digits())
            .with("rows", table.records());
    Page page = new Page().table(table);
    return Document.of(page, table, Envelope.of("vectors", VERSION, results));
  }

  /** The points of the matrices, a row each. */
  public static DoubleMatrix points(VectorSet set) {
    List<double[]> points = set.samplePoints();
    return new DoubleMatrix(points.size(), points.get(0).length, (i, j) -> points.get(i)[j]);
  }

  /** The matrix of one kernel, in nearest doubles. */
  public static DoubleMatrix matrix(VectorSet set, List<EntryRow> rows, Kernel kernel) {
    double[][] matrix = new double[set.points()][set.points()];
    rows.stream()
        .filter(row -> row.kernel().equals(kernel))
        .forEach(
            row -> {
              matrix[row.i() - 1][row.j() - 1] = row.number().nearest();
              matrix[row.j() - 1][row.i() - 1] = row.number().nearest();
            });
    return new DoubleMatrix(set.points(), set.points(), (i, j) -> matrix[i][j]);
  }
}
