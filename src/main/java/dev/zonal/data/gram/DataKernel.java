package dev.zonal.data.gram;

import dev.zonal.data.file.InputKind;
import dev.zonal.data.pair.PairKernel;

/**
 * A kernel of two inputs by its name.
 *
 * @param specification that names it, in its canonical form
 * @param inputs what it is a kernel of
 * @param <X> the inputs
 */
public record DataKernel<X>(String specification, InputKind<X> inputs, PairKernel<X> kernel) {}
