package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ResidualDecayConstantTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);

  private static BigDecimal digits(Ball value) {
    return value.decimal(16).orElseThrow();
  }

  @Test
  void halfTheSumOfTheChordCoefficientsOnTheTwoSphere() {
    // A_1 = -0.22281692032865347008, B_1 = -0.038200632110803292645, geometry 1/2, in independent
    // software.
    ResidualDecayConstant law =
        new ResidualDecayConstant(new ResidualTangentKernel(3, Rational.of(1, 2)), 3);
    assertEquals(new BigDecimal("0.1305087762197284"), digits(law.even(OVER)));
    assertEquals(new BigDecimal("0.09230814410892509"), digits(law.odd(OVER)));
  }

  @Test
  void oneBlockHasNoOddLimit() {
    ResidualDecayConstant law =
        new ResidualDecayConstant(new ResidualTangentKernel(1, Rational.of(7)), 5);
    assertTrue(law.odd(OVER).isExact() && law.odd(OVER).containsZero());
    // A_1 = B_1 = -1/(2 pi), and 2^3 Gamma(5/2)^2/pi = 9/2.
    assertEquals(new BigDecimal("1.432394487827058"), digits(law.even(OVER)));
  }

  @Test
  void evenDimensionsCarryAnotherPowerOfPi() {
    // (1/pi) (1/pi) for d = 2, four times as much for d = 4.
    ResidualTangentKernel kernel = new ResidualTangentKernel(1, Rational.of(1));
    assertEquals(
        new BigDecimal("0.1013211836423378"),
        digits(new ResidualDecayConstant(kernel, 2).even(OVER)));
    assertEquals(
        new BigDecimal("0.4052847345693511"),
        digits(new ResidualDecayConstant(kernel, 4).even(OVER)));
  }

  @Test
  void otherVariantsAreRefused() {
    ResidualTangentKernel biased =
        (ResidualTangentKernel) KernelSpecification.parse("resntk:L=3,alpha=1,tau=1");
    assertThrows(IllegalArgumentException.class, () -> new ResidualDecayConstant(biased, 3));
  }
}
