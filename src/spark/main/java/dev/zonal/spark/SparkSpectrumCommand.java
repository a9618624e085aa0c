package dev.zonal.spark;

import dev.zonal.cli.command.SpectrumCommand;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.EigenvalueOptions;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal spectrum} on a cluster: a task for each kernel on each sphere. */
@Command(
    name = "spectrum",
    description =
        "Compute certified eigenvalues on a cluster, into files of a folder, one for each kernel and"
            + " dimension.",
    footer = {
      "  spark-submit --master 'local[2]' zonal-spark.jar spectrum 'fcntk:L=1..3' --dimension 3,4"
          + " --k 0..20 --output spectra",
      "  cat spectra/part-*       the same bytes as zonal spectrum ... --format csv",
    },
    exitCodeList = {
      "0:every eigenvalue was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some eigenvalues could not be certified; they are named on standard error"
    })
final class SparkSpectrumCommand implements Callable<Integer> {
  /** The formats that a cluster writes. */
  enum ClusterFormat {
    CSV,
    PARQUET
  }

  /** Reads a format. */
  static final class Formats implements ITypeConverter<ClusterFormat> {
    @Override
    public ClusterFormat convert(String text) {
      return new Choice<>(ClusterFormat.class).convert(text);
    }
  }

  private final Streams streams;

  @Mixin private EigenvalueOptions asked;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description =
          "Write the result to FOLDER, a path or an address of Hadoop's, which must not exist.")
  private String folder;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet",
      converter = Formats.class,
      defaultValue = "csv",
      description = "Format of the result (default csv).")
  private ClusterFormat format;

  SparkSpectrumCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<BlockKeys> blocks = BlockKeys.of(asked);
    return format == ClusterFormat.CSV
        ? run(blocks, new CsvFiles(blocks.size() == 1))
        : run(blocks, new ParquetFiles());
  }

  private <R extends Serializable> int run(List<BlockKeys> blocks, ClusterFiles<R> files) {
    SparkSession spark = SparkSession.builder().appName("zonal spectrum").getOrCreate();
    try {
      requireWritable(spark);
      JavaSparkContext cluster = JavaSparkContext.fromSparkContext(spark.sparkContext());
      JavaRDD<BlockResult<R>> results =
          cluster
              .parallelize(blocks, blocks.size())
              .<BlockResult<R>>mapPartitionsWithIndex(
                  (index, keys) -> {
                    List<BlockResult<R>> one = new ArrayList<>();
                    keys.forEachRemaining(key -> one.add(BlockResult.of(key, index, files)));
                    return one.iterator();
                  },
                  true)
              .persist(StorageLevel.MEMORY_AND_DISK());
      List<BlockResult<R>> outcomes;
      try {
        outcomes = computed(results, blocks.size(), spark);
      } catch (SparkException | IllegalStateException lost) {
        streams.tell("the cluster gave up: " + firstLine(lost));
        return ExitCode.INTERNAL_FAILURE;
      }
      for (BlockResult<R> outcome : outcomes) {
        if (outcome.refusal() != null) {
          streams.tell(outcome.refusal().line());
          return outcome.refusal().exitCode();
        }
      }
      write(files, results.flatMap(result -> result.rows().iterator()), spark);
      List<Block<Key.Eigenvalue>> gaps = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
        gaps.add(outcomes.get(i).gapsOf(blocks.get(i)));
      }
      return SpectrumCommand.nameGaps(streams, gaps);
    } finally {
      spark.stop();
    }
  }

  /**
   * Computes all blocks, whose rows stay with the executors.
   *
   * @throws SparkException if a block failed again and again; Scala's methods do not declare it
   * @throws IllegalStateException if there is no cluster any more
   */
  private <R extends Serializable> List<BlockResult<R>> computed(
      JavaRDD<BlockResult<R>> results, int blocks, SparkSession spark) throws SparkException {
    spark.sparkContext().addSparkListener(new BlockProgress(streams, blocks));
    return results.map(BlockResult::withoutRows).collect();
  }

  private <R extends Serializable> void write(
      ClusterFiles<R> files, JavaRDD<R> rows, SparkSession spark) {
    try {
      files.write(rows, spark, folder);
    } catch (Exception e) {
      throw unwritable(firstLine(e));
    }
  }

  private UsageException unwritable(String reason) {
    return new UsageException("cannot write to " + Quotation.of(folder) + ": " + reason);
  }

  /** Of what was at the bottom; behind the first line Spark has the stacks of two machines. */
  private static String firstLine(Throwable e) {
    return e.getCause() != null
        ? firstLine(e.getCause())
        : String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }

  /** Before the work, of which nothing is lost to a name that is taken or cannot be had. */
  private void requireWritable(SparkSession spark) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (files.exists(path)) {
        throw unwritable("it exists");
      }
      if (!files.mkdirs(path)) {
        throw unwritable("no such folder can be made");
      }
      // Spark makes it itself.
      files.delete(path, false);
    } catch (IOException | IllegalArgumentException e) {
      throw unwritable(firstLine(e));
    }
  }
}
