package dev.zonal.arithmetic.forward;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.util.function.Supplier;

/**
 * Functions of one real variable at one point, to the first order: a formula evaluated over it
 * gives its value and its derivative there. Over balls both are enclosed; over functions of another
 * variable the derivative of the derivative is the mixed one (docs/theory.md, Lemma 20.8).
 *
 * <p>A root of a function that vanishes at the point, and an arc sine of one that is 1 or -1 there,
 * have no derivative and are refused, unless the function is constant.
 *
 * @param over the arithmetic of values and derivatives
 * @param <T> the numbers
 */
public record FirstOrderArithmetic<T>(Arithmetic<T> over) implements Arithmetic<FirstOrder<T>> {
  private static final Rational HALF = Rational.of(1, 2);
  private static final Rational TWO = Rational.of(2);

  /** The variable itself, at a point. */
  public FirstOrder<T> variable(T point) {
    return new FirstOrder<>(point, over.of(1));
  }

  /** The derivative, 0 for a constant. */
  public T derivative(FirstOrder<T> f) {
    return f.isConstant() ? over.of(0) : f.derivative();
  }

  /** F(a), by F(value) and F'(value), which is asked for where it matters only. */
  private FirstOrder<T> chain(FirstOrder<T> a, T value, Supplier<T> slope) {
    return new FirstOrder<>(
        value, a.isConstant() ? null : over.multiply(slope.get(), a.derivative()));
  }

  @Override
  public FirstOrder<T> of(Rational value) {
    return FirstOrder.constant(over.of(value));
  }

  @Override
  public FirstOrder<T> of(long value) {
    return FirstOrder.constant(over.of(value));
  }

  @Override
  public FirstOrder<T> between(Rational lower, Rational upper) {
    return FirstOrder.constant(over.between(lower, upper));
  }

  @Override
  public FirstOrder<T> symbol(String name) {
    return FirstOrder.constant(over.symbol(name));
  }

  @Override
  public FirstOrder<T> pi() {
    return FirstOrder.constant(over.pi());
  }

  @Override
  public FirstOrder<T> add(FirstOrder<T> a, FirstOrder<T> b) {
    return new FirstOrder<>(
        over.add(a.value(), b.value()),
        a.isConstant()
            ? b.derivative()
            : b.isConstant() ? a.derivative() : over.add(a.derivative(), b.derivative()));
  }

  @Override
  public FirstOrder<T> subtract(FirstOrder<T> a, FirstOrder<T> b) {
    return add(a, negate(b));
  }

  @Override
  public FirstOrder<T> negate(FirstOrder<T> a) {
    return new FirstOrder<>(
        over.negate(a.value()), a.isConstant() ? null : over.negate(a.derivative()));
  }

  @Override
  public FirstOrder<T> multiply(FirstOrder<T> a, FirstOrder<T> b) {
    T product = over.multiply(a.value(), b.value());
    T left = a.isConstant() ? null : over.multiply(a.derivative(), b.value());
    T right = b.isConstant() ? null : over.multiply(a.value(), b.derivative());
    return new FirstOrder<>(
        product, left == null ? right : right == null ? left : over.add(left, right));
  }

  @Override
  public FirstOrder<T> scale(FirstOrder<T> a, Rational factor) {
    return new FirstOrder<>(
        over.scale(a.value(), factor), a.isConstant() ? null : over.scale(a.derivative(), factor));
  }

  @Override
  public FirstOrder<T> divide(FirstOrder<T> a, FirstOrder<T> b) {
    T quotient = over.divide(a.value(), b.value());
    if (b.isConstant()) {
      T slope = a.isConstant() ? null : over.divide(a.derivative(), b.value());
      return new FirstOrder<>(quotient, slope);
    }
    T lost = over.multiply(quotient, b.derivative());
    T rise = a.isConstant() ? over.negate(lost) : over.subtract(a.derivative(), lost);
    return new FirstOrder<>(quotient, over.divide(rise, b.value()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws DomainException also if the value is or may be zero and the function is not constant
   */
  @Override
  public FirstOrder<T> sqrt(FirstOrder<T> a) {
    T root = over.sqrt(a.value());
    return chain(a, root, () -> over.scale(over.divide(over.of(1), root), HALF));
  }

  @Override
  public FirstOrder<T> exp(FirstOrder<T> a) {
    T value = over.exp(a.value());
    return chain(a, value, () -> value);
  }

  @Override
  public FirstOrder<T> log(FirstOrder<T> a) {
    return chain(a, over.log(a.value()), () -> over.divide(over.of(1), a.value()));
  }

  @Override
  public FirstOrder<T> sin(FirstOrder<T> a) {
    return chain(a, over.sin(a.value()), () -> over.cos(a.value()));
  }

  @Override
  public FirstOrder<T> cos(FirstOrder<T> a) {
    return chain(a, over.cos(a.value()), () -> over.negate(over.sin(a.value())));
  }

  @Override
  public FirstOrder<T> asin(FirstOrder<T> a) {
    return chain(a, over.asin(a.value()), () -> over.asinSlope(a.value()));
  }

  /** As the angle of (cosine, sine), whose derivative is cosine sine' - sine cosine'. */
  @Override
  public FirstOrder<T> acuteAngle(FirstOrder<T> sine, FirstOrder<T> cosine) {
    T angle = over.acuteAngle(sine.value(), cosine.value());
    T rise = sine.isConstant() ? null : over.multiply(cosine.value(), sine.derivative());
    T fall =
        cosine.isConstant() ? null : over.negate(over.multiply(sine.value(), cosine.derivative()));
    return new FirstOrder<>(
        angle, rise == null ? fall : fall == null ? rise : over.add(rise, fall));
  }

  @Override
  public boolean isBelow(FirstOrder<T> a, FirstOrder<T> b) {
    return over.isBelow(a.value(), b.value());
  }

  /** q' = (theta - 2 q) cot(theta/2)/2. */
  @Override
  public FirstOrder<T> arcCosineDefect(
      FirstOrder<T> theta, FirstOrder<T> sinHalf, FirstOrder<T> cosHalf) {
    T defect = over.arcCosineDefect(theta.value(), sinHalf.value(), cosHalf.value());
    return chain(
        theta,
        defect,
        () -> {
          T rest = over.subtract(theta.value(), over.scale(defect, TWO));
          T cotangent = over.divide(cosHalf.value(), sinHalf.value());
          return over.scale(over.multiply(rest, cotangent), HALF);
        });
  }
}
