package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
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
    requireFunction(kernel);
    Optional<NetworkKernel> network = asNetwork(kernel);
    if (network.isPresent()) {
      if (!network.get().recursion().isOfAnyNorm()) {
        throw onSphereOnly(kernel, "its biases are given beside inputs of norm 1");
      }
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
    throw onSphereOnly(kernel, "it is a function of the angle");
  }

  /** Whether K(t x, z) is K(x, z) times a power of t for t &gt; 0, as is known of its layers. */
  public static boolean isHomogeneous(Kernel kernel) {
    return asNetwork(kernel)
        .map(NetworkKernel::recursion)
        .filter(recursion -> recursion.isOfAnyNorm() && recursion.layer().isHomogeneous())
        .isPresent();
  }

  private static KernelSpecificationException onSphereOnly(Kernel kernel, String why) {
    return new KernelSpecificationException(
        kernel
            + " is a kernel of the sphere, as "
            + why
            + "; --on-sphere divides the points by"
            + " their norms");
  }

  /**
   * The kernel of the directions of two vectors, which is not defined at 0.
   *
   * @throws KernelSpecificationException if the kernel is no function of the angle without a
   *     dimension
   */
  public static PairKernel<Vector> onSphere(Kernel kernel) {
    requireFunction(kernel);
    return new PairKernel<>() {
      @Override
      public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
        if (inputs.stream().anyMatch(Vector::isZero)) {
          throw new DomainException("the zero vector has no direction");
        }
        return (i, j) ->
            kernel.evaluate(over, VectorAngle.between(over, inputs.get(i), inputs.get(j)));
      }
    };
  }

  /** The kernel of the literature, which is a multiple of the normalised one. */
  public static PairKernel<Vector> inPaperScale(Kernel kernel, PairKernel<Vector> normalised) {
    return new PairKernel<>() {
      @Override
      public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
        T scale = kernel.paperScale(over);
        Entries<T> entries = normalised.over(over, inputs);
        return (i, j) -> over.multiply(scale, entries.at(i, j));
      }
    };
  }

  private static void requireFunction(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Spectral) {
      throw new KernelSpecificationException(
          kernel + " is given by its spectrum: its values between points are not computed");
    }
  }

  /** The network that the kernel is one of; arccos:n is that of one layer. */
  private static Optional<NetworkKernel> asNetwork(Kernel kernel) {
    if (kernel.network().isPresent()) {
      return kernel.network();
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
