package dev.zonal.cli.command;

import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import java.util.List;
import java.util.function.Function;

/** What is not certified, named on standard error. */
final class Gaps {
  private Gaps() {}

  /**
   * Names each gap, in one line where neighbours failed for the same reason.
   *
   * @param block what a block is about, said where there are several
   * @param variable the letter of the points
   * @param point of a key
   * @param points what several are called
   * @return the exit code
   */
  static <K extends Key> int tell(
      Streams streams,
      List<Block<K>> blocks,
      Function<K, String> block,
      String variable,
      Function<K, Object> point,
      String points) {
    for (Block<K> one : blocks) {
      String where = blocks.size() == 1 ? "" : block.apply(one.first()) + ", ";
      List<Gap<K>> gaps = one.gaps();
      for (int first = 0, next; first < gaps.size(); first = next) {
        String reason = gaps.get(first).reason();
        next = first + 1;
        while (next < gaps.size() && gaps.get(next).reason().equals(reason)) {
          next++;
        }
        String which = where + variable + " = " + point.apply(gaps.get(first).key());
        if (next > first + 1) {
          which +=
              " to %s (%s %s)"
                  .formatted(point.apply(gaps.get(next - 1).key()), next - first, points);
        }
        streams.tell(which + " not certified: " + reason);
      }
    }
    return blocks.stream().allMatch(one -> one.gaps().isEmpty())
        ? ExitCode.DONE
        : ExitCode.NOT_CERTIFIED;
  }
}
