package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;

/**
 * A zonal kernel (x, z) -> f(u), u = cos theta = &lt;x, z&gt;, on a unit sphere of any dimension,
 * normalised so that f(1) = 1 unless its documentation says otherwise.
 *
 * <p>A kernel is immutable, is written once over an arithmetic it knows nothing about, and prints
 * as its canonical specification: {@code KernelSpecification.parse(kernel.toString())} is equal to
 * it.
 */
public interface Kernel {

  /** f at the given angle. */
  <T> T evaluate(Arithmetic<T> over, Angle<T> at);

  /** f(1), where theta = 0. */
  <T> T atCoincidence(Arithmetic<T> over);

  /**
   * The factor by which the literature's unnormalised kernel exceeds f: Theta = scale f. It is 1
   * for kernels that the literature defines as they are.
   */
  <T> T paperScale(Arithmetic<T> over);
}
