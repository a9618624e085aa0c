package dev.zonal.spectrum.quadrature;

import java.util.Optional;

/**
 * Certified sup bounds of a profile F(t) = f(cos t) on Bernstein ellipses (docs/theory.md, section
 * 6).
 */
@FunctionalInterface
public interface EllipseBound {
  /**
   * A bound on |F| on the closed ellipse with foci a and b and parameter rho, on a neighbourhood of
   * which F is proved to be holomorphic; empty where that could not be proved.
   */
  Optional<Double> sup(double a, double b, double rho);
}
