package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.eta;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.normalisation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.form.NormalForm;
import dev.zonal.symbolic.kernel.ClosedForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ExponentialSum;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of sums of polynomials times exponentials e^(a u), by Bessel functions
 * (docs/symbolic.md, section 3): the Gaussian, and networks of one layer of exp, sin and cos.
 */
final class ExponentialEigenvalue {
  private static final IExpr U = Symja.symbol("u");
  private static final IExpr X = Symja.symbol("x");
  private static final long LONGEST_DENOMINATOR = 12;

  private ExponentialEigenvalue() {}

  /** The derivation, if the kernel is such a sum. */
  static Optional<Derivation> derive(EigenvalueSteps steps, SymbolicKernel kernel) {
    return mayBeOne(kernel.kernel())
        ? ExponentialSum.of(ClosedForm.inCosine(kernel.kernel(), U).expanded())
            .map(sum -> derive(steps, kernel, sum))
        : Optional.empty();
  }

  /** Deeper networks are none, and long when written out. */
  private static boolean mayBeOne(Kernel kernel) {
    if (kernel.isRootExponential()) {
      return false;
    }
    return kernel.structure() instanceof Structure.Radial radial && radial.isGaussian()
        || kernel.network().filter(n -> n.depth() == 1).isPresent();
  }

  private static Derivation derive(
      EigenvalueSteps steps, SymbolicKernel kernel, ExponentialSum sum) {
    ExponentialSum named = overOneName(steps, sum.mapped(NormalForm::of));
    steps.add(
        "The kernel as a sum of polynomials in $u$ times exponentials",
        new Equation(Symja.symbol("f"), written(named)));
    addFormula(steps);
    EigenvalueForm form = new EigenvalueForm(Map.of(), F.C0, F.C0);
    for (IExpr rate : named.rates()) {
      form = form.plus(ofRate(steps, rate, named));
    }
    return steps.compared(
        form.piecewise(),
        kernel::randomParameters,
        (over, point) -> List.of(series(sum, over, point)));
  }

  /**
   * The coefficients of a normalised kernel have a denominator in common; a long one has a name.
   */
  private static ExponentialSum overOneName(EigenvalueSteps steps, ExponentialSum sum) {
    Optional<IExpr> shortest =
        sum.coefficients()
            .flatMap(c -> c.isTimes() ? ((IAST) c).stream() : Stream.of(c))
            .filter(factor -> factor.isPower() && factor.exponent().equals(F.CN1))
            .map(IExpr::base)
            .filter(denominator -> denominator.leafCount() > LONGEST_DENOMINATOR)
            .distinct()
            .min(Comparator.comparingLong(denominator -> length(times(sum, denominator))));
    return shortest
        .map(q -> times(sum, q).mapped(c -> Symja.product(c, inverse(steps.name("q", q)))))
        .orElse(sum);
  }

  private static ExponentialSum times(ExponentialSum sum, IExpr factor) {
    return sum.mapped(coefficient -> NormalForm.of(Symja.product(coefficient, factor)));
  }

  private static long length(ExponentialSum sum) {
    return sum.coefficients().mapToLong(IExpr::leafCount).sum();
  }

  private static IExpr written(ExponentialSum sum) {
    IExpr written = F.C0;
    for (Map.Entry<IExpr, List<IExpr>> term : sum.terms().entrySet()) {
      IExpr exponential = F.Exp(Symja.product(term.getKey(), U));
      for (int j = 0; j < term.getValue().size(); j++) {
        IExpr power = F.Power(U, F.ZZ(j));
        written = Symja.sum(written, Symja.product(term.getValue().get(j), power, exponential));
      }
    }
    return written;
  }

  private static void addFormula(EigenvalueSteps steps) {
    IExpr exponential = F.Exp(Symja.product(X, U));
    steps.add(
        "Write $\\eta_k(g, d)$ for the eigenvalue of a function $g(u)$. For $e^{x u}$ Rodrigues'"
            + " formula, integrated by parts $k$ times, brings $x^k$",
        new Equation(
            eta(K, exponential, D),
            Inert.product(
                normalisation(),
                F.Power(F.C2, Symja.product(F.CN1, K)),
                F.Power(X, K),
                inverse(F.Pochhammer(half(D, F.CN1), K)),
                Inert.integral(
                    Inert.product(
                        exponential,
                        F.Power(F.Subtract(F.C1, F.Sqr(U)), Symja.sum(K, half(D, Symja.of(-3))))),
                    U,
                    F.CN1,
                    F.C1))));
    steps.add(
        "The integral is Poisson's for a Bessel function, $x > 0$; $e^{-x u}$ has $(-1)^k$ times the"
            + " same",
        new Equation(eta(K, exponential, D), BesselPair.EXPONENTIAL.written(X)));
  }

  /**
   * Those of p(u) e^(a u) + q(u) e^(-a u): as eta_k(u^j e^(-a u)) is (-1)^(j+k) eta_k(u^j e^(a u)),
   * those of (p(u) + (-1)^k q(-u)) e^(a u).
   */
  private static EigenvalueForm ofRate(EigenvalueSteps steps, IExpr rate, ExponentialSum sum) {
    if (rate.isZero()) {
      return OneLayerEigenvalue.timesPolynomial(
          steps, sum.polynomial(rate), OneLayerEigenvalue.ONE);
    }
    return new EigenvalueForm(
        Map.of(),
        folded(steps, rate, sum.folded(rate, F.C1)),
        folded(steps, rate, sum.folded(rate, F.CN1)));
  }

  private static IExpr folded(EigenvalueSteps steps, IExpr rate, List<IExpr> polynomial) {
    BesselPair power = BesselPair.EXPONENTIAL;
    for (int j = 1; j < polynomial.size(); j++) {
      power = power.derivative(X);
      IExpr function = Symja.product(F.Power(U, F.ZZ(j)), F.Exp(Symja.product(X, U)));
      steps.add(
          j == 1
              ? "A factor $u$ is a derivative in $x$; with $I_n' = I_{n+1} + n I_n/x$ and"
                  + " $I_{n+1}' = I_n - (n+1) I_{n+1}/x$"
              : "And once more",
          new Equation(eta(K, function, D), power.written(X)));
    }
    return BesselPair.of(polynomial, X).at(X, rate).written(rate);
  }

  /** The sum over the powers of u, whose eigenvalues are rational. */
  private static Ball series(ExponentialSum sum, BallArithmetic over, Map<String, Rational> point) {
    ExpressionEvaluator at = new ExpressionEvaluator(over, point);
    int k = point.get("k").intValue();
    int d = point.get("d").intValue();
    Ball total = over.of(0);
    for (Map.Entry<IExpr, List<IExpr>> term : sum.terms().entrySet()) {
      for (int j = 0; j < term.getValue().size(); j++) {
        Ball coefficient = at.evaluate(term.getValue().get(j));
        Ball series = series(over, at.evaluate(term.getKey()), j, k, d);
        total = over.add(total, over.multiply(coefficient, series));
      }
    }
    return total;
  }

  /** Sum over n of a^n/n! eta_k(u^(n+j)). */
  private static Ball series(BallArithmetic over, Ball a, int j, int k, int d) {
    Ball sum = over.of(0);
    Ball power = over.of(1);
    Rational monomial = first(k, d);
    for (long m = k; m < j; m += 2) {
      monomial = monomial.multiply(quotient(m, k, d));
    }
    for (int n = 0; ; n++) {
      int degree = n + j;
      if (degree >= k && (degree - k) % 2 == 0) {
        sum = over.add(sum, over.scale(power, monomial));
        monomial = monomial.multiply(quotient(degree, k, d));
      }
      power = over.scale(over.multiply(power, a), Rational.of(1, n + 1L));
      // |eta_k(u^m)| <= 1, and from here on the terms a^n/n! halve at least.
      boolean halves = degree >= k && n + 2 >= 2 * Math.ceil(a.abs().toDouble() + 1);
      if (halves && power.binaryOrder() < -2L * over.bits()) {
        return sum.inflate(over.scale(power.abs(), Rational.of(2)));
      }
      if (power.isExact() && power.containsZero()) {
        return sum;
      }
    }
  }

  /** eta_k(u^(m+2))/eta_k(u^m) (docs/theory.md, Lemma 17.2). */
  private static Rational quotient(long m, int k, int d) {
    return Rational.of((m + 1) * (m + 2), (m + 2 - k) * (m + k + d));
  }

  /** eta_k(u^m) for the least m &gt;= k of the same parity, which is k: k!/(2^k (d/2)_k). */
  private static Rational first(int k, int d) {
    Rational value = Rational.ONE;
    for (int i = 0; i < k; i++) {
      value = value.multiply(Rational.of(i + 1L, d + 2L * i));
    }
    return value;
  }
}
