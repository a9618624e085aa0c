package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.BernsteinEllipse;
import dev.zonal.kernel.region.SupBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Eigenvalues of one of many kernels that are much alike, on the circle and on the sphere of R^3
 * from the same values of the kernel, to an absolute accuracy (docs/theory.md, section 7). The
 * kernels share a division into panels where each is certified on all of them, on ellipses of its
 * own.
 */
public final class MemberQuadrature {
  /** The dimensions of the spaces that the spheres are in; those of all others follow from them. */
  public static final List<Integer> SPHERES = List.of(2, 3);

  private final CertifiedQuadrature quadrature;

  private MemberQuadrature(Kernel kernel, PanelPlanner planner) {
    this.quadrature = new CertifiedQuadrature(kernel, 3, planner);
  }

  /** One for each kernel; the last is the model for the panels of the others. */
  public static List<MemberQuadrature> of(List<Kernel> kernels) {
    Kernel last = kernels.get(kernels.size() - 1);
    PanelPlanner model = new PanelPlanner(bound(last));
    List<MemberQuadrature> result = new ArrayList<>();
    for (Kernel kernel : kernels.subList(0, kernels.size() - 1)) {
      result.add(new MemberQuadrature(kernel, model.like(bound(kernel))));
    }
    result.add(new MemberQuadrature(last, model));
    return List.copyOf(result);
  }

  private static PanelPlanner.EllipseBound bound(Kernel kernel) {
    return (a, b, rho) -> SupBound.of(kernel, new BernsteinEllipse(a, b, rho)).bound().value();
  }

  /**
   * Balls that contain the eigenvalues, by the dimension of the space that the sphere is in, with
   * radii of about 2^-bits; empty if the profile is not certified to be holomorphic on [0, pi].
   */
  public Optional<Map<Integer, Map<Long, Ball>>> enclose(
      SortedSet<Long> frequencies, int bits, Context context) {
    return quadrature.together(List.of(2), frequencies, bits, context);
  }
}
