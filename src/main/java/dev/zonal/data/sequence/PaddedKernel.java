package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import java.util.List;

/**
 * A kernel of vectors between sequences, each with zeros to the length of the longest. More zeros
 * than that change nothing for kernels of inner products and norms.
 *
 * @param kernel of vectors
 */
public record PaddedKernel(PairKernel<Vector> kernel, Padding padding)
    implements PairKernel<Sequence> {
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Sequence> inputs) {
    int longest = inputs.stream().mapToInt(Sequence::length).max().orElse(0);
    return kernel.over(over, inputs.stream().map(x -> padding.vector(x, longest)).toList());
  }
}
