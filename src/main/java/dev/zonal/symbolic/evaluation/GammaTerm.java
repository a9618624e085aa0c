package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The general term of a series as a function of its index n: powers, Gamma functions, rising
 * factorials and linear functions of n, times a sum of constants and values of psi; and bounds for
 * what comes after a term (docs/theory.md, Lemma 9.19).
 */
final class GammaTerm {
  private static final BallArithmetic BOUNDS = BallArithmetic.ofBits(64);
  private static final Rational QUARTER = Rational.of(1, 4);

  private record Power(IExpr base, Rational slope) {}

  private record Factor(Linear argument, int exponent) {}

  private record Psi(Rational weight, Linear argument) {}

  private final IExpr index;
  private final ExactEvaluator exact;
  private final List<Power> powers = new ArrayList<>();
  private final List<Factor> gammas = new ArrayList<>();
  private final List<Factor> linears = new ArrayList<>();
  private final List<Psi> psis = new ArrayList<>();
  private IExpr bracket = F.C1;
  private IExpr product = F.C1;

  /**
   * Takes a term apart.
   *
   * @throws UnsupportedExpressionException if it has other factors
   */
  GammaTerm(IExpr term, IExpr index, ExactEvaluator exact) {
    this.index = index;
    this.exact = exact;
    for (IExpr factor : term.isTimes() ? (IAST) term : F.List(term)) {
      if (!factor.isFree(S.PolyGamma)) {
        addBracket(factor);
      } else {
        add(factor, 1);
        product = F.Times(product, factor);
      }
    }
  }

  /** The sum of constants and values of psi, or 1. */
  IExpr bracket() {
    return bracket;
  }

  /** The product of all other factors. */
  IExpr product() {
    return product;
  }

  private void addBracket(IExpr sum) {
    if (!bracket.isOne()) {
      throw unsupported(sum);
    }
    bracket = sum;
    for (IExpr part : sum.isPlus() ? (IAST) sum : F.List(sum)) {
      if (!part.isFree(index)) {
        psis.add(psi(part));
      }
    }
  }

  private Psi psi(IExpr part) {
    Rational weight = Rational.ONE;
    IExpr psi = part;
    while (psi.isTimes()) {
      IAST factors = (IAST) psi;
      psi = factors.last();
      for (int i = 1; i < factors.argSize(); i++) {
        IExpr factor = factors.get(i);
        weight = weight.multiply(exact.value(factor).orElseThrow(() -> unsupported(part)));
      }
    }
    Linear argument = psi.isAST(S.PolyGamma, 3) ? linear(psi.second()) : null;
    if (argument == null || !psi.first().isZero() || !argument.slope().equals(Rational.ONE)) {
      throw unsupported(part);
    }
    return new Psi(weight.abs(), argument);
  }

  private void add(IExpr factor, int exponent) {
    if (factor.isFree(index)) {
      return;
    }
    if (factor.isTimes()) {
      ((IAST) factor).forEach(part -> add(part, exponent));
    } else if (factor.isPower()) {
      addPower(factor.base(), factor.exponent(), exponent);
    } else if (factor.isAST(S.Gamma, 2)) {
      addGamma(linear(factor.first()), exponent);
    } else if (factor.isAST(S.Factorial, 2)) {
      addGamma(linear(factor.first()).plus(1), exponent);
    } else if (factor.isAST(S.Pochhammer, 3) && factor.second().isFree(index)) {
      Linear first = linear(factor.first());
      int count = exact.integer(factor.second());
      for (int j = 0; j < count; j++) {
        linears.add(new Factor(first.plus(j), exponent));
      }
    } else {
      linears.add(new Factor(linear(factor), exponent));
    }
  }

  private void addPower(IExpr base, IExpr power, int exponent) {
    if (base.isFree(index)) {
      powers.add(new Power(base, linear(power).slope().multiply(exponent)));
    } else {
      add(base, Math.multiplyExact(exponent, exact.integer(power)));
    }
  }

  private void addGamma(Linear argument, int exponent) {
    if (argument.slope().signum() <= 0) {
      throw new UnsupportedExpressionException(
          "no certified value of a sum with Gamma functions of decreasing arguments");
    }
    gammas.add(new Factor(argument, exponent));
  }

  private Linear linear(IExpr e) {
    return Linear.of(e, index, exact).orElseThrow(() -> unsupported(e));
  }

  private static UnsupportedExpressionException unsupported(IExpr e) {
    return new UnsupportedExpressionException("no certified value of a sum with " + e);
  }

  /**
   * Whether the quotients of consecutive products tend to less than a quarter; otherwise {@link
   * #quarters} holds for no n.
   *
   * @param values the values of the bases
   */
  boolean converges(ExpressionEvaluator values) {
    Rational degree = Rational.ZERO;
    Ball limit = ofPowers(values);
    for (Factor gamma : gammas) {
      Rational slope = gamma.argument().slope();
      Rational power = slope.multiply(gamma.exponent());
      degree = degree.add(power);
      limit = BOUNDS.multiply(limit, BOUNDS.power(BOUNDS.of(slope), power));
    }
    return degree.signum() < 0 || degree.signum() == 0 && limit.certainlyLess(BOUNDS.of(QUARTER));
  }

  private Ball ofPowers(ExpressionEvaluator values) {
    Ball product = BOUNDS.of(1);
    for (Power power : powers) {
      Ball base = values.evaluate(power.base()).abs();
      product = BOUNDS.multiply(product, BOUNDS.power(base, power.slope()));
    }
    return product;
  }

  /**
   * Whether from n on each product is certainly at most a quarter of the one before it.
   *
   * @param values the values of the bases
   */
  boolean quarters(long n, ExpressionEvaluator values) {
    if (n < 1) {
      return false;
    }
    Ball bound = ofPowers(values);
    for (Factor linear : linears) {
      Rational value = linear.argument().at(n);
      Rational slope = linear.argument().slope();
      if (value.signum() != slope.signum()) {
        return false;
      }
      if (linear.exponent() > 0) {
        Ball quotient = BOUNDS.of(slope.divide(value).add(1));
        bound = BOUNDS.multiply(bound, BOUNDS.power(quotient, linear.exponent()));
      }
    }
    return quarters(n, bound);
  }

  /** The same from the bound of the other factors. */
  private boolean quarters(long n, Ball others) {
    Rational degree = Rational.ZERO;
    Ball bound = others;
    for (Factor gamma : gammas) {
      Rational slope = gamma.argument().slope();
      Rational constant = gamma.argument().constant();
      if (gamma.argument().at(n).signum() <= 0) {
        return false;
      }
      boolean isAbove = gamma.exponent() > 0;
      Rational shift = isAbove ? slope.add(constant) : constant;
      Rational atN = slope.add(shift.divide(n));
      Rational rate = isAbove == (shift.signum() > 0) && shift.signum() != 0 ? atN : slope;
      Rational power = slope.multiply(gamma.exponent());
      degree = degree.add(power);
      bound = BOUNDS.multiply(bound, BOUNDS.power(BOUNDS.of(rate), power));
      if (!isAbove) {
        Rational beyond = power.negate().divide(rate.multiply(n));
        bound = BOUNDS.multiply(bound, BOUNDS.exp(BOUNDS.of(beyond)));
      }
    }
    return degree.signum() <= 0
        && BOUNDS
            .multiply(bound, BOUNDS.power(BOUNDS.of(n), degree))
            .certainlyLess(BOUNDS.of(QUARTER));
  }

  /**
   * A bound of what the sum of constants and values of psi changes from one term to the next, from
   * n on, where the arguments of psi must be positive.
   */
  Rational change(long n) {
    Rational change = Rational.ZERO;
    for (Psi psi : psis) {
      change = change.add(psi.weight().divide(psi.argument().at(n)));
    }
    return change;
  }
}
