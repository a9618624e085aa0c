package dev.zonal.spectrum.secondopinion;

import java.math.BigDecimal;
import org.apfloat.Apcomplex;
import org.apfloat.Apfloat;

/** Points of the complex plane for tests in doubles. */
public final class Points {
  private static final int DIGITS = 60;

  private Points() {}

  /** The exact value of two doubles. */
  public static Apcomplex at(double re, double im) {
    return new Apcomplex(exactly(re), exactly(im));
  }

  private static Apfloat exactly(double x) {
    return x == 0 ? Apfloat.ZERO : new Apfloat(new BigDecimal(x), DIGITS);
  }
}
