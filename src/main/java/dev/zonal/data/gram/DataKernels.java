package dev.zonal.data.gram;

import dev.zonal.data.definite.Singularity;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.image.ConvolutionalSpecification;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.data.sequence.RecurrentSpecification;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.function.Function;

/**
 * The kernels of data by the text that names them: those of vectors are the kernels of the
 * catalogue, those of other inputs have names of their own.
 *
 * @param families the kernels of other inputs
 */
public record DataKernels(List<Family<?>> families) {
  /** All that there are. A family of kernels of other inputs is a line here. */
  public static final DataKernels ALL =
      new DataKernels(
          List.of(
              new Family<>(
                  InputKind.SEQUENCES,
                  RecurrentSpecification.entries(),
                  RecurrentSpecification::parse),
              new Family<>(
                  InputKind.IMAGES,
                  ConvolutionalSpecification.entries(),
                  ConvolutionalSpecification::parse)));

  /**
   * Kernels of one kind of inputs.
   *
   * @param entries what they are called, and their parameters
   * @param parse makes a kernel of a text that begins with one of these names
   */
  public record Family<X>(
      InputKind<X> inputs,
      List<CatalogueEntry> entries,
      Function<String, ? extends PairKernel<X>> parse) {
    boolean names(String specification) {
      String name = specification.split(":", 2)[0].strip();
      return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    DataKernel<X> kernel(String specification) {
      PairKernel<X> kernel = parse.apply(specification);
      return new DataKernel<>(kernel.toString(), inputs, Scale.PAPER, kernel, Singularity::ofEqual);
    }
  }

  public DataKernels {
    families = List.copyOf(families);
  }

  /**
   * The kernel that a specification names.
   *
   * @param scale of kernels of vectors; others are not normalised
   * @param onSphere whether vectors are divided by their norms first
   * @throws KernelSpecificationException if there is none, or not off the sphere
   */
  public DataKernel<?> parse(String specification, Scale scale, boolean onSphere) {
    for (Family<?> family : families) {
      if (family.names(specification)) {
        if (onSphere) {
          throw new KernelSpecificationException(
              "--on-sphere is about vectors, and this is a kernel of " + family.inputs.name());
        }
        return family.kernel(specification);
      }
    }
    return ofVectors(KernelSpecification.parse(specification), scale, onSphere);
  }

  private static DataKernel<Vector> ofVectors(Kernel kernel, Scale scale, boolean onSphere) {
    PairKernel<Vector> normalised =
        onSphere ? VectorKernel.onSphere(kernel) : VectorKernel.of(kernel);
    PairKernel<Vector> scaled =
        scale == Scale.UNIT ? normalised : VectorKernel.inPaperScale(kernel, normalised);
    return new DataKernel<>(
        kernel.toString(),
        InputKind.VECTORS,
        scale,
        scaled,
        points -> Singularity.of(kernel, onSphere, points));
  }
}
