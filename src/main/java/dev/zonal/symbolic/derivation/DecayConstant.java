package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.eigenvalue.ChordPowerDerivation;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.expansion.ChordEnds;
import dev.zonal.symbolic.expansion.MaternLaw;
import dev.zonal.symbolic.expansion.RealPowerLaw;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The limits of k^(d-1+s) eta_k for even and for odd k (docs/theory.md, section 12): A_s + (-1)^k
 * B_s times the constant of the chord power r^s, where s is the smallest odd number for which the
 * coefficient does not vanish.
 */
public final class DecayConstant {
  /** Of what a kernel that is a power series in the chords consists. */
  static final String ENDS =
      "Let $r = \\lVert x - z\\rVert$ near $u = 1$, where the kernel is $\\sum A_s r^s$, and"
          + " $r = \\lVert x + z\\rVert$ near $u = -1$, where it is $\\sum B_s r^s$. Even powers are"
          + " polynomials in $u$; the odd ones have the coefficients";

  private static final long FAR = 1_000_000_000_000_000_000L;
  private static final int LARGEST_D = 40;
  private static final long LIMIT_BITS = 190;

  /** The name of the exponent e in the steps, where k^e eta_k has a limit. */
  public static final IExpr EXPONENT = Symja.symbol("exponent");

  private DecayConstant() {}

  /** d - 1 + s. */
  static Equation exponent(IExpr s) {
    return new Equation(EXPONENT, Symja.sum(Symja.symbol("d"), s, F.CN1));
  }

  /**
   * The constants and the expansion behind them.
   *
   * @param kernel whose chord expansions exist at both ends, or of symbolic depth
   * @param order the last power of the chord in the expansion
   */
  public static Derivation of(SymbolicKernel kernel, int order) {
    if (kernel.hasSymbolicDepth()) {
      return DeepConstant.of(kernel);
    }
    return RealPowerLaw.of(kernel.kernel())
        .map(law -> ofRealPower(kernel, law))
        .or(() -> MaternLaw.of(kernel.kernel()).map(law -> ofMatern(kernel, law)))
        .orElseGet(() -> given(ChordEnds.withLaws(kernel, order), order));
  }

  /** One power of the chord, no integer, gives the law of both parities. */
  private static Derivation ofRealPower(SymbolicKernel kernel, RealPowerLaw law) {
    IExpr s = Symja.of(law.exponent());
    IExpr weight = law.weight().in(new SymbolicArithmetic(new Definitions()));
    IExpr coefficient = law.isNegative() ? Symja.product(F.CN1, weight) : weight;
    IExpr value = Symja.product(coefficient, ofChordPower(s));
    Rational beyond = law.exponent().subtract(1);
    int least = ChordPowerSpectrum.leastDimension(law.exponent());
    String exponent = (beyond.signum() < 0 ? "d" : "d+") + beyond;
    return new Derivation(
        "`%s`: the limit of $k^{%s}\\,\\eta_k$ over even and over odd $k$"
                .formatted(kernel, exponent)
            + (least > 2 ? ", for $d \\ge " + least + "$" : ""),
        List.of(
            Derivation.Step.of(
                "The leading power of the chord $r$ is no integer, and the eigenvalues of $r^s$ have"
                    + " no parity; its coefficient is",
                new Equation(Indexed.of("A", s), coefficient)),
            Derivation.Step.of(
                "Since $\\Gamma(k+a)/\\Gamma(k+b) \\sim k^{a-b}$, the limit of $k^{d-1+s}$ times the"
                    + " eigenvalue $\\lambda_k(s)$ of $r^s$ is known",
                ChordPowerDerivation.equation(),
                exponent(s),
                new Equation(Symja.symbol("c1"), ofChordPower(s))),
            Derivation.Step.of("The limit is the product of both")),
        List.of(),
        List.of(
            new Equation(Symja.symbol("even"), value), new Equation(Symja.symbol("odd"), value)),
        "Propositions 12.9 and 12.10 of `docs/theory.md`");
  }

  /** The leading singular function of the chord gives the law of both parities. */
  private static Derivation ofMatern(SymbolicKernel kernel, MaternLaw law) {
    Rational beyond = law.smoothness().multiply(2).subtract(1);
    String exponent = beyond.isZero() ? "d" : (beyond.signum() < 0 ? "d" : "d+") + beyond;
    IExpr value = law.constant();
    return new Derivation(
        "`%s`: the limit of $k^{%s}\\,\\eta_k$ over even and over odd $k$"
            .formatted(kernel, exponent),
        List.of(
            Derivation.Step.of(
                "Besides even powers of the chord $r$ the kernel has $"
                    + law.leading()
                    + "$ and such of exponents larger by $2, 4, \\dots$, whose eigenvalues have no"
                    + " parity",
                exponent(Symja.of(law.smoothness().multiply(2))))),
        List.of(),
        List.of(
            new Equation(Symja.symbol("even"), value), new Equation(Symja.symbol("odd"), value)),
        "Proposition 12.14 of `docs/theory.md`");
  }

  /** lim k^(d-1+s) Lambda_k(s) = 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2) / (Sqrt(Pi) Gamma(-s/2)). */
  static IExpr ofChordPower(IExpr s) {
    IExpr d = Symja.symbol("d");
    IExpr gamma = Symja.evaluate(F.Gamma(Symja.product(F.CN1D2, s)));
    return Symja.product(
        F.Power(F.C2, Symja.sum(d, s, F.CN2)),
        F.Gamma(Symja.product(F.C1D2, d)),
        F.Gamma(Symja.product(F.C1D2, Symja.sum(d, s, F.CN1))),
        F.Power(S.Pi, F.CN1D2),
        F.Power(gamma, F.CN1));
  }

  private static Derivation given(ChordEnds ends, int order) {
    int highest = Stream.of(Parity.values()).mapToInt(ends::leading).max().orElse(0);
    List<Equation> terms = ends.coefficients(Math.max(order, highest));
    List<Equation> result = new ArrayList<>();
    List<String> laws = new ArrayList<>();
    Map<Integer, List<Equation>> limits = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      IExpr which = Symja.symbol(parity.toString());
      int s = ends.leading(parity);
      if (s == 0) {
        result.add(new Equation(which, F.C0));
        laws.add(ends.withoutLaw(parity));
        continue;
      }
      checkChordPower(s);
      result.add(
          new Equation(which, Symja.product(ends.combined(s, parity), ofChordPower(Symja.of(s)))));
      String power = s == 1 ? "d" : "d+" + (s - 1);
      laws.add("the limit of $k^{%s}\\,\\eta_k$ over %s $k$".formatted(power, parity));
      limits.merge(s, List.of(limit(parity, s)), DecayConstant::joined);
    }
    return new Derivation(
        "`%s`: decay constants; %s".formatted(ends.kernel(), String.join("; ", laws)),
        Stream.concat(
                common(terms).stream(),
                limits.entrySet().stream().map(e -> constant(e.getKey(), e.getValue())))
            .toList(),
        ends.definitions(),
        result,
        "coefficients checked with balls to 50 digits, the constants of the chord powers against"
            + " their eigenvalues at $k = 10^{18}$ and $5 \\cdot 10^{17}$, to 50 digits");
  }

  /** What the limits of both parities rest on. */
  private static List<Derivation.Step> common(List<Equation> terms) {
    return List.of(
        new Derivation.Step(ENDS, terms),
        Derivation.Step.of(
            "The eigenvalues of $r^s$ near $u = 1$, for all $k$; those of $r^s$ near $u = -1$ are"
                + " $(-1)^k$ times them",
            ChordPowerDerivation.equation()),
        Derivation.Step.of(
            "What is left over when the first odd powers are subtracted is smoother, so that"
                + " $\\eta_k \\sim (A_s + (-1)^k B_s)\\,\\lambda_k(s)$ for the first odd $s$ whose"
                + " coefficient is not zero (`docs/theory.md`, section 12). Since"
                + " $\\Gamma(k+a)/\\Gamma(k+b) \\sim k^{a-b}$, $k^{d-1+s}\\,\\lambda_k(s)$ has a"
                + " limit $c_s$"));
  }

  private static List<Equation> joined(List<Equation> one, List<Equation> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** The limits in which that of the chord power r^s is a factor. */
  private static Derivation.Step constant(int s, List<Equation> limits) {
    Equation constant = new Equation(Symja.symbol("c" + s), ofChordPower(Symja.of(s)));
    return new Derivation.Step(
        "So the exponent of $k$ and the constants are, with $s = %d$".formatted(s),
        joined(List.of(exponent(Symja.of(s)), constant), limits));
  }

  /** The limit of one parity, put together. */
  private static Equation limit(Parity parity, int s) {
    IExpr constant = Symja.symbol("c" + s);
    IExpr near = Indexed.of("A", Symja.of(s));
    IExpr far = Indexed.of("B", Symja.of(s));
    IExpr sum = parity == Parity.EVEN ? F.Plus(near, far) : F.Plus(near, F.Times(F.CN1, far));
    return new Equation(Symja.symbol(parity.toString()), F.Times(constant, sum));
  }

  /** The constant of a chord power against its eigenvalues far out, in random dimensions. */
  static void checkChordPower(int s) {
    new Verification("the constant of the chord power r^" + s)
        .check(
            random -> Map.of("d", Rational.of(random.nextInt(2, LARGEST_D))),
            ExpressionEvaluator.side(ofChordPower(Symja.of(s))),
            (over, point) -> List.of(limit(over, point.get("d").intValue(), s)));
  }

  /**
   * With K = k + (d-2)/2 the number K^(d-1+s) Lambda_k(s) is the limit times 1 + c/K^2 + O(K^-4); c
   * is eliminated between two frequencies. What is left is below 2^-200 in every dimension tried,
   * and the ball is a little wider than that.
   */
  private static Ball limit(BallArithmetic over, int d, int s) {
    ChordPowerSpectrum spectrum = ChordPowerSpectrum.of(d, s);
    Ball weighted = over.of(0);
    Ball weights = over.of(0);
    for (int sign : new int[] {1, -1}) {
      long k = sign > 0 ? FAR : FAR / 2;
      Ball frequency = over.of(Rational.of(k).add(Rational.of(d - 2, 2)));
      Ball weight = over.scale(over.square(frequency), Rational.of(sign));
      Ball value = over.multiply(spectrum.in(over, k), over.power(frequency, d - 1L + s));
      weighted = over.add(weighted, over.multiply(weight, value));
      weights = over.add(weights, weight);
    }
    Ball limit = over.divide(weighted, weights);
    return limit.inflate(over.multiply(limit, over.power(over.of(2), -LIMIT_BITS)));
  }
}
