package dev.zonal.lab.width;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear networks: docs/theory.md, Proposition 25.11. */
class LinearNetworkTest {
  private static final Weights GAUSSIAN =
      new Weights(Initialisation.GAUSSIAN, Initialisation.GAUSSIAN);

  /** Dynamical isometry: nothing fluctuates. */
  @Property(tries = 20)
  void orthogonal_networks_do_not_fluctuate(
      @ForAll @IntRange(min = 1, max = 50) int depth,
      @ForAll @IntRange(min = 2, max = 50) int width,
      @ForAll @IntRange(min = -5, max = 5) int fifths) {
    Rational u = Rational.of(fifths, 5);
    LinearNetwork fixed =
        new LinearNetwork(
            new Weights(Initialisation.ORTHOGONAL, Initialisation.ORTHOGONAL), depth, width, 2);
    LinearNetwork free =
        new LinearNetwork(
            new Weights(Initialisation.ORTHOGONAL, Initialisation.GAUSSIAN), depth, width, 2);
    assertEquals(Rational.ZERO, fixed.gramVariance(u));
    assertEquals(Rational.ZERO, fixed.tangentVariance(u).orElseThrow());
    assertEquals(
        u.multiply(u).multiply(2L * depth * depth).divide(width),
        free.tangentVariance(u).orElseThrow());
  }

  /** E Theta^2 of one and two layers, multiplied out by hand. */
  @ParameterizedTest
  @CsvSource({"8, 1, 9/2", "16, 1, 17/4"})
  void one_layer_by_hand(int width, int depth, String square) {
    Rational variance =
        new LinearNetwork(GAUSSIAN, depth, width, 2).tangentVariance(Rational.ONE).orElseThrow();
    assertEquals(Rational.parse(square), variance.add((depth + 1L) * (depth + 1L)));
  }

  /** The trace of a product of two 2 x 2 matrices decides between 2.75 and 2.25. */
  @Example
  void layers_two_apart_share_a_product_of_matrices() {
    int draws = 400_000;
    RandomStream stream = RandomStream.of(11);
    double[] squares = new double[draws];
    for (int i = 0; i < draws; i++) {
      double[] a = stream.gaussians(4);
      double[] b = stream.gaussians(4);
      double trace = 0;
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
          double entry = a[2 * row] * b[column] + a[2 * row + 1] * b[2 + column];
          trace += entry * entry / 4;
        }
      }
      squares[i] = trace * trace / 4;
    }
    // of E Theta^2 for L = 3, n = 2 all but c_2 is known: 16 + 3*8*... = 68 + 2 c_2
    Rational square =
        new LinearNetwork(GAUSSIAN, 3, 2, 2).tangentVariance(Rational.ONE).orElseThrow().add(16);
    double c2 = square.subtract(68).divide(2).doubleValue();
    assertEquals(2.75, c2, 1e-12);
    assertTrue(Math.abs(SampleMean.of(squares).z(c2)) < 5);
  }

  /** Inputs of more dimensions than neurons: a projection, whose Gram entries fluctuate. */
  @Example
  void a_projection_loses_the_isometry() {
    LinearNetwork narrow =
        new LinearNetwork(
            new Weights(Initialisation.ORTHOGONAL, Initialisation.ORTHOGONAL), 1, 2, 3);
    // (3/2)^2 E (1 - g^2)^2 - 1 for a coordinate g of a unit vector of R^3
    assertEquals(Rational.of(1, 5), narrow.gramVariance(Rational.ONE));
  }
}
