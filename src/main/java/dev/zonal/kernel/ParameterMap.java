package dev.zonal.kernel;

import dev.zonal.arithmetic.Parameter;

/** What becomes of the parameters of a kernel: symbols of numbers, or numbers of symbols. */
@FunctionalInterface
public interface ParameterMap {
  /**
   * The parameter in place of another one.
   *
   * @param key its name in specifications, such as alpha
   * @param value the parameter as it is
   */
  Parameter apply(String key, Parameter value);
}
