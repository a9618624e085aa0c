package dev.zonal.spectrum.secondopinion;

import java.util.List;
import org.apfloat.Apfloat;

/** A rule for integrals over [0, 1], with as many nodes as frequencies up to a given one need. */
interface QuadratureRule {
  /** A node and its weight. */
  record Node(Apfloat at, Apfloat weight) {}

  /** The number of nodes. */
  int size(long k, int digits);

  /** The nodes, to so many digits. */
  List<Node> nodes(long k, int digits);

  /** q, where the integrals are those over theta = pi x^q. */
  default int branches() {
    return 1;
  }

  /** How many of so many digits the value of the kernel at a node of this weight needs. */
  default int digits(Apfloat weight, int digits) {
    return digits;
  }
}
