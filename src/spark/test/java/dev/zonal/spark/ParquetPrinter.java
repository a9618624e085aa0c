package dev.zonal.spark;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Prints the rows of a folder of Parquet, each as a line of JSON, as others would read them. */
final class ParquetPrinter {
  private ParquetPrinter() {}

  public static void main(String[] folder) {
    SparkSession spark = SparkSession.builder().master("local[1]").getOrCreate();
    List<String> rows =
        spark
            .read()
            .parquet(folder[0])
            .orderBy("kernel", "dimension", "k")
            .toJSON()
            .collectAsList();
    spark.stop();
    rows.forEach(System.out::println);
  }
}
