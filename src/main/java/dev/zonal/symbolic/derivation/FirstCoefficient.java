package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.expansion.Recursion;
import dev.zonal.symbolic.form.NormalForm;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.symbolic.ring.LayerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A_1, the coefficient of the chord at coincidence, as a function of the depth L.
 *
 * <p>Modulo r^2 the angle after l layers has the chord s_0 s^l r, and a layer acts on the state by
 * an affine map, whose solution {@link DeepSeries} proves.
 */
public final class FirstCoefficient {
  private static final IExpr X = Symja.symbol("x");
  private static final int DEEPEST_CHECKED = 12;

  private final SymbolicKernel kernel;
  private final LayerRecursion recursion;
  private final DeepSeries series;
  private final LayerWriter writer;

  private FirstCoefficient(SymbolicKernel kernel) {
    this.kernel = kernel;
    this.recursion = kernel.recursion();
    this.series = DeepSeries.of(kernel, 1);
    this.writer = new LayerWriter(series.ring(), recursion.decaying());
  }

  /**
   * A_1(L, parameters) with its derivation.
   *
   * @param kernel of symbolic depth
   * @throws UnsupportedExpressionException if there is no closed form of this kind
   */
  public static Derivation of(SymbolicKernel kernel) {
    return weighted(kernel, named -> new FirstCoefficient(named).derive());
  }

  /**
   * The first odd coefficient that does not vanish, A_1, or A_3 for a covariance.
   *
   * @throws UnsupportedExpressionException if there is no closed form of it
   */
  static Derivation leading(SymbolicKernel kernel) {
    return AntipodalSlope.order(kernel) == 1 ? of(kernel) : ThirdCoefficient.of(kernel);
  }

  /** The same with its limit for large L, if that is finite. */
  static Derivation leadingWithLimit(SymbolicKernel kernel) {
    Derivation first = leading(kernel);
    return DepthLimit.of(kernel, first)
        .map(limit -> first.withResult(DepthLimit.added(first.result(), limit)))
        .map(both -> both.withTitle(first.title() + ", and its limit for large L"))
        .orElse(first);
  }

  /**
   * A coefficient with the weights of the kernel put in, derived for the symbol beta where biases
   * shrink the chord: that has no roots to stand in the way of its factors.
   */
  static Derivation weighted(
      SymbolicKernel kernel, Function<SymbolicKernel, Derivation> coefficient) {
    Derivation general =
        kernel
            .recursion()
            .layer()
            .shrinking()
            .filter(beta -> !(beta instanceof Symbol))
            .map(beta -> withValue(kernel, beta, coefficient))
            .orElseGet(() -> coefficient.apply(kernel));
    Derivation weighted = kernel.weighted(general);
    return weighted.withResult(
        weighted.result().stream().map(e -> e.withRight(kernel::simple)).toList());
  }

  private static Derivation withValue(
      SymbolicKernel kernel, Parameter beta, Function<SymbolicKernel, Derivation> coefficient) {
    IExpr symbol = Symja.symbol("beta");
    IExpr value = beta.in(new SymbolicArithmetic(new Definitions()));
    Derivation given =
        coefficient
            .apply(kernel.naming(beta, "beta"))
            .mapped(e -> e.withRight(right -> Symja.replace(right, symbol, value)));
    return given.withVerification(verify(kernel, given.definitions(), given.result()));
  }

  /** The value at u = 1 that the kernel is divided by, as a function of L; with x = w^L. */
  static Derivation scale(SymbolicKernel kernel) {
    FirstCoefficient first = new FirstCoefficient(kernel);
    IExpr scale = NormalForm.of(first.writer.written(first.series.scale()));
    return new Derivation(
        "", List.of(), first.definitions(scale), List.of(new Equation(F.C1, inDepth(scale))), "");
  }

  /** The names in an expression, among them x, the power of the base behind the last layer. */
  private List<Equation> definitions(IExpr e) {
    List<Equation> definitions = new ArrayList<>(series.ring().definitions());
    if (!e.isFree(X)) {
      IExpr base = writer.written(series.sums().base());
      definitions.add(new Equation(X, F.Power(base, Symja.symbol("L"))));
    }
    return definitions;
  }

  private static IExpr inDepth(IExpr e) {
    return Symja.replace(e, Symja.symbol("l"), Symja.symbol("L"));
  }

  private Derivation derive() {
    IExpr l = Symja.symbol("l");
    List<Equation> states = new ArrayList<>();
    for (int i = 0; i < recursion.names().size(); i++) {
      IExpr letter = Indexed.of(recursion.names().get(i), l);
      states.add(new Equation(letter, jet(series.state(i).get(0), series.state(i).get(1))));
    }
    IExpr quotient = writer.quotient(series.unscaled(1), series.scale());
    List<Equation> definitions = definitions(quotient);
    Equation first = new Equation(Indexed.of("A", F.C1), inDepth(quotient));
    return new Derivation(
        "`%s`: the coefficient $A_1$ of the chord $r = \\lVert x - z\\rVert$ at $u = 1$"
            .formatted(kernel),
        steps(states, series.chord().get(1)),
        definitions,
        List.of(first),
        verify(kernel, definitions, List.of(first)));
  }

  /** In x_l, the power of the base at the layer l, where it is x. */
  private IExpr jet(LaurentPolynomial value, LaurentPolynomial slope) {
    IExpr jet =
        Symja.sum(
            NormalForm.of(writer.written(value)),
            Symja.product(NormalForm.of(writer.written(slope)), Symja.symbol("r")));
    return Symja.replace(jet, X, Indexed.of("x", Symja.symbol("l")));
  }

  /** The recursion modulo r^2, its solution, and the induction that proves it. */
  private List<Derivation.Step> steps(List<Equation> states, LaurentPolynomial chord) {
    IExpr l = Symja.symbol("l");
    Equation angle = new Equation(Indexed.of("theta", l), jet(LaurentPolynomial.ZERO, chord));
    List<Equation> solution = new ArrayList<>();
    Stream.concat(Stream.of(angle), states.stream())
        .filter(e -> !e.right().isFree(Indexed.of("x", l), true))
        .findFirst()
        .ifPresent(
            e ->
                solution.add(
                    new Equation(
                        Indexed.of("x", l), F.Power(writer.written(series.sums().base()), l))));
    solution.addAll(states);
    List<Derivation.Step> steps = new ArrayList<>();
    steps.add(
        new Derivation.Step(
            "The recursion of the kernel; it is normalised by its value at $u = 1$",
            Recursion.rules(recursion, new Definitions(), false)));
    steps.add(
        Derivation.Step.of(
            "Let $\\theta_l = \\arccos u_l$. Modulo $r^2$ one has $u_l = 1$, $\\kappa_1(u_l) = 1$,"
                + " $\\kappa_0(u_l) = 1 - \\theta_l/\\pi$, and a layer multiplies the angle by a"
                + " constant, so that",
            angle));
    if (!states.isEmpty()) {
      steps.addAll(induction(states, solution));
    }
    return steps;
  }

  private List<Derivation.Step> induction(List<Equation> states, List<Equation> solution) {
    IExpr l = Symja.symbol("l");
    IExpr next = Symja.sum(l, F.C1);
    List<Equation> start =
        states.stream().map(e -> at(e, l, F.C0)).map(this::withoutPower).toList();
    return List.of(
        new Derivation.Step(
            "This makes the recursion linear. Claim: its solution is, modulo $r^2$ and for all"
                + " $l \\ge 0$",
            solution),
        new Derivation.Step("Proof by induction. For $l = 0$ the claim is the start", start),
        new Derivation.Step(
            "If the claim holds for $l$, the recursion gives at $l + 1$ (identically in $l$, in"
                + " the powers and in the parameters) what the claim says there",
            states.stream().map(e -> at(e, l, next)).toList()));
  }

  /** The claim for another index. */
  static Equation at(Equation claim, IExpr l, IExpr index) {
    return new Equation(
        Symja.replace(claim.left(), l, index), Symja.replace(claim.right(), l, index));
  }

  private Equation withoutPower(Equation atZero) {
    return atZero.withRight(right -> Symja.replace(right, Indexed.of("x", F.C0), F.C1));
  }

  /**
   * The formulas of some A_n against the chord series of the catalogue's kernel, at random depths.
   */
  static String verify(
      SymbolicKernel kernel, List<Equation> definitions, List<Equation> coefficients) {
    List<Integer> orders = coefficients.stream().map(e -> e.left().first().toIntDefault()).toList();
    return new Verification("A_n(L) of " + kernel)
        .check(
            random -> randomDepth(kernel, random),
            ExpressionEvaluator.side(
                definitions, coefficients.stream().map(Equation::right).toList()),
            (over, point) -> numerically(kernel, orders, over, point));
  }

  /** The depth L and the parameters. */
  static Map<String, Rational> randomDepth(SymbolicKernel kernel, SplittableRandom random) {
    Map<String, Rational> point = kernel.randomParameters(random);
    point.put("L", Rational.of(random.nextInt(1, DEEPEST_CHECKED + 1)));
    return point;
  }

  /** Some A_n over balls. */
  static List<Ball> numerically(
      SymbolicKernel kernel,
      List<Integer> orders,
      BallArithmetic over,
      Map<String, Rational> point) {
    Kernel deep = kernel.withDepth(point.get("L").intValue()).at(point);
    int count = Collections.max(orders) + 1;
    List<Ball> series = ExactChordExpansion.numerically(deep, End.COINCIDENCE, count, over);
    return orders.stream().map(series::get).toList();
  }
}
