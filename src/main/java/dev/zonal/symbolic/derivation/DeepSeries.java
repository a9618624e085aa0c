package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ConstantRing;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.symbolic.ring.LayerSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a network of symbolic depth carries from layer to layer, as power series in the chord r at
 * coincidence whose coefficients are functions of the number l of layers.
 *
 * <p>A layer acts on the coefficient of r^n of one number by a multiplication and by what the
 * coefficients before it bring: a linear recursion in l, which {@link LayerSums} solves by sums of
 * terms c l^p x^q, x = s^l or w^l. That they are the numbers for every l is then proved by
 * induction: put into the step, they give their values at l + 1, identically in l, x and the
 * parameters.
 */
final class DeepSeries {
  private static final int SPARE_ORDERS = 6;

  private final SymbolicKernel kernel;
  private final int order;
  private final ConstantRing ring = new ConstantRing();
  private final PowerSeriesArithmetic<LaurentPolynomial> over;
  private final Layers<PowerSeries<LaurentPolynomial>> layers;
  private final LayerSums sums;
  private final boolean keepsChord;
  private final List<LaurentPolynomial> chord = new ArrayList<>();
  private final List<List<LaurentPolynomial>> state = new ArrayList<>();

  private DeepSeries(SymbolicKernel kernel, int order) {
    this.kernel = kernel;
    this.order = order;
    this.over = PowerSeriesArithmetic.over(ring, order + 1 + SPARE_ORDERS);
    this.layers = kernel.recursion().over(over);
    LaurentPolynomial slope = next(List.of(ring.of(0), ring.of(1))).coefficient(1);
    this.keepsChord = slope.equals(ring.of(1));
    this.sums = sums(kernel, ring, slope);
  }

  /**
   * The series modulo r^(order+1).
   *
   * @throws UnsupportedExpressionException if their coefficients are no such sums
   */
  static DeepSeries of(SymbolicKernel kernel, int order) {
    DeepSeries series = new DeepSeries(kernel, order);
    Angle<PowerSeries<LaurentPolynomial>> first =
        series.layers.maps().first(series.angle(List.of(series.ring.of(0), series.ring.of(1))));
    series.solveChord(first.chord());
    series.solveState(series.layers.start(first));
    return series;
  }

  /**
   * The sums of powers of l and of those x^l that solve the recursions of a network.
   *
   * @param slope by which a layer multiplies the chord
   * @throws UnsupportedExpressionException if there are none in closed form
   */
  private static LayerSums sums(SymbolicKernel kernel, ConstantRing ring, LaurentPolynomial slope) {
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

  /** The angle whose chord has the given coefficients. */
  private Angle<PowerSeries<LaurentPolynomial>> angle(List<LaurentPolynomial> coefficients) {
    return ChordAngle.ofChord(over, series(coefficients));
  }

  private PowerSeries<LaurentPolynomial> series(List<LaurentPolynomial> coefficients) {
    PowerSeries<LaurentPolynomial> r = over.variable(ring.of(1));
    // Known to vanish at r = 0 where the first coefficient is the number zero.
    PowerSeries<LaurentPolynomial> sum = over.constant(coefficients.get(coefficients.size() - 1));
    for (int n = coefficients.size() - 2; n >= 0; n--) {
      sum = over.multiply(sum, r);
      if (!coefficients.get(n).isZero()) {
        sum = over.add(sum, over.constant(coefficients.get(n)));
      }
    }
    return sum;
  }

  /** The chord behind one more layer. */
  private PowerSeries<LaurentPolynomial> next(List<LaurentPolynomial> coefficients) {
    return layers.maps().layer(1).next(angle(coefficients)).chord();
  }

  private void solveChord(PowerSeries<LaurentPolynomial> start) {
    LaurentPolynomial scale = start.coefficient(1);
    chord.add(ring.of(0));
    chord.add(keepsChord ? scale : ring.multiply(scale, sums.x()));
    for (int n = 2; n <= order; n++) {
      chord.add(unknown());
      chord.set(n, solved(next(chord).coefficient(n), start.coefficient(n)));
    }
    PowerSeries<LaurentPolynomial> stepped = next(chord);
    for (int n = 1; n <= order; n++) {
      require(stepped.coefficient(n), chord.get(n));
    }
  }

  private void solveState(List<PowerSeries<LaurentPolynomial>> start) {
    Angle<PowerSeries<LaurentPolynomial>> angle = angle(chord);
    start.forEach(any -> state.add(new ArrayList<>(List.of(ring.of(0)))));
    for (int i = 0; i < start.size(); i++) {
      List<LaurentPolynomial> numbers = state.get(i);
      numbers.clear();
      for (int n = 0; n <= order; n++) {
        numbers.add(unknown());
        LaurentPolynomial stepped = step(angle).get(i).coefficient(n);
        numbers.set(n, solved(stepped, start.get(i).coefficient(n)));
      }
    }
    List<PowerSeries<LaurentPolynomial>> stepped = step(angle);
    for (int i = 0; i < start.size(); i++) {
      for (int n = 0; n <= order; n++) {
        require(stepped.get(i).coefficient(n), state.get(i).get(n));
      }
    }
  }

  private List<PowerSeries<LaurentPolynomial>> step(Angle<PowerSeries<LaurentPolynomial>> angle) {
    return layers.step(1, angle, states());
  }

  private List<PowerSeries<LaurentPolynomial>> states() {
    return state.stream().map(this::series).toList();
  }

  /** The induction step: behind one more layer a number is what it is at l + 1. */
  private void require(LaurentPolynomial stepped, LaurentPolynomial claim) {
    if (!stepped.equals(sums.next(claim))) {
      throw new IdentityException("the induction step of " + kernel + " fails");
    }
  }

  private LaurentPolynomial unknown() {
    return ring.variable("y");
  }

  /** The solution of what a layer makes of the unknown. */
  private LaurentPolynomial solved(LaurentPolynomial rule, LaurentPolynomial start) {
    Map<Integer, LaurentPolynomial> byPower = rule.byPowers(unknown());
    return sums.solve(
        byPower.getOrDefault(1, LaurentPolynomial.ZERO),
        byPower.getOrDefault(0, LaurentPolynomial.ZERO),
        start);
  }

  ConstantRing ring() {
    return ring;
  }

  LayerSums sums() {
    return sums;
  }

  /** The coefficients of r^0, r^1, ... of the chord behind l layers. */
  List<LaurentPolynomial> chord() {
    return List.copyOf(chord);
  }

  /** The coefficients of r^0, r^1, ... of a number behind l layers. */
  List<LaurentPolynomial> state(int number) {
    return List.copyOf(state.get(number));
  }

  /** The value at u = 1 that the kernel is divided by. */
  LaurentPolynomial scale() {
    return layers.scale(over.constant(sums.l()), states()).coefficient(0);
  }

  /** The coefficient of r^n in the kernel before the division. */
  LaurentPolynomial unscaled(int n) {
    return layers.unscaled(angle(chord)::cosine, states()).coefficient(n);
  }

  /**
   * What a layer makes of the coefficient of r^n of the chord, with y for the coefficient.
   *
   * @param n at least 2
   */
  LaurentPolynomial rule(int n) {
    List<LaurentPolynomial> before = new ArrayList<>(chord.subList(0, n));
    before.add(unknown());
    return next(before).coefficient(n);
  }

  /** The coefficient of r^n of the chord before the first layer. */
  LaurentPolynomial start(int n) {
    return layers.maps().first(angle(List.of(ring.of(0), ring.of(1)))).chord().coefficient(n);
  }
}
