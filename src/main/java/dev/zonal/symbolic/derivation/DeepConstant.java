package dev.zonal.symbolic.derivation;

import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.eigenvalue.ChordPowerDerivation;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The limits of k^(d-1+s) eta_k for even and for odd k and their mean, for a depth L that is a
 * symbol: the constant of the chord power r^s times A_s + B_s, A_s - B_s and A_s, where s is 3 for
 * covariances and 1 for tangent kernels (docs/theory.md, Propositions 13.12 and 13.13). A_s is a
 * closed form in L, B_s a product over the layers, which the rules among the results define.
 */
final class DeepConstant {
  private static final IExpr MEAN = Symja.symbol("average");

  private final SymbolicKernel kernel;
  private final int s;
  private final Derivation near;
  private final Derivation far;

  private DeepConstant(SymbolicKernel kernel) {
    this.kernel = kernel;
    this.s = AntipodalSlope.order(kernel);
    this.near = FirstCoefficient.leading(kernel);
    this.far = AntipodalSlope.of(kernel);
  }

  /**
   * The constants, the rules for what they are made of, and the limit of the mean for large L.
   *
   * @throws UnsupportedExpressionException if one of the coefficients has no such form
   */
  static Derivation of(SymbolicKernel kernel) {
    DecayConstant.checkChordPower(AntipodalSlope.order(kernel));
    return new DeepConstant(kernel).derive();
  }

  private Derivation derive() {
    Equation a = near.result().get(0);
    Equation b = far.result().get(far.result().size() - 1);
    List<Equation> result = new ArrayList<>();
    far.result().stream().filter(Indexed::isRule).forEach(result::add);
    for (Parity parity : Parity.values()) {
      result.add(
          new Equation(
              Symja.symbol(parity.toString()),
              constant(kernel.simple(combined(a.right(), b.right(), parity)))));
    }
    result.add(new Equation(MEAN, constant(a.right())));
    Optional<IExpr> limit = DepthLimit.of(kernel, near);
    limit.ifPresent(value -> result.add(new Equation(DepthLimit.NAME, constant(value))));
    return new Derivation(
        title(b.right(), limit.isPresent()),
        steps(a),
        Stream.concat(near.definitions().stream(), far.definitions().stream()).distinct().toList(),
        result,
        "%s at $u = 1$; at $u = -1$ %s".formatted(near.verification(), far.verification()));
  }

  private String title(IExpr far, boolean hasLimit) {
    return "`%s`: the limits of $k^{%s}\\,\\eta_k$ over even and over odd $k$, and their mean"
            .formatted(kernel, power())
        + (Indexed.hasMembers(far)
            ? "; $p_L$ is a product over the layers, $u_l$ the cosine behind layer $l$ at $u = -1$"
            : "")
        + (hasLimit ? "; limit is that of the mean for large $L$" : "");
  }

  /** The exponent of k for which there is a limit. */
  private String power() {
    return s == 1 ? "d" : "d+2";
  }

  private static IExpr combined(IExpr near, IExpr far, Parity parity) {
    return F.Plus(near, parity == Parity.EVEN ? far : F.Times(F.CN1, far));
  }

  private IExpr constant(IExpr coefficient) {
    return Symja.product(coefficient, DecayConstant.ofChordPower(Symja.of(s)));
  }

  private List<Derivation.Step> steps(Equation a) {
    List<Derivation.Step> steps = new ArrayList<>(near.steps());
    steps.add(Derivation.Step.of("So the coefficient is", a));
    steps.addAll(far.steps());
    steps.add(
        Derivation.Step.of(
            "The eigenvalues of the chord power $r^s$", ChordPowerDerivation.equation()));
    IExpr c = Symja.symbol("c" + s);
    IExpr coefficient = Indexed.of("B", Symja.of(s));
    List<Equation> limits =
        new ArrayList<>(
            List.of(
                DecayConstant.exponent(Symja.of(s)),
                new Equation(c, DecayConstant.ofChordPower(Symja.of(s)))));
    for (Parity parity : Parity.values()) {
      limits.add(
          new Equation(
              Symja.symbol(parity.toString()),
              F.Times(c, combined(a.left(), coefficient, parity))));
    }
    limits.add(new Equation(MEAN, F.Times(c, a.left())));
    steps.add(
        new Derivation.Step(
            "As $\\eta_k \\sim (A_%d + (-1)^k B_%d)\\,\\lambda_k(%d)$ (`docs/theory.md`, section 12)"
                    .formatted(s, s, s)
                + " and $\\Gamma(k+a)/\\Gamma(k+b) \\sim k^{a-b}$, the limits are, with $c_%d$ that of"
                    .formatted(s)
                + " $k^{%s}\\,\\lambda_k(%d)$".formatted(power(), s),
            limits));
    return steps;
  }
}
