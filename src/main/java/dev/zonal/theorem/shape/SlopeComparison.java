package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.spectrum.value.Precision;
import java.util.Optional;

/**
 * The slope of a residual tangent kernel beside that of the fully connected one of the same depth,
 * with what Theorem 23.2 of docs/theory.md says of it in numbers.
 *
 * @param fullyConnected A_1 of the fully connected kernel, -L/(2 pi)
 * @param quotient rho, the quotient of the two slopes
 * @param growthInWeight the derivative of rho in sigma
 * @param growthInDepth how much L rho grows to the next depth
 * @param fallInDepth how much rho falls to the next depth
 * @param isSame whether both kernels are the same: one block alone, trained
 */
public record SlopeComparison(
    PiRational fullyConnected,
    Ball quotient,
    Ball growthInWeight,
    Ball growthInDepth,
    Ball fallInDepth,
    boolean isSame) {
  private static final BallArithmetic OVER = Precision.CONSTANTS;

  /** Of a kernel of ReLUs without bias. */
  static SlopeComparison of(ResidualTangentKernel kernel) {
    SlopeQuotient rho = SlopeQuotient.of(kernel);
    Ball sigma = kernel.recursion().layer().sigma(OVER);
    return new SlopeComparison(
        new PiRational(Rational.of(-kernel.depth(), 2), -1),
        rho.value(OVER, sigma),
        rho.growthInWeight(OVER, sigma),
        rho.growthInDepth(OVER, sigma),
        rho.fallInDepth(OVER, sigma),
        kernel.depth() == 1 && kernel.training() == Training.BLOCKS);
  }

  /** What the numbers do not confirm; empty if they confirm all of the theorem. */
  Optional<String> contradiction() {
    boolean isBelow = quotient.isPositive() && quotient.certainlyLess(Ball.exact(1));
    if (!isSame && !isBelow) {
      return Optional.of("the slope is not seen to be below that of the fully connected network");
    }
    if (!isSame && !growthInWeight.isPositive()) {
      return Optional.of("the slope is not seen to grow with alpha");
    }
    return growthInDepth.isPositive() && fallInDepth.isPositive()
        ? Optional.empty()
        : Optional.of("the slope is not seen to grow with L, and less than L");
  }
}
