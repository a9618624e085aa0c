package dev.zonal.spark;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * Files in a folder, one for each block, in their order.
 *
 * @param <R> what they consist of
 */
interface ClusterFiles<R extends Serializable> extends Serializable {
  /**
   * What an executor makes of a block.
   *
   * @param index which of the blocks it is, from 0 on
   */
  List<R> rows(Block<Key.Eigenvalue> block, int index);

  /** Writes the rows of all blocks, each file completely or not at all. */
  void write(JavaRDD<R> rows, SparkSession spark, String folder);
}
