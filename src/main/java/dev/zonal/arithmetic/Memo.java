package dev.zonal.arithmetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The values of a function that were asked for last, so many of them and no more. Each is computed
 * by whoever asks first, while others who ask for the same wait and those who ask for another do
 * not. Safe for use by several threads.
 *
 * @param <K> the arguments, fit to be keys of a map
 * @param <V> the values, not null
 */
public final class Memo<K, V> {
  private static final float LOAD = 0.75f;

  private final int most;

  /** In the order in which they were asked for last. */
  private final Map<K, Lazy<V>> kept = new LinkedHashMap<>(16, LOAD, true);

  /**
   * @param most how many values are kept, at least 1
   */
  public Memo(int most) {
    this.most = most;
  }

  /** The value of the function, which is to be the same at every call. */
  public V get(K key, Function<? super K, ? extends V> function) {
    Lazy<V> value;
    synchronized (kept) {
      value = kept.computeIfAbsent(key, k -> new Lazy<>(() -> function.apply(k)));
      if (kept.size() > most) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return value.get();
  }
}
