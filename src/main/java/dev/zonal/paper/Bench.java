package dev.zonal.paper;

import dev.zonal.arithmetic.Rational;
import dev.zonal.claim.Claim;
import dev.zonal.claim.ClaimCheck;
import dev.zonal.claim.ClaimedNumber;
import dev.zonal.claim.Convention;
import dev.zonal.claim.Subject;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What claims are tested with.
 *
 * @param kernels what is put in the place of a kernel: that itself, or another to see that the
 *     claims notice it
 * @param seed of everything that is drawn at random
 */
public record Bench(Engine engine, UnaryOperator<Kernel> kernels, long seed, Context context) {
  public static Bench of(Engine engine, long seed, Context context) {
    return new Bench(engine, UnaryOperator.identity(), seed, context);
  }

  /** The kernel of that name. */
  public Kernel kernel(String specification) {
    return kernels.apply(KernelSpecification.parse(specification));
  }

  /** Its spectrum on the unit sphere of R^dimension. */
  public Spectrum spectrum(String specification, int dimension) {
    return engine.spectrum(kernel(specification), dimension);
  }

  /** An eigenvalue for the probability measure, of the normalised kernel. */
  public Comparison eigenvalue(String specification, int dimension, long k, String claimed) {
    Subject subject =
        new Subject.Eigenvalue(kernel(specification), dimension, k, Convention.PROBABILITY);
    return judge(
        "$\\eta_{%d}$ of `%s`, $d = %d$".formatted(k, specification, dimension),
        subject,
        Scale.UNIT,
        number(claimed));
  }

  /** A value. */
  public Comparison value(String specification, Rational u, Scale scale, ClaimedNumber claimed) {
    return judge(
        "$f(%s)$ of `%s`".formatted(u, specification),
        new Subject.Value(kernel(specification), Optional.empty(), u),
        scale,
        claimed);
  }

  private Comparison judge(String quantity, Subject subject, Scale scale, ClaimedNumber claimed) {
    Claim claim = new Claim(1, subject, scale, claimed, Optional.empty());
    return Comparison.of(
        quantity, new ClaimCheck(List.of(claim)).judge(engine, context.silent()).get(0));
  }

  /** A number with all its digits claimed. */
  public static ClaimedNumber number(String text) {
    return ClaimedNumber.of(text, Optional.empty());
  }

  /** A number that may be off by that much, or by that percentage. */
  public static ClaimedNumber number(String text, String tolerance) {
    return ClaimedNumber.of(text, Optional.of(tolerance));
  }
}
