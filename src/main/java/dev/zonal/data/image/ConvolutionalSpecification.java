package dev.zonal.data.image;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.specification.Arguments;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernels of images, and the text that names one of them. */
public final class ConvolutionalSpecification {
  static final String TANGENT = "cntk";
  static final String PROCESS = "cnngp";
  private static final int LAYERS = 2;
  private static final int TAPS = 3;
  private static final String EXAMPLE = ":act=relu,L=2,taps=3,sw2=2,sb2=0,readout=flatten";

  private static final List<CatalogueEntry> ENTRIES =
      List.of(
          entry(
              TANGENT,
              "neural tangent kernel of a convolutional network of any activation phi",
              "f = sw2 mean(F + G Theta) + sb2 over the pixels a = b (flatten) or all a, b (gap), G"
                  + " = dF/dC"),
          entry(
              PROCESS,
              "Gaussian-process kernel of a convolutional network of any activation phi",
              "f = sw2 mean(F) + sb2 over the pixels a = b (flatten) or all a, b (gap)"));

  private ConvolutionalSpecification() {}

  /** Whether a text names one of these kernels. */
  public static boolean names(String specification) {
    String name = specification.split(":", 2)[0].strip();
    return ENTRIES.stream().anyMatch(entry -> entry.name().equals(name));
  }

  /** The kernels, in the order in which they are listed. */
  public static List<CatalogueEntry> entries() {
    return ENTRIES;
  }

  /**
   * The kernel that a specification names; {@code parse(kernel.toString())} is equal to it.
   *
   * @throws KernelSpecificationException if there is none; the message is one line
   */
  public static ConvolutionalKernel parse(String specification) {
    Arguments a = KernelSpecification.arguments(specification, ENTRIES);
    ConvolutionalNetwork network =
        new ConvolutionalNetwork(
            a.activation(),
            a.has("L") ? a.integer("L", Range.DEPTH) : LAYERS,
            a.has("taps") ? a.integer("taps", Range.TAPS) : TAPS,
            a.has("sw2") ? a.rational("sw2") : Rational.of(2),
            a.has("sb2") ? a.rational("sb2") : Rational.ZERO);
    return new ConvolutionalKernel(
        network, a.word("readout", PixelReadOut.FLATTEN), a.kernel().equals(TANGENT));
  }

  private static CatalogueEntry entry(String name, String title, String formula) {
    List<ParameterEntry> parameters = new ArrayList<>(Catalogue.activationParameters());
    parameters.add(1, optional("L", Range.DEPTH.description(), Integer.toString(LAYERS)));
    parameters.add(2, optional("taps", Range.TAPS.description(), Integer.toString(TAPS)));
    parameters.add(3, optional("sw2", Range.POSITIVE.description(), "2"));
    parameters.add(4, optional("sb2", Range.NON_NEGATIVE.description(), "0"));
    parameters.add(5, optional("readout", "flatten or gap", "flatten"));
    return new CatalogueEntry(
        name,
        title,
        "C = sw2 A F(l-1) + sb2, F(0) = <x_a,z_b>/channels, F = E phi(x) phi(z) at the covariance"
            + " C, A the mean over the window of pairs a+c, b+c\n"
            + "Theta = C + sw2 A (G(l-1) Theta(l-1))\n"
            + formula,
        "Huang, Du, Xu 2021; Arora et al. 2019",
        name + EXAMPLE,
        parameters);
  }

  private static ParameterEntry optional(String key, String range, String byDefault) {
    return new ParameterEntry(key, range, Optional.of(byDefault));
  }
}
