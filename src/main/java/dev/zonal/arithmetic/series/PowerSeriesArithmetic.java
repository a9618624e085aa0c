package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Power series in one variable x over another arithmetic, truncated at an order: a kernel evaluated
 * over it at the chord x gives the chord expansion at coincidence, at the antipodal chord x that at
 * the antipode.
 *
 * <p>Each coefficient is what the arithmetic underneath promises: exact over exact numbers, an
 * enclosure over balls. Valuation and parity are kept structurally (docs/theory.md, Lemma 10.1), so
 * that a quotient of series that both begin with zeros is taken without cancellation. A series that
 * would leave the power series, such as the square root or logarithm of x, throws {@link
 * DomainException}.
 *
 * @param <T> the coefficients
 */
public final class PowerSeriesArithmetic<T> implements Arithmetic<PowerSeries<T>> {
  private static final int FEW_TERMS = 3;

  private final Arithmetic<T> over;
  private final Convolution<T> convolution;
  private final int order;
  private final T zero;
  private LastSlope<T> lastSlope = new LastSlope<>(null, null);

  /** 1/sqrt(1 - a^2). */
  private record LastSlope<T>(PowerSeries<T> of, PowerSeries<T> slope) {}

  private PowerSeriesArithmetic(Arithmetic<T> over, Convolution<T> convolution, int order) {
    if (order < 1) {
      throw new IllegalArgumentException(
          "a power series needs an order of at least 1, not " + order);
    }
    this.over = over;
    this.convolution = convolution;
    this.order = order;
    this.zero = over.of(0);
  }

  /** Series modulo x^order, with coefficients in the given arithmetic. */
  public static <T> PowerSeriesArithmetic<T> over(Arithmetic<T> over, int order) {
    return new PowerSeriesArithmetic<>(over, new SchoolbookConvolution<>(over), order);
  }

  /**
   * Series of balls modulo x^order. Absolute errors stay near 2^-bits times the largest of the
   * coefficients in a convolution after a power of two per degree has been taken out; scaling x to
   * the radius of convergence keeps the coefficients level and so loses nothing (docs/theory.md,
   * section 10.3).
   */
  public static PowerSeriesArithmetic<Ball> overBalls(BallArithmetic over, int order) {
    return new PowerSeriesArithmetic<>(over, new BallConvolution(over), order);
  }

  /** The series factor * x. */
  public PowerSeries<T> variable(T factor) {
    return series(1, 2, order, List.of(factor), true);
  }

  /** The constant series. */
  public PowerSeries<T> constant(T value) {
    return constant(value, order);
  }

  /** A constant is shared as the number that it is. */
  @Override
  public PowerSeries<T> shared(PowerSeries<T> value) {
    return isConstant(value) ? constant(over.shared(value.coefficient(0)), value.order()) : value;
  }

  private PowerSeries<T> constant(T value, int order) {
    return series(0, 2, order, List.of(value), true);
  }

  /** The series that is zero at every order. */
  private PowerSeries<T> zero(int order) {
    return series(0, 2, order, List.of(), true);
  }

  private PowerSeries<T> series(int valuation, int stride, int order, List<T> coefficients) {
    return series(valuation, stride, order, coefficients, false);
  }

  private PowerSeries<T> series(
      int valuation, int stride, int order, List<T> coefficients, boolean polynomial) {
    int first = 0;
    while (first < coefficients.size() && convolution.isZero(coefficients.get(first))) {
      first++;
    }
    List<T> rest = coefficients.subList(first, coefficients.size());
    return new PowerSeries<>(valuation + first * stride, stride, order, rest, polynomial, zero);
  }

  @Override
  public PowerSeries<T> of(Rational value) {
    return constant(over.of(value));
  }

  @Override
  public PowerSeries<T> symbol(String name) {
    return constant(over.symbol(name));
  }

  @Override
  public PowerSeries<T> between(Rational lower, Rational upper) {
    return constant(over.between(lower, upper));
  }

  @Override
  public PowerSeries<T> pi() {
    return constant(over.pi());
  }

  @Override
  public PowerSeries<T> add(PowerSeries<T> a, PowerSeries<T> b) {
    int known = Math.min(a.order(), b.order());
    int valuation = Math.min(a.valuation(), b.valuation());
    int stride = strideOfSum(a, b);
    int end = Math.max(end(a), end(b));
    List<T> sum = new ArrayList<>();
    for (int n = valuation; n < Math.min(known, end); n += stride) {
      sum.add(sum(a, b, n));
    }
    return series(valuation, stride, known, sum, a.isExact() && b.isExact() && end <= known);
  }

  private static <T> int strideOfSum(PowerSeries<T> a, PowerSeries<T> b) {
    if (a.isZero()) {
      return b.stride();
    }
    if (b.isZero()) {
      return a.stride();
    }
    boolean keepsParity = a.isEven() && b.isEven() || a.isOdd() && b.isOdd();
    return keepsParity ? 2 : 1;
  }

  /** One past the greatest exponent with a known coefficient that is not structurally zero. */
  private static int end(PowerSeries<?> a) {
    return a.coefficients().isEmpty()
        ? 0
        : a.valuation() + (a.coefficients().size() - 1) * a.stride() + 1;
  }

  private T sum(PowerSeries<T> a, PowerSeries<T> b, int n) {
    T left = a.coefficient(n);
    T right = b.coefficient(n);
    if (convolution.isZero(left)) {
      return right;
    }
    return convolution.isZero(right) ? left : over.add(left, right);
  }

  @Override
  public PowerSeries<T> subtract(PowerSeries<T> a, PowerSeries<T> b) {
    return add(a, negate(b));
  }

  @Override
  public PowerSeries<T> negate(PowerSeries<T> a) {
    return map(a, over::negate);
  }

  private PowerSeries<T> map(PowerSeries<T> a, UnaryOperator<T> operation) {
    List<T> mapped =
        a.coefficients().stream()
            .map(c -> convolution.isZero(c) ? zero : operation.apply(c))
            .toList();
    return series(a.valuation(), a.stride(), a.order(), mapped, a.isExact());
  }

  @Override
  public PowerSeries<T> scale(PowerSeries<T> a, Rational factor) {
    return factor.signum() == 0 ? zero(a.order()) : map(a, c -> over.scale(c, factor));
  }

  @Override
  public PowerSeries<T> multiply(PowerSeries<T> a, PowerSeries<T> b) {
    int known = Math.min(a.valuation() + b.order(), b.valuation() + a.order());
    int valuation = a.valuation() + b.valuation();
    if (a.isZero() || b.isZero()) {
      return zero(known);
    }
    if (a.isMonomial() || b.isMonomial()) {
      PowerSeries<T> other = a.isMonomial() ? b : a;
      T factor = (a.isMonomial() ? a : b).coefficients().get(0);
      PowerSeries<T> product = map(other, c -> over.multiply(c, factor));
      return series(valuation, other.stride(), known, product.coefficients(), other.isExact());
    }
    int stride = Math.min(a.stride(), b.stride());
    List<T> left = strided(a, stride);
    List<T> right = a == b ? left : strided(b, stride);
    List<T> product = convolution.product(left, right, PowerSeries.room(valuation, stride, known));
    boolean isWhole = a.isExact() && b.isExact() && end(a) + end(b) - 1 <= known;
    return series(valuation, stride, known, product, isWhole);
  }

  /** The coefficients from the valuation on, spread out with zeros if the stride is to be finer. */
  private List<T> strided(PowerSeries<T> a, int stride) {
    if (a.stride() == stride || a.coefficients().size() <= 1) {
      return a.coefficients();
    }
    List<T> spread = new ArrayList<>();
    for (T coefficient : a.coefficients()) {
      if (!spread.isEmpty()) {
        spread.add(zero);
      }
      spread.add(coefficient);
    }
    return spread;
  }

  @Override
  public PowerSeries<T> divide(PowerSeries<T> a, PowerSeries<T> b) {
    if (b.coefficients().isEmpty()) {
      throw new DomainException("it contains a division by what may vanish");
    }
    int known = Math.min(a.order() - b.valuation(), b.order() + a.valuation() - 2 * b.valuation());
    int valuation = a.valuation() - b.valuation();
    if (a.isZero()) {
      return zero(known);
    }
    if (valuation < 0) {
      throw new DomainException("it contains a quotient that tends to infinity");
    }
    if (b.isMonomial()) {
      T divisor = b.coefficients().get(0);
      PowerSeries<T> quotient = map(a, c -> over.divide(c, divisor));
      return series(valuation, a.stride(), known, quotient.coefficients(), a.isExact());
    }
    int stride = a.isMonomial() ? b.stride() : Math.min(a.stride(), b.stride());
    if (a.coefficients().isEmpty()) {
      return series(valuation, stride, known, List.of());
    }
    int count = PowerSeries.room(valuation, stride, known);
    List<T> quotient = convolution.quotient(strided(a, stride), strided(b, stride), count);
    return series(valuation, stride, known, quotient);
  }

  @Override
  public PowerSeries<T> sqrt(PowerSeries<T> a) {
    requireEvenValuation(a);
    int half = a.valuation() / 2;
    if (a.isMonomial()) {
      List<T> root = List.of(over.sqrt(a.coefficients().get(0)));
      return series(half, 2, a.order() - half, root, true);
    }
    List<T> root = convolution.root(a.coefficients(), a.room());
    return series(half, a.stride(), a.order() - half, root);
  }

  private static void requireEvenValuation(PowerSeries<?> a) {
    if (a.coefficients().isEmpty() || a.valuation() % 2 != 0) {
      throw new DomainException("it contains a root that does not go over into integer powers");
    }
  }

  @Override
  public PowerSeries<T> power(PowerSeries<T> base, Rational exponent) {
    return isConstant(base)
        ? constant(over.power(base.coefficients().get(0), exponent), base.order())
        : Arithmetic.super.power(base, exponent);
  }

  /** Whether it is a number, of which functions are numbers and not series of zeros. */
  private static boolean isConstant(PowerSeries<?> a) {
    return a.isMonomial() && a.valuation() == 0;
  }

  private static boolean isShort(PowerSeries<?> a) {
    return a.isExact() && a.valuation() == 0 && a.coefficients().size() <= FEW_TERMS;
  }

  /**
   * docs/theory.md, Lemma 10.7: with a = sum of a_i x^i, y = a^e, n a_0 y_n = sum over i of (i (e +
   * 1) - n) a_i y_(n-i).
   */
  private PowerSeries<T> powerOfPolynomial(PowerSeries<T> a, Rational exponent) {
    T first = a.coefficients().get(0);
    if (isConstant(a)) {
      return constant(over.power(first, exponent), a.order());
    }
    List<T> ratios = a.coefficients().stream().map(c -> over.divide(c, first)).toList();
    long above = exponent.add(1).numerator().longValueExact();
    long below = exponent.denominator().longValueExact();
    List<T> power = new ArrayList<>(a.room());
    power.add(over.power(first, exponent));
    for (int n = 1; n < a.room(); n++) {
      T sum = zero;
      for (int i = 1; i < ratios.size() && i <= n; i++) {
        Rational factor = Rational.of(i * above - n * below, n * below);
        T term = scaled(over.multiply(ratios.get(i), power.get(n - i)), factor);
        sum = convolution.isZero(sum) ? term : over.add(sum, term);
      }
      power.add(sum);
    }
    return series(0, a.stride(), a.order(), power);
  }

  @Override
  public PowerSeries<T> exp(PowerSeries<T> a) {
    if (isConstant(a)) {
      return constant(over.exp(a.coefficient(0)), a.order());
    }
    // h = exp g satisfies h' = g' h.
    int stride = a.isEven() ? 2 : 1;
    int count = PowerSeries.room(0, stride, a.order());
    List<T> slopes = slopes(a, stride);
    List<T> result = new ArrayList<>(count);
    result.add(over.exp(a.coefficient(0)));
    for (int n = 1; n < count; n++) {
      result.add(over.scale(dot(slopes, result, n), Rational.of(1, n)));
    }
    return series(0, stride, a.order(), result);
  }

  /** The numbers i a_i, where a = sum of a_i x^(i stride). */
  private List<T> slopes(PowerSeries<T> a, int stride) {
    List<T> slopes = new ArrayList<>();
    for (int n = 0; n < end(a); n += stride) {
      slopes.add(scaled(a.coefficient(n), Rational.of(n / stride)));
    }
    return slopes;
  }

  /** The product with a rational number, zero exactly where one of the two is. */
  private T scaled(T coefficient, Rational factor) {
    return factor.signum() == 0 || convolution.isZero(coefficient)
        ? zero
        : over.scale(coefficient, factor);
  }

  /** The coefficients, each of them times the factor that belongs to its exponent. */
  private List<T> scaled(PowerSeries<T> a, IntFunction<Rational> factor) {
    List<T> coefficients = a.coefficients();
    return IntStream.range(0, coefficients.size())
        .mapToObj(i -> scaled(coefficients.get(i), factor.apply(a.valuation() + i * a.stride())))
        .toList();
  }

  /** Sum over i &gt;= 1 of slopes_i values_(n-i), zero exactly where every term is. */
  private T dot(List<T> slopes, List<T> values, int n) {
    T sum = zero;
    for (int i = 1; i <= Math.min(n, slopes.size() - 1); i++) {
      T slope = slopes.get(i);
      T value = values.get(n - i);
      if (!convolution.isZero(slope) && !convolution.isZero(value)) {
        T term = over.multiply(slope, value);
        sum = convolution.isZero(sum) ? term : over.add(sum, term);
      }
    }
    return sum;
  }

  @Override
  public PowerSeries<T> log(PowerSeries<T> a) {
    if (a.valuation() != 0) {
      throw new DomainException("it contains a logarithm that tends to infinity");
    }
    T start = over.log(a.coefficient(0));
    return integral(divide(derivative(a), a), start);
  }

  @Override
  public PowerSeries<T> sin(PowerSeries<T> a) {
    return sineAndCosine(a).get(0);
  }

  @Override
  public PowerSeries<T> cos(PowerSeries<T> a) {
    return sineAndCosine(a).get(1);
  }

  /** sin' = g' cos and cos' = -g' sin, solved together. */
  private List<PowerSeries<T>> sineAndCosine(PowerSeries<T> a) {
    if (isConstant(a)) {
      T at = a.coefficient(0);
      return List.of(constant(over.sin(at), a.order()), constant(over.cos(at), a.order()));
    }
    int stride = a.isEven() ? 2 : 1;
    int count = PowerSeries.room(0, stride, a.order());
    List<T> slopes = slopes(a, stride);
    List<T> sine = new ArrayList<>(count);
    List<T> cosine = new ArrayList<>(count);
    boolean vanishes = a.valuation() > 0;
    sine.add(vanishes ? zero : over.sin(a.coefficient(0)));
    cosine.add(vanishes ? over.of(1) : over.cos(a.coefficient(0)));
    for (int n = 1; n < count; n++) {
      T up = dot(slopes, cosine, n);
      T down = dot(slopes, sine, n);
      sine.add(scaled(up, Rational.of(1, n)));
      cosine.add(scaled(down, Rational.of(-1, n)));
    }
    if (a.isOdd()) {
      return List.of(
          series(1, 2, a.order(), everySecond(sine, 1)),
          series(0, 2, a.order(), everySecond(cosine, 0)));
    }
    return List.of(series(0, stride, a.order(), sine), series(0, stride, a.order(), cosine));
  }

  private static <T> List<T> everySecond(List<T> list, int from) {
    return IntStream.iterate(from, i -> i < list.size(), i -> i + 2).mapToObj(list::get).toList();
  }

  @Override
  public PowerSeries<T> asin(PowerSeries<T> a) {
    T start = a.valuation() > 0 ? zero : over.asin(a.coefficient(0));
    PowerSeries<T> slope =
        a == lastSlope.of || isShort(oneMinusSquare(a))
            ? multiply(derivative(a), asinSlope(a))
            : divide(derivative(a), sqrt(oneMinusSquare(a)));
    return integral(slope, start);
  }

  /** Kept for the arc sine itself, which is asked for next. */
  @Override
  public PowerSeries<T> asinSlope(PowerSeries<T> a) {
    LastSlope<T> last = lastSlope;
    if (last.of != a) {
      PowerSeries<T> rest = oneMinusSquare(a);
      Rational exponent = Rational.of(-1, 2);
      last =
          new LastSlope<>(
              a, isShort(rest) ? powerOfPolynomial(rest, exponent) : power(rest, exponent));
      lastSlope = last;
    }
    return last.slope;
  }

  @Override
  public PowerSeries<T> asinSlopeCubed(PowerSeries<T> a) {
    PowerSeries<T> rest = oneMinusSquare(a);
    return isShort(rest)
        ? powerOfPolynomial(rest, Rational.of(-3, 2))
        : Arithmetic.super.asinSlopeCubed(a);
  }

  private PowerSeries<T> oneMinusSquare(PowerSeries<T> a) {
    return subtract(constant(over.of(1), 2 * a.order()), square(a));
  }

  @Override
  public PowerSeries<T> acuteAngle(PowerSeries<T> sine, PowerSeries<T> cosine) {
    T start =
        sine.valuation() > 0 ? zero : over.acuteAngle(sine.coefficient(0), cosine.coefficient(0));
    PowerSeries<T> slope =
        cosine.valuation() == 0
            ? divide(derivative(sine), cosine)
            : negate(divide(derivative(cosine), sine));
    return integral(slope, start);
  }

  /** The derivative with respect to x, known to one order less. */
  public PowerSeries<T> derivative(PowerSeries<T> a) {
    List<T> slopes = scaled(a, n -> Rational.of(n));
    if (a.valuation() > 0) {
      return series(a.valuation() - 1, a.stride(), a.order() - 1, slopes, a.isExact());
    }
    List<T> rest = slopes.isEmpty() ? slopes : slopes.subList(1, slopes.size());
    return series(a.stride() - 1, a.stride(), a.order() - 1, rest, a.isExact());
  }

  /** The antiderivative that takes the value {@code start} at x = 0, known to one order more. */
  public PowerSeries<T> integral(PowerSeries<T> a, T start) {
    List<T> sums = scaled(a, n -> Rational.of(1, n + 1));
    int known = a.order() + 1;
    PowerSeries<T> integral = series(a.valuation() + 1, a.stride(), known, sums, a.isExact());
    return convolution.isZero(start) ? integral : add(constant(start, known), integral);
  }

  /** The smaller one for a small x. */
  @Override
  public boolean isBelow(PowerSeries<T> a, PowerSeries<T> b) {
    return a.valuation() > b.valuation()
        || a.valuation() == 0
            && b.valuation() == 0
            && over.isBelow(a.coefficient(0), b.coefficient(0));
  }

  /**
   * {@inheritDoc}
   *
   * <p>With v = 4 sin^2(theta/2) and w = sin theta - theta cos theta, w' = theta v'/2: neither w
   * nor the quotient q = w/v cancels (docs/theory.md, Lemma 10.2).
   */
  @Override
  public PowerSeries<T> arcCosineDefect(
      PowerSeries<T> theta, PowerSeries<T> sinHalf, PowerSeries<T> cosHalf) {
    PowerSeries<T> versine = scale(square(sinHalf), Rational.of(4));
    T start = zero;
    if (theta.valuation() == 0) {
      T atZero =
          over.arcCosineDefect(
              theta.coefficient(0), sinHalf.coefficient(0), cosHalf.coefficient(0));
      start = over.multiply(atZero, versine.coefficient(0));
    }
    PowerSeries<T> slope = scale(multiply(theta, derivative(versine)), Rational.of(1, 2));
    return divide(integral(slope, start), versine);
  }
}
