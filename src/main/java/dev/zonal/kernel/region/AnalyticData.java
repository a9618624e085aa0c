package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.Memo;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;

/**
 * The analytic data of one kernel that remainder bounds need: the largest regions on which its
 * profile is certified to be holomorphic, to about a per cent of their size, with bounds there.
 * Everything is computed when it is first asked for, once; safe for use by several threads.
 *
 * <p>A kernel whose profile is not holomorphic at an end, such as a power of the chord that is not
 * an integer, has a refused region there.
 */
public final class AnalyticData {
  /** Chords end at 2, where asin(r/2) does. */
  private static final double LARGEST_RADIUS = 1.96;

  /**
   * 2 sinh(T/2) stays below the radius by this factor, so that the expansions converge up to iT.
   */
  private static final double WITHIN_RADIUS = 0.995;

  private static final double A_LITTLE_LESS = 0.96;
  private static final double MUCH = 4;

  /** More than one division of [0, pi] into panels asks for. */
  private static final int MOST_REGIONS = 4096;

  private final Kernel kernel;
  private final Lazy<SupBound<ChordDisc>> coincidence;
  private final Lazy<SupBound<ChordDisc>> antipode;
  private final Lazy<SupBound<ThetaRectangle>> rectangle;
  private final Memo<Region, SupBound<? extends Region>> bounds = new Memo<>(MOST_REGIONS);
  private final Memo<BernsteinEllipse, SupBound<BernsteinEllipse>> ellipses =
      new Memo<>(MOST_REGIONS);

  /** The data on given regions instead of the largest. */
  public AnalyticData(
      Kernel kernel,
      Lazy<SupBound<ChordDisc>> coincidence,
      Lazy<SupBound<ChordDisc>> antipode,
      Lazy<SupBound<ThetaRectangle>> rectangle) {
    this.kernel = kernel;
    this.coincidence = coincidence;
    this.antipode = antipode;
    this.rectangle = rectangle;
  }

  public static AnalyticData of(Kernel kernel) {
    Kernel around = around(kernel);
    Lazy<SupBound<ChordDisc>> near = new Lazy<>(() -> largestDisc(around, Chart.CHORD));
    Lazy<SupBound<ChordDisc>> far = new Lazy<>(() -> largestDisc(around, Chart.ANTIPODAL_CHORD));
    return new AnalyticData(
        kernel, near, far, new Lazy<>(() -> largestRectangle(around, near.get(), far.get())));
  }

  /** The kernel, with more parameters where it stands for those of an interval. */
  private static Kernel around(Kernel kernel) {
    return KernelBox.of(kernel).map(box -> box.widened().kernel()).orElse(kernel);
  }

  public Kernel kernel() {
    return kernel;
  }

  /** The largest certified disc |r| at most R of chords; refused if there is none. */
  public SupBound<ChordDisc> coincidence() {
    return coincidence.get();
  }

  /** The largest certified disc of antipodal chords; refused if there is none. */
  public SupBound<ChordDisc> antipode() {
    return antipode.get();
  }

  /**
   * The largest certified rectangle of a height T such that 2 sinh(T/2) is less than the radii of
   * the two discs, as far as they are certified.
   */
  public SupBound<ThetaRectangle> rectangle() {
    return rectangle.get();
  }

  /**
   * The bound, a rough one, on the Bernstein ellipse of parameter {@code rho} about the panel
   * [from, to] of theta.
   */
  public SupBound<? extends Region> ellipse(double from, double to, double rho) {
    return ellipses.get(
        new BernsteinEllipse(from, to, rho), r -> SupBound.roughly(around(kernel), r));
  }

  /** The bound on any region, such as a smaller disc with a smaller bound. */
  public SupBound<? extends Region> bound(Region region) {
    return bounds.get(region, r -> SupBound.of(around(kernel), r));
  }

  private static SupBound<ChordDisc> largestDisc(Kernel kernel, Chart chart) {
    SupBound<ChordDisc> largest =
        LargestRegion.of(kernel, radius -> new ChordDisc(chart, radius), LARGEST_RADIUS);
    return KernelBox.isMany(kernel) && largest.isCertified() ? tamed(kernel, largest) : largest;
  }

  /**
   * A little less than the largest disc if its bound is much smaller: where discs of parameters are
   * refused next, ranges may be hundreds of times as large as the kernel.
   */
  private static SupBound<ChordDisc> tamed(Kernel kernel, SupBound<ChordDisc> largest) {
    ChordDisc disc = largest.region();
    SupBound<ChordDisc> less =
        SupBound.of(kernel, new ChordDisc(disc.chart(), disc.radius() * A_LITTLE_LESS));
    boolean isMuchSmaller = less.isCertified() && MUCH * less.bound().get() < largest.bound().get();
    return isMuchSmaller ? less : largest;
  }

  private static SupBound<ThetaRectangle> largestRectangle(
      Kernel kernel, SupBound<ChordDisc> near, SupBound<ChordDisc> far) {
    double radius = Math.min(radius(near), radius(far));
    double half = WITHIN_RADIUS * radius / 2;
    double cap = 2 * Math.log(half + Math.sqrt(1 + half * half));
    return LargestRegion.of(kernel, ThetaRectangle::new, cap);
  }

  private static double radius(SupBound<ChordDisc> disc) {
    return disc.isCertified() ? disc.region().radius() : LARGEST_RADIUS;
  }
}
