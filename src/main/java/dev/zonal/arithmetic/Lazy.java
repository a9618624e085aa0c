package dev.zonal.arithmetic;

import java.util.function.Supplier;

/**
 * A value that is computed once, when it is first asked for; safe for use by several threads. A
 * computation that fails is tried again the next time.
 *
 * @param <T> the values, not null
 */
public final class Lazy<T> implements Supplier<T> {
  private Supplier<T> computation;
  private T value;

  public Lazy(Supplier<T> computation) {
    this.computation = computation;
  }

  @Override
  public synchronized T get() {
    if (computation != null) {
      value = computation.get();
      computation = null;
    }
    return value;
  }
}
