package dev.zonal.lab.weight;

/** Which kernel of a network. */
public enum KernelKind {
  /** The Gram matrix of the last hidden layer. */
  NNGP,

  /** The neural tangent kernel. */
  NTK
}
