package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.testkit.Kernels;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the rest of the program relies on, for every kernel that is given by its eigenvalues. */
interface SpectralContract {
  BallArithmetic OVER = BallArithmetic.ofBits(150);
  int TRIES = 30;

  /** The name in specifications. */
  String name();

  @Provide
  default Arbitrary<Kernel> kernels() {
    return Kernels.spectral().filter(kernel -> kernel.toString().startsWith(name() + ":"));
  }

  private static Structure.Spectral given(Kernel kernel) {
    return (Structure.Spectral) kernel.structure();
  }

  @Property(tries = TRIES)
  default void itPrintsAsTheSpecificationThatMakesIt(@ForAll("kernels") Kernel kernel) {
    Kernel again = KernelSpecification.parse(kernel.toString());
    assertEquals(kernel, again);
    assertEquals(kernel.hashCode(), again.hashCode());
    assertEquals(kernel.toString(), again.toString());
    assertEquals(kernel, kernel.normalForm());
  }

  @Property(tries = TRIES)
  default void itHasTheSameEigenvaluesInEveryArithmetic(
      @ForAll("kernels") Kernel kernel,
      @ForAll @IntRange(min = 2, max = 12) int dimension,
      @ForAll @IntRange(max = 40) int k) {
    Structure.Spectral given = given(kernel);
    Ball eigenvalue = given.eigenvalue(OVER, dimension, k);
    ApfloatArithmetic decimals = ApfloatArithmetic.ofDigits(60);
    String decimal = given.eigenvalue(decimals, dimension, k).toString(true);
    Ball second = OVER.of(Rational.of(new BigDecimal(decimal)));
    Ball slack = OVER.scale(eigenvalue.abs(), Rational.of(1, 1L << 62)).shifted(-62);
    assertTrue(eigenvalue.inflate(slack).overlaps(second), kernel + ", k = " + k);
    double approximate = given.eigenvalue(new DoubleArithmetic(), dimension, k);
    assertEquals(eigenvalue.toDouble(), approximate, 1e-9 * Math.abs(approximate));
    given
        .rational(dimension, k)
        .ifPresent(value -> assertTrue(eigenvalue.contains(value), kernel + ", k = " + k));
  }

  @Property(tries = TRIES)
  default void itIsPositiveIfItSaysSo(
      @ForAll("kernels") Kernel kernel, @ForAll @IntRange(max = 60) int last) {
    boolean isPositive =
        IntStream.rangeClosed(0, last)
            .allMatch(k -> given(kernel).eigenvalue(OVER, 3, k).isPositive());
    assertTrue(isPositive || !kernel.hasPositiveEigenvalues(last % 2 == 1), kernel::toString);
  }

  @Property(tries = TRIES)
  default void itHasNoValuesWithoutADimension(@ForAll("kernels") Kernel kernel) {
    ChordAngle<Ball> right = ChordAngle.ofCosine(OVER, Rational.ZERO);
    String message =
        assertThrows(KernelSpecificationException.class, () -> kernel.evaluate(OVER, right))
            .getMessage();
    assertTrue(message.startsWith(kernel + " is given by its eigenvalues"), message);
    assertThrows(KernelSpecificationException.class, () -> kernel.atCoincidence(OVER));
    assertTrue(kernel.rationalValue(Rational.ONE).isEmpty());
  }
}
