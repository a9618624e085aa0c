package dev.zonal.kernel.recurrent;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The kernel of a recurrent network on the sphere and a set of lengths: of sequences that are
 * multiples of one point each, of several numbers of steps (docs/theory.md, Section 22.3). For each
 * degree k of spherical harmonics it is a matrix of the eigenvalues of {@link #kernel}, symmetric
 * and positive semidefinite.
 *
 * @param networks the same network with other sequences to read, of distinct lengths and positive
 *     multiples
 * @param tangent whether it is the tangent kernel, or that of the Gaussian process
 */
public record RecurrentLengths(List<RecurrentNetwork> networks, boolean tangent) {
  /**
   * @throws KernelSpecificationException if the networks differ in something else, if a length is
   *     there twice or a multiple is 0
   */
  public RecurrentLengths {
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new KernelSpecificationException("no length is given");
    }
    Set<Integer> lengths = new HashSet<>();
    for (RecurrentNetwork network : networks) {
      if (!network.reading(networks.get(0).profile()).equals(networks.get(0))) {
        throw new KernelSpecificationException(network + " and " + networks.get(0) + " differ");
      }
      if (!lengths.add(network.profile().size())) {
        throw new KernelSpecificationException(
            "the length " + network.profile().size() + " is given twice");
      }
      if (network.profile().stream().anyMatch(step -> step.isZero())) {
        throw new KernelSpecificationException(
            "profile: with several lengths, every step must be positive");
      }
    }
  }

  /** How many lengths. */
  public int count() {
    return networks.size();
  }

  /** The number of steps of one of the sequences. */
  public int length(int i) {
    return networks.get(i).profile().size();
  }

  /**
   * The kernel between the sequences of two of the lengths, over the root of the product of the
   * values of either with itself.
   */
  public Kernel kernel(int i, int j) {
    RecurrentNetwork one = networks.get(Math.min(i, j));
    RecurrentNetwork other = networks.get(Math.max(i, j));
    return isAnalytic(i, j)
        ? new CrossKernel(one, other, tangent)
        : new RecurrentKernel(one, tangent);
  }

  /**
   * Whether the kernel is a power series in u without negative coefficients that converges beyond u
   * = 1, and at every point at which it has a value over balls (docs/theory.md, Theorem 22.9).
   */
  public boolean isAnalytic(int i, int j) {
    return i != j || networks.get(i).hasOwnStates();
  }

  /**
   * Whether the value of a sequence with itself is larger than what it is next to it, since each
   * sequence has its own state.
   */
  public boolean hasJump() {
    return networks.get(0).hasOwnStates();
  }
}
