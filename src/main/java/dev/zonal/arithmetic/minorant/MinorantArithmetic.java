package dev.zonal.arithmetic.minorant;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.convolution.KroneckerSubstitution;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.minorant.Minorant.Constant;
import dev.zonal.arithmetic.minorant.Minorant.Terms;
import dev.zonal.arithmetic.series.FixedPoint;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Functions f(u) = sum of b_n u^n, b_n &gt;= 0, by lower bounds of b_0, ..., b_{N-1} in units of
 * 2^-p: sums, products and compositions of such functions have the sums, products and compositions
 * of the bounds, rounded down and cut off, for theirs (docs/theory.md, Lemma 18.4). Constants are
 * enclosed by balls of p bits, and may be subtracted and divided by. Everything else is refused.
 * For the use of one thread.
 */
public final class MinorantArithmetic implements Arithmetic<Minorant> {
  private static final String NOT_MONOTONE =
      "it is not put together from sums and products of power series in u with coefficients that"
          + " are not negative";

  private final BallArithmetic over;
  private final int order;
  private final Terms variable;

  /** The powers of the function that was put into a series last; a layer does that twice. */
  private List<Terms> powers = List.of();

  private MinorantArithmetic(BallArithmetic over, int order) {
    this.over = over;
    this.order = order;
    this.variable = new Terms(List.of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(over.bits())));
  }

  /**
   * The arithmetic of bounds of so many coefficients.
   *
   * @param over of p bits
   * @param order N, at least 2
   */
  public static MinorantArithmetic of(BallArithmetic over, int order) {
    if (order < 2) {
      throw new IllegalArgumentException("at least two terms, not " + order);
    }
    return new MinorantArithmetic(over, order);
  }

  /** The balls of the constants. */
  public BallArithmetic balls() {
    return over;
  }

  /** N. */
  public int order() {
    return order;
  }

  /** The function u. */
  public Minorant variable() {
    return variable;
  }

  /**
   * The value of a constant.
   *
   * @throws DomainException if it is none
   */
  public Ball value(Minorant constant) {
    if (constant instanceof Constant c) {
      return c.value();
    }
    throw new DomainException(NOT_MONOTONE);
  }

  /** The bounds of the coefficients, exactly. */
  public List<Ball> lowerBounds(Minorant function) {
    return terms(function).units().stream()
        .map(units -> Ball.exact(units).shifted(-over.bits()))
        .toList();
  }

  /**
   * @throws DomainException if it is a constant that may be negative
   */
  private Terms terms(Minorant a) {
    return a instanceof Constant c ? new Terms(List.of(units(c.value()))) : (Terms) a;
  }

  /** A lower bound of a number that is not negative, in units. */
  private BigInteger units(Ball value) {
    if (!value.isNonNegative()) {
      throw new DomainException(NOT_MONOTONE);
    }
    return FixedPoint.midpoint(value, over.bits())
        .subtract(value.isExact() ? BigInteger.ZERO : FixedPoint.error(value, over.bits()))
        .max(BigInteger.ZERO);
  }

  /**
   * The sum of c_n a^n.
   *
   * @param coefficients enclosures of c_0, c_1, ..., none of them negative, of which any may be
   *     left out
   */
  public Minorant compose(List<Ball> coefficients, Minorant a) {
    int known = Math.min(order, coefficients.size());
    List<BigInteger> bounds =
        coefficients.subList(0, known).stream().map(c -> units(positivePart(c))).toList();
    if (a == variable) {
      return new Terms(bounds);
    }
    int width = Math.max(1, (int) Math.sqrt(known));
    raise(terms(a), width);
    Terms sum = new Terms(List.of());
    for (int block = (known - 1) / width; block >= 0; block--) {
      Context.checkpoint();
      sum = product(sum, powers.get(width));
      BigInteger[] inner = new BigInteger[order];
      Arrays.fill(inner, BigInteger.ZERO);
      for (int i = 0; i < width && block * width + i < known; i++) {
        addScaled(inner, powers.get(i), bounds.get(block * width + i));
      }
      sum = sum(sum, new Terms(shifted(inner)));
    }
    return sum;
  }

  /** An enclosure of a number that is not negative may reach below zero. */
  private static Ball positivePart(Ball c) {
    return c.lowerEnd().signum() < 0 ? Ball.exact(0) : c;
  }

  private void raise(Terms a, int width) {
    if (powers.size() > 1 && powers.get(1).equals(a) && powers.size() > width) {
      return;
    }
    List<Terms> raised = new ArrayList<>(List.of(terms(of(1)), a));
    while (raised.size() <= width) {
      raised.add(product(raised.get(raised.size() - 1), a));
    }
    powers = List.copyOf(raised);
  }

  private static void addScaled(BigInteger[] sum, Terms a, BigInteger factor) {
    if (factor.signum() > 0) {
      for (int n = 0; n < a.units().size(); n++) {
        sum[n] = sum[n].add(a.units().get(n).multiply(factor));
      }
    }
  }

  /** Rounded down to units from those of products. */
  private List<BigInteger> shifted(BigInteger[] products) {
    return Arrays.stream(products).map(x -> x.shiftRight(over.bits())).toList();
  }

  private Terms product(Terms a, Terms b) {
    int length = Math.min(order, a.units().size() + b.units().size() - 1);
    if (a.units().isEmpty() || b.units().isEmpty()) {
      return new Terms(List.of());
    }
    BigInteger[] left = a.units().toArray(BigInteger[]::new);
    BigInteger[] right = a.equals(b) ? left : b.units().toArray(BigInteger[]::new);
    return new Terms(shifted(KroneckerSubstitution.product(left, right, length)));
  }

  private static Terms sum(Terms a, Terms b) {
    boolean isFirstLonger = a.units().size() >= b.units().size();
    Terms longer = isFirstLonger ? a : b;
    Terms shorter = isFirstLonger ? b : a;
    List<BigInteger> sum = new ArrayList<>(longer.units());
    for (int n = 0; n < shorter.units().size(); n++) {
      sum.set(n, sum.get(n).add(shorter.units().get(n)));
    }
    return new Terms(sum);
  }

  @Override
  public Minorant of(Rational value) {
    return new Constant(over.of(value));
  }

  @Override
  public Minorant pi() {
    return new Constant(over.pi());
  }

  @Override
  public Minorant add(Minorant a, Minorant b) {
    return a instanceof Constant x && b instanceof Constant y
        ? new Constant(over.add(x.value(), y.value()))
        : sum(terms(a), terms(b));
  }

  @Override
  public Minorant subtract(Minorant a, Minorant b) {
    return new Constant(over.subtract(value(a), value(b)));
  }

  @Override
  public Minorant multiply(Minorant a, Minorant b) {
    return a instanceof Constant x && b instanceof Constant y
        ? new Constant(over.multiply(x.value(), y.value()))
        : product(terms(a), terms(b));
  }

  /** By a constant. */
  @Override
  public Minorant divide(Minorant a, Minorant b) {
    return multiply(a, new Constant(over.divide(Ball.exact(1), value(b))));
  }

  @Override
  public Minorant sqrt(Minorant a) {
    return new Constant(over.sqrt(value(a)));
  }

  @Override
  public Minorant exp(Minorant a) {
    return new Constant(over.exp(value(a)));
  }

  @Override
  public Minorant log(Minorant a) {
    return new Constant(over.log(value(a)));
  }

  @Override
  public Minorant sin(Minorant a) {
    return new Constant(over.sin(value(a)));
  }

  @Override
  public Minorant cos(Minorant a) {
    return new Constant(over.cos(value(a)));
  }

  @Override
  public Minorant asin(Minorant a) {
    return new Constant(over.asin(value(a)));
  }

  @Override
  public Minorant arcCosineDefect(Minorant theta, Minorant sinHalf, Minorant cosHalf) {
    return new Constant(over.arcCosineDefect(value(theta), value(sinHalf), value(cosHalf)));
  }
}
