package dev.zonal.kernel.layer;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Angle;
import java.util.List;
import java.util.function.Supplier;

/**
 * A {@link LayerRecursion} over numbers: an angle, which a layer maps to the next, and a list of
 * accumulated numbers, the state.
 *
 * @param <T> the numbers
 */
public abstract class Layers<T> {
  protected final Arithmetic<T> over;
  protected final CovarianceMaps<T> maps;

  protected Layers(Arithmetic<T> over, CovarianceMaps<T> maps) {
    this.over = over;
    this.maps = maps;
  }

  /** What the layers do to the angle. */
  public CovarianceMaps<T> maps() {
    return maps;
  }

  /**
   * The state before the first layer.
   *
   * @param first the angle that the first layer sees
   */
  public abstract List<T> start(Angle<T> first);

  /**
   * The state after one more layer.
   *
   * @param layer its number, from 1; any where the network is stationary
   * @param angle the angle that it sees
   */
  public abstract List<T> step(int layer, Angle<T> angle, List<T> state);

  /** The state after the first layer; a state that starts with zeros saves multiplying them. */
  protected List<T> first(Angle<T> first) {
    return step(1, first, start(first));
  }

  /**
   * A multiple of the kernel.
   *
   * @param cosine the cosine of the angle after the last layer, for those that need it
   * @param state the state after the last layer
   */
  public abstract T unscaled(Supplier<T> cosine, List<T> state);

  /** The value of {@link #unscaled} at u = 1 after {@code depth} layers of a stationary network. */
  public abstract T scale(T depth, List<T> state);

  /** w, where powers of w^l, l the layer, enter the state; 1 where none do. */
  public T decay() {
    return over.of(1);
  }

  /**
   * The same for a given depth, without the state: over complex regions every operation widens the
   * result.
   */
  public abstract T scale(int depth);

  /** The quotient of {@link #unscaled} and {@link #scale(int)}. */
  protected T normalised(T unscaled, int depth) {
    return over.divide(unscaled, scale(depth));
  }

  /** The kernel at an angle. */
  public final T value(Angle<T> at, int depth) {
    return normalised(total(at, depth), depth);
  }

  /** The value of {@link #unscaled} at an angle after so many layers. */
  public final T total(Angle<T> at, int depth) {
    Angle<T> angle = maps.first(at);
    List<T> state = first(angle);
    for (int l = 1; l < depth; l++) {
      Context.checkpoint();
      angle = maps.layer(l).next(angle);
      state = step(l + 1, angle, state);
    }
    Angle<T> last = angle;
    return unscaled(() -> maps.layer(depth).cosine(last), state);
  }
}
