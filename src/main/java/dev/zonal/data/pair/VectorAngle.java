package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.tail.RationalAngle;
import dev.zonal.spectrum.tail.RationalKnowledge;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The angle between two vectors. With p = &lt;x, z&gt; and n = |x|^2 |z|^2 the number n - p^2 is
 * exact: parallel vectors are known as such, and between others nothing cancels near either end, as
 * 1 - |u| = (1 - u^2)/(1 + |u|) (docs/theory.md, Lemma 19.10).
 */
final class VectorAngle {
  private static final Rational TWO = Rational.of(2);

  private VectorAngle() {}

  /**
   * @throws DomainException if one of the vectors is zero
   */
  static <T> Angle<T> between(Arithmetic<T> over, Vector first, Vector second) {
    BigInteger product = first.integerDot(second);
    BigInteger norms = first.integerSquare().multiply(second.integerSquare());
    if (norms.signum() == 0) {
      throw new DomainException("the zero vector has no direction");
    }
    if (over instanceof RationalKnowledge known) {
      return ofNumbers(known, Rational.of(product), Rational.of(norms));
    }
    BigInteger determinant = norms.subtract(product.multiply(product));
    if (determinant.signum() == 0 || product.signum() == 0) {
      return ChordAngle.ofCosine(over, Rational.of(product.signum()));
    }
    T square = over.of(Rational.of(norms));
    T cosine = over.divide(over.of(Rational.of(product.abs())), over.sqrt(square));
    T ratio = over.divide(over.of(Rational.of(determinant)), square);
    T versine = over.divide(ratio, over.add(over.of(1), cosine));
    T chord = over.sqrt(over.scale(versine, TWO));
    return product.signum() > 0
        ? ChordAngle.ofChord(over, chord)
        : ChordAngle.ofAntipodalChord(over, chord);
  }

  /** What rational numbers know of the angle, more than its chord says. */
  @SuppressWarnings("unchecked") // the numbers of this arithmetic
  private static <T> Angle<T> ofNumbers(RationalKnowledge over, Rational product, Rational norms) {
    Optional<Rational> cosine = over.divide(over.of(product), over.sqrt(over.of(norms)));
    return (Angle<T>) new RationalAngle(Rational.ZERO).withCosine(cosine);
  }
}
