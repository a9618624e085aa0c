package dev.zonal.spectrum;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.exact.GivenSpectrum;
import dev.zonal.spectrum.spectral.GivenValue;
import dev.zonal.spectrum.tail.RationalAngle;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.spectrum.value.Precision;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

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
  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 40_000;

  /**
   * The value of the kernel, or of its unnormalised form, at u.
   *
   * @param u from -1 to 1
   * @param digits significant decimal digits, 1 to 10,000
   * @return refused if f(u) is not finite, or if no precision tried decides its rounding
   */
  public static Certification<CertifiedValue> of(
      Kernel kernel, Scale scale, Rational u, int digits) {
    // The terms of a root-exponential series grow with the square of the bits.
    return of(
        new Formula() {
          @Override
          public <T> T at(Arithmetic<T> over, Angle<T> angle) {
            return evaluate(over, kernel, scale, angle);
          }
        },
        u,
        digits,
        kernel.isRootExponential() ? 0 : PATIENCE_BITS);
  }

  /** A function of the angle between two points that is no kernel of the catalogue. */
  public interface Formula {
    /** Its value over any arithmetic. */
    <T> T at(Arithmetic<T> over, Angle<T> angle);
  }

  /**
   * The value of a formula at the angle whose cosine is u.
   *
   * @param u from -1 to 1
   * @param digits significant decimal digits, 1 to 10,000
   * @return refused as that of a kernel
   */
  public static Certification<CertifiedValue> of(Formula formula, Rational u, int digits) {
    return of(formula, u, digits, PATIENCE_BITS);
  }

  private static Certification<CertifiedValue> of(
      Formula formula, Rational u, int digits, long patience) {
    int firstBits = BallArithmetic.bitsFor(digits) + Precision.KERNEL;
    Optional<Rational> exact;
    try {
      exact = formula.at(RationalKnowledge.ARITHMETIC, new RationalAngle(u));
    } catch (DomainException e) {
      return Certification.refused("the kernel has no finite value there");
    }
    if (exact.isPresent()) {
      Ball enclosure = BallArithmetic.ofBits(firstBits).of(exact.get());
      return Certification.certified(
          new CertifiedValue(exact.get().decimal(digits), enclosure, exact.map(PiRational::of)));
    }
    return Refinement.upTo(firstBits, 4L * firstBits + patience)
        .doubling(
            bits -> {
              BallArithmetic over = BallArithmetic.ofBits(bits);
              return rounded(() -> formula.at(over, ChordAngle.ofCosine(over, u)), digits, bits);
            });
  }

  /**
   * The value at u of a kernel that is given by its eigenvalues, on one sphere.
   *
   * @param dimension of the space that the sphere is in, at least 2
   * @param u from -1 to 1
   * @param digits significant decimal digits, 1 to 10,000
   * @return refused if no precision tried decides its rounding, or if it takes too many terms
   * @throws NotIntegrableException if the eigenvalues are those of no kernel there
   */
  public static Certification<CertifiedValue> onSphere(
      Structure.Spectral given, int dimension, Rational u, int digits) {
    GivenValue value = new GivenValue(dimension, new GivenSpectrum(dimension, given).structure());
    int firstBits = BallArithmetic.bitsFor(digits) + Precision.KERNEL;
    Optional<Rational> exact = value.rational(u);
    if (exact.isPresent()) {
      Ball enclosure = BallArithmetic.ofBits(firstBits).of(exact.get());
      return Certification.certified(
          new CertifiedValue(exact.get().decimal(digits), enclosure, exact.map(PiRational::of)));
    }
    return Refinement.upTo(firstBits, 4L * firstBits + PATIENCE_BITS)
        .doubling(
            bits -> rounded(() -> value.enclose(BallArithmetic.ofBits(bits), u), digits, bits));
  }

  /**
   * What an enclosure in so many bits is rounded to.
   *
   * @param digits significant decimal digits
   * @return refused if there is no enclosure, or if it does not decide the rounding
   */
  public static Certification<CertifiedValue> rounded(
      Supplier<Ball> enclosure, int digits, int bits) {
    Certification<CertifiedValue> undecided =
        Certification.refused("no precision up to " + bits + " bits decides its digits");
    return Certification.of(enclosure)
        .flatMap(
            value ->
                value
                    .decimal(digits)
                    .map(x -> new CertifiedValue(x, value, Optional.empty()))
                    .map(Certification::certified)
                    .orElse(undecided));
  }

  private static <T> T evaluate(Arithmetic<T> over, Kernel kernel, Scale scale, Angle<T> at) {
    T value = kernel.evaluate(over, at);
    return scale == Scale.UNIT ? value : over.multiply(kernel.paperScale(over), value);
  }
}
