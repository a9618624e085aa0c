package dev.zonal.grid;

import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.List;
import java.util.Map;

/**
 * The levels of one kernel on one sphere.
 *
 * @param first the first key
 * @param rows the levels all of whose numbers were certified, ascending in k
 * @param gaps the others, in the same order
 */
public record Levels(Key.Eigenvalue first, List<Level> rows, List<Gap<Key.Eigenvalue>> gaps) {
  /**
   * One level.
   *
   * @param key names its eigenvalue
   * @param method how that was obtained
   * @param numbers what was asked for and {@linkplain Column#isRounded is rounded}
   */
  public record Level(Key.Eigenvalue key, Method method, Map<Column, CertifiedNumber> numbers) {
    public Level {
      numbers = Map.copyOf(numbers);
    }
  }

  public Levels {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }
}
