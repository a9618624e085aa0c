package dev.zonal.spectrum;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Angle;
import dev.zonal.kernel.ChordAngle;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.tail.RationalAngle;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.UncertifiedException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A certified value f(u) of a kernel at a rational point.
 *
 * <p>A value that is seen to be rational is rounded from that rational; any other from balls, in a
 * precision that is raised until a ball decides the rounding.
 *
 * @param rounded the value rounded half-even to the requested significant digits, every one of them
 *     proved
 * @param enclosure a ball that contains the value
 * @param exact the value, where it is seen to be rational
 */
public record CertifiedValue(BigDecimal rounded, Ball enclosure, Optional<PiRational> exact) {

  /** Bits lost to a few hundred operations, and then some. */
  private static final int GUARD_BITS = 64;

  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 40_000;

  /**
   * The value of the kernel, or of its unnormalised form, at u.
   *
   * @param u from -1 to 1
   * @param digits significant decimal digits, 1 to 10,000
   * @throws UncertifiedException if f(u) is not finite, or if no precision tried decides its
   *     rounding
   */
  public static CertifiedValue of(Kernel kernel, Scale scale, Rational u, int digits)
      throws UncertifiedException {
    int firstBits = (int) Math.ceil(digits * 3.33) + GUARD_BITS;
    try {
      Optional<Rational> exact =
          evaluate(RationalKnowledge.ARITHMETIC, kernel, scale, new RationalAngle(u));
      if (exact.isPresent()) {
        Ball enclosure = BallArithmetic.ofBits(firstBits).of(exact.get());
        return new CertifiedValue(
            exact.get().decimal(digits), enclosure, exact.map(PiRational::of));
      }
    } catch (DomainException e) {
      throw new UncertifiedException("the kernel has no finite value there");
    }
    DomainException last = null;
    for (int bits = firstBits; bits <= 4 * firstBits + PATIENCE_BITS; bits *= 2) {
      try {
        BallArithmetic over = BallArithmetic.ofBits(bits);
        Ball value = evaluate(over, kernel, scale, ChordAngle.ofCosine(over, u));
        Optional<BigDecimal> rounded = value.decimal(digits);
        if (rounded.isPresent()) {
          return new CertifiedValue(rounded.get(), value, Optional.empty());
        }
      } catch (DomainException e) {
        last = e;
      }
    }
    throw new UncertifiedException(
        last == null
            ? "no precision up to " + (4 * firstBits + PATIENCE_BITS) + " bits decides its digits"
            : last.getMessage());
  }

  private static <T> T evaluate(Arithmetic<T> over, Kernel kernel, Scale scale, Angle<T> at) {
    T value = kernel.evaluate(over, at);
    return scale == Scale.UNIT ? value : over.multiply(kernel.paperScale(over), value);
  }
}
