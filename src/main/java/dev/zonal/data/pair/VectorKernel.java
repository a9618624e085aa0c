package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import java.util.List;
import java.util.Optional;

/**
 * The kernel of two vectors of any norm whose restriction to the unit sphere is a kernel of the
 * catalogue: networks as they are defined, functions of the distance, and polynomials of the inner
 * product.
 */
public final class VectorKernel {
  private VectorKernel() {}

  /**
   * The extension of a kernel to R^m, with the value 1 at x = z, |x| = 1 where the kernel has it.
   *
   * @throws KernelSpecificationException if the kernel is one of the sphere only
   */
  public static PairKernel<Vector> of(Kernel kernel) {
    Optional<NetworkKernel> network = asNetwork(kernel);
    if (network.isPresent()) {
      return new NetworkOfVectors(network.get());
    }
    Structure structure = kernel.structure();
    if (structure instanceof Structure.Radial
        || structure instanceof Structure.Bessel
        || structure instanceof Structure.ChordPower) {
      return new RadialOfVectors(kernel);
    }
    if (structure instanceof Structure.Polynomial polynomial) {
      return new PolynomialOfVectors(polynomial.coefficients());
    }
    throw new KernelSpecificationException(
        kernel + " is a kernel of the sphere only; --on-sphere divides the points by their norms");
  }

  /** The kernel of the directions of two vectors. */
  public static PairKernel<Vector> onSphere(Kernel kernel) {
    return new PairKernel<>() {
      @Override
      public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
        return (i, j) ->
            kernel.evaluate(over, VectorAngle.between(over, inputs.get(i), inputs.get(j)));
      }
    };
  }

  /** arccos:n as the network of one layer that it is. */
  private static Optional<NetworkKernel> asNetwork(Kernel kernel) {
    if (kernel instanceof NetworkKernel network) {
      return Optional.of(network);
    }
    if (!(kernel.structure() instanceof Structure.OneLayer layer) || layer.terms().size() != 1) {
      return Optional.empty();
    }
    OneLayerTerm.Basis function = layer.terms().get(0).function();
    if (function.cosine() || function.degree().isEmpty()) {
      return Optional.empty();
    }
    int n = function.degree().get();
    Activation units =
        n == 0 ? HomogeneousActivation.step() : HomogeneousActivation.rectifiedPower(n);
    DenseLayer dense = new DenseLayer(units, Rational.ONE, Rational.ZERO);
    return Optional.of(new NetworkGaussianProcessKernel(1, dense));
  }
}
