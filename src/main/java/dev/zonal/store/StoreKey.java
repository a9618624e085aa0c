package dev.zonal.store;

import dev.zonal.grid.Key;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.Locale;
import java.util.Optional;

/**
 * The key of a number as it is kept.
 *
 * @param kind what the number is
 * @param kernel the canonical specification
 * @param dimension of the space that the sphere is in; 0 for what does not depend on it
 * @param point k or u
 * @param digits significant digits
 * @param measure on the sphere; {@code none} for values
 * @param scale of the kernel
 * @param way that was forced, on which the last digits of bounds depend; {@code auto} if none was
 */
public record StoreKey(
    Kind kind,
    String kernel,
    int dimension,
    String point,
    int digits,
    String measure,
    String scale,
    String way) {
  /** What a number is. */
  public enum Kind {
    EIGENVALUE,
    VALUE
  }

  static StoreKey of(Key.Eigenvalue key, Optional<Method> way) {
    return new StoreKey(
        Kind.EIGENVALUE,
        key.kernel().toString(),
        key.dimension(),
        Long.toString(key.k()),
        key.digits(),
        word(key.normalization()),
        word(key.scale()),
        way.map(StoreKey::word).orElse("auto"));
  }

  static StoreKey of(Key.Value key) {
    return new StoreKey(
        Kind.VALUE,
        key.kernel().toString(),
        key.dimension().orElse(0),
        key.u().toString(),
        key.digits(),
        "none",
        word(key.scale()),
        "auto");
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
