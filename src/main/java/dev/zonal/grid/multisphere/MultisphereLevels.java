package dev.zonal.grid.multisphere;

import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Map;

/**
 * What there is to say of some degrees.
 *
 * @param laws by the parity of the sum of the degrees; a parity whose eigenvalues are zero from
 *     some sum on has none
 * @param rows those that were certified, in the order of the grid
 * @param gaps the others
 */
public record MultisphereLevels(
    MultisphereGrid grid,
    Map<Parity, MultisphereLaw> laws,
    List<MultisphereLevel> rows,
    List<MultisphereGap> gaps) {
  public MultisphereLevels {
    laws = Map.copyOf(laws);
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }
}
