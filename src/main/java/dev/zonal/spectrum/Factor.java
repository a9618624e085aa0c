package dev.zonal.spectrum;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.Sphere;
import java.util.Optional;

/**
 * What the numbers of the unit kernel for the probability measure are multiplied by.
 *
 * @param exact the factor, where it is known to be a rational multiple of a power of pi
 * @param ball contains it
 * @param over the arithmetic of the products
 */
public record Factor(Optional<PiRational> exact, Ball ball, BallArithmetic over) {
  /** The factor of eigenvalues for a measure, of the kernel in a scale. */
  public static Factor of(SpectrumRequest request, BallArithmetic over) {
    Factor scale = of(request.kernel(), request.scale(), over);
    if (request.normalization() == Normalization.PROBABILITY) {
      return scale;
    }
    GammaQuotient area = new Sphere(request.dimension()).area();
    Optional<PiRational> exact =
        area.isWritable() ? scale.exact.map(area.exact()::multiply) : Optional.empty();
    return new Factor(exact, over.multiply(area.in(over), scale.ball), over);
  }

  /** The factor of values and of coefficients of the kernel in a scale. */
  public static Factor of(Kernel kernel, Scale scale, BallArithmetic over) {
    return scale == Scale.UNIT
        ? new Factor(Optional.of(PiRational.of(Rational.ONE)), Ball.exact(1), over)
        : new Factor(
            kernel.paperScale(RationalKnowledge.ARITHMETIC).map(PiRational::of),
            kernel.paperScale(over),
            over);
  }

  /** An enclosure of the product with what lies in a ball. */
  public Ball times(Ball number) {
    return over.multiply(number, ball);
  }

  /** The product with a number, where both are known; zero times anything is zero. */
  public Optional<PiRational> times(Optional<PiRational> number) {
    return number.filter(PiRational::isZero).isPresent()
        ? number
        : number.flatMap(value -> exact.map(value::multiply));
  }
}
