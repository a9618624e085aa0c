package dev.zonal.lab.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.region.ComplexDisc;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;

/** Bounds on discs hold at their points. */
class BoxTest {
  private static final int DIGITS = 30;

  @Property(tries = 60)
  void theErrorFunctionIsBoundedOnDiscs(
      @ForAll @DoubleRange(min = -3, max = 3) double re,
      @ForAll @DoubleRange(min = -1, max = 1) double im,
      @ForAll @DoubleRange(min = 0, max = 1) double radius,
      @ForAll @DoubleRange(min = 0, max = 6.28) double direction) {
    double bound = DiscArithmetic.DISCS.erf(new ComplexDisc(re, im, radius)).modulus();
    Apcomplex z =
        new Apcomplex(
            new Apfloat(re + radius * Math.cos(direction) * 0.999, DIGITS),
            new Apfloat(im + radius * Math.sin(direction) * 0.999, DIGITS));
    double value = ApcomplexMath.abs(ApcomplexMath.erf(z)).doubleValue();
    assertTrue(value <= bound, () -> z + ": " + value + " above " + bound);
  }
}
