package dev.zonal.kernel.angle;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;

/**
 * An angle held as the sine and cosine of its half, so that nothing cancels at either end: 1 - u =
 * 2 sin^2(theta/2), 1 + u = 2 cos^2(theta/2), and one layer only moves a part of the first square
 * to the second (docs/theory.md, Lemma 5.2). The first angle may be given in any of several charts:
 * theta itself on the inside, the chord at coincidence, the antipodal chord at the antipode, the
 * cosine where u is what is known.
 *
 * <p>What a kernel does not ask for is not computed: theta, and the cosine of its half, on first
 * use. Two threads may then compute the same value twice, and keep either.
 *
 * @param <T> the numbers, immutable
 */
public final class ChordAngle<T> implements Angle<T> {
  private static final Rational HALF = Rational.of(1, 2);
  private static final Rational QUARTER = Rational.of(1, 4);
  private static final Rational TWO = Rational.of(2);

  /** What every angle of one evaluation shares. */
  private record Constants<T>(Arithmetic<T> over, T one, T inversePi) {
    static <T> Constants<T> of(Arithmetic<T> over) {
      T one = over.of(1);
      return new Constants<>(over, one, over.divide(one, over.pi()));
    }
  }

  private final Constants<T> constants;
  private final Arithmetic<T> over;
  private final T sinHalfSquared;
  private final T cosHalfSquared;
  private T sinHalf;
  private T cosHalf;
  private T cosine;
  private T theta;
  private T cotheta;
  private T kappa0;
  private T kappa1;
  private T defect;

  /** (r'/r)^2, r' the chord and r that of the input of a {@link Mean}; null for other angles. */
  private T ratio;

  private ChordAngle(Constants<T> constants, T sinHalfSquared, T cosHalfSquared) {
    this.constants = constants;
    this.over = constants.over;
    this.sinHalfSquared = sinHalfSquared;
    this.cosHalfSquared = cosHalfSquared;
  }

  private ChordAngle(Constants<T> constants, T sinHalf, T sinHalfSquared, T cosHalfSquared) {
    this(constants, sinHalfSquared, cosHalfSquared);
    this.sinHalf = sinHalf;
  }

  /**
   * The angle theta, when the sine and cosine of its half are known already.
   *
   * @param theta in [0, pi] where the numbers are real
   */
  public static <T> ChordAngle<T> of(Arithmetic<T> over, T theta, T sinHalf, T cosHalf) {
    ChordAngle<T> angle =
        new ChordAngle<>(Constants.of(over), sinHalf, over.square(sinHalf), over.square(cosHalf));
    angle.theta = theta;
    angle.cosHalf = cosHalf;
    return angle;
  }

  /** The angle theta, in [0, pi] where the numbers are real. */
  public static <T> ChordAngle<T> ofTheta(Arithmetic<T> over, T theta) {
    T half = over.scale(theta, HALF);
    return of(over, theta, over.sin(half), over.cos(half));
  }

  /** The angle whose chord is {@code r}, in [0, 2] where the numbers are real. */
  public static <T> ChordAngle<T> ofChord(Arithmetic<T> over, T r) {
    Constants<T> constants = Constants.of(over);
    T square = over.scale(over.square(r), QUARTER);
    return new ChordAngle<>(
        constants, over.scale(r, HALF), square, over.subtract(constants.one, square));
  }

  /** The angle whose antipodal chord ||x + z|| = 2 cos(theta/2) is {@code r}, in [0, 2]. */
  public static <T> ChordAngle<T> ofAntipodalChord(Arithmetic<T> over, T r) {
    Constants<T> constants = Constants.of(over);
    T square = over.scale(over.square(r), QUARTER);
    T rest = over.subtract(constants.one, square);
    ChordAngle<T> angle = new ChordAngle<>(constants, over.sqrt(rest), rest, square);
    angle.cosHalf = over.scale(r, HALF);
    angle.cotheta = over.scale(over.asin(angle.cosHalf), TWO);
    angle.theta = over.subtract(over.pi(), angle.cotheta);
    return angle;
  }

  /** The angle whose cosine is {@code u}, in (-1, 1) where the numbers are real. */
  public static <T> ChordAngle<T> ofCosine(Arithmetic<T> over, T u) {
    Constants<T> constants = Constants.of(over);
    T sinHalfSquared = over.scale(over.subtract(constants.one, u), HALF);
    T cosHalfSquared = over.scale(over.add(constants.one, u), HALF);
    ChordAngle<T> angle = new ChordAngle<>(constants, sinHalfSquared, cosHalfSquared);
    angle.cosine = u;
    return angle;
  }

  /** The angle whose cosine is {@code u}, a rational number in [-1, 1]; exact at both ends. */
  public static <T> ChordAngle<T> ofCosine(Arithmetic<T> over, Rational u) {
    T sinHalfSquared = over.of(Rational.ONE.subtract(u).divide(2));
    T cosHalfSquared = over.of(Rational.ONE.add(u).divide(2));
    ChordAngle<T> angle =
        new ChordAngle<>(
            Constants.of(over), over.sqrt(sinHalfSquared), sinHalfSquared, cosHalfSquared);
    if (u.signum() < 0) {
      // The arc sine is ill-conditioned at 1, where its argument would be for u near -1.
      angle.cotheta = over.scale(over.asin(angle.cosHalf()), TWO);
      angle.theta = over.subtract(over.pi(), angle.cotheta);
    }
    return angle;
  }

  @Override
  public T theta() {
    if (theta == null) {
      theta = over.scale(over.acuteAngle(sinHalf(), cosHalf()), TWO);
    }
    return theta;
  }

  @Override
  public T cosine() {
    return cosine == null ? over.subtract(constants.one, versine()) : cosine;
  }

  @Override
  public T versine() {
    return over.scale(sinHalfSquared, TWO);
  }

  @Override
  public T chord() {
    return over.scale(sinHalf(), TWO);
  }

  @Override
  public T kappa0() {
    if (kappa0 == null) {
      kappa0 = over.subtract(constants.one, over.multiply(theta(), constants.inversePi));
    }
    return kappa0;
  }

  @Override
  public T kappa1() {
    if (kappa1 == null) {
      T kept = over.subtract(constants.one, defect());
      kappa1 = over.subtract(constants.one, over.multiply(versine(), kept));
    }
    return kappa1;
  }

  @Override
  public ChordAngle<T> throughLayer(int degree, T arc, T constant) {
    if (degree == 0) {
      // 1 - kappa_0 = theta/pi is of the first order in the chord, its square root is no chord.
      T square = over.scale(over.multiply(arc, over.multiply(theta(), constants.inversePi)), HALF);
      return new ChordAngle<>(constants, square, afterStep(arc, square));
    }
    T defect = degree == 1 ? defect() : defect(degree);
    T moved = over.add(over.multiply(arc, defect), constant);
    T kept = over.subtract(constants.one, moved);
    return new ChordAngle<>(
        constants,
        over.multiply(sinHalf(), over.sqrt(kept)),
        over.multiply(sinHalfSquared, kept),
        over.add(cosHalfSquared, over.multiply(sinHalfSquared, moved)));
  }

  /**
   * Nothing cancels at either end: 1 - u' = rest (1 - u) + arc theta/pi and 1 + u' = rest (1 + u) +
   * arc (pi - theta)/pi + floor.
   */
  @Override
  public ChordAngle<T> throughStep(T rest, T arc, T floor, T u) {
    T moved = over.scale(over.multiply(arc, over.multiply(theta(), constants.inversePi)), HALF);
    T square = over.add(over.multiply(rest, sinHalfSquared), moved);
    if (cotheta == null && !over.isBelow(cosHalfSquared, sinHalfSquared)) {
      return new ChordAngle<>(constants, square, over.subtract(constants.one, square));
    }
    T kept = over.multiply(arc, over.multiply(cotheta(), constants.inversePi));
    T supplement = over.scale(floor == null ? kept : over.add(kept, floor), HALF);
    return new ChordAngle<>(
        constants, square, over.add(over.multiply(rest, cosHalfSquared), supplement));
  }

  /**
   * 1 - arc theta/(2 pi), from pi - theta if that is the smaller: at the antipode it may vanish.
   */
  private T afterStep(T arc, T square) {
    if (cotheta == null && !over.isBelow(cosHalfSquared, sinHalfSquared)) {
      return over.subtract(constants.one, square);
    }
    T half = over.scale(arc, HALF);
    T kept = over.multiply(half, over.multiply(cotheta(), constants.inversePi));
    return over.add(over.subtract(constants.one, half), kept);
  }

  /** pi - theta. */
  private T cotheta() {
    if (cotheta == null) {
      cotheta = over.scale(over.acuteAngle(cosHalf(), sinHalf()), TWO);
    }
    return cotheta;
  }

  /** Nothing cancels at either end (docs/theory.md, Lemma 22.1). */
  @Override
  public ChordAngle<T> mean(Mean<T> of) {
    T square = of.input();
    T supplement = of.constant();
    if (square != null) {
      supplement = sum(supplement, over.multiply(square, cosHalfSquared));
    }
    for (Mean.Branch<T> branch : of.branches()) {
      ChordAngle<T> other = (ChordAngle<T>) branch.angle();
      T moved = over.multiply(branch.arc(), other.defect());
      T whole = sum(branch.rest(), branch.arc());
      T part = over.subtract(whole, moved);
      square = sum(square, other == this ? part : over.multiply(part, other.ratio));
      T kept = over.multiply(whole, other.cosHalfSquared);
      T added = over.multiply(moved, other.sinHalfSquared);
      supplement = sum(supplement, over.add(kept, added));
    }
    ChordAngle<T> mean =
        new ChordAngle<>(
            constants,
            over.multiply(sinHalf(), over.sqrt(square)),
            over.multiply(sinHalfSquared, square),
            supplement);
    mean.ratio = square;
    return mean;
  }

  /** The sum, where null stands for 0. */
  private T sum(T first, T second) {
    return first == null ? second : over.add(first, second);
  }

  @Override
  public ChordAngle<T> withCosine(T u) {
    return ofCosine(over, u);
  }

  /** Holds for every u, beyond 1 as well. */
  @Override
  public ChordAngle<T> throughBias(T zero, T constant) {
    T kept = over.subtract(constants.one, constant);
    ChordAngle<T> next =
        new ChordAngle<>(
            constants,
            over.multiply(sinHalfSquared, kept),
            over.add(cosHalfSquared, over.multiply(sinHalfSquared, constant)));
    if (sinHalf != null) {
      next.sinHalf = over.multiply(sinHalf, over.sqrt(kept));
    }
    return next;
  }

  @Override
  public ChordAngle<T> throughAbsoluteValues(T arc, T constant) {
    T factor = over.scale(over.multiply(arc, fold()), HALF);
    T square = over.multiply(over.multiply(sinHalfSquared, cosHalfSquared), factor);
    T sine = over.multiply(over.multiply(sinHalf(), cosHalf()), over.sqrt(factor));
    return new ChordAngle<>(constants, sine, square, over.subtract(constants.one, square));
  }

  /**
   * h(theta) = h(pi - theta) with 1 - (2 kappa_1 - u) = 2 sin^2(theta/2) cos^2(theta/2) h, from the
   * end that is nearer: (1 - 2 defect)/cos^2(theta/2) cancels at the antipode.
   */
  private T fold() {
    boolean far = over.isBelow(cosHalfSquared, sinHalfSquared);
    T kept = over.subtract(constants.one, over.scale(far ? codefect() : defect(), TWO));
    return over.divide(kept, far ? sinHalfSquared : cosHalfSquared);
  }

  /** The defect of pi - theta. */
  private T codefect() {
    T q = over.arcCosineDefect(cotheta(), cosHalf(), sinHalf());
    return over.scale(over.multiply(q, constants.inversePi), TWO);
  }

  /** What 1 - kappa_n lacks of 1 - u, as a part of it: 1 - kappa_n = (1 - u)(1 - defect). */
  private T defect(int degree) {
    ArcCosinePolynomials kappa = ArcCosinePolynomials.of(degree);
    T u = cosine();
    T kept = over.multiply(kappa.ofKappa1().in(over, u), over.subtract(constants.one, defect()));
    kept = over.add(kept, kappa.complement().in(over, u));
    T lost = over.multiply(over.add(constants.one, u), kappa.ofKappa0().in(over, u));
    kept = over.subtract(kept, over.multiply(lost, kappa0()));
    return over.subtract(constants.one, kept);
  }

  private T sinHalf() {
    if (sinHalf == null) {
      sinHalf = over.sqrt(sinHalfSquared);
    }
    return sinHalf;
  }

  private T cosHalf() {
    if (cosHalf == null) {
      cosHalf = over.sqrt(cosHalfSquared);
    }
    return cosHalf;
  }

  /** (2/pi) q(theta), the part of sin^2(theta/2) that kappa_1 moves to cos^2(theta/2). */
  private T defect() {
    if (defect == null) {
      T q = over.arcCosineDefect(theta(), sinHalf(), cosHalf());
      defect = over.scale(over.multiply(q, constants.inversePi), TWO);
    }
    return defect;
  }
}
