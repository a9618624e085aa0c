package dev.zonal.spark;

import dev.zonal.arithmetic.Certification;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.value.NotIntegrableException;
import java.io.Serializable;
import java.util.List;

/**
 * What came of one block, in words that travel.
 *
 * @param rows what is to be written, in the order of the keys
 * @param gaps what could not be certified
 * @param refusal why there is no block at all, or null
 */
record BlockResult<R extends Serializable>(List<R> rows, List<Missing> gaps, Refusal refusal)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** A key that has no number, of a block that one knows. */
  record Missing(long k, Cause cause, String reason) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** What a command on one machine would have said in place of a result. */
  record Refusal(int exitCode, String line) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /**
   * Computes a block. What can only be refused is refused here: as an exception Spark would have it
   * tried again.
   */
  static <R extends Serializable> BlockResult<R> of(
      BlockKeys keys, int index, ClusterFiles<R> files) {
    try {
      Block<Key.Eigenvalue> block = keys.compute();
      List<Missing> gaps =
          block.gaps().stream()
              .map(gap -> new Missing(gap.key().k(), gap.cause(), gap.reason()))
              .toList();
      return new BlockResult<>(files.rows(block, index), gaps, null);
    } catch (NotIntegrableException bad) {
      return refused(ExitCode.BAD_USAGE, bad.getMessage());
    } catch (ArithmeticException limit) {
      return refused(ExitCode.NOT_CERTIFIED, "not certified: " + Certification.reason(limit));
    }
  }

  private static <R extends Serializable> BlockResult<R> refused(int exitCode, String line) {
    return new BlockResult<>(List.of(), List.of(), new Refusal(exitCode, line));
  }

  /** The same without its rows. */
  BlockResult<R> withoutRows() {
    return new BlockResult<>(List.of(), gaps, refusal);
  }

  /** The block without its rows, as the command on one machine has it. */
  Block<Key.Eigenvalue> gapsOf(BlockKeys keys) {
    return new Block<>(
        keys.first(),
        List.of(),
        gaps.stream().map(gap -> new Gap<>(keys.key(gap.k()), gap.cause(), gap.reason())).toList());
  }
}
