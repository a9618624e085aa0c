package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Hermite coefficients of a function for one variance and the means of its square and of that
 * of its derivative, all from one set of nodes, with the error of the rule (docs/theory.md, Theorem
 * 18.2).
 */
final class TrapezoidalSums {
  /** Against the errors of some thousand sums. */
  private static final int GUARD = 24;

  private final StripFunction phi;
  private final Ball variance;
  private final int terms;
  private final BallArithmetic over;
  private final TrapezoidalRule rule;
  private final Ball[] sums;
  private Ball square = Ball.exact(0);
  private Ball slopeSquare = Ball.exact(0);

  TrapezoidalSums(StripFunction phi, Ball variance, int terms, BallArithmetic over) {
    this(
        phi,
        variance,
        terms,
        over,
        TrapezoidalRule.plan(phi, Math.sqrt(variance.toDouble()), terms, over.bits() + GUARD + 8));
  }

  /** By a given rule. */
  TrapezoidalSums(
      StripFunction phi, Ball variance, int terms, BallArithmetic over, TrapezoidalRule rule) {
    this.phi = phi;
    this.variance = variance;
    this.terms = terms;
    this.over = BallArithmetic.ofBits(over.bits() + GUARD);
    this.rule = rule;
    this.sums = new Ball[terms];
    Arrays.fill(sums, Ball.exact(0));
  }

  HermiteExpansion expansion() {
    for (int j = 0; j <= rule.nodes(); j++) {
      Context.checkpoint();
      add(j);
    }
    Ball deviation = over.sqrt(variance);
    Ball secant = rule.secant(over, phi, deviation);
    Ball one = Ball.exact(1);
    LinearBound strip = phi.bound(over, secant);
    LinearBound line = phi.bound(over, one);
    Ball factor = over.divide(over.of(rule.step()), over.sqrt(over.pi().shifted(1)));
    Ball ofPart =
        over.multiply(factor, square).inflate(rule.ofSquare(over, strip, line, deviation));
    Ball ofSlope =
        over.multiply(factor, slopeSquare)
            .inflate(
                rule.ofSquare(
                    over, phi.slopeBound(over, secant), phi.slopeBound(over, one), deviation));
    Rational linearSquare = phi.linear().multiply(phi.linear());
    Rational constantSquare = phi.constant().multiply(phi.constant());
    Ball ofPolynomial = over.add(over.of(constantSquare), over.scale(variance, linearSquare));
    List<Ball> coefficients =
        coefficients(factor, rule.ofCoefficients(over, strip, line, deviation, terms), deviation);
    return new HermiteExpansion(
        new HermiteSeries(coefficients, over.add(ofPolynomial, ofPart)),
        new HermiteSeries(
            slopes(coefficients, deviation), over.add(over.of(linearSquare), ofSlope)));
  }

  /** sqrt(n + 1) a_(n+1)/s. */
  private List<Ball> slopes(List<Ball> coefficients, Ball deviation) {
    List<Ball> slopes = new ArrayList<>();
    for (int n = 1; n < coefficients.size(); n++) {
      Ball factor = over.divide(over.sqrt(over.of(n)), deviation);
      slopes.add(over.multiply(coefficients.get(n), factor));
    }
    return slopes;
  }

  private List<Ball> coefficients(Ball factor, Ball error, Ball deviation) {
    List<Ball> coefficients = new ArrayList<>();
    Ball norm = factor;
    for (int n = 0; n < terms; n++) {
      norm = n < 2 ? norm : over.divide(norm, over.sqrt(over.of(n)));
      if (isOfPart(n)) {
        coefficients.add(over.multiply(norm, sums[n]).inflate(error));
      } else if (n == 0) {
        coefficients.add(over.of(phi.constant()));
      } else {
        coefficients.add(n == 1 ? over.scale(deviation, phi.linear()) : Ball.exact(0));
      }
    }
    return coefficients;
  }

  private boolean isOfPart(int n) {
    return (n % 2 == 1) == phi.isPartOdd();
  }

  /**
   * The nodes j h and -j h, with the polynomials He_n = sqrt(n!) h_n by He_(n+1) = x He_n - n
   * He_(n-1). In this recurrence the radii of balls grow like exp(x sqrt(n)) at the most, which is
   * why it starts from nothing but the node, and the value, which is as wide as q, comes later.
   */
  private void add(int j) {
    Rational node = rule.node(j);
    double x = node.doubleValue();
    double lost = x * Math.sqrt(terms) - x * x / 2;
    double small = Math.log1p(1 / (Math.sqrt(variance.toDouble()) * rule.step().doubleValue()));
    int bits = over.bits() + (int) (1.45 * (Math.max(0, lost) + Math.max(0, small))) + 8;
    BallArithmetic fine = BallArithmetic.ofBits(bits);
    Ball at = fine.of(node);
    Ball y = fine.multiply(fine.sqrt(variance), at);
    Ball tanh = phi.tanh(fine, y);
    Ball value = phi.part(fine, y, tanh);
    Ball density = fine.exp(fine.scale(fine.square(at), Rational.of(-1, 2)));
    Ball weight = j == 0 ? density : density.shifted(1);
    square = over.add(square, over.multiply(weight, over.square(value)));
    slopeSquare =
        over.add(slopeSquare, over.multiply(weight, over.square(phi.partSlope(fine, y, tanh))));
    Ball last = Ball.exact(0);
    Ball current = weight;
    for (int n = 0; n < terms; n++) {
      if (isOfPart(n)) {
        sums[n] = over.add(sums[n], over.multiply(value, current));
      }
      Ball next = fine.subtract(fine.multiply(at, current), fine.scale(last, Rational.of(n)));
      last = current;
      current = next;
    }
  }
}
