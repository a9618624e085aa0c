package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.ArcCosineKernel;
import dev.zonal.kernel.ChordPowerKernel;
import dev.zonal.kernel.FullyConnectedTangentKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.LaplaceKernel;
import dev.zonal.kernel.PolynomialKernel;
import dev.zonal.kernel.ResidualTangentKernel;
import dev.zonal.spectrum.ChordPowerSpectrum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues eta_k (Gegenbauer coefficients) of a kernel for symbolic k and d, with the
 * derivation (docs/theory.md, section 9; docs/symbolic.md).
 *
 * <p>Every closed form is compared with exact integrals, or with a convergent series, at random k,
 * d and parameters before it is returned.
 */
public final class GegenbauerCoefficient {
  private static final int LARGEST_K = 16;
  private static final int LARGEST_D = 9;
  private static final IExpr K = Symja.symbol("k");
  private static final IExpr D = Symja.symbol("d");

  private final String name;
  private final List<Derivation.Step> steps = new ArrayList<>();

  private GegenbauerCoefficient(String name) {
    this.name = name;
  }

  /**
   * eta_k(f) for symbolic k and d.
   *
   * @throws UnsupportedExpressionException if there is no closed form for this kernel
   */
  public static Derivation of(SymbolicKernel kernel) {
    if (kernel.hasSymbolicDepth()) {
      throw new UnsupportedExpressionException(
          kernel + ": eigenvalues in closed form need a given depth, and that is L=1");
    }
    GegenbauerCoefficient derivation = new GegenbauerCoefficient(kernel.toString());
    return derivation.derive(kernel);
  }

  /** eta_k of the arc-cosine kernel of degree n, normalised to 1 at u = 1. */
  public static Derivation ofArcCosine(int degree) {
    if (degree < 0 || degree > 50) {
      throw new UnsupportedExpressionException("arccos: n must be an integer from 0 to 50");
    }
    GegenbauerCoefficient derivation = new GegenbauerCoefficient("arccos:n=" + degree);
    EigenvalueForm form = derivation.arcCosine(degree);
    String check =
        derivation.verify(
            form.piecewise(), random -> Map.of(), (over, point) -> arcCosineProfile(over, degree));
    return derivation.result(form.piecewise(), check);
  }

  /** eta_k of (1 - u^2)^p for symbolic p. */
  public static Derivation ofEvenWeight() {
    GegenbauerCoefficient derivation = new GegenbauerCoefficient("(1-u^2)^p");
    EigenvalueForm form = derivation.evenWeight(Symja.symbol("p"));
    String check =
        derivation.verify(
            form.piecewise(),
            random -> Map.of("p", BigFraction.of(random.nextInt(0, 8), 2)),
            (over, point) ->
                over.power(AngularPolynomials.sine(), point.get("p").multiply(2).longValue()));
    return derivation.result(form.piecewise(), check);
  }

  /** eta_k of the chord power r^s for symbolic s. */
  public static Derivation ofChordPower() {
    GegenbauerCoefficient derivation = new GegenbauerCoefficient("r^s");
    IExpr form = derivation.chordPower(Symja.symbol("s"));
    String check =
        derivation.verify(
            form,
            random -> Map.of("s", BigFraction.of(2L * random.nextInt(0, 5) + 1)),
            (over, point) -> over.power(over.angle().chord(), point.get("s").longValue()));
    return derivation.result(form, check);
  }

  private Derivation result(IExpr value, String check) {
    return new Derivation(
        name + ": eigenvalue eta_k on the sphere of R^d",
        steps,
        List.of(),
        List.of(new Equation(Indexed.of("eta", K), value)),
        check);
  }

  private Derivation derive(SymbolicKernel kernel) {
    Kernel k = kernel.kernel();
    if (k instanceof LaplaceKernel laplace) {
      return laplace(kernel, laplace);
    }
    if (k instanceof ChordPowerKernel power) {
      return givenChordPower(power);
    }
    EigenvalueForm form = combination(kernel);
    String check =
        verify(
            form.piecewise(),
            kernel::randomParameters,
            (over, point) -> kernel.at(point).evaluate(over, over.angle()));
    return result(form.piecewise(), check);
  }

  /**
   * A kernel that is c_1 + c_u u + ... + (a + b u) kappa_0 + c kappa_1, read off by evaluating it.
   */
  private EigenvalueForm combination(SymbolicKernel kernel) {
    Kernel k = kernel.kernel();
    boolean oneLayer =
        k instanceof ArcCosineKernel
            || k instanceof PolynomialKernel
            || k instanceof ResidualTangentKernel r && r.depth() == 1
            || k instanceof FullyConnectedTangentKernel f && f.depth() == 1;
    if (!oneLayer) {
      throw new UnsupportedExpressionException(
          kernel
              + " has no eigenvalues in closed form; one-layer kernels (L=1), arccos, chord,"
              + " polynomial and laplace have");
    }
    Definitions definitions = new Definitions();
    IExpr u = Symja.symbol("u");
    IExpr k0 = Symja.symbol("kappa0");
    IExpr k1 = Symja.symbol("kappa1");
    IExpr value = Layer.evaluate(k, definitions);
    for (int i = definitions.equations().size() - 1; i >= 0; i--) {
      Equation e = definitions.equations().get(i);
      value = Replacement.of(value, e.left(), e.right());
    }
    value = Symja.evaluate(F.ExpandAll(value));
    steps.add(
        Derivation.Step.of(
            "The kernel in u, kappa0 = kappa_0(u) and kappa1 = kappa_1(u)",
            new Equation(Symja.symbol("f"), value)));
    EigenvalueForm sum = EigenvalueForm.finite(Map.of());
    IExpr ofK1 = coefficient(value, k1);
    IExpr ofK0 = coefficient(value, k0);
    IExpr rest = Replacement.of(Replacement.of(value, k0, F.C0), k1, F.C0);
    if (!ofK1.isZero()) {
      sum = sum.plus(kappa1().times(Symja.evaluate(F.Factor(F.Together(ofK1)))));
    }
    if (!ofK0.isZero()) {
      sum = sum.plus(timesPolynomial(ofK0, u, kappa0()));
    }
    return rest.isZero() ? sum : sum.plus(timesPolynomial(rest, u, EigenvalueForm.one()));
  }

  /** The derivative, which is the coefficient: the kernel is linear in its kappas. */
  private static IExpr coefficient(IExpr value, IExpr of) {
    return Symja.evaluate(F.D(value, of));
  }

  /** p(u) f, by Horner's rule and the three-term rule for u f. */
  private EigenvalueForm timesPolynomial(IExpr polynomial, IExpr u, EigenvalueForm of) {
    int degree = 0;
    IExpr derivative = polynomial;
    List<IExpr> coefficients = new ArrayList<>();
    BigFraction factorial = BigFraction.ONE;
    while (!derivative.isZero()) {
      IExpr atZero = Replacement.of(derivative, u, F.C0);
      IExpr coefficient = Symja.product(atZero, Symja.of(factorial.reciprocal()));
      coefficients.add(Symja.evaluate(F.Factor(F.Together(coefficient))));
      derivative = Symja.evaluate(F.ExpandAll(F.D(derivative, u)));
      factorial = factorial.multiply(++degree);
    }
    if (coefficients.size() > 1) {
      steps.add(
          Derivation.Step.of(
              "Three-term rule: eta_k(u f) = ((k+d-2) eta_(k+1)(f) + k eta_(k-1)(f))/(2k+d-2) and"
                  + " eta_0(u f) = eta_1(f)"));
    }
    EigenvalueForm sum = of.times(coefficients.get(coefficients.size() - 1));
    for (int i = coefficients.size() - 2; i >= 0; i--) {
      sum = sum.timesCosine().plus(of.times(coefficients.get(i)));
    }
    return sum;
  }

  private static IExpr gamma(IExpr x) {
    return Symja.evaluate(F.Gamma(x));
  }

  private static IExpr half(IExpr... terms) {
    return Symja.product(F.C1D2, Symja.sum(terms));
  }

  private static IExpr inverse(IExpr x) {
    return Symja.power(x, F.CN1);
  }

  private static IExpr in(IExpr name, String function) {
    return F.binaryAST2(Symja.symbol(function), name, D);
  }

  /** c_d = Gamma(d/2)/(Sqrt(Pi) Gamma((d-1)/2)). */
  private static IExpr normalisation() {
    return Symja.product(gamma(half(D)), F.Power(S.Pi, F.CN1D2), inverse(gamma(half(D, F.CN1))));
  }

  /** Section 3.4 of the notes: (1-u^2)^p has no odd eigenvalues, and these even ones. */
  private EigenvalueForm evenWeight(IExpr p) {
    IExpr x = Symja.symbol("x");
    IExpr m = half(K);
    steps.add(
        Derivation.Step.of(
            "(1-u^2)^p is even, so odd k give 0. For k = 2m put x = u^2: then P_k is a Jacobi"
                + " polynomial in x, and Rodrigues' formula for it, integrated by parts m times,"
                + " moves the derivatives to (1-x)^p",
            new Equation(
                Indexed.of("eta", Symja.product(F.C2, Symja.symbol("m"))),
                Inert.product(
                    normalisation(),
                    inverse(F.Pochhammer(half(D, F.CN1), Symja.symbol("m"))),
                    Inert.integral(
                        Inert.product(
                            Inert.derivative(
                                F.Power(F.Subtract(F.C1, x), Symja.symbol("p")),
                                x,
                                Symja.symbol("m")),
                            F.Power(
                                F.Subtract(F.C1, x),
                                Symja.sum(Symja.symbol("m"), half(D, Symja.of(-3)))),
                            F.Power(x, Symja.sum(Symja.symbol("m"), F.CN1D2))),
                        x,
                        F.C0,
                        F.C1)))));
    steps.add(
        Derivation.Step.of(
            "One derivative lowers the exponent and brings a factor; m of them bring (-p)_m, up to"
                + " the sign that the integrations by parts take back",
            derivative(F.Power(F.Subtract(F.C1, x), Symja.symbol("p")), x)));
    IExpr even =
        Symja.product(
            gamma(half(D)),
            F.Power(S.Pi, F.CN1D2),
            F.Pochhammer(Symja.product(F.CN1, p), m),
            gamma(Symja.sum(p, half(D, F.CN1))),
            gamma(Symja.sum(m, F.C1D2)),
            inverse(gamma(Symja.sum(m, half(D, F.CN1)))),
            inverse(gamma(Symja.sum(p, m, half(D)))));
    steps.add(
        Derivation.Step.of(
            "The integral is Euler's Beta function", new Equation(Indexed.of("eta", K), even)));
    return new EigenvalueForm(Map.of(), even, F.C0);
  }

  /** Symja's derivative, which balls compare with a rule before it is printed. */
  private Equation derivative(IExpr f, IExpr x) {
    IExpr derived = Symja.evaluate(F.D(f, x));
    return new Equation(Inert.derivative(f, x, F.C1), derived);
  }

  private EigenvalueForm kappa0() {
    IExpr u = Symja.symbol("u");
    IExpr kappa = Symja.sum(F.C1, Symja.product(F.CN1, F.ArcCos(u), F.Power(S.Pi, F.CN1)));
    steps.add(
        Derivation.Step.of(
            "kappa_0(-u) = 1 - kappa_0(u): eta_0 = 1/2, and even k >= 2 give 0. For odd k the"
                + " derivative rule eta_k(f; d) = eta_{k-1}(f'; d+2)/d applies to",
            derivative(kappa, u)));
    EigenvalueForm weight = evenWeight(Symja.of(-1, 2));
    IExpr lifted = lifted(weight.even());
    IExpr unsimplified = Symja.product(inverse(S.Pi), inverse(D), lifted);
    IExpr closed =
        Symja.product(
            F.C1D2,
            F.Power(S.Pi, F.CN2),
            F.Sqr(Symja.product(gamma(half(D)), gamma(half(K)), inverse(gamma(half(K, D))))));
    chain("kappa_0 for odd k", unsimplified, closed, 1);
    return new EigenvalueForm(Map.of(0, F.C1D2), F.C0, closed);
  }

  /** An expression in k and d at k - 1 and d + 2. */
  private static IExpr lifted(IExpr form) {
    IExpr shifted = Replacement.of(form, K, Symja.sum(K, F.CN1));
    return Replacement.of(shifted, D, Symja.sum(D, F.C2));
  }

  private EigenvalueForm kappa1() {
    IExpr u = Symja.symbol("u");
    EigenvalueForm below = kappa0();
    steps.add(
        Derivation.Step.of(
            "kappa_1(-u) = kappa_1(u) - u: odd k >= 3 give 0. The derivative of kappa_1 is kappa_0,"
                + " so the derivative rule gives eta_1 = eta_0(kappa_0)/d and, for even k >= 2,"
                + " eta_k = eta_{k-1}(kappa_0; d+2)/d. For k = 0 integrate kappa_1 = u kappa_0 +"
                + " Sqrt(1-u^2)/Pi",
            derivative(IndexedAngle.kappa1(u), u)));
    IExpr unsimplified = Symja.product(inverse(D), lifted(below.odd()));
    IExpr closed =
        Symja.product(
            F.C1D2,
            F.Power(S.Pi, F.CN2),
            inverse(D),
            F.Sqr(
                Symja.product(
                    gamma(half(D, F.C2)),
                    gamma(half(K, F.CN1)),
                    inverse(gamma(half(K, D, F.C1))))));
    chain("kappa_1 for even k >= 2", unsimplified, closed, 0);
    IExpr atZero =
        Symja.sum(
            below.at(1),
            Symja.product(inverse(S.Pi), Replacement.of(evenWeightQuietly(F.C1D2), K, F.C0)));
    chainAtZero("kappa_1 at k = 0", atZero, Replacement.of(closed, K, F.C0));
    return new EigenvalueForm(Map.of(1, Symja.product(F.C1D2, inverse(D))), closed, F.C0);
  }

  private IExpr evenWeightQuietly(IExpr p) {
    return new GegenbauerCoefficient(name).evenWeight(p).even();
  }

  /** Two forms of one number, compared at random k of a parity and d. */
  private void chain(String what, IExpr before, IExpr after, int parity) {
    new Verification(what)
        .check(
            random ->
                Map.of(
                    "k", BigFraction.of(2L * random.nextInt(1, 20) + parity),
                    "d", BigFraction.of(random.nextInt(2, 20))),
            (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(before)),
            (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(after)));
    steps.add(Derivation.Step.of(what + ", put together", new Equation(before, after)));
  }

  private void chainAtZero(String what, IExpr before, IExpr after) {
    new Verification(what)
        .check(
            random -> Map.of("d", BigFraction.of(random.nextInt(2, 40))),
            (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(before)),
            (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(after)));
    steps.add(Derivation.Step.of(what, new Equation(before, after)));
  }

  private IExpr chordPower(IExpr s) {
    IExpr u = Symja.symbol("u");
    IExpr power = F.Power(Symja.product(F.C2, Symja.sum(F.C1, Symja.product(F.CN1, u))), half(s));
    steps.add(
        Derivation.Step.of(
            "Rodrigues' formula, integrated by parts k times",
            new Equation(
                Indexed.of("eta", K),
                Inert.product(
                    normalisation(),
                    F.Power(F.C2, Symja.product(F.CN1, K)),
                    inverse(F.Pochhammer(half(D, F.CN1), K)),
                    Inert.integral(
                        Inert.product(
                            Inert.derivative(power, u, K),
                            F.Power(
                                F.Subtract(F.C1, F.Sqr(u)), Symja.sum(K, half(D, Symja.of(-3))))),
                        u,
                        F.CN1,
                        F.C1)))));
    steps.add(
        Derivation.Step.of(
            "One derivative of (1-u)^(s/2) brings the factor -s/2, the next 1-s/2, and so on: k of"
                + " them bring (-s/2)_k",
            derivative(F.Power(F.Subtract(F.C1, u), half(s)), u)));
    IExpr form = ChordPowerDerivation.formula(s);
    steps.add(
        Derivation.Step.of(
            "The integral of (1-u)^(s/2+(d-3)/2) (1+u)^(k+(d-3)/2) is 2^(s/2+k+d-2) times Euler's"
                + " Beta function at s/2+(d-1)/2 and k+(d-1)/2",
            new Equation(Indexed.of("eta", K), form)));
    return form;
  }

  private Derivation givenChordPower(ChordPowerKernel kernel) {
    if (kernel.s().getDenominator().abs().intValue() != 1) {
      throw new UnsupportedExpressionException(
          kernel
              + ": only integer exponents can be certified; the formula for symbolic s is"
              + " that of chord:s=s");
    }
    IExpr form = chordPower(Symja.of(kernel.s()));
    String check =
        verify(form, random -> Map.of(), (over, point) -> kernel.evaluate(over, over.angle()));
    return result(form, check);
  }

  /** Sum over n of (-c)^n/n! Lambda_k(n), even and odd n apart, as hypergeometric series. */
  private Derivation laplace(SymbolicKernel kernel, LaplaceKernel laplace) {
    Definitions none = new Definitions();
    IExpr c = laplace.c().in(new SymbolicArithmetic(none));
    IExpr n = Symja.symbol("n");
    chordPower(Symja.symbol("s"));
    steps.add(
        Derivation.Step.of(
            "exp(-c r) is the sum of (-c)^n r^n/n!, so eta_k is the sum of (-c)^n lambda_k(n)/n!"
                + " over n >= 0. Even n below 2k give 0; n = 2(k+i) and n = 2j+1 give two series"
                + " whose terms have rational ratios",
            new Equation(
                Indexed.of("eta", K),
                Inert.sum(
                    Inert.product(
                        F.Power(Symja.product(F.CN1, c), n),
                        inverse(F.Factorial(n)),
                        F.binaryAST2(Symja.symbol("lambda"), K, n)),
                    n))));
    IExpr even =
        Symja.product(
            F.Power(F.CN1, K),
            gamma(half(D)),
            F.Power(F.C2, Symja.sum(D, F.CN2)),
            F.Power(c, Symja.product(F.C2, K)),
            gamma(Symja.sum(K, half(D, F.CN1))),
            inverse(gamma(Symja.sum(K, F.C1D2))),
            inverse(gamma(Symja.sum(Symja.product(F.C2, K), D, F.CN1))),
            F.HypergeometricPFQ(
                F.list(Symja.sum(K, half(D, F.CN1))),
                F.list(Symja.sum(K, F.C1D2), Symja.sum(Symja.product(F.C2, K), D, F.CN1)),
                F.Sqr(c)));
    IExpr odd =
        Symja.product(
            c,
            ChordPowerDerivation.formula(F.C1),
            F.HypergeometricPFQ(
                F.list(half(D)),
                F.list(
                    Symja.sum(Symja.of(3, 2), Symja.product(F.CN1, K)), Symja.sum(K, D, F.CN1D2)),
                F.Sqr(c)));
    IExpr value = Symja.sum(even, Symja.product(F.CN1, odd));
    String check =
        new Verification("the eigenvalues of " + name)
            .check(
                random -> point(random, kernel.randomParameters(random)),
                (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(value)),
                (over, point) ->
                    List.of(laplaceSeries(over, (LaplaceKernel) kernel.at(point), point)));
    return result(value, check);
  }

  /** The series itself, in the numerical package's own Lambda_k(n). */
  static Ball laplaceSeries(
      BallArithmetic over, LaplaceKernel kernel, Map<String, BigFraction> point) {
    Ball c = kernel.c().in(over);
    int k = point.get("k").intValue();
    int d = point.get("d").intValue();
    Ball sum = over.of(0);
    Ball power = over.of(1);
    for (int n = 0; ; n++) {
      sum = over.add(sum, over.multiply(power, ChordPowerSpectrum.of(d, n).in(over, k)));
      power = over.scale(over.multiply(power, over.negate(c)), BigFraction.of(1, n + 1L));
      // |Lambda_k(n)| <= 2^n, and from here on the terms 2^n c^n/n! halve at least.
      Ball rest = over.multiply(power, over.power(over.of(2), n + 2L));
      if (n + 2 >= 4 * Math.ceil(c.toDouble() + 1) && rest.magnitude() < -over.bits()) {
        return sum.inflate(rest);
      }
    }
  }

  private EigenvalueForm arcCosine(int degree) {
    IExpr n = Symja.of(degree);
    steps.add(
        Derivation.Step.of(
            "The kernel is the mean of relu^n(w.x) relu^n(w.z) over the sphere, so by Funk and"
                + " Hecke eta_k is the square of the eigenvalue of the half-line power (u)_+^n,"
                + " over the mean of (w.x)_+^(2n)"));
    IExpr half = halfLine(n);
    IExpr mean = Replacement.of(halfLine(Symja.of(2L * degree)), K, F.C0);
    steps.add(
        Derivation.Step.of(
            "Half-line power: Rodrigues' formula, integrated by parts k times for large n, continues"
                + " to all n; it is 0 where Gamma has a pole below the line",
            new Equation(F.binaryAST2(Symja.symbol("lambda"), K, n), half),
            new Equation(Symja.symbol("mean"), mean)));
    IExpr generic = Symja.product(F.Sqr(half), inverse(mean));
    Map<Integer, IExpr> special = new TreeMap<>();
    for (int k = degree % 2; k <= degree; k += 2) {
      special.put(k, Replacement.of(generic, K, Symja.of(k)));
    }
    boolean evenDegree = degree % 2 == 0;
    return new EigenvalueForm(special, evenDegree ? F.C0 : generic, evenDegree ? generic : F.C0);
  }

  /** Gamma(d/2) Gamma(a+1)/(2^(a+1) Gamma((a-k)/2+1) Gamma((a+k+d)/2)). */
  private static IExpr halfLine(IExpr a) {
    return Symja.product(
        gamma(half(D)),
        gamma(Symja.sum(a, F.C1)),
        F.Power(F.C2, Symja.product(F.CN1, Symja.sum(a, F.C1))),
        inverse(gamma(Symja.sum(half(a, Symja.product(F.CN1, K)), F.C1))),
        inverse(gamma(half(a, K, D))));
  }

  /** J_n/(pi (2n-1)!!), J_(n+1) = (2n+1) cos(theta) J_n - sin(theta) J_n', J_0 = pi - theta. */
  static LaurentPolynomial arcCosineProfile(AngularPolynomials over, int degree) {
    Angle<LaurentPolynomial> angle = over.angle();
    LaurentPolynomial tau = over.subtract(over.pi(), angle.theta());
    // J = a + tau b with a, b polynomials in the sine and cosine: kept apart for the derivative.
    TrigonometricPolynomial a = TrigonometricPolynomial.zero();
    TrigonometricPolynomial b = TrigonometricPolynomial.one();
    LaurentPolynomial scale = over.pi();
    for (int n = 0; n < degree; n++) {
      TrigonometricPolynomial slope = a.derivative().minus(b);
      TrigonometricPolynomial nextA = a.timesCosine().times(2 * n + 1).minus(slope.timesSine());
      b = b.timesCosine().times(2 * n + 1).minus(b.derivative().timesSine());
      a = nextA;
      scale = over.scale(scale, BigFraction.of(2L * n + 1));
    }
    LaurentPolynomial sum = over.add(a.in(over), over.multiply(tau, b.in(over)));
    return over.divide(sum, scale);
  }

  private interface Profile {
    LaurentPolynomial at(AngularPolynomials over, Map<String, BigFraction> point);
  }

  private interface Parameters {
    Map<String, BigFraction> draw(SplittableRandom random);
  }

  private static Map<String, BigFraction> point(
      SplittableRandom random, Map<String, BigFraction> parameters) {
    Map<String, BigFraction> point = new HashMap<>(parameters);
    point.put("k", BigFraction.of(random.nextInt(0, LARGEST_K)));
    point.put("d", BigFraction.of(random.nextInt(2, LARGEST_D)));
    return point;
  }

  /** The closed form against the exact integral at random k, d and parameters. */
  private String verify(IExpr value, Parameters parameters, Profile profile) {
    AngularPolynomials exact = new AngularPolynomials();
    return new Verification("the eigenvalues of " + name)
        .check(
            random -> point(random, parameters.draw(random)),
            (over, point) -> List.of(new ExpressionEvaluator(over, point).evaluate(value)),
            (over, point) ->
                List.of(
                    AngularPolynomials.value(
                        exact.eigenvalue(
                            profile.at(exact, point),
                            point.get("k").intValue(),
                            point.get("d").intValue()),
                        over)));
  }
}
