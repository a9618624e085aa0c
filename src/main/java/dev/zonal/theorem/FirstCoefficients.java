package dev.zonal.theorem;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Bias;
import dev.zonal.kernel.FullyConnectedTangentKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.LaplaceKernel;
import dev.zonal.kernel.ResidualTangentKernel;
import java.util.Optional;

/**
 * The first coefficients A_1 of the chord and B_1 of the antipodal chord, in words, where they are
 * known in closed form (docs/theory.md, Proposition 13.4).
 *
 * @param where what the letters mean; may be empty
 */
public record FirstCoefficients(String atCoincidence, String atAntipode, String where) {

  /** The closed form of a kernel, if there is one here. */
  public static Optional<FirstCoefficients> of(Kernel kernel) {
    if (kernel instanceof LaplaceKernel laplace) {
      return Optional.of(new FirstCoefficients("-" + laplace.c(), "0", ""));
    }
    if (kernel instanceof FullyConnectedTangentKernel connected
        && connected.bias() == Bias.TRAINED) {
      String beta2 = connected.beta().isZero() ? "0" : "(" + connected.beta() + ")^2";
      return Optional.of(
          new FirstCoefficients(
              "-L/(2 pi)",
              "(b-1)/((L+1)(1+b) pi) Prod_{j=1..L-1} kappa_0(rho_j)",
              "L = "
                  + connected.depth()
                  + ", b = "
                  + beta2
                  + ", rho_0 = -1, rho_j = kappa_1(rho_{j-1})"));
    }
    if (kernel instanceof ResidualTangentKernel residual
        && residual.tau().equals(Rational.ZERO)
        && residual.training() == ResidualTangentKernel.Training.BLOCKS) {
      return Optional.of(
          new FirstCoefficients(
              "-(1 + (L-1) sigma)/(2 pi)",
              "-1/(2 pi L) Prod_{j=1..L-1} (1 - sigma + sigma kappa_0(rho_j))",
              "L = "
                  + residual.depth()
                  + ", sigma = a^2/(1 + a^2), a = "
                  + residual.alpha()
                  + ", rho_0 = -1,\n    rho_j = (1 - sigma) rho_{j-1} + sigma kappa_1(rho_{j-1})"));
    }
    return Optional.empty();
  }
}
