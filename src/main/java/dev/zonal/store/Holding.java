package dev.zonal.store;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one grid in a store that one version of the program found.
 *
 * @param program name and version
 * @param points which they are: the k as {@code --k} has them, or the least and the greatest u
 */
public record Holding(StoredGrid grid, String program, long numbers, String points) {
  /** More runs of k than these are not listed. */
  private static final int MOST_RUNS = 8;

  /** Of a whole store, by grids, each by versions. */
  public static List<Holding> of(Store store) {
    List<Holding> holdings = new ArrayList<>();
    for (StoredGrid grid : store.grids()) {
      Map<String, Points> versions = new TreeMap<>();
      for (StoredRow row : store.rows(grid)) {
        versions
            .computeIfAbsent(
                row.program(),
                version -> grid.kind() == StoredGrid.Kind.VALUE ? new Cosines() : new Runs())
            .add(row.key().point());
      }
      versions.forEach(
          (program, points) ->
              holdings.add(new Holding(grid, program, points.count, points.text())));
    }
    return List.copyOf(holdings);
  }

  /** What is said of points. */
  private abstract static class Points {
    private long count;

    final void add(String point) {
      count++;
      take(point);
    }

    abstract void take(String point);

    abstract String text();
  }

  /** Frequencies, ascending. */
  private static final class Runs extends Points {
    private final List<String> runs = new ArrayList<>();
    private long first;
    private long next;
    private boolean begun;
    private boolean more;

    @Override
    void take(String point) {
      long k = Long.parseLong(point);
      if (begun && k == next) {
        next++;
        return;
      }
      end();
      begun = true;
      first = k;
      next = k + 1;
    }

    private void end() {
      if (begun && runs.size() < MOST_RUNS) {
        runs.add(next == first + 1 ? Long.toString(first) : first + ".." + (next - 1));
      } else if (begun) {
        more = true;
      }
    }

    @Override
    String text() {
      end();
      return String.join(",", runs) + (more ? ",..." : "");
    }
  }

  /** Cosines in any order. */
  private static final class Cosines extends Points {
    private Rational least;
    private Rational greatest;

    @Override
    void take(String point) {
      Rational u = Rational.parse(point);
      least = least == null || u.compareTo(least) < 0 ? u : least;
      greatest = greatest == null || u.compareTo(greatest) > 0 ? u : greatest;
    }

    @Override
    String text() {
      return least.equals(greatest) ? least.toString() : least + " to " + greatest;
    }
  }
}
