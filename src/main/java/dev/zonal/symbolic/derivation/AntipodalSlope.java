package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.forward.FirstOrder;
import dev.zonal.arithmetic.forward.FirstOrderArithmetic;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.kernel.IndexedAngle;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.kernel.UnrolledRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * B_s, the first odd coefficient of the chord at the antipode, of a network of symbolic depth: a
 * product over its layers (docs/theory.md, Proposition 13.13), where s = 1 for tangent kernels and
 * s = 3 for covariances.
 *
 * <p>Of the angles that the layers see only the first has a term of order s, in kappa_0 or in
 * kappa_1. What it brings each later layer multiplies by its slope at the cosine u_l behind layer
 * l, so that p_L = slope(u_1) ... slope(u_(L-1)) is what has become of it.
 */
final class AntipodalSlope {
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr BEFORE = Symja.evaluate(F.Subtract(LAYER, F.C1));
  private static final IExpr DEPTH = Symja.symbol("L");
  private static final IExpr RESULT = Symja.symbol("f");
  private static final int DEEPEST_CHECKED = 4;

  private final SymbolicKernel kernel;
  private final LayerRecursion recursion;
  private final int order;
  private final Known antipode;
  private final Definitions names = new Definitions();
  private final SymbolicArithmetic over = SymbolicArithmetic.writtenOut(names);
  private final Layers<FirstOrder<IExpr>> layers;
  private final CovarianceMap<FirstOrder<IExpr>> map;

  private AntipodalSlope(SymbolicKernel kernel) {
    this.kernel = kernel;
    this.recursion = kernel.recursion();
    this.order = order(kernel);
    this.antipode = order == 1 ? Known.FIRST : Known.THIRD;
    this.layers = recursion.over(new FirstOrderArithmetic<>(over));
    this.map = layers.maps().layer(1);
  }

  /** The s of the first odd coefficient that need not vanish: 3 for a covariance, else 1. */
  static int order(SymbolicKernel kernel) {
    return kernel.recursion().names().isEmpty() ? 3 : 1;
  }

  /**
   * The rules of the product, f = B_s.
   *
   * @throws UnsupportedExpressionException if the coefficient is no such product
   */
  static Derivation of(SymbolicKernel kernel) {
    AntipodalSlope slope = new AntipodalSlope(kernel);
    Derivation rules = slope.derive();
    slope.verify(rules);
    return kernel.weighted(rules);
  }

  private Derivation derive() {
    if (recursion.layer().shrinking().isPresent()) {
      return derivation(
          "is 0: the biases of the first layer move $u = -1$ into $(-1, 1)$, where all layers are"
              + " analytic",
          List.of(),
          List.of(new Equation(RESULT, F.C0)));
    }
    IExpr value = map.dual().value(antipode).value();
    if (value.isOne() && map.rest().value().isZero()) {
      Derivation near = FirstCoefficient.leading(kernel);
      return derivation(
          "is that at $u = 1$, since units that are even make the kernel even",
          near.definitions(),
          List.of(new Equation(RESULT, near.result().get(0).right())));
    }
    if (value.isMinusOne()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": its units are linear, so that the kernel is a polynomial without odd powers of the"
              + " chord, whose eigenvalues are zero from k = 2 on; spectrum has them");
    }
    List<FirstOrder<IExpr>> first = layers.step(1, antipode, layers.start(antipode));
    if (!multipliesSlopes(first)) {
      throw new UnsupportedExpressionException(
          "%s: B_%d is no product over the layers; give L, or --end coincidence"
              .formatted(kernel, order));
    }
    FirstOrder<IExpr> cosine = map.cosine(antipode);
    FirstOrder<IExpr> last =
        layers.unscaled(() -> new FirstOrder<>(Indexed.of("u", DEPTH), cosine.derivative()), first);
    Derivation scale = scale();
    IExpr below = F.Power(scale.result().get(0).right(), F.CN1);
    List<Equation> definitions = new ArrayList<>(names.equations());
    scale.definitions().stream().filter(e -> !definitions.contains(e)).forEach(definitions::add);
    return derivation(
        "as a product $p_L$ over the layers; $u_l$ is the cosine behind layer $l$ at $u = -1$",
        definitions,
        rules(Symja.product(slope(last), below)));
  }

  private Derivation derivation(String what, List<Equation> definitions, List<Equation> rules) {
    Equation result = rules.get(rules.size() - 1);
    Equation coefficient = new Equation(Indexed.of("B", Symja.of(order)), result.right());
    List<Equation> equations = new ArrayList<>(rules.subList(0, rules.size() - 1));
    equations.add(coefficient);
    return new Derivation(
        "`%s`: $f = B_%d$, the coefficient of the chord%s at $u = -1$, %s"
            .formatted(kernel, order, order == 1 ? "" : "'s third power", what),
        List.of(
            new Derivation.Step(
                rules.size() == 1
                    ? "Near $u = -1$, $r = \\lVert x + z\\rVert$, the coefficient of $r%s$ %s"
                        .formatted(order == 1 ? "" : "^3", what)
                    : "Near $u = -1$, $r = \\lVert x + z\\rVert$, only the first layer sees a term of"
                        + " order $r%s$, in $\\kappa_%d$, and each later layer multiplies what that"
                            .formatted(order == 1 ? "" : "^3", order == 1 ? 0 : 1)
                        + " has brought by its slope at the cosine $u_l$ that it sees"
                        + " (`docs/theory.md`, Proposition 13.13)",
                equations)),
        definitions,
        rules,
        "unrolled for $L = 1, \\dots, %d$ and checked with balls against the kernel"
            .formatted(DEEPEST_CHECKED));
  }

  /** What a number brings of order s. */
  private static IExpr slope(FirstOrder<IExpr> number) {
    return number.isConstant() ? F.C0 : number.derivative();
  }

  /** Names of the numbers that are carried from layer to layer. */
  private List<IExpr> state(IExpr layer) {
    return recursion.names().stream().map(name -> Indexed.of(name, layer)).toList();
  }

  /** The value at u = 1, a function of L. */
  private Derivation scale() {
    List<IExpr> state = state(DEPTH);
    IExpr scale = recursion.over(over).scale(DEPTH, state);
    return state.stream().allMatch(scale::isFree)
        ? new Derivation("", List.of(), List.of(), List.of(new Equation(RESULT, scale)), "")
        : FirstCoefficient.scale(kernel);
  }

  /**
   * Whether a layer behind the first multiplies by its own slope the slope of every number that has
   * one, and gives none to the others.
   */
  private boolean multipliesSlopes(List<FirstOrder<IExpr>> first) {
    Known angle = Known.at(BEFORE);
    List<IExpr> values = state(BEFORE);
    List<FirstOrder<IExpr>> state = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean isMoved = !slope(first.get(i)).isZero();
      state.add(new FirstOrder<>(values.get(i), isMoved ? Symja.symbol("slope" + i) : null));
    }
    List<FirstOrder<IExpr>> next = layers.step(1, angle, state);
    for (int i = 0; i < next.size(); i++) {
      IExpr expected = Symja.product(map.slope(angle).value(), slope(state.get(i)));
      IExpr difference = Symja.sum(slope(next.get(i)), F.Times(F.CN1, expected));
      if (!Symja.rational(difference).isZero()) {
        return false;
      }
    }
    return true;
  }

  private List<Equation> rules(IExpr factor) {
    if (factor.isZero()) {
      return List.of(new Equation(RESULT, F.C0));
    }
    IExpr u = Indexed.of("u", BEFORE);
    IExpr next = recursion.over(over).maps().layer(1).next(new IndexedAngle(BEFORE)).cosine();
    IExpr slope = map.slope(Known.at(BEFORE)).value();
    return List.of(
        new Equation(Indexed.of("u", F.C0), F.CN1),
        new Equation(
            Indexed.of("u", LAYER),
            Symja.replace(next, Indexed.of("k", BEFORE), IndexedAngle.kappa1(u))),
        new Equation(Indexed.of("p", F.C1), F.C1),
        new Equation(Indexed.of("p", LAYER), Symja.product(slope, Indexed.of("p", BEFORE))),
        new Equation(RESULT, Symja.product(factor, Indexed.of("p", DEPTH))));
  }

  /** The rules, followed to the letter, against the series of the kernel at every depth tried. */
  private void verify(Derivation rules) {
    UnrolledRules unrolled = new UnrolledRules(rules);
    for (int depth = 1; depth <= DEEPEST_CHECKED; depth++) {
      SymbolicKernel deep = kernel.withDepth(depth);
      Rational layers = Rational.of(depth);
      new Verification("B_%d(L) of %s".formatted(order, deep))
          .check(
              random -> {
                Map<String, Rational> point = deep.randomParameters(random);
                point.put("L", layers);
                return point;
              },
              unrolled::at,
              (over, at) -> numerically(deep.at(at), order, over));
    }
  }

  /** B_s over balls. */
  static List<Ball> numerically(Kernel kernel, int order, BallArithmetic over) {
    return ExactChordExpansion.numerically(kernel, End.ANTIPODE, order + 1, over)
        .subList(order, order + 1);
  }

  /** What is known of an angle, the derivative of a number being its coefficient of order s. */
  private record Known(FirstOrder<IExpr> cosine, FirstOrder<IExpr> kappa0, FirstOrder<IExpr> kappa1)
      implements Angle<FirstOrder<IExpr>> {
    /** For s = 1, pi - r + O(r^3): kappa_0 = 1 - theta/pi, and kappa_1 is of third order. */
    static final Known FIRST =
        new Known(
            FirstOrder.constant(F.CN1),
            new FirstOrder<>(F.C0, F.Power(S.Pi, F.CN1)),
            FirstOrder.constant(F.C0));

    /** For s = 3: kappa_1 = r^3/(3 pi) + O(r^5); covariances do not ask for kappa_0. */
    static final Known THIRD =
        new Known(
            FirstOrder.constant(F.CN1),
            null,
            new FirstOrder<>(F.C0, Symja.product(F.C1D3, F.Power(S.Pi, F.CN1))));

    /**
     * The angle that a later layer sees, whose cosine has no term of order s but what is passed.
     */
    static Known at(IExpr layer) {
      IExpr u = Indexed.of("u", layer);
      return new Known(
          FirstOrder.constant(u),
          FirstOrder.constant(IndexedAngle.kappa0(u)),
          FirstOrder.constant(IndexedAngle.kappa1(u)));
    }

    @Override
    public FirstOrder<IExpr> kappa0() {
      if (kappa0 == null) {
        throw beyond();
      }
      return kappa0;
    }

    @Override
    public FirstOrder<IExpr> theta() {
      throw beyond();
    }

    @Override
    public FirstOrder<IExpr> versine() {
      throw beyond();
    }

    @Override
    public FirstOrder<IExpr> chord() {
      throw beyond();
    }

    @Override
    public Known throughLayer(int degree, FirstOrder<IExpr> arc, FirstOrder<IExpr> constant) {
      throw beyond();
    }

    @Override
    public Known withCosine(FirstOrder<IExpr> u) {
      throw beyond();
    }

    private static UnsupportedExpressionException beyond() {
      return new UnsupportedExpressionException(
          "the first odd coefficients are products over the layers for activations of kappa_0 and"
              + " kappa_1 only; give L");
    }
  }
}
