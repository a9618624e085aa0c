package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.flow.SmoothArithmetic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Numbers with nilpotent parts e_1, ..., e_s, e_i^2 = 0: a formula over them gives its value and
 * all mixed derivatives in s directions of their own (docs/theory.md, Lemma 24.5). What smooth
 * networks do not need is refused.
 *
 * @param over the arithmetic of the coefficients
 * @param directions s
 * @param <T> the numbers
 */
record JetArithmetic<T>(Arithmetic<T> over, int directions) implements SmoothArithmetic<Jet<T>> {
  private int size() {
    return 1 << directions;
  }

  /** A number without nilpotent part. */
  Jet<T> constant(T value) {
    List<T> coefficients = new ArrayList<>(Collections.nCopies(size(), null));
    coefficients.set(0, value);
    return new Jet<>(coefficients);
  }

  /** a e_i, i from 0, for a without e_i. */
  Jet<T> times(Jet<T> a, int i) {
    List<T> coefficients = new ArrayList<>(Collections.nCopies(size(), null));
    for (int s = 0; s < size(); s++) {
      if ((s >> i & 1) == 0) {
        coefficients.set(s | 1 << i, a.part(s));
      }
    }
    return new Jet<>(coefficients);
  }

  /** The coefficient of a product of the e_i, zero if there is none. */
  T part(Jet<T> a, int subset) {
    return a.part(subset) == null ? over.of(0) : a.part(subset);
  }

  private Jet<T> each(Jet<T> a, UnaryOperator<T> operation) {
    List<T> coefficients = new ArrayList<>(size());
    for (T c : a.coefficients()) {
      coefficients.add(c == null ? null : operation.apply(c));
    }
    return new Jet<>(coefficients);
  }

  private T sum(T a, T b) {
    return a == null ? b : b == null ? a : over.add(a, b);
  }

  @Override
  public Jet<T> of(Rational value) {
    return constant(over.of(value));
  }

  @Override
  public Jet<T> pi() {
    return constant(over.pi());
  }

  @Override
  public Jet<T> add(Jet<T> a, Jet<T> b) {
    return each(a, b, this::sum);
  }

  @Override
  public Jet<T> subtract(Jet<T> a, Jet<T> b) {
    return each(a, b, (x, y) -> y == null ? x : x == null ? over.negate(y) : over.subtract(x, y));
  }

  private Jet<T> each(Jet<T> a, Jet<T> b, BinaryOperator<T> operation) {
    List<T> coefficients = new ArrayList<>(size());
    for (int s = 0; s < size(); s++) {
      coefficients.add(operation.apply(a.part(s), b.part(s)));
    }
    return new Jet<>(coefficients);
  }

  @Override
  public Jet<T> negate(Jet<T> a) {
    return each(a, over::negate);
  }

  @Override
  public Jet<T> scale(Jet<T> a, Rational factor) {
    return each(a, c -> over.scale(c, factor));
  }

  @Override
  public Jet<T> multiply(Jet<T> a, Jet<T> b) {
    List<T> coefficients = new ArrayList<>(size());
    for (int s = 0; s < size(); s++) {
      T coefficient = null;
      for (int left = s; ; left = (left - 1) & s) {
        T x = a.part(left);
        T y = b.part(s & ~left);
        if (x != null && y != null) {
          coefficient = sum(coefficient, over.multiply(x, y));
        }
        if (left == 0) {
          break;
        }
      }
      coefficients.add(coefficient);
    }
    return new Jet<>(coefficients);
  }

  /** a/b = a/b_0 sum_j (-N/b_0)^j, N the nilpotent part. */
  @Override
  public Jet<T> divide(Jet<T> a, Jet<T> b) {
    T first = b.part(0);
    T inverse = over.divide(over.of(1), first);
    List<T> derivatives = new ArrayList<>();
    T power = inverse;
    for (int j = 0; j <= directions; j++) {
      derivatives.add(power);
      power = over.multiply(over.scale(power, Rational.of(-j - 1)), inverse);
    }
    return multiply(a, compose(derivatives, b));
  }

  @Override
  public Jet<T> sqrt(Jet<T> a) {
    T root = over.sqrt(a.part(0));
    List<T> derivatives = new ArrayList<>();
    for (int j = 0; j <= directions; j++) {
      derivatives.add(root);
      if (j < directions) {
        root = over.divide(over.scale(root, Rational.of(1 - 2 * j, 2)), a.part(0));
      }
    }
    return compose(derivatives, a);
  }

  @Override
  public Jet<T> exp(Jet<T> a) {
    return compose(Collections.nCopies(directions + 1, over.exp(a.part(0))), a);
  }

  @Override
  public Jet<T> log(Jet<T> a) {
    List<T> derivatives = new ArrayList<>();
    derivatives.add(over.log(a.part(0)));
    T power = over.divide(over.of(1), a.part(0));
    T inverse = power;
    for (int j = 1; j <= directions; j++) {
      derivatives.add(power);
      power = over.multiply(over.scale(power, Rational.of(-j)), inverse);
    }
    return compose(derivatives, a);
  }

  /** The derivatives of the error function: h_0 = 2/sqrt(pi) exp(-z^2), h_(j+1) = h_j'. */
  @Override
  public Jet<T> erf(Jet<T> a) {
    T z = a.part(0);
    List<T> derivatives = new ArrayList<>();
    derivatives.add(over.erf(z));
    T minus = over.scale(z, Rational.of(-2));
    T last = over.divide(over.of(2), over.sqrt(over.pi()));
    last = over.multiply(last, over.exp(over.negate(over.square(z))));
    T before = over.of(0);
    for (int j = 1; j <= directions; j++) {
      derivatives.add(last);
      // g = exp(-z^2) has g^(j) = -2 z g^(j-1) - 2 (j-1) g^(j-2).
      T kept = over.scale(before, Rational.of(-2L * (j - 1)));
      T next = over.add(over.multiply(minus, last), kept);
      before = last;
      last = next;
    }
    return compose(derivatives, a);
  }

  /** sum_j F^(j)(a_0) N^j / j!, N the nilpotent part of a. */
  private Jet<T> compose(List<T> derivatives, Jet<T> a) {
    List<T> nilpotent = new ArrayList<>(a.coefficients());
    nilpotent.set(0, null);
    Jet<T> part = new Jet<>(nilpotent);
    Jet<T> value = constant(derivatives.get(0));
    Jet<T> power = part;
    Rational factorial = Rational.ONE;
    for (int j = 1; j <= directions; j++) {
      T derivative = derivatives.get(j);
      Rational inverse = factorial;
      value = add(value, each(power, c -> over.scale(over.multiply(c, derivative), inverse)));
      power = multiply(power, part);
      factorial = factorial.divide(j + 1);
    }
    return value;
  }

  @Override
  public String number() {
    return "jet";
  }
}
