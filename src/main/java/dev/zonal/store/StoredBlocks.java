package dev.zonal.store;

import dev.zonal.arithmetic.Rational;
import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a store as the commands that filled it print them: those of this version of the
 * program.
 */
public record StoredBlocks(Store store) {
  /** The eigenvalues of a grid, k ascending; empty if there are none of this version. */
  public Optional<Block<Key.Eigenvalue>> eigenvalues(StoredGrid grid) {
    Key.Eigenvalue one = grid.eigenvalue(0);
    return block(
        grid,
        point ->
            new Key.Eigenvalue(
                one.kernel(),
                one.dimension(),
                Long.parseLong(point),
                one.digits(),
                one.normalization(),
                one.scale()),
        Comparator.comparingLong(Key.Eigenvalue::k));
  }

  /** The values of a grid, u ascending; empty if there are none of this version. */
  public Optional<Block<Key.Value>> values(StoredGrid grid) {
    Key.Value one = grid.value(Rational.ZERO);
    return block(
        grid,
        point ->
            new Key.Value(
                one.kernel(), one.dimension(), Rational.parse(point), one.digits(), one.scale()),
        Comparator.comparing(Key.Value::u));
  }

  private <K extends Key> Optional<Block<K>> block(
      StoredGrid grid, Function<String, K> key, Comparator<K> order) {
    List<Row<K>> rows = new ArrayList<>();
    for (StoredRow row : store.rows(grid)) {
      if (row.program().equals(store.program())) {
        StoredNumber number = store.sound(row);
        rows.add(
            new Row<>(key.apply(row.key().point()), number.certified(grid.digits()), number.way()));
      }
    }
    rows.sort(Comparator.comparing(Row::key, order));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block<>(rows.get(0).key(), rows, List.of()));
  }
}
