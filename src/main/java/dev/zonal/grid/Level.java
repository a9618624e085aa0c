package dev.zonal.grid;

import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.Map;

/**
 * One level of a kernel on a sphere.
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
