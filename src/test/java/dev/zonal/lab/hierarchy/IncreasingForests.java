package dev.zonal.lab.hierarchy;

import java.util.ArrayList;
import java.util.List;

/**
 * The closed form of the kernels of one hidden layer (docs/theory.md, Proposition 24.6): K_r is
 * m^(-r/2) times the sum over neurons and increasing forests on 1..r of c a^p prod sigma^(deg i) (w
 * x_i) prod over edges of x_i x_k.
 */
final class IncreasingForests {
  /**
   * A forest.
   *
   * @param coefficient c
   * @param power p of the read-out weight
   * @param parents of the vertices from 0 on; -1 for a root
   */
  record Forest(long coefficient, int power, List<Integer> parents) {
    /** How many edges meet at a vertex. */
    int degree(int vertex) {
      int degree = parents.get(vertex) < 0 ? 0 : 1;
      for (int parent : parents) {
        degree += parent == vertex ? 1 : 0;
      }
      return degree;
    }
  }

  private IncreasingForests() {}

  /** Those on r vertices that do not vanish. */
  static List<Forest> of(int r) {
    List<Forest> forests = new ArrayList<>();
    grow(new Forest(1, 1, List.of(-1)), r, forests);
    return forests;
  }

  private static void grow(Forest forest, int r, List<Forest> grown) {
    int size = forest.parents().size();
    if (size == r) {
      grown.add(forest);
      return;
    }
    for (int parent = 0; parent < size; parent++) {
      grow(with(forest, forest.coefficient(), forest.power() + 1, parent), r, grown);
    }
    if (forest.power() > 0) {
      grow(with(forest, forest.coefficient() * forest.power(), forest.power() - 1, -1), r, grown);
    }
  }

  private static Forest with(Forest forest, long coefficient, int power, int parent) {
    List<Integer> parents = new ArrayList<>(forest.parents());
    parents.add(parent);
    return new Forest(coefficient, power, parents);
  }
}
