package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import java.util.Optional;

/**
 * Networks of L hidden layers of n linear units, exactly (docs/theory.md, Proposition 25.11): the
 * means are the limits u and (L + 1) u.
 *
 * @param weights the laws of weights and read-out
 * @param depth L, at least 1
 * @param width n, at least 2
 * @param inputs the dimension of the inputs, at least 2
 */
record LinearNetwork(Weights weights, int depth, int width, int inputs) {
  /** The variance of the Gram entry of the last layer. */
  Rational gramVariance(Rational u) {
    return gramSquare(u).subtract(u.multiply(u));
  }

  /** The variance of the tangent kernel; unknown for Gaussian weights unless u is 1 or -1. */
  Optional<Rational> tangentVariance(Rational u) {
    Rational square = u.multiply(u);
    Rational mean = square.multiply((depth + 1L) * (depth + 1L));
    if (weights.hidden() == Initialisation.ORTHOGONAL) {
      return Optional.of(orthogonalSquare(square, gramSquare(u)).subtract(mean));
    }
    return square.equals(Rational.ONE)
        ? Optional.of(gaussianSquare().subtract(mean))
        : Optional.empty();
  }

  private Rational gramSquare(Rational u) {
    Rational square = u.multiply(u);
    return weights.hidden() == Initialisation.GAUSSIAN
        ? gaussianGram(square)
        : width >= inputs ? square : projectedGram(square);
  }

  /** E r^2 grows by (E r^2 + E q_x q_z)/n in a layer, E q_x q_z by 2 E r^2/n. */
  private Rational gaussianGram(Rational square) {
    Rational gram = square;
    Rational lengths = Rational.ONE;
    for (int layer = 1; layer <= depth; layer++) {
      Rational next = gram.add(gram.add(lengths).divide(width));
      lengths = lengths.add(gram.multiply(2).divide(width));
      gram = next;
    }
    return gram;
  }

  /** (N/n)^2 E(x^T P z)^2 for a uniform projection P to n of N dimensions. */
  private Rational projectedGram(Rational square) {
    Rational n = Rational.of(width);
    Rational all = Rational.of(inputs);
    Rational beta =
        n.subtract(n.multiply(n).divide(all)).divide(all.multiply(all).add(all).subtract(2));
    Rational alpha = n.multiply(n).divide(all).subtract(beta.multiply(2)).divide(all);
    Rational mean = alpha.multiply(square).add(beta.multiply(square.add(1)));
    return all.divide(n).pow(2).multiply(mean);
  }

  /** E (r + c (u + (L-1) r))^2, c = |v|^2/n. */
  private Rational orthogonalSquare(Rational square, Rational gram) {
    long others = depth - 1L;
    Rational below = square.multiply(1 + 2 * others).add(gram.multiply(others * others));
    Rational mixed = square.add(gram.multiply(others)).multiply(2);
    return gram.add(readoutSquare().multiply(below)).add(mixed);
  }

  /** E c^2. */
  private Rational readoutSquare() {
    return weights.readout() == Initialisation.GAUSSIAN
        ? Rational.of(width + 2L, width)
        : Rational.ONE;
  }

  /** E Theta(x, x)^2 by pairs of layers, which share the matrices between them. */
  private Rational gaussianSquare() {
    Rational a = Rational.of(width + 2L, width);
    Rational sum = a.pow(depth);
    for (int l = 1; l <= depth; l++) {
      sum = sum.add(a.pow(depth - 1).multiply(readoutSquare()));
    }
    Rational trace = Rational.ONE;
    Rational square = Rational.of(1, width);
    for (int between = 0; between < depth; between++) {
      for (int l = 1; l + between + 1 <= depth + 1; l++) {
        int above = l + between + 1;
        Rational ends =
            above == depth + 1
                ? a.pow(l - 1)
                : a.pow(l - 1 + depth - above).multiply(readoutSquare());
        sum = sum.add(ends.multiply(trace).multiply(2));
      }
      Rational next = trace.add(square.multiply(2).divide(width));
      square = square.multiply(width + 1L).add(trace).divide(width);
      trace = next;
    }
    return sum;
  }
}
