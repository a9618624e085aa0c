package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.testkit.Kernels;
import dev.zonal.theorem.law.SeriesDegrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The verifier's sets of exponents have the degrees that the prover computes without them. */
class ExponentsTest {
  private static final SeriesAlgebra<Exponents> OVER = new Exponents.Algebra();

  @Provide
  Arbitrary<Kernel> functions() {
    return Arbitraries.oneOf(Kernels.all(), Kernels.ofAnyActivation());
  }

  @Property(tries = 300)
  void theVerifierFindsTheDegreesOfTheProver(@ForAll("functions") Kernel kernel) {
    Optional<Exponents> here = kernel.series(OVER);
    Optional<SeriesDegrees> there = SeriesDegrees.of(kernel);
    assertEquals(there.map(ExponentsTest::degrees), here.map(ExponentsTest::degrees));
  }

  private static List<Long> degrees(SeriesDegrees degrees) {
    return List.of(degrees.even(), degrees.odd());
  }

  private static List<Long> degrees(Exponents exponents) {
    List<Long> degrees = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      boolean odd = parity == Parity.ODD;
      degrees.add(exponents.isInfinite(odd) ? SeriesDegrees.INFINITE : (long) exponents.last(odd));
    }
    return degrees;
  }

  @Test
  void setsOfExponentsAreAddedAndMultiplied() {
    Exponents oneAndU = OVER.sum(OVER.power(0), OVER.power(1));
    Exponents cube = OVER.composition(OVER.power(3), oneAndU);
    assertEquals("{0, 1, 2, 3}", cube.finite().toString());
    assertEquals("{0, 1, 2}", OVER.derivative(cube).finite().toString());
    assertEquals("{1}", OVER.sum(oneAndU, OVER.infinite(false)).finite().toString());
    assertEquals(OVER.infinite(true), OVER.product(OVER.infinite(false), OVER.power(1)));
    assertEquals(OVER.zero(), OVER.product(OVER.infinite(false), OVER.zero()));
    assertEquals(OVER.zero(), OVER.derivative(OVER.power(0)));
    assertEquals(OVER.power(0), OVER.composition(OVER.infinite(true), OVER.power(0)));
    assertEquals(OVER.infinite(false), OVER.composition(OVER.infinite(true), OVER.power(2)));
    assertEquals(OVER.infinite(true), OVER.composition(OVER.infinite(true), OVER.power(3)));
    assertEquals(
        OVER.sum(OVER.infinite(true), OVER.infinite(false)),
        OVER.composition(OVER.infinite(true), oneAndU));
    assertThrows(
        IllegalArgumentException.class, () -> OVER.composition(OVER.power(1), OVER.zero()));
  }
}
