package dev.zonal.lab.hierarchy;

import java.util.List;

/**
 * An element of R[e_1, ..., e_s]/(e_i^2): one coefficient for each product of different e_i. The
 * bits of an index say which; null stands for 0.
 *
 * @param coefficients 2^s of them
 * @param <T> the numbers
 */
record Jet<T>(List<T> coefficients) {
  T part(int subset) {
    return coefficients.get(subset);
  }
}
