package dev.zonal.symbolic.eigenvalue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.NoClosedFormException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.AngularPolynomials;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues eta_k (Gegenbauer coefficients) of a kernel for symbolic k and d, with the
 * derivation (docs/theory.md, section 9; docs/symbolic.md).
 *
 * <p>Every closed form is compared with exact integrals, or with a convergent series, at random k,
 * d and parameters before it is returned.
 */
public final class GegenbauerCoefficient {
  private GegenbauerCoefficient() {}

  /**
   * eta_k(f) for symbolic k and d.
   *
   * @throws UnsupportedExpressionException if there is no closed form for this kernel
   */
  public static Derivation of(SymbolicKernel kernel) {
    if (kernel.hasSymbolicDepth()) {
      throw new UnsupportedExpressionException(
          kernel
              + ": eigenvalues in closed form need a given depth, and that is L=1; spectrum has the"
              + " numbers of every given depth");
    }
    EigenvalueSteps steps = new EigenvalueSteps("`" + kernel + "`");
    Structure structure = kernel.kernel().structure();
    if (structure instanceof Structure.Spectral given) {
      return GivenEigenvalue.derive(steps, given);
    }
    if (structure instanceof Structure.Radial radial && radial.isMatern()) {
      return MaternEigenvalue.derive(steps, kernel, radial);
    }
    if (structure instanceof Structure.Radial radial && !radial.isGaussian()) {
      return GammaExponentialEigenvalue.derive(steps, radial);
    }
    if (structure instanceof Structure.Bessel bessel) {
      return bessel.smoothness().isInteger()
          ? LogarithmicMaternEigenvalue.derive(steps, bessel)
          : MaternEigenvalue.derive(steps, bessel);
    }
    if (structure instanceof Structure.ChordPower power) {
      return ChordPowerDerivation.given(steps, kernel.kernel(), power.exponent());
    }
    if (structure instanceof Structure.Polynomial polynomial) {
      return integrated(
          steps, kernel, OneLayerEigenvalue.ofPolynomial(steps, polynomial.coefficients()));
    }
    if (structure instanceof Structure.OneLayer layer) {
      return integrated(steps, kernel, OneLayerEigenvalue.of(steps, layer.terms()));
    }
    return ExponentialEigenvalue.derive(steps, kernel).orElseThrow(() -> noClosedForm(kernel));
  }

  private static NoClosedFormException noClosedForm(SymbolicKernel kernel) {
    return new NoClosedFormException(
        kernel
            + (kernel.names("sw2")
                ? " has no eigenvalues in closed form for that name of sw2; one-layer kernels (L=1)"
                : " has no eigenvalues in closed form; one-layer kernels (L=1)")
            + " of relu, leaky, abs, step and sign without biases and of exp, sin and cos, arccos,"
            + " chord, polynomial, laplace, gammaexp, gaussian and matern have; spectrum has the"
            + " numbers");
  }

  /** The eigenvalue at a given frequency in a given dimension, where that is elementary. */
  public static Optional<Derivation> elementary(
      SymbolicKernel kernel, int frequency, int dimension) {
    ElementaryMatern elementary = new ElementaryMatern(frequency, dimension);
    boolean isGiven = !kernel.hasSymbolicDepth() && elementary.isShort();
    return isGiven
            && kernel.kernel().structure() instanceof Structure.Radial radial
            && radial.isMatern()
        ? Optional.of(elementary.derive(kernel, radial))
        : Optional.empty();
  }

  /** The closed form, compared with exact integrals of the kernel. */
  private static Derivation integrated(
      EigenvalueSteps steps, SymbolicKernel kernel, EigenvalueForm form) {
    return steps.verified(
        form.piecewise(),
        kernel::randomParameters,
        (over, point) -> kernel.at(point).evaluate(over, over.angle()));
  }

  /** eta_k of (1 - u^2)^p for symbolic p. */
  public static Derivation ofEvenWeight() {
    EigenvalueSteps steps = new EigenvalueSteps("$(1-u^2)^p$");
    IExpr value = KappaEigenvalues.evenWeight(steps, Symja.symbol("p")).piecewise();
    return steps.verified(
        value,
        random -> Map.of("p", Rational.of(random.nextInt(0, 8), 2)),
        (over, point) ->
            over.power(AngularPolynomials.sine(), point.get("p").multiply(2).longValue()));
  }

  /** eta_k of the chord power r^s for symbolic s. */
  public static Derivation ofChordPower() {
    EigenvalueSteps steps = new EigenvalueSteps("$r^s$, $r^2 = 2 - 2u$");
    IExpr value = ChordPowerDerivation.derive(steps, Symja.symbol("s"));
    return steps.verified(
        value,
        random -> Map.of("s", Rational.of(2L * random.nextInt(0, 5) + 1)),
        (over, point) -> over.power(over.angle().chord(), point.get("s").longValue()));
  }
}
