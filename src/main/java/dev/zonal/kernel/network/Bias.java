package dev.zonal.kernel.network;

import java.util.Locale;

/** How the biases of a fully connected network enter its kernels. */
public enum Bias {
  /** Biases start at zero and are trained: they enter the tangent kernel and no covariance. */
  TRAINED,
  /**
   * Biases are drawn at random like the weights and enter every pre-activation, whose variance is
   * kept at 1: weights have variance 2/(1 + beta^2) over the width, biases beta^2/(1 + beta^2).
   */
  PROPAGATED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
