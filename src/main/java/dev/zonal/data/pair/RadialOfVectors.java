package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import java.util.List;

/** A function of the distance, which on the sphere is the chord. */
record RadialOfVectors(Kernel kernel) implements PairKernel<Vector> {
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
    return (i, j) -> {
      Vector x = inputs.get(i);
      return kernel.evaluate(over, new Distance<>(over, x.squaredDistance(inputs.get(j))));
    };
  }
}
