package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A certified Funk-Hecke eigenvalue.
 *
 * @param frequency k
 * @param method how it was obtained
 * @param rounded the eigenvalue rounded half-even to the requested significant digits, every one of
 *     them proved; zero (of any scale) only where the eigenvalue is exactly zero
 * @param enclosure a ball that contains the eigenvalue
 * @param exact the eigenvalue, where it is known as a rational multiple of a power of pi
 */
public record Eigenvalue(
    long frequency, Method method, BigDecimal rounded, Ball enclosure, Optional<PiRational> exact) {
  /** An eigenvalue that is not known exactly. */
  public Eigenvalue(long frequency, Method method, BigDecimal rounded, Ball enclosure) {
    this(frequency, method, rounded, enclosure, Optional.empty());
  }

  /** The ways to an eigenvalue. */
  public enum Method {
    /** A closed form or a convergent series of docs/theory.md, section 9. */
    EXACT,
    /** The tail theorem, section 11. */
    TAIL,
    /** A power series in u without negative coefficients, section 17. */
    SERIES,
    /** Certified quadrature, section 7. */
    QUADRATURE
  }
}
