package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.forward.FirstOrder;
import dev.zonal.arithmetic.forward.FirstOrderArithmetic;
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
 * B_1, the coefficient of the chord at the antipode, of a residual network of symbolic depth: a
 * product over its layers (docs/symbolic.md, section 2; docs/theory.md, Proposition 13.4).
 *
 * <p>Of the angles that the layers see only the first has a term of first order, in kappa_0. What
 * it brings into the state each later layer multiplies by its slope at the angle rho_l, so that p_L
 * = Prod_(j&lt;L) slope(rho_j), over the slope at rho_0 = -1, is what has become of it.
 */
final class AntipodalSlope {
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");
  private static final int DEEPEST_CHECKED = 4;

  private final SymbolicKernel kernel;
  private final LayerRecursion recursion;
  private final Definitions definitions = new Definitions();
  private final SymbolicArithmetic over = SymbolicArithmetic.writtenOut(definitions);
  private final Layers<FirstOrder<IExpr>> layers;

  private AntipodalSlope(SymbolicKernel kernel) {
    this.kernel = kernel;
    this.recursion = kernel.recursion();
    this.layers = recursion.over(new FirstOrderArithmetic<>(over));
  }

  /**
   * The rules of the product, f = B_1.
   *
   * @throws UnsupportedExpressionException if the coefficient is no such product
   */
  static Derivation of(SymbolicKernel kernel) {
    Derivation rules = new AntipodalSlope(kernel).derive();
    verify(kernel, rules);
    return kernel.weighted(rules);
  }

  private Derivation derive() {
    CovarianceMap<FirstOrder<IExpr>> map = layers.maps().layer(1);
    IExpr atAntipode = map.slope(Known.ANTIPODE).value();
    IExpr before = Symja.sum(LAYER, F.CN1);
    IExpr slope = map.slope(Known.at(before)).value();
    List<FirstOrder<IExpr>> first = layers.step(1, Known.ANTIPODE, layers.start(Known.ANTIPODE));
    IExpr scale = recursion.over(over).scale(DEPTH, state(DEPTH));
    boolean isScaleClosed = state(DEPTH).stream().allMatch(scale::isFree);
    // Then it is positive, as rest + arc K'(-1), unless both are zero.
    boolean isPositive = !map.dual().slope(Known.ANTIPODE).value().isNegative();
    boolean isDivisor = isPositive && !atAntipode.isZero();
    if (!isDivisor || !isScaleClosed || !multipliesSlopes(before, slope)) {
      throw new UnsupportedExpressionException(
          kernel
              + ": B_1 is written as a product over the layers for residual networks of relu and for"
              + " leaky, without biases; give L, or --end coincidence");
    }
    FirstOrder<IExpr> last = layers.unscaled(() -> Known.at(DEPTH).cosine(), first);
    IExpr brought = last.isConstant() ? F.C0 : last.derivative();
    IExpr factor = Symja.product(brought, F.Power(Symja.product(atAntipode, scale), F.CN1));
    return new Derivation(
        "`%s`: $f = B_1$, the coefficient of the chord at $u = -1$, as a product over $l$"
            .formatted(kernel),
        List.of(
            Derivation.Step.of(
                "Near $u = -1$ only the first layer sees a term of first order, and each later"
                    + " one multiplies what that has brought by its slope")),
        definitions.equations(),
        rules(before, slope, factor),
        "unrolled for $L = 1, ..., %d$ and checked with balls against the kernel"
            .formatted(DEEPEST_CHECKED));
  }

  /** Names of the numbers that are carried from layer to layer. */
  private List<IExpr> state(IExpr layer) {
    return recursion.names().stream().map(name -> Indexed.of(name, layer)).toList();
  }

  /** Whether the slope of every number after a layer is that before times the layer's own. */
  private boolean multipliesSlopes(IExpr before, IExpr slope) {
    List<IExpr> values = state(before);
    List<FirstOrder<IExpr>> state = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      state.add(new FirstOrder<>(values.get(i), Symja.symbol("slope" + i)));
    }
    List<FirstOrder<IExpr>> next = layers.step(1, Known.at(before), state);
    for (int i = 0; i < next.size(); i++) {
      IExpr expected = Symja.product(slope, state.get(i).derivative());
      IExpr found = next.get(i).isConstant() ? F.C0 : next.get(i).derivative();
      if (!Symja.rational(Symja.sum(found, F.Times(F.CN1, expected))).isZero()) {
        return false;
      }
    }
    return true;
  }

  private List<Equation> rules(IExpr before, IExpr slope, IExpr factor) {
    IExpr u = Indexed.of("u", LAYER);
    IExpr p = Indexed.of("p", LAYER);
    IExpr next = recursion.over(over).maps().layer(1).next(new IndexedAngle(before)).cosine();
    Equation f = new Equation(Symja.symbol("f"), Symja.product(factor, Indexed.of("p", DEPTH)));
    if (factor.isZero()) {
      return List.of(f);
    }
    return List.of(
        new Equation(Indexed.of("u", F.C0), F.CN1),
        new Equation(Indexed.of("p", F.C0), F.C1),
        new Equation(Indexed.of("k", LAYER), IndexedAngle.kappa1(u)),
        new Equation(Indexed.of("d", LAYER), IndexedAngle.kappa0(u)),
        new Equation(u, next),
        new Equation(p, Symja.product(slope, Indexed.of("p", before))),
        f);
  }

  /** The rules, followed to the letter, against the series of the kernel at every depth tried. */
  private static void verify(SymbolicKernel kernel, Derivation rules) {
    UnrolledRules unrolled = new UnrolledRules(rules);
    for (int depth = 1; depth <= DEEPEST_CHECKED; depth++) {
      SymbolicKernel deep = kernel.withDepth(depth);
      Rational layers = Rational.of(depth);
      new Verification("B_1(L) of " + deep)
          .check(
              random -> {
                Map<String, Rational> point = deep.randomParameters(random);
                point.put("L", layers);
                return point;
              },
              (over, at) -> List.of(unrolled.at(over, at)),
              (over, at) ->
                  ExactChordExpansion.numerically(deep.at(at), End.ANTIPODE, 2, over)
                      .subList(1, 2));
    }
  }

  /** What is known of an angle to the first order in the chord at the antipode. */
  private record Known(FirstOrder<IExpr> cosine, FirstOrder<IExpr> kappa0, FirstOrder<IExpr> kappa1)
      implements Angle<FirstOrder<IExpr>> {
    /** pi - r + O(r^3): kappa_0 = 1 - theta/pi, and kappa_1 is of third order. */
    static final Known ANTIPODE =
        new Known(
            FirstOrder.constant(F.CN1),
            new FirstOrder<>(F.C0, F.Power(S.Pi, F.CN1)),
            FirstOrder.constant(F.C0));

    /** The angle that a later layer sees, whose cosine has no term of first order. */
    static Known at(IExpr layer) {
      IndexedAngle angle = new IndexedAngle(layer);
      return new Known(
          FirstOrder.constant(angle.cosine()),
          FirstOrder.constant(angle.kappa0()),
          FirstOrder.constant(angle.kappa1()));
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
          "B_1 is a product over the layers for activations of kappa_0 and kappa_1 only; give L");
    }
  }
}
