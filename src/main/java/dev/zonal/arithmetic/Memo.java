package dev.zonal.arithmetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The values of a function that were asked for last, so many of them and no more. Safe for use by
 * several threads: no lock is held while a value is computed, so that none can wait for another in
 * a circle; of several threads that compute the same value at once the first to end counts.
 *
 * @param <K> the arguments, fit to be keys of a map
 * @param <V> the values, not null
 */
public final class Memo<K, V> {
  private final int most;

  /** In the order in which they were asked for last. */
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps so many values, at least 1. */
  public Memo(int most) {
    this.most = most;
  }

  /** The value of the function, which is to be the same at every call. */
  public V get(K key, Function<? super K, ? extends V> function) {
    V known;
    synchronized (kept) {
      known = kept.get(key);
    }
    return known == null ? keep(key, function.apply(key)) : known;
  }

  private V keep(K key, V value) {
    synchronized (kept) {
      V first = kept.putIfAbsent(key, value);
      if (kept.size() > most) {
        kept.remove(kept.keySet().iterator().next());
      }
      return first == null ? value : first;
    }
  }
}
