package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.Architecture;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of one hidden layer made of each neuron (w, a) of another, its mirror (w, -a), and
 * copies of both: f = 0 at the start, kernels of odd order vanish there, and copies stay alike, so
 * that any width costs as much as one (docs/theory.md, Lemma 24.8).
 *
 * @param pairs the network of neurons and mirrors, once
 * @param root s, of which the square is the number of copies
 */
public record ReplicatedNetwork(NetworkInstance pairs, int root) {
  /**
   * Of a network with so many copies of each neuron and of each mirror.
   *
   * @throws IllegalArgumentException if it has not one hidden layer
   */
  public static ReplicatedNetwork of(NetworkInstance network, int root) {
    Architecture architecture = network.network();
    if (architecture.widths().size() != 1) {
      throw new IllegalArgumentException("copies of neurons stay alike in one hidden layer");
    }
    int width = architecture.widths().get(0);
    int readout = width * architecture.inputs();
    List<Rational> weights = network.parameters().subList(0, readout);
    List<Rational> signs = network.parameters().subList(readout, readout + width);
    List<Rational> all = new ArrayList<>(weights);
    all.addAll(weights);
    all.addAll(signs);
    signs.forEach(a -> all.add(a.negate()));
    Architecture twice =
        new Architecture(architecture.unit(), architecture.inputs(), List.of(2 * width));
    return new ReplicatedNetwork(new NetworkInstance(twice, all, network.data()), root);
  }

  /** m. */
  public long width() {
    return (long) pairs.network().widths().get(0) * root * root;
  }

  /**
   * The pairs, trained on targets that are s times smaller: its f is that of the replicated network
   * over s, its K_2 is the same, and so is the hierarchy cut off.
   */
  NetworkInstance asTrained() {
    TrainingSet data = pairs.data();
    List<Rational> targets = data.targets().stream().map(y -> y.divide(root)).toList();
    return new NetworkInstance(
        pairs.network(), pairs.parameters(), new TrainingSet(data.inputs(), targets));
  }
}
