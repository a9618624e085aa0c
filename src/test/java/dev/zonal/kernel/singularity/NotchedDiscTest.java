package dev.zonal.kernel.singularity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.region.ComplexDisc;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The boundary of a disc with notches is covered, all of its upper half. */
class NotchedDiscTest {
  private static final int PARTS = 64;

  private static boolean isCovered(NotchedDisc disc, double re, double im) {
    for (int side = 0; side < disc.sides(); side++) {
      for (int part = 0; part < PARTS; part++) {
        double from = side + part / (double) PARTS;
        ComplexDisc cover = disc.cover(from, from + 1.0 / PARTS);
        if (Math.hypot(re - cover.re(), im - cover.im()) <= cover.radius()) {
          return true;
        }
      }
    }
    return false;
  }

  @Property(tries = 60)
  void everyPointOfTheBoundaryIsCovered(
      @ForAll @DoubleRange(min = 1.01, max = 9) double singularity,
      @ForAll @DoubleRange(min = 0.05, max = 0.9) double square,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double part,
      @ForAll @DoubleRange(min = 0, max = 3.14) double angle,
      @ForAll boolean symmetric) {
    double outer = 1 + square * square * part / 2;
    NotchedDisc disc = new NotchedDisc(singularity, square, outer, symmetric);
    double re = singularity * outer * Math.cos(angle);
    double im = singularity * outer * Math.sin(angle);
    double notch = singularity * square;
    boolean isOutside =
        Math.hypot(re - singularity, im) > notch
            && !(symmetric && Math.hypot(re + singularity, im) <= notch);
    assertTrue(!isOutside || isCovered(disc, re, im), () -> disc + ": " + re + ", " + im);
    double right = singularity + notch * Math.cos(angle);
    double above = notch * Math.sin(angle);
    boolean isInside = Math.hypot(right, above) < singularity * outer;
    assertTrue(!isInside || isCovered(disc, right, above), () -> disc + ": " + right);
    assertTrue(!(isInside && symmetric) || isCovered(disc, -right, above), () -> disc + ": left");
  }
}
