package dev.zonal.data.drawn;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network does with one input, step by step, and backwards: how an output depends on what
 * each use of the weights gave.
 */
final class Tape {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Linear> linear = new ArrayList<>();
  private final Node one = input(1);

  /** Numbers of a layer, and the derivatives of an output by them. */
  static final class Node {
    private final double[] values;
    private final Runnable backwards;
    private double[] slopes;

    private Node(double[] values, Runnable backwards) {
      this.values = values;
      this.backwards = backwards;
    }

    double[] values() {
      return values;
    }

    private void add(int i, double slope) {
      slopes[i] += slope;
    }
  }

  private record Linear(Weights weights, double scale, Node from, Node to) {}

  /**
   * A use of weights: scale times the product of what an output depends on what it gave, and what
   * it was given, is the derivative of the output by the weights.
   */
  record Use(Weights weights, double scale, double[] given, double[] slopes) {}

  Node input(double... values) {
    return keep(new Node(values, () -> {}));
  }

  private Node keep(Node node) {
    nodes.add(node);
    return node;
  }

  /** scale W x. */
  Node linear(Weights weights, double scale, Node x) {
    double[] values = new double[weights.outputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * dot(weights.rows[i], x.values);
    }
    Node[] self = new Node[1];
    self[0] =
        keep(
            new Node(
                values,
                () -> {
                  for (int i = 0; i < values.length; i++) {
                    double factor = scale * self[0].slopes[i];
                    double[] row = weights.rows[i];
                    if (factor != 0) {
                      for (int j = 0; j < row.length; j++) {
                        x.slopes[j] += factor * row[j];
                      }
                    }
                  }
                }));
    linear.add(new Linear(weights, scale, x, self[0]));
    return self[0];
  }

  /** scale b. */
  Node bias(Weights weights, double scale) {
    return linear(weights, scale, one);
  }

  Node sum(List<Node> parts) {
    double[] values = new double[parts.get(0).values.length];
    for (Node part : parts) {
      for (int i = 0; i < values.length; i++) {
        values[i] += part.values[i];
      }
    }
    Node[] self = new Node[1];
    self[0] =
        keep(
            new Node(
                values,
                () -> {
                  for (Node part : parts) {
                    for (int i = 0; i < values.length; i++) {
                      part.add(i, self[0].slopes[i]);
                    }
                  }
                }));
    return self[0];
  }

  Node apply(Unit unit, Node x) {
    double[] values = new double[x.values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = unit.value().applyAsDouble(x.values[i]);
    }
    Node[] self = new Node[1];
    self[0] =
        keep(
            new Node(
                values,
                () -> {
                  for (int i = 0; i < values.length; i++) {
                    x.add(i, self[0].slopes[i] * unit.slope().applyAsDouble(x.values[i]));
                  }
                }));
    return self[0];
  }

  /** How an output of one number depends on every use of weights. */
  List<Use> uses(Node output) {
    nodes.forEach(node -> node.slopes = new double[node.values.length]);
    output.slopes[0] = 1;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).backwards.run();
    }
    return linear.stream()
        .map(use -> new Use(use.weights, use.scale, use.from.values, use.to.slopes))
        .toList();
  }

  /** The sum over all weights of the products of the derivatives of two outputs by them. */
  static double tangent(List<Use> first, List<Use> second) {
    double sum = 0;
    for (Use a : first) {
      for (Use b : second) {
        if (a.weights == b.weights) {
          double slopes = dot(a.slopes, b.slopes);
          if (slopes != 0) {
            sum += a.scale * b.scale * slopes * dot(a.given, b.given);
          }
        }
      }
    }
    return sum;
  }

  /**
   * The same over some of the weights: over those of the read-out, the covariance of the outputs
   * given all others.
   */
  static double tangent(List<Use> first, List<Use> second, List<Weights> some) {
    return tangent(
        first.stream().filter(use -> some.contains(use.weights)).toList(),
        second.stream().filter(use -> some.contains(use.weights)).toList());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
