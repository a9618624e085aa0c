package dev.zonal.store;

/**
 * The key of a number as it is kept.
 *
 * @param point k or u
 */
public record StoreKey(StoredGrid grid, String point) {
  @Override
  public String toString() {
    return grid + (grid.kind() == StoredGrid.Kind.VALUE ? ", u = " : ", k = ") + point;
  }
}
