package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.lab.weight.KernelKind;
import java.util.Optional;

/**
 * Networks of which the limits are known and nothing else.
 *
 * @param process the Gaussian-process kernel, whose unnormalised form is meant
 * @param tangent the tangent kernel, likewise
 */
public record LimitLaws(Kernel process, Kernel tangent) implements WidthLaws {
  @Override
  public WidthLaw exact(KernelKind kind, Rational u, int width) {
    return firstOrder(kind, u);
  }

  @Override
  public WidthLaw firstOrder(KernelKind kind, Rational u) {
    Kernel kernel = kind == KernelKind.NNGP ? process : tangent;
    return new WidthLaw(
        LawNumber.enclosed(over -> value(over, kernel, u)), Optional.empty(), Optional.empty());
  }

  private static Ball value(BallArithmetic over, Kernel kernel, Rational u) {
    Ball unit = kernel.evaluate(over, ChordAngle.ofCosine(over, u));
    return over.multiply(kernel.paperScale(over), unit);
  }
}
