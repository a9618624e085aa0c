package dev.zonal.grid.multisphere;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.EnclosedNumber;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Factor;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum;
import dev.zonal.spectrum.multisphere.PatchDecay;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Degrees whose eigenvalues are wanted.
 *
 * @param patch the kernel of what the filter sees at one place
 * @param spectrum that of the network
 * @param degrees in the order of the rows
 * @param digits significant digits of each number
 * @param scale of the eigenvalues and of the laws
 */
public record MultisphereGrid(
    Kernel patch,
    ConvolutionalSpectrum spectrum,
    List<PixelDegrees> degrees,
    int digits,
    Scale scale) {
  /** The ratio to a law that is a limit needs no more digits. */
  static final int RATIO_DIGITS = 6;

  public MultisphereGrid(
      Kernel patch,
      ConvolutionalSpectrum spectrum,
      SortedSet<PixelDegrees> degrees,
      int digits,
      Scale scale) {
    this(patch, spectrum, List.copyOf(degrees), digits, scale);
  }

  public MultisphereGrid {
    degrees = List.copyOf(degrees);
  }

  /** Computes the rows; those that a stopped context does not reach are among the gaps. */
  public MultisphereLevels compute(Context context) {
    MultisphereRounding rounding = new MultisphereRounding(this, context);
    int first = BallArithmetic.bitsFor(digits) + Precision.ROUNDING + Precision.PRODUCTS;
    return Refinement.upTo(first, 4L * first + MultisphereRounding.PATIENCE_BITS)
        .run(rounding::attempt);
  }

  /** The laws, by the parity of the sum of the degrees. */
  Map<Parity, MultisphereLaw> laws() {
    Map<Parity, MultisphereLaw> laws = new EnumMap<>(Parity.class);
    for (Parity parity : Parity.values()) {
      spectrum
          .patch()
          .decay(parity)
          .ifPresent(law -> laws.put(parity, new MultisphereLaw(law.exponent(), constant(law))));
    }
    return laws;
  }

  private CertifiedNumber constant(PatchDecay law) {
    int bits = BallArithmetic.bitsFor(digits) + Precision.ROUNDING;
    return Refinement.upTo(bits, 4L * bits + MultisphereRounding.PATIENCE_BITS)
        .<Optional<CertifiedNumber>>run(
            precision -> {
              BallArithmetic over = BallArithmetic.ofBits(precision);
              Optional<CertifiedNumber> rounded =
                  scaled(law.constant(over), Optional.empty(), over).rounded(digits);
              return new Refinement.Attempt<>(rounded, rounded.isPresent() ? 0 : precision);
            })
        .orElseThrow();
  }

  /** A number of the normalised kernel in the scale that is wanted. */
  EnclosedNumber scaled(Ball ball, Optional<PiRational> exact, BallArithmetic over) {
    return new EnclosedNumber(ball, exact).times(factor(over), over);
  }

  private EnclosedNumber factor(BallArithmetic over) {
    Factor factor = Factor.of(patch, scale, over);
    return new EnclosedNumber(factor.ball(), factor.exact());
  }
}
