package dev.zonal.symbolic.expansion;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ConstantRing;
import dev.zonal.symbolic.ring.InteriorAngle;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The first coefficients of a kernel in powers of the chord at one end (docs/theory.md, section
 * 10), or of u, exact: for symbolic parameters they are polynomials in sigma and 1/pi, at the
 * antipode also in the named constants that the layers bring.
 *
 * @param end where
 * @param definitions the named constants
 * @param coefficients of the powers 0, 1, 2, ...
 */
public record ExactChordExpansion(End end, List<Equation> definitions, List<IExpr> coefficients) {
  /** Orders that the quotients of a first layer may cost. */
  private static final int SPARE_ORDERS = 2;

  /**
   * Expands a kernel and checks every coefficient against a series over balls, which runs in
   * another chart.
   *
   * @param order the last power wanted
   * @throws UnsupportedExpressionException if the kernel is no power series there, or contains
   *     constants that have no exact form here
   * @throws IdentityException if balls refute a coefficient
   */
  public static ExactChordExpansion of(SymbolicKernel kernel, End end, int order) {
    return of(new ConstantRing(), kernel, end, order);
  }

  /**
   * The expansion with its constants in a ring that may have some already. Away from u = 1 the
   * number of terms written out grows like a high power of the order: long factors have names
   * there.
   */
  public static ExactChordExpansion of(
      ConstantRing ring, SymbolicKernel kernel, End end, int order) {
    int layers = kernel.kernel().network().map(NetworkKernel::depth).orElse(0);
    return in(ring.namingFactorsLongerThan(end.longestFactor(layers)), kernel, end, order);
  }

  /** The expansion with all products multiplied out, which only low orders allow. */
  public static ExactChordExpansion multipliedOut(SymbolicKernel kernel, End end, int order) {
    return in(new ConstantRing(), kernel, end, order);
  }

  private static ExactChordExpansion in(
      ConstantRing ring, SymbolicKernel kernel, End end, int order) {
    kernel.requireClosedDuals();
    if (end.chart().isChord()) {
      requireIntegerPowers(kernel);
    }
    ExactChordExpansion expansion = expand(ring, kernel.kernel(), end, order);
    expansion.verify(kernel);
    return expansion;
  }

  private static void requireIntegerPowers(SymbolicKernel kernel) {
    if (kernel.kernel().isComposedOfAnalyticDuals()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": it is analytic in u at both ends, so that its expansions there have even powers of"
              + " the chords only and there is no power law; derive expansion --end equator has its"
              + " power series in u, spectrum the eigenvalues");
    }
    int root = kernel.kernel().chordRoot();
    if (root > 1) {
      throw new UnsupportedExpressionException(
          kernel
              + ": behind a layer of steps it is a power series in r^(1/%s), not in the chord; derive"
                  .formatted(root)
              + " recursion has the function, derive expansion --end equator its power series in u,"
              + " spectrum the eigenvalues");
    }
    if (kernel.names("sb2")) {
      throw new UnsupportedExpressionException(
          kernel
              + ": the variances of layers with biases are quotients that do not cancel in chord"
              + " expansions; give numbers for sw2 and sb2");
    }
    Optional<MaternLaw> matern = MaternLaw.of(kernel.kernel());
    if (matern.isPresent()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": it is no power series in the chord, which begins with "
              + Prose.parse("$" + matern.get().leading() + "$").plain()
              + " beside even powers; derive constant and asymptotics have its law");
    }
    Optional<RealPowerLaw> law = RealPowerLaw.of(kernel.kernel());
    if (law.isPresent()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": its powers of the chord are no integers, the first is r^("
              + law.get().exponent()
              + "); derive expansion has them, derive constant and asymptotics its law");
    }
  }

  private static ExactChordExpansion expand(ConstantRing ring, Kernel kernel, End end, int order) {
    PowerSeriesArithmetic<LaurentPolynomial> over =
        PowerSeriesArithmetic.over(ring, order + 1 + SPARE_ORDERS);
    PowerSeries<LaurentPolynomial> series = kernel.evaluate(over, angle(ring, kernel, end, over));
    List<IExpr> coefficients = new ArrayList<>();
    for (int n = 0; n <= order; n++) {
      coefficients.add(ring.written(series.coefficient(n)));
    }
    return new ExactChordExpansion(end, ring.definitions(), coefficients);
  }

  private static Angle<PowerSeries<LaurentPolynomial>> angle(
      ConstantRing ring, Kernel kernel, End end, PowerSeriesArithmetic<LaurentPolynomial> over) {
    if (end == End.ANTIPODE) {
      return InteriorAngle.variable(ring, over);
    }
    // Duals of analytic activations ask for the cosine alone.
    return end == End.COINCIDENCE || kernel.isComposedOfAnalyticDuals()
        ? end.chart().angle(over, over.variable(ring.of(1)))
        : InteriorAngle.ofCosine(ring, over);
  }

  private void verify(SymbolicKernel kernel) {
    new Verification("the expansion " + end.letter() + " of " + kernel)
        .check(
            kernel::randomParameters,
            ExpressionEvaluator.side(definitions, coefficients),
            (over, point) -> numerically(kernel.at(point), end, coefficients.size(), over));
  }

  /** The first coefficients over balls, by the kernel's own angles. */
  public static List<Ball> numerically(Kernel kernel, End end, int count, BallArithmetic balls) {
    PowerSeriesArithmetic<Ball> over = PowerSeriesArithmetic.overBalls(balls, count + SPARE_ORDERS);
    Angle<PowerSeries<Ball>> at = end.chart().angle(over, over.variable(balls.of(1)));
    PowerSeries<Ball> series = kernel.evaluate(over, at);
    return IntStream.range(0, count).mapToObj(series::coefficient).toList();
  }

  /** The angle between the points as a series. */
  private List<Derivation.Step> angle() {
    if (!end.chart().isChord()) {
      return List.of();
    }
    boolean isNear = end == End.COINCIDENCE;
    IExpr r = Symja.symbol("r");
    IExpr square = F.Times(F.C1D2, F.Sqr(r));
    IExpr twice = F.Times(F.C2, F.ArcSin(F.Times(F.C1D2, r)));
    return List.of(
        Derivation.Step.of(
            "Near $u = %s$ the cosine $u = \\cos \\theta$ and the angle are"
                .formatted(isNear ? "1" : "-1"),
            new Equation(
                Symja.symbol("u"), isNear ? F.Subtract(F.C1, square) : F.Plus(F.CN1, square)),
            new Equation(Symja.symbol("theta"), isNear ? twice : F.Subtract(S.Pi, twice))));
  }

  private String rule(SymbolicKernel kernel) {
    String variable = end.chart().isChord() ? "r" : "u";
    String rule = "Everything is a power series in $" + variable + "$, multiplied out exactly";
    if (!kernel.kernel().isComposedOfAnalyticDuals()) {
      rule +=
          "; $\\kappa_0 = 1 - \\theta/\\pi$ and"
              + " $\\kappa_1 = (\\sin \\theta + (\\pi - \\theta) \\cos \\theta)/\\pi$";
    }
    List<Equation> used = Definitions.used(definitions, coefficients);
    if (isAmong(used, "rho")) {
      rule +=
          "; behind layer $l$ the angle at $u = -1$ is $\\pi t_l$, its cosine $\\rho_l$ and its sine $s_l$,"
              + " and $\\theta' = -u'/\\sqrt{1-u^2}$ gives its series";
    }
    return isAmong(used, "q")
        ? rule + "; factors of many terms have names $q_1, q_2, \\dots$"
        : rule;
  }

  private static boolean isAmong(List<Equation> definitions, String letters) {
    return definitions.stream().anyMatch(e -> e.left().toString().matches(letters + "[0-9]+"));
  }

  /** The expansion as a derivation to print. */
  public Derivation derivation(SymbolicKernel kernel) {
    List<Equation> result = new ArrayList<>();
    for (int n = 0; n < coefficients.size(); n++) {
      result.add(new Equation(Indexed.of(end.letter(), Symja.of(n)), coefficients.get(n)));
    }
    List<Derivation.Step> steps = new ArrayList<>(angle());
    steps.addAll(Recursion.asSteps(kernel));
    steps.add(Derivation.Step.of(rule(kernel)));
    return new Derivation(
        "`%s`: the expansion %s".formatted(kernel, end.series()),
        steps,
        definitions,
        result,
        "every coefficient checked with balls to "
            + Verification.DIGITS
            + " digits against a numerical series");
  }
}
