package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalue of p(c r) exp(-c r) for a given frequency in a given odd dimension: with u = 1 -
 * r^2/2 the integral over the sphere is one of a polynomial in r times exp(-c r) over [0, 2]
 * (docs/symbolic.md, section 3).
 *
 * @param frequency k
 * @param dimension d, odd
 */
record ElementaryMatern(int frequency, int dimension) {
  /** The formula has about 2k + d terms. */
  private static final int LARGEST = 32;

  /** Whether there is such a formula, and not a long one. */
  boolean isShort() {
    return dimension % 2 == 1
        && dimension >= 3
        && frequency >= 0
        && frequency + dimension <= LARGEST;
  }

  Derivation derive(SymbolicKernel kernel, Structure.Radial radial) {
    Parameter rate = radial.rate();
    IExpr c = rate.in(new SymbolicArithmetic(new Definitions()));
    List<Rational> measure = measure();
    IExpr value = Symja.sum(constant(radial, measure, c), exponential(radial, measure, c));
    String check =
        new Verification(
                "eta_%d of %s on the sphere of R^%d".formatted(frequency, kernel, dimension))
            .check(
                kernel::randomParameters,
                ExpressionEvaluator.side(value),
                (over, point) -> {
                  Parameter at = rate instanceof Symbol s ? point.get(s.name()) : rate;
                  Map<String, Rational> given =
                      Map.of("k", Rational.of(frequency), "d", Rational.of(dimension));
                  return List.of(MaternEigenvalue.series(over, radial, at.in(over), given));
                });
    IExpr r = Symja.symbol("r");
    Equation integral =
        new Equation(
            Indexed.of("eta", F.ZZ(frequency)),
            Inert.integral(
                Inert.product(
                    polynomial(measure, r),
                    polynomial(radial.coefficients(), Symja.product(c, r)),
                    F.Exp(Symja.product(F.CN1, c, r))),
                r,
                F.C0,
                F.C2));
    return new Derivation(
        "`%s`: eigenvalue $\\eta_{%d}$ on the sphere of $\\mathbb{R}^{%d}$"
            .formatted(kernel, frequency, dimension),
        List.of(
            Derivation.Step.of(
                "With $u = 1 - r^2/2$ and $du = -r\\,dr$ the weight $(1-u^2)^{(d-3)/2}$ is a polynomial in $r$"
                    + " in odd dimensions, as $P_k(u)$ is, and every power integrates by parts",
                integral)),
        List.of(),
        List.of(new Equation(Indexed.of("eta", F.ZZ(frequency)), value)),
        check);
  }

  private static IExpr polynomial(List<Rational> coefficients, IExpr x) {
    IExpr sum = F.C0;
    for (int n = 0; n < coefficients.size(); n++) {
      IExpr power = Symja.power(x, F.ZZ(n));
      sum = Symja.sum(sum, Symja.product(Symja.of(coefficients.get(n)), power));
    }
    return sum;
  }

  /** c_d P_k(1-r^2/2) (r^2 - r^4/4)^((d-3)/2) r by the powers of r. */
  private List<Rational> measure() {
    // c_d = Gamma(d/2)/(Sqrt(Pi) Gamma((d-1)/2)) is 1/2 for d = 3, and d/(d-1) times that for d +
    // 2.
    Rational constant = Rational.of(1, 2);
    List<Rational> product = List.of(Rational.ZERO, Rational.ONE);
    List<Rational> weight =
        List.of(Rational.ZERO, Rational.ZERO, Rational.ONE, Rational.ZERO, Rational.of(-1, 4));
    for (int d = 3; d < dimension; d += 2) {
      constant = constant.multiply(Rational.of(d, d - 1L));
      product = times(product, weight);
    }
    return times(times(product, List.of(constant)), gegenbauer());
  }

  /** P_k(1 - r^2/2), by the recurrence of the polynomials with the value 1 at 1. */
  private List<Rational> gegenbauer() {
    List<Rational> u = List.of(Rational.ONE, Rational.ZERO, Rational.of(-1, 2));
    List<Rational> before = List.of(Rational.ZERO);
    List<Rational> last = List.of(Rational.ONE);
    for (int k = 0; k < frequency; k++) {
      Rational a = Rational.of(2L * k + dimension - 2, k + dimension - 2L);
      Rational b = Rational.of(-k, k + dimension - 2L);
      List<Rational> next = plus(times(times(u, last), List.of(a)), times(before, List.of(b)));
      before = last;
      last = next;
    }
    return last;
  }

  private static List<Rational> times(List<Rational> a, List<Rational> b) {
    Rational[] product = zeros(a.size() + b.size() - 1);
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        product[i + j] = product[i + j].add(a.get(i).multiply(b.get(j)));
      }
    }
    return List.of(product);
  }

  private static List<Rational> plus(List<Rational> a, List<Rational> b) {
    Rational[] sum = zeros(Math.max(a.size(), b.size()));
    for (int i = 0; i < sum.length; i++) {
      sum[i] =
          (i < a.size() ? a.get(i) : Rational.ZERO).add(i < b.size() ? b.get(i) : Rational.ZERO);
    }
    return List.of(sum);
  }

  private static Rational[] zeros(int size) {
    Rational[] zeros = new Rational[size];
    Arrays.fill(zeros, Rational.ZERO);
    return zeros;
  }

  /** The integrals of (c r)^j r^m e^(-c r) over [0, infinity): (m+j)!/c^(m+1). */
  private static IExpr constant(Structure.Radial radial, List<Rational> measure, IExpr c) {
    Map<Integer, Rational> byPower = new TreeMap<>();
    for (int m = 0; m < measure.size(); m++) {
      for (int j = 0; j <= radial.degree(); j++) {
        Rational weight = measure.get(m).multiply(radial.coefficients().get(j));
        byPower.merge(-m - 1, weight.multiply(factorialQuotient(m + j, 0)), Rational::add);
      }
    }
    return sum(byPower, c);
  }

  /** Minus those over [2, infinity): e^(-2c) Sum over i of (m+j)!/i! 2^i c^(i-m-1). */
  private static IExpr exponential(Structure.Radial radial, List<Rational> measure, IExpr c) {
    Map<Integer, Rational> byPower = new TreeMap<>();
    for (int m = 0; m < measure.size(); m++) {
      for (int j = 0; j <= radial.degree(); j++) {
        Rational weight = measure.get(m).multiply(radial.coefficients().get(j)).negate();
        for (int i = 0; i <= m + j; i++) {
          Rational term = factorialQuotient(m + j, i).multiply(Rational.of(2).pow(i));
          byPower.merge(i - m - 1, weight.multiply(term), Rational::add);
        }
      }
    }
    IExpr exponential = F.Exp(Symja.product(F.CN2, c));
    return Symja.product(exponential, sum(byPower, c));
  }

  /** n!/i!. */
  private static Rational factorialQuotient(int n, int i) {
    Rational product = Rational.ONE;
    for (int j = i + 1; j <= n; j++) {
      product = product.multiply(j);
    }
    return product;
  }

  private static IExpr sum(Map<Integer, Rational> byPower, IExpr c) {
    return Symja.sum(
        byPower.entrySet().stream()
            .map(e -> Symja.product(Symja.of(e.getValue()), power(c, e.getKey())))
            .toArray(IExpr[]::new));
  }

  private static IExpr power(IExpr c, int n) {
    return n < 0 ? inverse(Symja.power(c, F.ZZ(-n))) : Symja.power(c, F.ZZ(n));
  }
}
