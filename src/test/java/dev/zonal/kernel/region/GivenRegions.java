package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Lazy;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;

/** Analytic data on given regions: they are certified and bounded all the same. */
public final class GivenRegions {
  private GivenRegions() {}

  /**
   * @param near radius of the disc of chords, in (0, 2)
   * @param far radius of the disc of antipodal chords, in (0, 2)
   * @param height of the rectangle, positive
   */
  public static AnalyticData of(Kernel kernel, double near, double far, double height) {
    return new AnalyticData(
        kernel,
        new Lazy<>(() -> SupBound.of(kernel, new ChordDisc(Chart.CHORD, near))),
        new Lazy<>(() -> SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, far))),
        new Lazy<>(() -> SupBound.of(kernel, new ThetaRectangle(height))));
  }
}
