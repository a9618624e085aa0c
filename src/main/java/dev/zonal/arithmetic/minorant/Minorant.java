package dev.zonal.arithmetic.minorant;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.List;

/** What is known of a function f(u) = sum of b_n u^n, b_n &gt;= 0, or of a constant. */
public sealed interface Minorant {
  /** A constant of either sign, in a ball. */
  record Constant(Ball value) implements Minorant {}

  /**
   * Numbers 0 &lt;= c_n &lt;= b_n, in units of the arithmetic, for the first n; nothing is known of
   * the others.
   */
  record Terms(List<BigInteger> units) implements Minorant {
    public Terms {
      units = List.copyOf(units);
    }
  }
}
