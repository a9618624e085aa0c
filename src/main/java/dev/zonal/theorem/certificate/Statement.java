package dev.zonal.theorem.certificate;

import java.util.List;
import java.util.Optional;

/**
 * What a certificate proves or refutes, taking its numbers to be true: a statement about all
 * eigenvalues of one kernel, or of two.
 */
public interface Statement {
  /** Its name in certificates. */
  String name();

  /** So many digits its certificates give of an eigenvalue. */
  default int digits() {
    return 12;
  }

  /** Adds what follows from the evidence, or what is missing in it. */
  void conclude(List<Evidence> evidence, Conclusion conclusion);

  /**
   * Why the statement is false.
   *
   * @param dimension of the space that the sphere is in
   * @return empty if the evidence does not refute it
   */
  Optional<Refutation> refute(int dimension, List<Evidence> evidence);

  /** Whether a proof lists the eigenvalues that are zero. */
  default boolean listsZeros() {
    return false;
  }
}
