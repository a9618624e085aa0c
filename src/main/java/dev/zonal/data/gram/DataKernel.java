package dev.zonal.data.gram;

import dev.zonal.data.definite.Singularity;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.pair.NormalisedKernel;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kernel of two inputs by its name.
 *
 * @param specification that names it, in its canonical form
 * @param inputs what it is a kernel of
 * @param scale of its values
 * @param singularity why its matrix at some inputs is singular, if a theorem says so
 * @param <X> the inputs
 */
public record DataKernel<X>(
    String specification,
    InputKind<X> inputs,
    Scale scale,
    PairKernel<X> kernel,
    Function<List<X>, Optional<Singularity>> singularity) {
  /** The same with the value 1 at equal points, on which it is singular where this one is. */
  public DataKernel<X> normalised() {
    return new DataKernel<>(
        specification, inputs, scale, new NormalisedKernel<>(kernel), singularity);
  }
}
