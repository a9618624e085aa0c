package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
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
import dev.zonal.symbolic.ring.ConstantRing;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.symbolic.ring.LayerSums;
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
 * an affine map. Component by component this is a linear recursion in l, which {@link LayerSums}
 * solves by sums of terms c l^p x^q, x = s^l or w^l. That they are the state for every l is then
 * proved by induction: put into the step, they give their values at l + 1, identically in l, x and
 * the parameters.
 */
public final class FirstCoefficient {
  private static final IExpr X = Symja.symbol("x");
  private static final int SERIES_ORDER = 8;
  private static final int DEEPEST_CHECKED = 12;

  private final SymbolicKernel kernel;
  private final LayerRecursion recursion;
  private final ConstantRing ring = new ConstantRing();
  private final PowerSeriesArithmetic<LaurentPolynomial> over =
      PowerSeriesArithmetic.over(ring, SERIES_ORDER);
  private final Layers<PowerSeries<LaurentPolynomial>> layers;
  private final LaurentPolynomial slope;
  private final LayerSums sums;
  private final LayerWriter writer;

  private FirstCoefficient(SymbolicKernel kernel, LayerRecursion recursion) {
    this.kernel = kernel;
    this.recursion = recursion;
    this.layers = recursion.over(over);
    this.slope = layers.maps().layer(1).next(angle(ring.of(1))).chord().coefficient(1);
    this.sums = sums(kernel, ring, slope);
    this.writer = new LayerWriter(ring, recursion.decaying());
  }

  /**
   * The sums of powers of l and of those x^l that solve the recursions of a network.
   *
   * @param slope by which a layer multiplies the chord
   * @throws UnsupportedExpressionException if there are none in closed form
   */
  static LayerSums sums(SymbolicKernel kernel, ConstantRing ring, LaurentPolynomial slope) {
    LayerRecursion recursion = kernel.recursion();
    LaurentPolynomial decay = recursion.over(ring).decay();
    if (recursion.decaying().isEmpty() && !decay.equals(ring.of(1))) {
      throw new UnsupportedExpressionException(
          kernel
              + ": biases have a sum over the layers in closed form for blocks of ReLU with sw2=2"
              + " only; give L");
    }
    return new LayerSums(
        ring,
        ring.variable("l"),
        ring.variable("x"),
        slope.equals(ring.of(1)) ? decay : slope,
        decay,
        recursion.decaySum(ring));
  }

  /**
   * A_1(L, parameters) with its derivation.
   *
   * @param kernel of symbolic depth
   * @throws UnsupportedExpressionException if there is no closed form of this kind
   */
  public static Derivation of(SymbolicKernel kernel) {
    return weighted(kernel, named -> new FirstCoefficient(named, named.recursion()).derive());
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
    return given.withVerification(verify(kernel, given.definitions(), given.result().get(0)));
  }

  /** The value at u = 1 that the kernel is divided by, as a function of L; with x = w^L. */
  static Derivation scale(SymbolicKernel kernel) {
    FirstCoefficient first = new FirstCoefficient(kernel, kernel.recursion());
    IExpr scale = NormalForm.of(first.writer.written(first.scale(first.solved())));
    return new Derivation(
        "", List.of(), first.definitions(scale), List.of(new Equation(F.C1, inDepth(scale))), "");
  }

  private boolean keepsChord() {
    return slope.equals(ring.of(1));
  }

  /** The angle whose chord is {@code scale} r. */
  private Angle<PowerSeries<LaurentPolynomial>> angle(LaurentPolynomial scale) {
    PowerSeries<LaurentPolynomial> r = over.variable(ring.of(1));
    return ChordAngle.ofChord(over, over.multiply(over.constant(scale), r));
  }

  /** The angle and the state behind l layers, for every l. */
  private record Solution(
      Angle<PowerSeries<LaurentPolynomial>> angle, List<LaurentPolynomial> state) {}

  private Derivation derive() {
    return derivation(solved());
  }

  private Solution solved() {
    Angle<PowerSeries<LaurentPolynomial>> first = layers.maps().first(angle(ring.of(1)));
    LaurentPolynomial scale = first.chord().coefficient(1);
    Angle<PowerSeries<LaurentPolynomial>> angle =
        angle(keepsChord() ? scale : ring.multiply(scale, sums.x()));
    List<LaurentPolynomial> state = solve(angle, jets(layers.start(first)));
    List<LaurentPolynomial> stepped = jets(layers.step(1, angle, series(state)));
    for (int i = 0; i < state.size(); i++) {
      if (!stepped.get(i).equals(sums.next(state.get(i)))) {
        throw new IdentityException("the induction step of A_1(L) of " + kernel + " fails");
      }
    }
    return new Solution(angle, state);
  }

  /** Each number of the state from those before it. */
  private List<LaurentPolynomial> solve(
      Angle<PowerSeries<LaurentPolynomial>> angle, List<LaurentPolynomial> start) {
    LaurentPolynomial unknown = ring.variable("y");
    List<LaurentPolynomial> state =
        new ArrayList<>(Collections.nCopies(start.size(), LaurentPolynomial.ZERO));
    for (int i = 0; i < start.size(); i++) {
      state.set(i, unknown);
      LaurentPolynomial stepped = jets(layers.step(1, angle, series(state))).get(i);
      Map<Integer, LaurentPolynomial> byPower = stepped.byPowers(unknown);
      LaurentPolynomial multiplier = byPower.getOrDefault(1, LaurentPolynomial.ZERO);
      LaurentPolynomial forcing = byPower.getOrDefault(0, LaurentPolynomial.ZERO);
      state.set(i, sums.solve(multiplier, forcing, start.get(i)));
    }
    return state;
  }

  private static List<LaurentPolynomial> jets(List<PowerSeries<LaurentPolynomial>> state) {
    return state.stream().flatMap(s -> Stream.of(s.coefficient(0), s.coefficient(1))).toList();
  }

  private List<PowerSeries<LaurentPolynomial>> series(List<LaurentPolynomial> jets) {
    List<PowerSeries<LaurentPolynomial>> state = new ArrayList<>();
    PowerSeries<LaurentPolynomial> r = over.variable(ring.of(1));
    for (int i = 0; i < jets.size(); i += 2) {
      state.add(
          over.add(over.constant(jets.get(i)), over.multiply(over.constant(jets.get(i + 1)), r)));
    }
    return state;
  }

  private LaurentPolynomial scale(Solution solution) {
    return layers.scale(over.constant(sums.l()), series(solution.state)).coefficient(0);
  }

  /** The names in an expression, among them x, the power of the base behind the last layer. */
  private List<Equation> definitions(IExpr e) {
    List<Equation> definitions = new ArrayList<>(ring.definitions());
    if (!e.isFree(X)) {
      definitions.add(new Equation(X, F.Power(writer.written(sums.base()), Symja.symbol("L"))));
    }
    return definitions;
  }

  private static IExpr inDepth(IExpr e) {
    return Symja.replace(e, Symja.symbol("l"), Symja.symbol("L"));
  }

  private Derivation derivation(Solution solution) {
    Angle<PowerSeries<LaurentPolynomial>> angle = solution.angle;
    List<LaurentPolynomial> state = solution.state;
    IExpr l = Symja.symbol("l");
    List<Equation> states = new ArrayList<>();
    for (int i = 0; i < recursion.names().size(); i++) {
      IExpr letter = Indexed.of(recursion.names().get(i), l);
      states.add(new Equation(letter, jet(state.get(2 * i), state.get(2 * i + 1))));
    }
    LaurentPolynomial slope = layers.unscaled(angle::cosine, series(state)).coefficient(1);
    IExpr quotient = writer.quotient(slope, scale(solution));
    List<Equation> definitions = definitions(quotient);
    Equation first = new Equation(Indexed.of("A", F.C1), inDepth(quotient));
    return new Derivation(
        "`%s`: the coefficient $A_1$ of the chord $r = \\lVert x - z\\rVert$ at $u = 1$"
            .formatted(kernel),
        steps(states, angle.chord().coefficient(1)),
        definitions,
        List.of(first),
        verify(kernel, definitions, first));
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
                    new Equation(Indexed.of("x", l), F.Power(writer.written(sums.base()), l))));
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

  /** The formula against the chord series of the catalogue's kernel, at random depths. */
  static String verify(SymbolicKernel kernel, List<Equation> definitions, Equation coefficient) {
    int n = coefficient.left().first().toIntDefault();
    return new Verification("A_" + n + "(L) of " + kernel)
        .check(
            random -> randomDepth(kernel, random),
            ExpressionEvaluator.side(definitions, List.of(coefficient.right())),
            (over, point) -> numerically(kernel, n, over, point));
  }

  /** The depth L and the parameters. */
  static Map<String, Rational> randomDepth(SymbolicKernel kernel, SplittableRandom random) {
    Map<String, Rational> point = kernel.randomParameters(random);
    point.put("L", Rational.of(random.nextInt(1, DEEPEST_CHECKED + 1)));
    return point;
  }

  /** A_n over balls. */
  static List<Ball> numerically(
      SymbolicKernel kernel, int n, BallArithmetic over, Map<String, Rational> point) {
    Kernel deep = kernel.withDepth(point.get("L").intValue()).at(point);
    return ExactChordExpansion.numerically(deep, End.COINCIDENCE, n + 1, over).subList(n, n + 1);
  }
}
