package dev.zonal.grid;

import java.util.List;

/**
 * The levels of one kernel on one sphere.
 *
 * @param first the first key
 * @param rows the levels all of whose numbers were certified, ascending in k
 * @param gaps the others, in the same order
 */
public record Levels(Key.Eigenvalue first, List<Level> rows, List<Gap<Key.Eigenvalue>> gaps) {
  public Levels {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }
}
