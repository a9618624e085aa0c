package dev.zonal.kernel.network;

import dev.zonal.kernel.KernelSpecificationException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which of the L + 1 layers of weights of a fully connected network with L hidden layers are
 * trained, together with their biases: 1 is the first, L + 1 the read-out.
 *
 * @param word what is written: all, hidden, first, last, or a list
 * @param layers the layers of a list, ascending; empty for a word
 */
public record Training(String word, List<Integer> layers) {
  /** Every layer. */
  public static final Training ALL = new Training("all", List.of());

  /** All but the read-out. */
  public static final Training HIDDEN = new Training("hidden", List.of());

  /** The first layer. */
  public static final Training FIRST = new Training("first", List.of());

  /** The read-out, which leaves the Gaussian-process kernel. */
  public static final Training LAST = new Training("last", List.of());

  /** The words for a set of layers. */
  public static final List<Training> WORDS = List.of(ALL, HIDDEN, FIRST, LAST);

  public Training {
    layers = List.copyOf(layers);
  }

  /**
   * Some layers, by their numbers.
   *
   * @throws KernelSpecificationException if there is none, or one of them is below 1
   */
  public static Training of(List<Integer> layers) {
    SortedSet<Integer> sorted = new TreeSet<>(layers);
    if (sorted.isEmpty() || sorted.first() < 1) {
      throw new KernelSpecificationException(
          "train=" + layers + ": a list names one layer or more, from 1 for the first");
    }
    return new Training(sorted.toString().replace(" ", ""), List.copyOf(sorted));
  }

  /** The same set for a network of the given depth; a list that is every layer is {@link #ALL}. */
  Training checked(int depth) {
    if (layers.isEmpty()) {
      return this;
    }
    if (layers.get(layers.size() - 1) > depth + 1) {
      throw new KernelSpecificationException(
          "train=%s: a network with L=%s hidden layers has the layers 1 to %s"
              .formatted(word, depth, depth + 1));
    }
    return layers.size() == depth + 1 ? ALL : this;
  }

  /** Whether a layer, from 1 to L + 1, is trained. */
  boolean trains(int layer, int depth) {
    return layers.isEmpty()
        ? switch (word) {
          case "hidden" -> layer <= depth;
          case "first" -> layer == 1;
          case "last" -> layer == depth + 1;
          default -> true;
        }
        : layers.contains(layer);
  }

  /** Whether the layers below the read-out contribute. */
  boolean trainsBelow(int depth) {
    return layers.isEmpty() ? !word.equals("last") : layers.get(0) <= depth;
  }

  boolean isAll() {
    return word.equals("all");
  }

  @Override
  public String toString() {
    return word;
  }
}
