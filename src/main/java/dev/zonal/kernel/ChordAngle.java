package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An angle held as theta together with the sine and cosine of its half, so that nothing cancels at
 * either end: 1 - u = 2 sin^2(theta/2), and one layer multiplies sin(theta/2) by a factor near one
 * (docs/theory.md, chord form). The first angle may be given in any of three charts: theta itself
 * on the inside, the chord at coincidence, the antipodal chord at the antipode.
 */
public final class ChordAngle<T> implements Angle<T> {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  private final Arithmetic<T> over;
  private final T theta;
  private final T sinHalf;
  private final T cosHalf;
  private final T defect;

  private ChordAngle(Arithmetic<T> over, T theta, T sinHalf, T cosHalf) {
    this.over = over;
    this.theta = theta;
    this.sinHalf = sinHalf;
    this.cosHalf = cosHalf;
    this.defect = over.arcCosineDefect(theta, sinHalf, cosHalf);
  }

  /** The angle theta, in [0, pi] where the numbers are real. */
  public static <T> ChordAngle<T> ofTheta(Arithmetic<T> over, T theta) {
    T half = over.scale(theta, HALF);
    return new ChordAngle<>(over, theta, over.sin(half), over.cos(half));
  }

  /** The angle whose chord is {@code r}, in [0, 2] where the numbers are real. */
  public static <T> ChordAngle<T> ofChord(Arithmetic<T> over, T r) {
    return ofSinHalf(over, over.scale(r, HALF));
  }

  /** The angle whose antipodal chord ||x + z|| = 2 cos(theta/2) is {@code r}, in [0, 2]. */
  public static <T> ChordAngle<T> ofAntipodalChord(Arithmetic<T> over, T r) {
    T cosHalf = over.scale(r, HALF);
    T sinHalf = complement(over, cosHalf);
    T theta = over.subtract(over.pi(), over.scale(over.asin(cosHalf), BigFraction.of(2)));
    return new ChordAngle<>(over, theta, sinHalf, cosHalf);
  }

  private static <T> ChordAngle<T> ofSinHalf(Arithmetic<T> over, T sinHalf) {
    T theta = over.scale(over.asin(sinHalf), BigFraction.of(2));
    return new ChordAngle<>(over, theta, sinHalf, complement(over, sinHalf));
  }

  /** sqrt(1 - x^2). */
  private static <T> T complement(Arithmetic<T> over, T x) {
    return over.sqrt(over.subtract(over.of(1), over.square(x)));
  }

  @Override
  public T theta() {
    return theta;
  }

  @Override
  public T cosine() {
    return over.subtract(over.of(1), versine());
  }

  @Override
  public T versine() {
    return over.scale(over.square(sinHalf), BigFraction.of(2));
  }

  @Override
  public T chord() {
    return over.scale(sinHalf, BigFraction.of(2));
  }

  @Override
  public T kappa0() {
    return over.subtract(over.of(1), over.divide(theta, over.pi()));
  }

  @Override
  public T kappa1() {
    return over.subtract(over.of(1), over.multiply(versine(), shrinkage(over.of(1), over.of(0))));
  }

  @Override
  public ChordAngle<T> throughLayer(T arc, T constant) {
    return ofSinHalf(over, over.multiply(sinHalf, over.sqrt(shrinkage(arc, constant))));
  }

  /** The factor (1 - constant) - 2 arc q/pi by which one layer multiplies 1 - u. */
  private T shrinkage(T arc, T constant) {
    T loss = over.divide(over.scale(over.multiply(arc, defect), BigFraction.of(2)), over.pi());
    return over.subtract(over.subtract(over.of(1), constant), loss);
  }
}
