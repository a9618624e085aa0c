package dev.zonal.lab.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** One input: docs/theory.md, Proposition 25.7. */
class NormLawTest {
  @Property(tries = 50)
  void the_mean_square_is_a_product_over_the_layers(
      @ForAll @IntRange(min = 1, max = 20) int depth, @ForAll @IntRange(min = 2, max = 99) int n) {
    Rational gaussian = Rational.ONE.add(Rational.of(5, n)).pow(depth);
    Rational orthogonal = Rational.ONE.add(Rational.of(3, n + 2L)).pow(depth);
    assertEquals(gaussian, NormLaw.meanSquare(Initialisation.GAUSSIAN, depth, n, 2));
    assertEquals(orthogonal, NormLaw.meanSquare(Initialisation.ORTHOGONAL, depth, n, 2));
  }

  /** (7 + 3n/(n+2))/4n for half the kernel. */
  @Property(tries = 50)
  void the_tangent_kernel_of_one_layer(@ForAll @IntRange(min = 2, max = 99) int n) {
    Weights haar = new Weights(Initialisation.ORTHOGONAL, Initialisation.GAUSSIAN);
    Weights free = new Weights(Initialisation.GAUSSIAN, Initialisation.GAUSSIAN);
    assertEquals(Rational.of(3L * n, n + 2L).add(7), NormLaw.tangentVariance(haar, n, 2));
    assertEquals(Rational.of(12), NormLaw.tangentVariance(free, n, 2));
  }
}
