package dev.zonal.symbolic.parameter;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** The functions that formulas have, of {@link ParameterSeries}. */
record ParameterFunctions(ParameterSeriesArithmetic over) {
  /**
   * A function of one argument by Symja's name.
   *
   * @throws UnsupportedExpressionException if it is unknown here, or not analytic there
   */
  ParameterSeries value(String name, ParameterSeries x) {
    return switch (name) {
      case "Log" -> log(x);
      case "Sin" -> sine(x);
      case "Cos" -> sine(over.add(x, over.constant(Symja.product(F.C1D2, S.Pi))));
      case "ArcCos" -> arcCosine(x);
      case "ArcSin" -> arcSine(x);
      case "ArcTan" -> integrated(x, F.ArcTan(constant(x)), over.inverse(onePlusSquare(x)));
      case "Erf" -> errorFunction(x);
      default ->
          throw new UnsupportedExpressionException(
              "there are no series here of " + name + " of what depends on the parameter");
    };
  }

  private ParameterSeries sine(ParameterSeries x) {
    IExpr first = constant(x);
    return over.compose(x, j -> sine(j, first));
  }

  ParameterSeries exp(ParameterSeries x) {
    IExpr first = Symja.evaluate(F.Exp(constant(x)));
    return over.compose(x, j -> Symja.product(first, inverseFactorial(j)));
  }

  private IExpr constant(ParameterSeries x) {
    return over.regular(x).leading();
  }

  private static IExpr inverseFactorial(int j) {
    return Symja.of(ExactEvaluator.rising(Rational.ONE, j).reciprocal());
  }

  /** The j-th Taylor coefficient of the sine. */
  private static IExpr sine(int j, IExpr x) {
    IExpr derivative = j % 2 == 0 ? F.Sin(x) : F.Cos(x);
    return Symja.product(j % 4 < 2 ? F.C1 : F.CN1, derivative, inverseFactorial(j));
  }

  ParameterSeries log(ParameterSeries x) {
    ParameterSeries normal = over.normal(x);
    if (normal.start() != 0) {
      throw new UnsupportedExpressionException(
          "its formula has the logarithm of what vanishes there");
    }
    return over.integral(
        over.multiply(over.derivative(normal), over.inverse(normal)),
        Symja.evaluate(F.Log(normal.leading())));
  }

  /** The function with a value at t = 0 whose derivative by its argument is a series. */
  private ParameterSeries integrated(ParameterSeries x, IExpr value, ParameterSeries slope) {
    return over.integral(
        over.multiply(over.derivative(over.regular(x)), slope), Symja.evaluate(value));
  }

  private ParameterSeries onePlusSquare(ParameterSeries x) {
    return over.add(over.constant(F.C1), over.multiply(x, x));
  }

  /** Except for its value at t = 0, minus the arccosine. */
  private ParameterSeries arcSine(ParameterSeries x) {
    ParameterSeries opposite = over.scale(arcCosine(x), F.CN1);
    IExpr value = Symja.evaluate(F.ArcSin(constant(x)));
    return over.integral(over.derivative(opposite), value);
  }

  /** Near 1 and -1 by the square root of the distance, which must be of even order. */
  private ParameterSeries arcCosine(ParameterSeries x) {
    IExpr first = constant(x);
    ParameterSeries one = over.constant(F.C1);
    if (over.vanishes().test(Symja.sum(F.C1, F.Times(F.CN1, first)))) {
      return arcCosineNearOne(over.subtract(one, x));
    }
    if (over.vanishes().test(Symja.sum(F.C1, first))) {
      return over.subtract(over.constant(S.Pi), arcCosineNearOne(over.add(one, x)));
    }
    ParameterSeries sine = over.subtract(one, over.multiply(x, x));
    return integrated(x, F.ArcCos(first), over.scale(over.power(sine, F.CN1D2), F.CN1));
  }

  /** arccos(1 - z) = sqrt(2 z) Sum_j C(2j, j)/(8^j (2j + 1)) z^j. */
  private ParameterSeries arcCosineNearOne(ParameterSeries z) {
    ParameterSeries root = over.power(over.scale(z, F.C2), F.C1D2);
    return over.multiply(root, over.compose(z, ParameterFunctions::arcCosineCoefficient));
  }

  private static IExpr arcCosineCoefficient(int j) {
    Rational central =
        ExactEvaluator.rising(Rational.of(j + 1L), j)
            .divide(ExactEvaluator.rising(Rational.ONE, j));
    return Symja.of(central.divide(Rational.of(8).pow(j)).divide(2L * j + 1));
  }

  /** The derivative is 2/sqrt(pi) exp(-x^2). */
  private ParameterSeries errorFunction(ParameterSeries x) {
    IExpr factor = Symja.product(F.C2, F.Power(S.Pi, F.CN1D2));
    ParameterSeries slope = exp(over.scale(over.multiply(x, x), F.CN1));
    return integrated(x, F.Erf(constant(x)), over.scale(slope, factor));
  }

  /** pFq(a; b; x): its j-th derivative is (a)_j/(b)_j pFq(a + j; b + j; x). */
  ParameterSeries hypergeometric(IAST above, IAST below, ParameterSeries x) {
    IExpr first = constant(x);
    return over.compose(
        x,
        j -> {
          IExpr value =
              Symja.evaluate(F.HypergeometricPFQ(raised(above, j), raised(below, j), first));
          return Symja.product(
              rising(above, j), Symja.power(rising(below, j), F.CN1), inverseFactorial(j), value);
        });
  }

  private static IAST raised(IAST parameters, int j) {
    return parameters.map(a -> Symja.sum(a, F.ZZ(j)));
  }

  /** The product of (a)_j, multiplied out. */
  private static IExpr rising(IAST parameters, int j) {
    IExpr product = F.C1;
    for (IExpr a : parameters) {
      for (int i = 0; i < j; i++) {
        product = Symja.product(product, Symja.sum(a, F.ZZ(i)));
      }
    }
    return product;
  }

  /**
   * I_nu or K_nu of a series, by the differential equation x^2 y'' + x y' = (x^2 + nu^2) y [DLMF
   * 10.25.1], I_nu' = nu/x I_nu + I_{nu+1} and K_nu' = -nu/x K_nu - K_{nu-1} [DLMF 10.29.2].
   */
  ParameterSeries bessel(String name, IExpr order, ParameterSeries x) {
    IExpr first = constant(x);
    if (over.vanishes().test(first)) {
      throw new UnsupportedExpressionException(
          "its formula has " + name + " of what vanishes there");
    }
    boolean isFirstKind = name.equals("BesselI");
    IExpr value = bessel(isFirstKind, order, first);
    IExpr next = bessel(isFirstKind, Symja.sum(order, isFirstKind ? F.C1 : F.CN1), first);
    IExpr slope =
        Symja.product(
            isFirstKind ? F.C1 : F.CN1,
            Symja.sum(Symja.product(order, F.Power(first, F.CN1), value), next));
    List<IExpr> taylor = new ArrayList<>(List.of(value, slope));
    IExpr square = F.Sqr(first);
    for (int n = 0; taylor.size() < over.count(); n++) {
      IExpr middle = Symja.sum(square, F.Sqr(order), F.ZZ(-(long) n * n));
      IExpr sum =
          Symja.sum(
              Symja.product(middle, taylor.get(n)),
              Symja.product(F.ZZ(-(n + 1L) * (2L * n + 1)), first, taylor.get(n + 1)),
              n < 1 ? F.C0 : Symja.product(F.C2, first, taylor.get(n - 1)),
              n < 2 ? F.C0 : taylor.get(n - 2));
      IExpr below = Symja.product(F.ZZ((n + 1L) * (n + 2L)), square);
      taylor.add(Symja.product(sum, F.Power(below, F.CN1)));
    }
    IntFunction<IExpr> coefficient = taylor::get;
    return over.compose(x, coefficient);
  }

  /** K_-nu is K_nu. */
  private static IExpr bessel(boolean isFirstKind, IExpr order, IExpr x) {
    IExpr positive = order.isNegative() ? order.negate() : order;
    return Symja.evaluate(isFirstKind ? F.BesselI(order, x) : F.BesselK(positive, x));
  }
}
