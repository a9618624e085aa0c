package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.List;

/**
 * What a network is trained on, exactly.
 *
 * @param inputs of one dimension
 * @param targets as many
 */
public record TrainingSet(List<List<Rational>> inputs, List<Rational> targets) {
  public TrainingSet {
    inputs = inputs.stream().map(List::copyOf).toList();
    targets = List.copyOf(targets);
    if (inputs.isEmpty() || inputs.size() != targets.size()) {
      throw new IllegalArgumentException(
          inputs.size() + " inputs and " + targets.size() + " targets");
    }
  }

  /** n. */
  public int size() {
    return targets.size();
  }

  /** x_b, b from 0. */
  public <T> List<T> input(Arithmetic<T> over, int b) {
    return inputs.get(b).stream().map(over::of).toList();
  }

  /** y_b, b from 0. */
  public <T> T target(Arithmetic<T> over, int b) {
    return over.of(targets.get(b));
  }
}
