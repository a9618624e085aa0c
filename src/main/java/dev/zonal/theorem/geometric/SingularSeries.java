package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.singularity.SingularPoint;
import dev.zonal.kernel.singularity.Surroundings;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;

/**
 * A kernel as a power series whose coefficient of u^n is (mu)_n/n! u_*^-n times a number near r_n,
 * that of (1 - u/u_*)^-mu times r_n (docs/theory.md, Theorems 17.8 and 17.9).
 */
sealed interface SingularSeries permits OneLayerSeries, DeepSeries {
  /** The search for a singularity takes a while, and each k0 that is tried asks for it. */
  Memo<Kernel, Certification<SingularSeries>> KNOWN = new Memo<>(16);

  /** u_*. */
  Singularity singularity();

  /** mu. */
  Rational order();

  /** r_n along a parity from k0 on; empty where no bound holds from there. */
  Optional<NearLimit> ratios(Parity parity, long from);

  /** The series of a kernel, or why it is not known to be one. */
  static Certification<SingularSeries> of(Kernel kernel) {
    return KNOWN.get(kernel, SingularSeries::search);
  }

  private static Certification<SingularSeries> search(Kernel kernel) {
    if (kernel.arcSineForm().isPresent()) {
      return OneLayerSeries.of(kernel.arcSineForm().get(), kernel.paperScale(OVER))
          .<Certification<SingularSeries>>map(Certification::certified)
          .orElseGet(() -> Certification.refused("the kernel is not singular at 1 < u < oo"));
    }
    if (!kernel.isComposedOfAnalyticDuals()) {
      return Certification.refused("the kernel is not known to be holomorphic around [-1, 1]");
    }
    return SingularPoint.of(kernel, OVER).flatMap(Surroundings::of).map(DeepSeries::new);
  }
}
