package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.List;

/**
 * A network with its weights and what it is trained on, all of it exact.
 *
 * @param parameters in the order of the architecture
 */
public record NetworkInstance(Architecture network, List<Rational> parameters, TrainingSet data) {
  public NetworkInstance {
    parameters = List.copyOf(parameters);
    if (parameters.size() != network.parameters()) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters of " + network.parameters());
    }
  }

  /** The parameters over an arithmetic. */
  public <T> List<T> parameters(Arithmetic<T> over) {
    return parameters.stream().map(over::of).toList();
  }

  /** The kernels at the parameters themselves. */
  public <T> HierarchyKernels<T> kernels(Arithmetic<T> over) {
    return kernels(over, parameters(over));
  }

  /** The kernels at other parameters of the same network. */
  public <T> HierarchyKernels<T> kernels(Arithmetic<T> over, List<T> at) {
    List<List<T>> inputs =
        data.inputs().stream().map(x -> x.stream().map(over::of).toList()).toList();
    return new HierarchyKernels<>(network, over, at, inputs);
  }
}
