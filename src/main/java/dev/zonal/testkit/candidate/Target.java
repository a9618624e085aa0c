package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Optional;

/**
 * The kernel that a candidate means to be.
 *
 * @param kernel of the catalogue
 * @param scale whether f(1) = 1, or as the literature has it
 */
public record Target(Kernel kernel, Scale scale) {
  private static final int FIRST_BITS = 128;

  private static final int MOST_BITS = 1 << 14;

  public Target {
    if (kernel.structure() instanceof Structure.Spectral) {
      throw new IllegalArgumentException(
          kernel + " is given by its eigenvalues and has no values without a sphere");
    }
  }

  /**
   * The kernel that a specification names, normalised so that f(1) = 1.
   *
   * @throws KernelSpecificationException if it names none
   */
  public static Target of(String specification) {
    return new Target(KernelSpecification.parse(specification), Scale.UNIT);
  }

  /** The unnormalised kernel of the literature. */
  public Target inPaperScale() {
    return new Target(kernel, Scale.PAPER);
  }

  /** f(1), in doubles. */
  double atCoincidence() {
    return value(BallArithmetic.ofBits(FIRST_BITS), Optional.empty()).center().toDouble();
  }

  /** f(u) in doubles, from an enclosure. */
  double valueAt(double u) {
    Separation at = Separation.ofCosine(Rational.of(u));
    return value(BallArithmetic.ofBits(FIRST_BITS), at).center().toDouble();
  }

  /**
   * What values are accepted at a point.
   *
   * @param value f(u), as accurate as the tolerance needs
   * @param range all that is accepted
   */
  record Accepted(Ball value, Ball range) {}

  /** What is accepted there; the tolerance decides the precision. */
  Accepted accepted(Separation at, Tolerance tolerance) {
    int bits = FIRST_BITS;
    while (true) {
      Accepted accepted = accepted(at, tolerance, BallArithmetic.ofBits(bits));
      boolean isSharp =
          accepted.value().radius().upperEnd().toDouble() <= tolerance.unit() * 0x1p-20;
      if (isSharp || bits >= MOST_BITS) {
        return accepted;
      }
      bits *= 2;
    }
  }

  private Accepted accepted(Separation at, Tolerance tolerance, BallArithmetic over) {
    Ball versine = at.versine(over);
    Ball value = value(over, at);
    Ball range = value;
    if (tolerance.cosine() > 0) {
      Ball shift = Ball.exact(tolerance.cosine() * tolerance.unit());
      range = Ball.hull(range, value(over, over.subtract(versine, shift)));
      range = Ball.hull(range, value(over, over.add(versine, shift)));
    }
    Ball absolute =
        over.multiply(
            Ball.exact(tolerance.absolute() * tolerance.unit()), value(over, Optional.empty()));
    Ball relative = over.multiply(Ball.exact(tolerance.relative() * tolerance.unit()), value);
    return new Accepted(value, range.inflate(absolute).inflate(relative.abs()));
  }

  private Ball value(BallArithmetic over, Separation at) {
    boolean isApart = at.versine(over).isPositive();
    return value(over, isApart ? Optional.of(at.angle(over)) : Optional.empty());
  }

  /** f where the versine is given, or at the end beyond which it lies. */
  private Ball value(BallArithmetic over, Ball versine) {
    if (!versine.isPositive()) {
      return value(over, Optional.empty());
    }
    boolean isInside = versine.certainlyLess(Ball.exact(2));
    return value(
        over,
        Optional.of(
            isInside
                ? Separation.ofVersine(over, versine)
                : ChordAngle.ofCosine(over, Rational.of(-1))));
  }

  private Ball value(BallArithmetic over, Optional<ChordAngle<Ball>> angle) {
    Ball unit =
        angle.map(a -> kernel.evaluate(over, a)).orElseGet(() -> kernel.atCoincidence(over));
    return scale == Scale.UNIT ? unit : over.multiply(kernel.paperScale(over), unit);
  }

  @Override
  public String toString() {
    return kernel + (scale == Scale.PAPER ? " in the scale of the literature" : "");
  }
}
