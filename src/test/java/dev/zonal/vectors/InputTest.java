package dev.zonal.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kernel is a function of, for the same points. */
class InputTest {
  private static final Kernel KERNEL = KernelSpecification.parse("fcntk:L=2");

  private static Ball value(Input input, Scale scale, double at) {
    return input.value(KERNEL, scale, at, 20).get().enclosure();
  }

  private static Ball value(Input input, Kernel kernel, double at) {
    return input.value(kernel, Scale.UNIT, at, 20).get().enclosure();
  }

  @ParameterizedTest
  @EnumSource(Input.class)
  void theScaleOfTheLiteratureIsAFactor(Input input) {
    BallArithmetic over = BallArithmetic.ofBits(96);
    for (double at : input.points()) {
      Ball scaled = over.multiply(KERNEL.paperScale(over), value(input, Scale.UNIT, at));
      assertTrue(scaled.overlaps(value(input, Scale.PAPER, at)), input + " " + at);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 0.875", "1, 0.5", "1.5, -0.125", "2, -1"})
  void theCosineIsOneMinusHalfTheSquareOfTheChord(double r, double u) {
    assertEquals(
        Input.COSINE.value(KERNEL, Scale.UNIT, u, 20).get().rounded(),
        Input.CHORD.value(KERNEL, Scale.UNIT, r, 20).get().rounded());
  }

  @ParameterizedTest
  @CsvSource({"1.5", "0.5", "3"})
  void theCosineIsThatOfTheAngle(double theta) {
    Kernel increasing = KernelSpecification.parse("gaussian:c=1");
    Ball byAngle = value(Input.ANGLE, increasing, theta);
    double u = Math.cos(theta);
    double below = Math.nextDown(Math.nextDown(u));
    double above = Math.nextUp(Math.nextUp(u));
    assertTrue(value(Input.COSINE, increasing, below).certainlyLess(byAngle));
    assertTrue(value(Input.COSINE, increasing, above).certainlyGreater(byAngle));
  }

  @Test
  void coincidenceIsTheCosineOneAndTheDistanceZero() {
    Kernel infinite = KernelSpecification.parse("chord:s=-1");
    assertTrue(Input.COSINE.isPole(infinite, 1));
    assertTrue(Input.ANGLE.isPole(infinite, 0));
    assertTrue(Input.CHORD.isPole(infinite, 0));
    assertFalse(Input.COSINE.isPole(infinite, 0));
    assertFalse(Input.CHORD.isPole(infinite, 1));
    assertFalse(Input.COSINE.isPole(KERNEL, 1));
    assertEquals(Rational.ONE, value(Input.COSINE, Scale.UNIT, 1).center().toFraction());
  }
}
