package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.PowerSeries;
import dev.zonal.arithmetic.PowerSeriesArithmetic;
import dev.zonal.kernel.ChordAngle;
import dev.zonal.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A_1, the coefficient of the chord at coincidence, as a function of the depth L.
 *
 * <p>One layer acts on the state modulo r^2, and on the first coefficient of its chord, by a linear
 * recursion with constant coefficients. The state after L = 1, ..., 5 layers is interpolated by a
 * polynomial in L; that it is the state for every L is then proved by induction: put into the step,
 * the polynomial at l gives the polynomial at l + 1, identically in l and the parameters.
 */
public final class FirstCoefficient {
  private static final int DEGREE = 4;
  private static final int SERIES_ORDER = 8;
  private static final int DEEPEST_CHECKED = 12;

  private FirstCoefficient() {}

  /**
   * A_1(L, parameters) with its derivation.
   *
   * @param kernel of symbolic depth
   * @throws UnsupportedExpressionException if the state is no polynomial in the depth
   */
  public static Derivation of(SymbolicKernel kernel) {
    LayerRecursion recursion = LayerRecursion.of(kernel.kernel());
    Recursion.checkAgainstCatalogue(kernel, recursion);
    ConstantRing ring = new ConstantRing();
    PowerSeriesArithmetic<LaurentPolynomial> over = PowerSeriesArithmetic.over(ring, SERIES_ORDER);
    LaurentPolynomial l = ring.variable("l");

    // data.get(n): (state_0, state_0', state_1, ...) after n layers
    List<List<LaurentPolynomial>> data = new ArrayList<>();
    ChordAngle<PowerSeries<LaurentPolynomial>> start = angle(ring, over);
    List<PowerSeries<LaurentPolynomial>> state = recursion.start(over, start);
    data.add(jets(state));
    for (int n = 1; n <= DEGREE; n++) {
      state = recursion.step(over, start, fromJets(ring, over, data.get(n - 1)));
      data.add(jets(state));
    }
    requireChordKept(ring, over, recursion, kernel);
    List<LaurentPolynomial> guess = interpolate(ring, data, l);
    List<LaurentPolynomial> stepped =
        jets(recursion.step(over, start, fromJets(ring, over, guess)));
    List<LaurentPolynomial> expected = interpolate(ring, data, ring.add(l, ring.of(1)));
    if (!stepped.equals(expected)) {
      throw new UnsupportedExpressionException(
          kernel + ": the first coefficients are no polynomials in the depth");
    }
    return derivation(kernel, recursion, ring, over, guess, stepped);
  }

  /** Every angle is r + O(r^2) as long as one layer keeps the chord to first order. */
  private static ChordAngle<PowerSeries<LaurentPolynomial>> angle(
      ConstantRing ring, PowerSeriesArithmetic<LaurentPolynomial> over) {
    return ChordAngle.ofChord(over, over.variable(ring.of(1)));
  }

  private static void requireChordKept(
      ConstantRing ring,
      PowerSeriesArithmetic<LaurentPolynomial> over,
      LayerRecursion recursion,
      SymbolicKernel kernel) {
    LaurentPolynomial slope =
        angle(ring, over)
            .throughLayer(recursion.arc(over), recursion.constant(over))
            .chord()
            .coefficient(1);
    if (!slope.equals(ring.of(1))) {
      throw new UnsupportedExpressionException(
          kernel + ": a layer changes the chord to first order");
    }
  }

  private static List<LaurentPolynomial> jets(List<PowerSeries<LaurentPolynomial>> state) {
    List<LaurentPolynomial> jets = new ArrayList<>();
    for (PowerSeries<LaurentPolynomial> series : state) {
      jets.add(series.coefficient(0));
      jets.add(series.coefficient(1));
    }
    return jets;
  }

  private static List<PowerSeries<LaurentPolynomial>> fromJets(
      ConstantRing ring,
      PowerSeriesArithmetic<LaurentPolynomial> over,
      List<LaurentPolynomial> jets) {
    List<PowerSeries<LaurentPolynomial>> state = new ArrayList<>();
    PowerSeries<LaurentPolynomial> r = over.variable(ring.of(1));
    for (int i = 0; i < jets.size(); i += 2) {
      state.add(
          over.add(over.constant(jets.get(i)), over.multiply(over.constant(jets.get(i + 1)), r)));
    }
    return state;
  }

  /** Lagrange's polynomial through the nodes 0, 1, ..., at {@code l}. */
  private static List<LaurentPolynomial> interpolate(
      ConstantRing ring, List<List<LaurentPolynomial>> data, LaurentPolynomial l) {
    List<LaurentPolynomial> result = new ArrayList<>();
    for (int i = 0; i < data.get(0).size(); i++) {
      LaurentPolynomial sum = LaurentPolynomial.ZERO;
      for (int n = 0; n < data.size(); n++) {
        LaurentPolynomial basis = ring.of(1);
        for (int m = 0; m < data.size(); m++) {
          if (m != n) {
            LaurentPolynomial factor = ring.subtract(l, ring.of(m));
            basis = ring.scale(ring.multiply(basis, factor), BigFraction.of(1, n - m));
          }
        }
        sum = ring.add(sum, ring.multiply(basis, data.get(n).get(i)));
      }
      result.add(sum);
    }
    return result;
  }

  private static Derivation derivation(
      SymbolicKernel kernel,
      LayerRecursion recursion,
      ConstantRing ring,
      PowerSeriesArithmetic<LaurentPolynomial> over,
      List<LaurentPolynomial> guess,
      List<LaurentPolynomial> stepped) {
    IExpr l = Symja.symbol("l");
    IExpr depth = Symja.symbol("L");
    List<Equation> states = new ArrayList<>();
    List<Equation> induction = new ArrayList<>();
    for (int i = 0; i < recursion.names().size(); i++) {
      IExpr letter = Indexed.of(recursion.names().get(i), l);
      IExpr r = Symja.symbol("r");
      states.add(new Equation(letter, jet(ring, guess.get(2 * i), guess.get(2 * i + 1), r)));
      IExpr next = Indexed.of(recursion.names().get(i), Symja.sum(l, Symja.of(1)));
      induction.add(new Equation(next, jet(ring, stepped.get(2 * i), stepped.get(2 * i + 1), r)));
    }
    PowerSeries<LaurentPolynomial> finished =
        recursion.finish(
            over,
            over.constant(ring.variable("l")),
            angle(ring, over),
            fromJets(ring, over, guess));
    IExpr first = Replacement.of(ring.written(finished.coefficient(1)), l, depth);
    // Common factors of the state and its normalisation; checked below like everything else.
    first = Symja.evaluate(F.Factor(F.Together(first)));
    List<Derivation.Step> steps =
        List.of(
            new Derivation.Step(
                "Modulo r^2 every angle is r, so kappa_0 = 1 - r/pi and kappa_1 = 1; the state"
                    + " after l layers, interpolated through l = 0, ..., 4",
                states),
            new Derivation.Step(
                "Induction step: one more layer gives the same polynomial at l + 1, identically",
                induction));
    String check = verify(kernel, ring, first);
    return new Derivation(
        kernel + ": the coefficient A_1 of the chord at u = 1",
        steps,
        ring.definitions(),
        List.of(new Equation(Indexed.of("A", Symja.of(1)), first)),
        check);
  }

  private static IExpr jet(
      ConstantRing ring, LaurentPolynomial value, LaurentPolynomial slope, IExpr r) {
    return Symja.sum(ring.written(value), Symja.product(ring.written(slope), r));
  }

  /** The formula against the chord series of the catalogue's kernel, at random depths. */
  private static String verify(SymbolicKernel kernel, ConstantRing ring, IExpr first) {
    return new Verification("A_1(L) of " + kernel)
        .check(
            random -> randomDepth(kernel, random),
            (over, point) ->
                new ExpressionEvaluator(over, point).evaluate(ring.definitions(), List.of(first)),
            (over, point) -> numerically(kernel, over, point));
  }

  /** The depth L and the parameters. */
  static Map<String, BigFraction> randomDepth(SymbolicKernel kernel, SplittableRandom random) {
    Map<String, BigFraction> point = kernel.randomParameters(random);
    point.put("L", BigFraction.of(random.nextInt(1, DEEPEST_CHECKED + 1)));
    return point;
  }

  /** A_1 over balls. */
  static List<Ball> numerically(
      SymbolicKernel kernel, BallArithmetic over, Map<String, BigFraction> point) {
    Kernel deep = kernel.withDepth(point.get("L").intValue()).at(point);
    return ExactChordExpansion.numerically(deep, End.COINCIDENCE, 2, over).subList(1, 2);
  }
}
