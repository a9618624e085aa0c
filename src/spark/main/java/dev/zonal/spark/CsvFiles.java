package dev.zonal.spark;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.grid.GridReport;
import dev.zonal.report.writer.DocumentWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * The CSV of {@code zonal spectrum}, in pieces: one after the other they are the same bytes.
 *
 * @param isOneBlock whether there is one kernel on one sphere, which the rows need not name
 */
record CsvFiles(boolean isOneBlock) implements ClusterFiles<String> {
  private static final long serialVersionUID = 1;

  @Override
  public List<String> rows(Block<Key.Eigenvalue> block, int index) {
    Document document =
        isOneBlock
            ? GridReport.ofEigenvalues(List.of(block))
            : GridReport.ofEigenvaluesAmongOthers(block);
    StringWriter text = new StringWriter();
    try {
      DocumentWriter.write(document, Format.CSV, Origin.of(List.of()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = text.toString().lines().toList();
    // The headings once, before the first row of all.
    return index == 0 ? lines : List.copyOf(lines.subList(1, lines.size()));
  }

  @Override
  public void write(JavaRDD<String> rows, SparkSession spark, String folder) {
    rows.saveAsTextFile(folder);
  }
}
