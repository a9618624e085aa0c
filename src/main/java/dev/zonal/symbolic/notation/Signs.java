package dev.zonal.symbolic.notation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;

/**
 * With which sign a term is written: sums in it so that they are positive, tried at a few points of
 * their domain, and the minus sign in front. (Symja puts the sign of a product into one of its
 * sums.) Only the looks of a formula depend on it.
 *
 * @param isNegative whether there is a minus sign in front
 * @param magnitude what follows it, not evaluated
 */
record Signs(boolean isNegative, IExpr magnitude) {
  private static final int POINTS = 4;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

  /** The sign of a number, a sum or a product of such. */
  static Signs of(IExpr e) {
    if (e.isTimes()) {
      return ofProduct((IAST) e);
    }
    if (e instanceof IRational q && q.isNegative() || e.isPlus() && isNegative((IAST) e)) {
      return new Signs(true, opposite(e));
    }
    boolean isOddPower = e.isPower() && e.exponent() instanceof IInteger n && !n.isEven();
    if (isOddPower && e.base().isPlus() && isNegative((IAST) e.base())) {
      return new Signs(true, F.Power(opposite(e.base()), e.exponent()));
    }
    return new Signs(false, e);
  }

  private static Signs ofProduct(IAST product) {
    boolean isNegative = false;
    IAST magnitude = product;
    for (int i = 1; i <= product.argSize(); i++) {
      Signs factor = of(product.get(i));
      if (factor.isNegative) {
        isNegative = !isNegative;
        magnitude = magnitude.setAtCopy(i, factor.magnitude);
      }
    }
    if (magnitude.first().isOne()) {
      magnitude = magnitude.removeAtCopy(1);
    }
    return new Signs(isNegative, magnitude.argSize() == 1 ? magnitude.first() : magnitude);
  }

  private static IExpr opposite(IExpr e) {
    if (!e.isPlus()) {
      return Symja.evaluate(e.negate());
    }
    return ((IAST) e).map(term -> Symja.evaluate(term.negate()));
  }

  /** Whether a sum is negative; if that is not known, whether most of its terms are. */
  private static boolean isNegative(IAST sum) {
    int signs = 0;
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < POINTS; i++) {
      signs += sign(sum, random);
    }
    long minus = sum.stream().filter(IExpr::isNegativeSigned).count();
    return Math.abs(signs) == POINTS ? signs < 0 : 2 * minus > sum.argSize();
  }

  private static int sign(IExpr formula, SplittableRandom random) {
    // p(L), a product of slopes, is between 0 and 1 like x.
    IExpr sum = formula.replaceAll(Signs::ofProductOfSlopes).orElse(formula);
    Map<String, Rational> point = new HashMap<>();
    Symja.names(sum).forEach(name -> point.put(name, number(name, random)));
    try {
      Ball value = new ExpressionEvaluator(OVER, point).evaluate(sum);
      return value.containsZero() ? 0 : value.isPositive() ? 1 : -1;
    } catch (UnsupportedExpressionException | DomainException e) {
      // No value there, as in a recursion: the terms are counted instead.
      return 0;
    }
  }

  private static IExpr ofProductOfSlopes(IExpr part) {
    boolean isProduct = part.isAST1() && part.head().toString().equals("p");
    return isProduct ? Symja.symbol("x") : F.NIL;
  }

  /** Frequencies, dimensions and depths are integers, cosines below 1, parameters positive. */
  private static Rational number(String name, SplittableRandom random) {
    return switch (name.replaceFirst("[0-9]+$", "")) {
      case "d" -> Rational.of(random.nextInt(4, 12));
      case "k" -> Rational.of(random.nextInt(4, 40));
      case "L", "l" -> Rational.of(random.nextInt(2, 20));
      case "u", "sigma", "v", "x", "s" -> Rational.of(random.nextInt(1, 100), 100);
      case "rho" -> Rational.of(random.nextInt(-99, 100), 100);
      default -> Rational.of(random.nextInt(1, 300), 100);
    };
  }
}
