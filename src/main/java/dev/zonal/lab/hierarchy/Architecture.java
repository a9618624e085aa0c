package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The network f(x) = a^T x_H, x_l = m_l^(-1/2) sigma(W_l x_(l-1)), x_0 = x, without biases (Huang
 * and Yau). Its parameters are one list: the rows of W_1, of W_2 and so on, and a.
 *
 * @param unit sigma
 * @param inputs how many coordinates x has
 * @param widths m_1 to m_H, at least one
 */
public record Architecture(SmoothUnit unit, int inputs, List<Integer> widths) {
  /**
   * The value at an input and its gradient.
   *
   * @param gradient by the parameters, in their order
   */
  public record Gradient<T>(T value, List<T> gradient) {}

  public Architecture {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || inputs < 1 || widths.stream().anyMatch(m -> m < 1)) {
      throw new IllegalArgumentException("a network without a hidden layer or with an empty one");
    }
  }

  /** How many parameters there are. */
  public int parameters() {
    int count = widths.get(widths.size() - 1);
    int below = inputs;
    for (int m : widths) {
      count += m * below;
      below = m;
    }
    return count;
  }

  /** f(x). */
  public <T> T value(Arithmetic<T> over, List<T> parameters, List<T> x) {
    return new Pass<>(over, parameters, x).value();
  }

  /** f(x) and its gradient, by backpropagation. */
  public <T> Gradient<T> gradient(Arithmetic<T> over, List<T> parameters, List<T> x) {
    Pass<T> pass = new Pass<>(over, parameters, x);
    List<T> readout = parameters.subList(pass.readout, parameters.size());
    return new Gradient<>(pass.value(), pass.gradient(readout, pass.last()));
  }

  /**
   * The gradient of f(x) times a number that depends on f(x): as many products as the gradient
   * alone.
   */
  public <T> List<T> multiple(
      Arithmetic<T> over, List<T> parameters, List<T> x, UnaryOperator<T> factor) {
    Pass<T> pass = new Pass<>(over, parameters, x);
    T times = factor.apply(pass.value());
    UnaryOperator<T> product = number -> over.multiply(times, number);
    List<T> readout = parameters.subList(pass.readout, parameters.size());
    return pass.gradient(
        readout.stream().map(product).toList(), pass.last().stream().map(product).toList());
  }

  /** One input on its way through the layers. */
  private final class Pass<T> {
    private final Arithmetic<T> over;
    private final List<T> parameters;
    private final List<List<T>> outputs = new ArrayList<>();
    private final List<List<T>> slopes = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final int readout;

    Pass(Arithmetic<T> over, List<T> parameters, List<T> x) {
      this.over = over;
      this.parameters = parameters;
      outputs.add(x);
      int start = 0;
      for (int width : widths) {
        starts.add(start);
        List<T> below = outputs.get(outputs.size() - 1);
        T root = over.sqrt(over.of(Rational.of(1, width)));
        List<T> output = new ArrayList<>();
        List<T> slope = new ArrayList<>();
        for (int j = 0; j < width; j++) {
          T z = product(start + j * below.size(), below);
          T value = unit.value(over, z);
          output.add(over.multiply(root, value));
          slope.add(over.multiply(root, unit.slope(over, z, value)));
        }
        outputs.add(output);
        slopes.add(slope);
        start += width * below.size();
      }
      readout = start;
    }

    private T product(int start, List<T> x) {
      T sum = over.multiply(parameters.get(start), x.get(0));
      for (int i = 1; i < x.size(); i++) {
        sum = over.add(sum, over.multiply(parameters.get(start + i), x.get(i)));
      }
      return sum;
    }

    T value() {
      return product(readout, last());
    }

    List<T> last() {
      return outputs.get(outputs.size() - 1);
    }

    /**
     * The gradient, or a multiple of it.
     *
     * @param ofLast by the outputs of the last layer
     * @param ofReadout by the weights that read it out
     */
    List<T> gradient(List<T> ofLast, List<T> ofReadout) {
      List<List<T>> ofLayers = new ArrayList<>();
      ofLayers.add(ofReadout);
      List<T> back = ofLast;
      for (int l = widths.size() - 1; l >= 0; l--) {
        List<T> below = outputs.get(l);
        List<T> ofLayer = new ArrayList<>();
        List<T> blame = new ArrayList<>();
        for (int j = 0; j < back.size(); j++) {
          T b = over.multiply(back.get(j), slopes.get(l).get(j));
          blame.add(b);
          for (T x : below) {
            ofLayer.add(over.multiply(b, x));
          }
        }
        ofLayers.add(0, ofLayer);
        if (l > 0) {
          back = transposed(starts.get(l), blame, below.size());
        }
      }
      return ofLayers.stream().flatMap(List::stream).toList();
    }

    private List<T> transposed(int start, List<T> blame, int columns) {
      List<T> product = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        T sum = over.multiply(parameters.get(start + i), blame.get(0));
        for (int j = 1; j < blame.size(); j++) {
          T weight = parameters.get(start + j * columns + i);
          sum = over.add(sum, over.multiply(weight, blame.get(j)));
        }
        product.add(sum);
      }
      return product;
    }
  }
}
