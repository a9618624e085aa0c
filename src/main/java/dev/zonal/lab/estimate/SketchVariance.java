package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Rational;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The variance of the estimate of &lt;a, a'&gt;&lt;b, b'&gt; by sketches of a (x) b and a' (x) b',
 * exactly (docs/theory.md, Propositions 26.4 and 26.5).
 *
 * @param left of a and a'
 * @param right of b and b'
 */
public record SketchVariance(Pair left, Pair right) {
  /**
   * What signs see of two vectors.
   *
   * @param square P = &lt;a, a'&gt;^2
   * @param lengths Q = |a|^2 |a'|^2 - S with S = sum (a_i a'_i)^2
   * @param cross R = P - S
   */
  public record Pair(Rational inner, Rational square, Rational lengths, Rational cross) {
    /**
     * Of two vectors.
     *
     * @throws IllegalArgumentException if the vectors have different dimensions
     */
    public static Pair of(List<Rational> a, List<Rational> b) {
      Rational squares = inner(products(a, b), products(a, b));
      Rational inner = inner(a, b);
      Rational square = inner.multiply(inner);
      Rational lengths = inner(a, a).multiply(inner(b, b));
      return new Pair(inner, square, lengths.subtract(squares), square.subtract(squares));
    }

    private static List<Rational> products(List<Rational> a, List<Rational> b) {
      if (a.size() != b.size()) {
        throw new IllegalArgumentException("vectors of " + a.size() + " and " + b.size());
      }
      return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).multiply(b.get(i))).toList();
    }

    private static Rational inner(List<Rational> a, List<Rational> b) {
      return products(a, b).stream().reduce(Rational.ZERO, Rational::add);
    }

    /** P + Q + R, the mean square of what signs make of the inner product. */
    private Rational signed() {
      return square.add(lengths).add(cross);
    }
  }

  /** &lt;a, a'&gt;&lt;b, b'&gt;, the mean of either sketch. */
  public Rational mean() {
    return left.inner.multiply(right.inner);
  }

  /** That of TensorSRHT of so many coordinates. */
  public Rational tensorHadamard(int dimension) {
    Rational square = left.square.multiply(right.square);
    return left.signed().multiply(right.signed()).subtract(square).divide(dimension);
  }

  /** That of CountSketch of so many coordinates. */
  public Rational countSketch(int dimension) {
    Rational even =
        left.square
            .multiply(right.lengths.add(right.cross))
            .add(left.lengths.add(left.cross).multiply(right.square))
            .add(left.lengths.multiply(right.lengths))
            .add(left.cross.multiply(right.cross));
    Rational odd = left.lengths.multiply(right.cross).add(left.cross.multiply(right.lengths));
    Rational share = Rational.of(dimension % 2 == 0 ? 2 : 1, dimension);
    return even.add(odd.multiply(share)).divide(dimension);
  }
}
