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
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.symbolic.ring.LayerWriter;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A_0, A_1, ..., A_n, the coefficients of the powers of the chord r at coincidence, as functions of
 * the depth L: from what {@link DeepSeries} finds the layers to carry modulo r^(n+1).
 */
final class DeepExpansion {
  private static final int MOST = 9;
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr DEPTH = Symja.symbol("L");
  private static final IExpr R = Symja.symbol("r");
  private static final IExpr X = Symja.symbol("x");

  private final SymbolicKernel kernel;
  private final int order;
  private final DeepSeries series;
  private final LayerWriter writer;

  private DeepExpansion(SymbolicKernel kernel, int order) {
    this.kernel = kernel;
    this.order = order;
    this.series = DeepSeries.of(kernel, order);
    this.writer = new LayerWriter(series.ring(), kernel.recursion().decaying());
  }

  /**
   * The coefficients with their derivation.
   *
   * @param kernel of symbolic depth
   * @param order the last power, 0 to 9
   * @throws UnsupportedExpressionException if one has no closed form of this kind
   */
  static Derivation of(SymbolicKernel kernel, int order) {
    if (order < 0 || order > MOST) {
      throw new UnsupportedExpressionException(
          "for the depth L the order must be from 0 to %d, not %d; give L for more"
              .formatted(MOST, order));
    }
    try {
      return FirstCoefficient.weighted(kernel, named -> new DeepExpansion(named, order).derive());
    } catch (UnsupportedExpressionException e) {
      throw new UnsupportedExpressionException(
          ("%s: the coefficients of the chord to r^%d have no closed form in L here (%s); the first odd"
                  + " one may have: derive without --order and --terms, or give L")
              .formatted(kernel, order, e.getMessage()));
    }
  }

  private Derivation derive() {
    LaurentPolynomial scale = series.scale();
    List<Equation> result = new ArrayList<>();
    for (int n = 0; n <= order; n++) {
      IExpr quotient = writer.quotient(series.unscaled(n), scale);
      result.add(new Equation(Indexed.of("A", Symja.of(n)), Symja.replace(quotient, LAYER, DEPTH)));
    }
    List<Equation> definitions = new ArrayList<>(series.ring().definitions());
    if (result.stream().anyMatch(e -> !e.right().isFree(X))) {
      definitions.add(new Equation(X, F.Power(writer.written(series.sums().base()), DEPTH)));
    }
    return new Derivation(
        "`%s`: the coefficients $A_0, \\dots, A_{%d}$ of the powers of the chord"
                .formatted(kernel, order)
            + " $r = \\lVert x - z\\rVert$ at $u = 1$",
        steps(),
        definitions,
        result,
        FirstCoefficient.verify(kernel, definitions, result));
  }

  /** What the layers carry, and the induction that proves it. */
  private List<Derivation.Step> steps() {
    IExpr next = Symja.sum(LAYER, F.C1);
    List<Equation> claim = new ArrayList<>(List.of(numbers("r", series.chord())));
    List<String> names = kernel.recursion().names();
    for (int i = 0; i < names.size(); i++) {
      claim.add(numbers(names.get(i), series.state(i)));
    }
    List<Equation> all = new ArrayList<>(claim);
    IExpr power = Indexed.of("x", LAYER);
    if (claim.stream().anyMatch(e -> !e.right().isFree(power, true))) {
      all.add(0, new Equation(power, F.Power(writer.written(series.sums().base()), LAYER)));
    }
    return List.of(
        new Derivation.Step(
            "The recursion of the kernel; it is normalised by its value at $u = 1$",
            Recursion.rules(kernel.recursion(), new Definitions(), false)),
        Derivation.Step.of(
            "Let $r_l$ be the chord behind layer $l$, so that $u_l = 1 - r_l^2/2$ and"
                + " $\\theta_l = 2 \\arcsin(r_l/2)$. Then $\\kappa_0(u_l) = 1 - \\theta_l/\\pi$ and"
                + " $\\kappa_1(u_l) = (\\sin \\theta_l + (\\pi - \\theta_l) \\cos \\theta_l)/\\pi$ are"
                + " power series in $r_l$, and coefficient by coefficient the recursion is linear"),
        new Derivation.Step(
            "Claim: its solution is, modulo $r^{%d}$ and for all $l \\ge 0$".formatted(order + 1),
            all),
        new Derivation.Step(
            "Proof by induction. For $l = 0$ the claim is the start. If it holds for $l$, the"
                + " recursion gives at $l + 1$ (identically in $l$, in the powers and in the"
                + " parameters) what the claim says there",
            claim.stream().map(e -> FirstCoefficient.at(e, LAYER, next)).toList()));
  }

  /** A number behind l layers as a polynomial in r. */
  private Equation numbers(String name, List<LaurentPolynomial> coefficients) {
    IExpr sum = F.C0;
    for (int n = 0; n < coefficients.size(); n++) {
      IExpr coefficient = NormalForm.of(writer.written(coefficients.get(n)));
      sum = Symja.sum(sum, Symja.product(coefficient, Symja.power(R, F.ZZ(n))));
    }
    return new Equation(Indexed.of(name, LAYER), Symja.replace(sum, X, Indexed.of("x", LAYER)));
  }
}
