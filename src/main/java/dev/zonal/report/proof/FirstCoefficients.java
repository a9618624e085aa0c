package dev.zonal.report.proof;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.network.FullyConnectedLayer;
import dev.zonal.kernel.network.FullyConnectedTangentRecursion;
import dev.zonal.kernel.network.ResidualTangentRecursion;
import java.util.Optional;

/**
 * The first coefficients A_1 of the chord and B_1 of the antipodal chord, in words, where they are
 * known in closed form (docs/theory.md, Proposition 13.4).
 *
 * @param where what the letters mean; may be empty
 */
record FirstCoefficients(String atCoincidence, String atAntipode, String where) {
  /** The closed form of a kernel, if there is one here. */
  static Optional<FirstCoefficients> of(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Radial radial && radial.isLaplace()) {
      return Optional.of(new FirstCoefficients("-" + radial.rate(), "0", ""));
    }
    return kernel.network().flatMap(FirstCoefficients::ofNetwork);
  }

  private static Optional<FirstCoefficients> ofNetwork(NetworkKernel network) {
    if (network.recursion() instanceof FullyConnectedTangentRecursion connected
        && connected.layer() instanceof FullyConnectedLayer layer
        && layer.shrinking().isEmpty()) {
      Parameter beta = layer.beta();
      String beta2 = beta.isZero() ? "0" : "(" + beta + ")^2";
      return Optional.of(
          new FirstCoefficients(
              "-L/(2 pi)",
              "(b-1)/((L+1)(1+b) pi) Prod_{j=1..L-1} kappa_0(rho_j)",
              "L = %s, b = %s, rho_0 = -1, rho_j = kappa_1(rho_{j-1})"
                  .formatted(network.depth(), beta2)));
    }
    if (network.recursion() instanceof ResidualTangentRecursion residual && residual.isPlain()) {
      return Optional.of(
          new FirstCoefficients(
              "-(1 + (L-1) sigma)/(2 pi)",
              "-1/(2 pi L) Prod_{j=1..L-1} (1 - sigma + sigma kappa_0(rho_j))",
              """
              L = %s, sigma = a^2/(1 + a^2), a = %s, rho_0 = -1,
                  rho_j = (1 - sigma) rho_{j-1} + sigma kappa_1(rho_{j-1})"""
                  .formatted(network.depth(), residual.layer().alpha())));
    }
    return Optional.empty();
  }
}
