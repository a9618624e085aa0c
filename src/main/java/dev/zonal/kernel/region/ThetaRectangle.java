package dev.zonal.kernel.region;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;

/**
 * The closed rectangle [0, pi] x [-iT, iT] in the theta plane. It is taken symmetric about the real
 * axis, so that its left side, top and right side decide about it and the real segment need not be
 * covered.
 */
public record ThetaRectangle(double height) implements Region {
  private static final double MARGIN = 0x1p-40;

  /**
   * @param height T, larger than 0
   */
  public ThetaRectangle {
    if (!(height > 0 && height < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the height of a rectangle is positive");
    }
  }

  @Override
  public Chart chart() {
    return Chart.THETA;
  }

  @Override
  public int sides() {
    return 3;
  }

  @Override
  public ComplexDisc cover(double from, double to) {
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double margin = MARGIN * (Math.PI + height);
    if (middle < 1) {
      return new ComplexDisc(0, height * middle, height * half + margin);
    }
    if (middle < 2) {
      return new ComplexDisc(Math.PI * (middle - 1), height, Math.PI * half + margin);
    }
    return new ComplexDisc(Math.PI, height * (3 - middle), height * half + margin);
  }
}
