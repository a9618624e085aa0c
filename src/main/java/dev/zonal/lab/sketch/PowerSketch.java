package dev.zonal.lab.sketch;

import dev.zonal.lab.sample.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * PolySketch: sketches of all tensor powers x^(i), i up to q, by one binary tree of TensorSRHTs
 * (Zandieh et al.). The leaves 1 to i have x, the others the first unit vector; a node whose leaves
 * all have that one is the first unit vector itself. The inner product of sketches of x^(i) and
 * z^(i) has the mean &lt;x, z&gt;^i (docs/theory.md, Proposition 26.7).
 *
 * @param levels the nodes, those above the leaves first, half as many on each level; the last has
 *     one
 */
public record PowerSketch(List<List<TensorSketch>> levels) {
  /**
   * Draws a tree.
   *
   * @param degree q, a power of two, at least 2
   * @param dimension of the points
   * @param size of the sketches
   */
  public static PowerSketch draw(int degree, int dimension, int size, RandomStream stream) {
    List<List<TensorSketch>> levels = new ArrayList<>();
    int below = dimension;
    for (int nodes = degree / 2; nodes >= 1; nodes /= 2) {
      List<TensorSketch> level = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        level.add(TensorHadamard.draw(below, below, size, stream));
      }
      levels.add(List.copyOf(level));
      below = size;
    }
    return new PowerSketch(List.copyOf(levels));
  }

  /** The number of coordinates of the sketches. */
  public int size() {
    return levels.get(0).get(0).dimension();
  }

  /** The sketches of the powers of one point. */
  public Powers of(double[] x) {
    return new Powers(this, x, new double[levels.size()][levels.get(0).size()][]);
  }

  /**
   * The powers of one point.
   *
   * @param full by level and node, the sketches of nodes whose leaves all have x, once they are
   *     known
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Powers(PowerSketch sketch, double[] x, double[][][] full) {
    /** The sketch of x^(i), 1 &lt;= i &lt;= q. */
    public double[] power(int i) {
      return node(sketch.levels.size(), 0, i);
    }

    /**
     * What a node has.
     *
     * @param height above the leaves, which are at 0
     * @param count how many of its leaves, the first ones, have x
     */
    private double[] node(int height, int index, int count) {
      if (count == 0) {
        return unit(height == 0 ? x.length : sketch.size());
      }
      if (height == 0) {
        return x;
      }
      int half = 1 << (height - 1);
      boolean isFull = count == 2 * half;
      double[] known = full[height - 1][index];
      if (isFull && known != null) {
        return known;
      }
      double[] left = node(height - 1, 2 * index, Math.min(count, half));
      double[] right = node(height - 1, 2 * index + 1, Math.max(count - half, 0));
      double[] product = sketch.levels.get(height - 1).get(index).of(left, right);
      if (isFull) {
        full[height - 1][index] = product;
      }
      return product;
    }

    private static double[] unit(int dimension) {
      double[] first = new double[dimension];
      first[0] = 1;
      return first;
    }
  }
}
