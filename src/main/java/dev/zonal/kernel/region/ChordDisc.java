package dev.zonal.kernel.region;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;

/** The disc of all complex chords, or antipodal chords, with |r| at most a radius below 2. */
public record ChordDisc(Chart chart, double radius) implements Region {
  private static final double MARGIN = 0x1p-40;

  /**
   * @param chart {@link Chart#CHORD} or {@link Chart#ANTIPODAL_CHORD}
   * @param radius in (0, 2)
   */
  public ChordDisc {
    if (!chart.isChord()) {
      throw new IllegalArgumentException("a disc of chords needs a chart of chords");
    }
    if (!(radius > 0 && radius < 2)) {
      throw new IllegalArgumentException("the radius of a disc of chords is in (0, 2)");
    }
  }

  @Override
  public ComplexDisc cover(double from, double to) {
    double angle = Math.PI * ((from + to) / 2);
    double halfArc = Math.PI * (to - from) / 2;
    return new ComplexDisc(
        radius * Math.cos(angle), radius * Math.sin(angle), radius * (halfArc + MARGIN));
  }
}
