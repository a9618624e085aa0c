package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.KernelKind;

/** The laws of one architecture, for inputs of length 1. */
public interface WidthLaws {
  /** What is exact at a width of at least 2. */
  WidthLaw exact(KernelKind kind, Rational u, int width);

  /** What holds to first order in 1/n. */
  WidthLaw firstOrder(KernelKind kind, Rational u);
}
