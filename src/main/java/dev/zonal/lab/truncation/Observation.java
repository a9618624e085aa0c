package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Rational;
import java.util.OptionalInt;

/**
 * A number that a flow shows at a time.
 *
 * @param order at which the hierarchy is cut off; empty for the network itself
 * @param indices none of a norm
 * @param <V> the number, or why it is not known
 */
public record Observation<V>(
    Rational time, OptionalInt order, Quantity quantity, Indices indices, V value) {
  /** What is observed. */
  public enum Quantity {
    /** f(x_i). */
    F,
    /** K_2(x_i, x_j), of i &lt;= j. */
    K2,
    /** Of the network: the Frobenius norm of K_2(t) - K_2(0). */
    DRIFT,
    /** The Euclidean norm of the difference from the values of the network. */
    ERROR_F,
    /** The Frobenius norm of the difference from the tangent kernel of the network. */
    ERROR_K2
  }

  /** The same with another value. */
  <W> Observation<W> with(W other) {
    return new Observation<>(time, order, quantity, indices, other);
  }
}
