package dev.zonal.grid;

import java.util.List;

/**
 * The part of a grid whose keys differ in their point only, k or u, and which is computed at once.
 *
 * @param first the first key
 * @param rows the numbers that were certified, in the order of the grid
 * @param gaps the keys where that did not succeed, in the same order
 */
public record Block<K extends Key>(K first, List<Row<K>> rows, List<Gap<K>> gaps) {
  public Block {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }
}
