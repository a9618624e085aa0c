package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.Interpolation;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.region.ParameterBound;
import dev.zonal.spectrum.quadrature.MemberQuadrature;
import java.util.List;
import java.util.function.Supplier;

/**
 * An interval of the parameter of a kernel that is large and fixed, so that what is computed of it
 * serves many smaller ones and every sphere: where the kernel is bounded around it, and members at
 * points of interpolation.
 */
final class ParameterCell {
  /** Ellipses that are tried, the largest first. */
  private static final List<Integer> TRIED = List.of(6, 5, 4, 3, 2);

  private static final int MOST_CELLS = 64;
  private static final Memo<Kernel, ParameterCell> CELLS = new Memo<>(MOST_CELLS);

  /** An ellipse of the parameter with a bound of |f(u)| for it and all u. */
  record Ellipse(int rho, double bound) {}

  private final KernelBox box;
  private final Supplier<Certification<Ellipse>> ellipse;
  private final Memo<Integer, List<Spectrum>> members = new Memo<>(8);
  private final Memo<Integer, List<MemberQuadrature>> quadratures = new Memo<>(4);

  private ParameterCell(KernelBox box) {
    this.box = box;
    this.ellipse = new Lazy<>(this::largest);
  }

  static ParameterCell of(KernelBox box) {
    KernelBox cell = box.cell();
    return CELLS.get(cell.kernel(), kernel -> new ParameterCell(cell));
  }

  KernelBox box() {
    return box;
  }

  /** The largest ellipse that is certified, or why none is. */
  Certification<Ellipse> ellipse() {
    return ellipse.get();
  }

  private Certification<Ellipse> largest() {
    Certification<Ellipse> result = Certification.refused("no ellipse was tried");
    for (int rho : TRIED) {
      result =
          ParameterBound.of(box.kernel().normalForm(), box.interval(), rho)
              .map(bound -> new Ellipse(rho, bound));
      if (result.isCertified()) {
        return result;
      }
    }
    return result;
  }

  /** The spectra of the members at the points of interpolation, on some sphere. */
  List<Spectrum> members(int points) {
    return members.get(
        points, n -> kernels(n).stream().map(kernel -> Spectrum.of(kernel, 2)).toList());
  }

  /** The same members, to be integrated on two spheres at once. */
  List<MemberQuadrature> quadratures(int points) {
    return quadratures.get(
        points, n -> MemberQuadrature.of(kernels(n).stream().map(Kernel::normalForm).toList()));
  }

  private List<Kernel> kernels(int points) {
    return Interpolation.points(points, box.interval().lower(), box.interval().upper()).stream()
        .map(box::member)
        .toList();
  }

  /** Where a number of the interval lies when it is mapped to [-1, 1]. */
  Rational position(Rational coordinate) {
    return coordinate.subtract(box.middle()).divide(box.radius());
  }
}
