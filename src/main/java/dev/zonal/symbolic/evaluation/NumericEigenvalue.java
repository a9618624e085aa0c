package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IStringX;

/**
 * The value of GegenbauerCoefficient("kernel", k, d) and of NTKEigenvalue("kernel", k, d) for a
 * kernel and integers that leave nothing open, whether or not there is a closed form: what {@code
 * zonal spectrum} computes.
 */
public final class NumericEigenvalue {
  private static final long LARGEST_FREQUENCY = 1_000_000_000_000_000_000L;

  private NumericEigenvalue() {}

  /** Whether the arguments are a kernel without free parameters and integers in their ranges. */
  public static boolean isMeant(IAST function) {
    return function.argSize() == 3
        && kernel(function).isPresent()
        && frequency(function) >= 0
        && dimension(function) >= 2;
  }

  /**
   * The eigenvalue to a relative accuracy of about so many bits.
   *
   * @throws UnsupportedExpressionException if nothing is certified
   */
  static Ball of(IAST function, int bits) {
    Certification<Enclosure> enclosure =
        Spectrum.of(kernel(function).orElseThrow(), dimension(function))
            .enclose(frequency(function), bits, Context.current().silent());
    return enclosure
        .map(Enclosure::ball)
        .value()
        .orElseThrow(() -> new UnsupportedExpressionException(enclosure.refusal().get()));
  }

  private static Optional<Kernel> kernel(IAST function) {
    if (!(function.arg1() instanceof IStringX text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(KernelSpecification.parse(text.toString()));
    } catch (KernelSpecificationException e) {
      // It has a free parameter, for it was read as a symbolic kernel before.
      return Optional.empty();
    }
  }

  private static long frequency(IAST function) {
    long k = function.arg2().isInteger() ? function.arg2().toLongDefault(-1) : -1;
    return k <= LARGEST_FREQUENCY ? k : -1;
  }

  private static int dimension(IAST function) {
    return function.arg3().isInteger() ? function.arg3().toIntDefault(-1) : -1;
  }
}
