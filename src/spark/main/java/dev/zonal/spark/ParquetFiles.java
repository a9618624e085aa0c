package dev.zonal.spark;

import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.report.grid.GridReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Parquet with a row for every key: numbers as decimal strings, since no type of Parquet's has all
 * of their digits, and what JSON says of them; where there is no number, the reason.
 */
record ParquetFiles() implements ClusterFiles<Row> {
  private static final long serialVersionUID = 1;

  /** docs/cluster.md says what the columns mean. */
  static final StructType SCHEMA =
      new StructType()
          .add("kernel", DataTypes.StringType, false)
          .add("dimension", DataTypes.IntegerType, false)
          .add("k", DataTypes.LongType, false)
          .add("eigenvalue", DataTypes.StringType, true)
          .add("lower", DataTypes.StringType, true)
          .add("upper", DataTypes.StringType, true)
          .add("exact", DataTypes.StringType, true)
          .add("method", DataTypes.StringType, true)
          .add("code", DataTypes.StringType, true)
          .add("reason", DataTypes.StringType, true)
          .add("digits", DataTypes.IntegerType, false)
          .add("measure", DataTypes.StringType, false)
          .add("scale", DataTypes.StringType, false)
          .add("program", DataTypes.StringType, false);

  @Override
  public List<Row> rows(Block<Key.Eigenvalue> block, int index) {
    List<Row> rows = new ArrayList<>();
    List<Fields> numbers = fields(GridReport.ofEigenvaluesAmongOthers(block).table().orElseThrow());
    for (int i = 0; i < numbers.size(); i++) {
      Map<String, Value> of = numbers.get(i).values();
      rows.add(
          row(
              block.rows().get(i).key(),
              text(of, "eigenvalue"),
              text(of, "lower"),
              text(of, "upper"),
              text(of, "exact"),
              text(of, "method"),
              null,
              null));
    }
    for (Gap<Key.Eigenvalue> gap : block.gaps()) {
      rows.add(row(gap.key(), null, null, null, null, null, Words.of(gap.cause()), gap.reason()));
    }
    rows.sort(Comparator.comparingLong(row -> row.getLong(2)));
    return List.copyOf(rows);
  }

  private static <T> List<Fields> fields(Table<T> table) {
    return table.rows().stream().map(table::fields).toList();
  }

  private static String text(Map<String, Value> fields, String name) {
    return fields.get(name) instanceof Cell cell ? cell.text() : null;
  }

  private static Row row(
      Key.Eigenvalue key,
      String eigenvalue,
      String lower,
      String upper,
      String exact,
      String method,
      String code,
      String reason) {
    return RowFactory.create(
        key.kernel().toString(),
        key.dimension(),
        key.k(),
        eigenvalue,
        lower,
        upper,
        exact,
        method,
        code,
        reason,
        key.digits(),
        Words.of(key.normalization()),
        Words.of(key.scale()),
        Origin.thisProgram());
  }

  @Override
  public void write(JavaRDD<Row> rows, SparkSession spark, String folder) {
    spark.createDataFrame(rows, SCHEMA).write().parquet(folder);
  }
}
