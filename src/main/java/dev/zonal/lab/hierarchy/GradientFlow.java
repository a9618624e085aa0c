package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.flow.VectorField;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient flow of the loss 1/(2n) sum (f(x_b) - y_b)^2 on all parameters.
 *
 * @param data inputs and targets over any arithmetic
 */
public record GradientFlow(Architecture network, TrainingSet data) implements VectorField {
  @Override
  public int dimension() {
    return network.parameters();
  }

  @Override
  public <T> List<T> at(Arithmetic<T> over, List<T> parameters) {
    List<T> sum = null;
    Rational share = Rational.of(-1, data.size());
    for (int b = 0; b < data.size(); b++) {
      T target = data.target(over, b);
      List<T> parts =
          network.multiple(
              over,
              parameters,
              data.input(over, b),
              value -> over.scale(over.subtract(value, target), share));
      List<T> next = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        next.add(sum == null ? parts.get(i) : over.add(sum.get(i), parts.get(i)));
      }
      sum = next;
    }
    return sum;
  }
}
