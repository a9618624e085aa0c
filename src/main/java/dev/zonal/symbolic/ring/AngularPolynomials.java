package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import java.util.Map;

/**
 * Polynomials in the supplement tau = pi - theta, the sine x and the cosine y of theta/2, and pi:
 * the numbers over which a one-layer kernel is integrated against a Gegenbauer polynomial exactly.
 *
 * <p>This is the second way to every closed form of an eigenvalue: no Gamma function, no derivative
 * rule, only the elementary integrals of psi^j cos^a(psi) sin^b(psi) over [0, pi/2], j = 0, 1.
 */
public final class AngularPolynomials implements Arithmetic<LaurentPolynomial> {
  private static final int PI = 0;
  private static final int TAU = 1;
  private static final int SINE = 2;
  private static final int COSINE = 3;

  private static LaurentPolynomial generator(int g, int exponent) {
    return LaurentPolynomial.of(Rational.ONE, Monomial.power(g, exponent));
  }

  @Override
  public LaurentPolynomial of(Rational value) {
    return LaurentPolynomial.of(value);
  }

  @Override
  public LaurentPolynomial pi() {
    return generator(PI, 1);
  }

  @Override
  public LaurentPolynomial add(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(b);
  }

  @Override
  public LaurentPolynomial subtract(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(b.negated());
  }

  @Override
  public LaurentPolynomial multiply(LaurentPolynomial a, LaurentPolynomial b) {
    return a.times(b);
  }

  @Override
  public LaurentPolynomial divide(LaurentPolynomial a, LaurentPolynomial b) {
    if (!b.isMonomial()) {
      throw new DomainException("division by a sum");
    }
    Map.Entry<Monomial, Rational> term = b.terms().entrySet().iterator().next();
    Monomial inverse = term.getKey().inverse();
    if (inverse.width() > PI + 1) {
      throw new DomainException("division by a function of the angle");
    }
    return a.times(LaurentPolynomial.of(term.getValue().reciprocal(), inverse));
  }

  private static DomainException notPolynomial() {
    return new DomainException("not a polynomial in the angle, its sine and its cosine");
  }

  @Override
  public LaurentPolynomial sqrt(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial exp(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial log(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial sin(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial cos(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial asin(LaurentPolynomial a) {
    throw notPolynomial();
  }

  @Override
  public LaurentPolynomial arcCosineDefect(
      LaurentPolynomial theta, LaurentPolynomial sinHalf, LaurentPolynomial cosHalf) {
    throw notPolynomial();
  }

  /** The angle theta itself. */
  public Angle<LaurentPolynomial> angle() {
    return new Variable();
  }

  /** sin theta = 2 x y. */
  public static LaurentPolynomial sine() {
    return generator(SINE, 1).times(generator(COSINE, 1)).scaled(Rational.of(2));
  }

  /** The derivative by u = 1 - 2 x^2 of a polynomial in x^2. */
  public LaurentPolynomial derivative(LaurentPolynomial f) {
    return f.expanded(m -> generator(SINE, -2).scaled(Rational.of(-m.exponent(SINE), 4)));
  }

  private final class Variable implements Angle<LaurentPolynomial> {
    @Override
    public LaurentPolynomial theta() {
      return subtract(pi(), generator(TAU, 1));
    }

    @Override
    public LaurentPolynomial cosine() {
      return subtract(of(1), versine());
    }

    @Override
    public LaurentPolynomial versine() {
      return generator(SINE, 2).scaled(Rational.of(2));
    }

    @Override
    public LaurentPolynomial chord() {
      return generator(SINE, 1).scaled(Rational.of(2));
    }

    @Override
    public LaurentPolynomial kappa0() {
      return divide(generator(TAU, 1), pi());
    }

    @Override
    public LaurentPolynomial kappa1() {
      return divide(sine().plus(generator(TAU, 1).times(cosine())), pi());
    }

    @Override
    public Angle<LaurentPolynomial> throughLayer(
        int degree, LaurentPolynomial arc, LaurentPolynomial constant) {
      throw notPolynomial();
    }

    @Override
    public Angle<LaurentPolynomial> withCosine(LaurentPolynomial u) {
      throw notPolynomial();
    }
  }

  /** eta_k of the function of the angle on the sphere of R^d, a Laurent polynomial in pi. */
  public LaurentPolynomial eigenvalue(LaurentPolynomial f, int k, int d) {
    LaurentPolynomial integrand = f.times(gegenbauer(k, d)).times(power(sine(), d - 2));
    LaurentPolynomial integral = LaurentPolynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : integrand.terms().entrySet()) {
      Monomial m = term.getKey();
      LaurentPolynomial value =
          integral(m.exponent(TAU), m.exponent(SINE), m.exponent(COSINE))
              .times(generator(PI, m.exponent(PI)));
      integral = integral.plus(value.scaled(term.getValue()));
    }
    return integral.times(normalisation(d));
  }

  /** c_d, from c_2 = 1/pi, c_3 = 1/2 and c_(d+2) = c_d d/(d-1). */
  private static LaurentPolynomial normalisation(int d) {
    if (d == 2) {
      return generator(PI, -1);
    }
    return d == 3
        ? LaurentPolynomial.of(Rational.of(1, 2))
        : normalisation(d - 2).scaled(Rational.of(d - 2L, d - 3L));
  }

  private LaurentPolynomial gegenbauer(int k, int d) {
    LaurentPolynomial u = angle().cosine();
    LaurentPolynomial before = of(1);
    LaurentPolynomial now = k == 0 ? before : u;
    for (int n = 1; n < k; n++) {
      LaurentPolynomial up = u.times(now).scaled(Rational.of(2L * n + d - 2, n + d - 2L));
      LaurentPolynomial down = before.scaled(Rational.of(-n, n + d - 2L));
      before = now;
      now = up.plus(down);
    }
    return now;
  }

  /**
   * Integral over theta in [0, pi] of tau^j x^a y^b: with psi = pi/2 - theta/2 it is that of 2 (2
   * psi)^j cos^a sin^b over [0, pi/2].
   */
  private static LaurentPolynomial integral(int j, int a, int b) {
    if (j > 1) {
      throw notPolynomial();
    }
    LaurentPolynomial sum = LaurentPolynomial.ZERO;
    int half = b / 2;
    Rational binomial = Rational.ONE;
    for (int i = 0; i <= half; i++) {
      // sin^b = (1 - cos^2)^half, times sin if b is odd
      sum = sum.plus(elementary(j, a + 2 * i, b % 2 == 1).scaled(binomial));
      binomial = binomial.multiply(Rational.of(i - half, i + 1L));
    }
    return sum.scaled(Rational.of(j == 0 ? 2 : 4));
  }

  /** Integral of psi^j cos^n, times sin if asked for, over [0, pi/2]. */
  private static LaurentPolynomial elementary(int j, int n, boolean sine) {
    LaurentPolynomial one = LaurentPolynomial.of(Rational.ONE);
    if (sine) {
      LaurentPolynomial inner = j == 0 ? one : elementary(0, n + 1, false);
      return inner.scaled(Rational.of(1, n + 1L));
    }
    if (n >= 2) {
      LaurentPolynomial below = elementary(j, n - 2, false).scaled(Rational.of(n - 1L, n));
      return j == 0 ? below : below.plus(one.scaled(Rational.of(-1, (long) n * n)));
    }
    LaurentPolynomial half = generator(PI, 1).scaled(Rational.of(1, 2));
    if (n == 0) {
      return j == 0 ? half : half.times(half).scaled(Rational.of(1, 2));
    }
    return j == 0 ? one : half.plus(one.negated());
  }

  /** The value of a Laurent polynomial in pi. */
  public static <T> T value(LaurentPolynomial a, Arithmetic<T> over) {
    T sum = over.of(0);
    for (Map.Entry<Monomial, Rational> term : a.terms().entrySet()) {
      T power = over.power(over.pi(), (long) term.getKey().exponent(PI));
      sum = over.add(sum, over.scale(power, term.getValue()));
    }
    return sum;
  }
}
