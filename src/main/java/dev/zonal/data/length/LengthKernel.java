package dev.zonal.data.length;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.sequence.ReadOut;
import dev.zonal.data.sequence.RecurrentSpecification;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.recurrent.RecurrentLengths;
import dev.zonal.kernel.recurrent.RecurrentNetwork;
import java.util.List;

/**
 * A kernel of sequences, read as one of points of a sphere: each sequence is a multiple of one
 * point at every step.
 *
 * @param specification its name
 * @param lengths the sequences
 */
public record LengthKernel(String specification, RecurrentLengths lengths) {
  /**
   * The kernel that a specification names, as it is named for sequences.
   *
   * @param profiles the multiples a_1, ..., a_T, once for each length
   * @throws KernelSpecificationException if there is none, or none whose spectrum has a proof here
   */
  public static LengthKernel parse(String specification, List<List<Rational>> profiles) {
    if (!(RecurrentSpecification.parse(specification)
        instanceof dev.zonal.data.sequence.RecurrentKernel kernel)) {
      throw new KernelSpecificationException(specification + ": no kernel of sequences");
    }
    if (kernel.readOut() != ReadOut.LAST) {
      throw new KernelSpecificationException(
          "readout=%s: spectra are known for readout=last only".formatted(kernel.readOut()));
    }
    dev.zonal.data.sequence.RecurrentNetwork of = kernel.network();
    List<RecurrentNetwork> networks =
        profiles.stream()
            .map(
                profile ->
                    new RecurrentNetwork(
                        of.activation(),
                        profile,
                        of.layers(),
                        of.recurrent(),
                        of.input(),
                        of.bias(),
                        of.output(),
                        of.state(),
                        of.hidden()))
            .toList();
    return new LengthKernel(kernel.toString(), new RecurrentLengths(networks, kernel.isTangent()));
  }
}
