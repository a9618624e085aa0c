package dev.zonal.theorem.confirmation;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;

/** A law of the eigenvalues of one parity that is put to the test. */
public sealed interface TestedLaw permits TestedExpansion, TestedGeometricLaw {
  Parity parity();

  /** k0, from which its remainder is proved. */
  long from();

  /**
   * How far an eigenvalue is from the law; empty where the law says nothing, at k = 0 of a
   * geometric law.
   *
   * @param k of the parity
   * @param eigenvalue eta_k, as it was found by other means
   */
  Optional<Distance> distance(long k, Ball eigenvalue, Tolerance tolerance);
}
