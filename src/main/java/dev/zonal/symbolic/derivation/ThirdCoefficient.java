package dev.zonal.symbolic.derivation;

import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.expansion.Recursion;
import dev.zonal.symbolic.form.NormalForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ConstantRing;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.symbolic.ring.LayerWriter;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A_3, the coefficient of the third power of the chord r at coincidence, of a covariance as a
 * function of the depth L: its A_1 vanishes (docs/theory.md, Proposition 13.12).
 *
 * <p>Modulo r^3 the chord behind l layers is s_0 x r + y_l r^2, x = s^l. A layer makes of y_l a
 * multiple of itself and of x^2, a recursion whose solution {@link DeepSeries} proves.
 */
final class ThirdCoefficient {
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");
  private static final IExpr NAME = Indexed.of("A", Symja.of(3));
  private static final IExpr X = Symja.symbol("x");
  private static final IExpr Y = Symja.symbol("y");

  private final SymbolicKernel kernel;
  private final DeepSeries series;
  private final LayerWriter writer;

  private ThirdCoefficient(SymbolicKernel kernel) {
    this.kernel = kernel;
    this.series = DeepSeries.of(kernel, 2);
    this.writer = new LayerWriter(series.ring(), kernel.recursion().decaying());
  }

  /**
   * A_3(L, parameters) with its derivation.
   *
   * @param kernel a covariance of symbolic depth
   * @throws UnsupportedExpressionException if it is no covariance, or A_3 vanishes as well
   */
  static Derivation of(SymbolicKernel kernel) {
    if (!kernel.recursion().names().isEmpty()) {
      throw new UnsupportedExpressionException(
          kernel + ": A_3 has a closed form in L for Gaussian-process kernels only; give L");
    }
    return FirstCoefficient.weighted(kernel, named -> new ThirdCoefficient(named).derive());
  }

  private Derivation derive() {
    LaurentPolynomial first = series.chord().get(1);
    LaurentPolynomial second = series.chord().get(2);
    // 1 - u_L = r_L^2/2
    ConstantRing ring = series.ring();
    LaurentPolynomial third = ring.negate(ring.multiply(first, second));
    if (third.isZero()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": A_1 and A_3 vanish for every L; the first coefficient that does not, if there is"
              + " one, is that of expansion and constant with L given");
    }
    return derivation(steps(first, series.start(2), series.rule(2), second), first, third);
  }

  private Derivation derivation(
      List<Derivation.Step> steps, LaurentPolynomial first, LaurentPolynomial third) {
    IExpr quotient = writer.quotient(third, series.ring().of(1));
    List<Equation> definitions = new ArrayList<>(series.ring().definitions());
    if (!quotient.isFree(X)) {
      definitions.add(new Equation(X, F.Power(writer.written(series.sums().base()), DEPTH)));
    }
    Equation result = new Equation(NAME, Symja.replace(quotient, LAYER, DEPTH));
    IExpr product = Symja.product(F.CN1, layer(first), Indexed.of("y", LAYER));
    List<Derivation.Step> all = new ArrayList<>(steps);
    all.add(
        Derivation.Step.of(
            "In $f = u_L = 1 - r_L^2/2$ there is no first power of $r$, and the third has the"
                + " coefficient",
            new Equation(NAME, Symja.replace(product, LAYER, DEPTH))));
    return new Derivation(
        "`%s`: the coefficient $A_3$ of $r^3$, $r = \\lVert x - z\\rVert$, at $u = 1$, where $A_1 = 0$"
            .formatted(kernel),
        all,
        definitions,
        List.of(result),
        FirstCoefficient.verify(kernel, definitions, List.of(result)));
  }

  /** The recursion modulo r^3, its solution, and the induction that proves it. */
  private List<Derivation.Step> steps(
      LaurentPolynomial first,
      LaurentPolynomial start,
      LaurentPolynomial rule,
      LaurentPolynomial second) {
    IExpr r = Symja.symbol("r");
    IExpr y = Indexed.of("y", LAYER);
    IExpr next = Symja.sum(LAYER, F.C1);
    IExpr chord = Symja.sum(Symja.product(layer(first), r), Symja.product(y, Symja.power(r, F.C2)));
    Equation solution = new Equation(y, layer(second));
    List<Equation> claim = new ArrayList<>(List.of(solution));
    if (!series.sums().base().equals(series.ring().of(1))) {
      IExpr power = F.Power(writer.written(series.sums().base()), LAYER);
      claim.add(0, new Equation(Indexed.of("x", LAYER), power));
    }
    return List.of(
        new Derivation.Step(
            "The recursion of the kernel, whose value at $u = 1$ is 1",
            Recursion.rules(kernel.recursion(), new Definitions(), false)),
        Derivation.Step.of(
            "Let $r_l$ be the chord behind layer $l$, $u_l = 1 - r_l^2/2$. As $\\kappa_1(1 - r^2/2)"
                + " = 1 - r^2/2 + r^3/(3\\pi)$ modulo $r^4$, one has modulo $r^3$",
            new Equation(Indexed.of("r", LAYER), chord),
            new Equation(Indexed.of("y", F.C0), layer(start)),
            new Equation(Indexed.of("y", next), Symja.replace(layer(rule), Y, y))),
        new Derivation.Step("Claim: the solution is, for all $l \\ge 0$", claim),
        Derivation.Step.of(
            "Proof by induction. For $l = 0$ the claim is the start. If it holds for $l$, the"
                + " recursion gives at $l + 1$ (identically in $l$, in the powers and in the"
                + " parameters) what the claim says there",
            FirstCoefficient.at(solution, LAYER, next)));
  }

  /** In x_l, the power of the base behind the layer l, where it is x. */
  private IExpr layer(LaurentPolynomial value) {
    return Symja.replace(NormalForm.of(writer.written(value)), X, Indexed.of("x", LAYER));
  }
}
