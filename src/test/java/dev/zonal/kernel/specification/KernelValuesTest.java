package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.testkit.KernelProperties;
import dev.zonal.testkit.Kernels;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KernelValuesTest {
  private static final BallArithmetic COARSE = BallArithmetic.ofBits(120);
  private static final BallArithmetic FINE = BallArithmetic.ofBits(400);

  @TestFactory
  Stream<DynamicTest> balls_decide_every_printed_digit_of_the_reference() throws IOException {
    try (InputStream table = getClass().getResourceAsStream("/reference/kernels.tsv")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }
  }

  private static void check(String line) {
    String[] cell = line.split("\t");
    Kernel kernel = KernelSpecification.parse(cell[0]);
    Rational u = NumberSyntax.rational("u", cell[1]);
    BigDecimal printed = new BigDecimal(cell[2]);
    Ball value = kernel.evaluate(FINE, ChordAngle.ofCosine(FINE, u));
    Optional<Rational> exact = kernel.rationalValue(u);
    if (exact.isPresent()) {
      assertEquals(
          0, printed.compareTo(exact.get().toScale(printed.scale(), RoundingMode.HALF_EVEN)));
      assertTrue(value.contains(exact.get()));
    } else {
      BigDecimal rounded = value.decimal(printed.precision()).orElseThrow();
      assertEquals(0, printed.compareTo(rounded), () -> rounded + " but printed " + printed);
    }
  }

  @Property(tries = 300)
  void balls_of_two_precisions_and_doubles_agree(
      @ForAll("kernels") Kernel kernel, @ForAll("inside") Rational u) {
    Ball coarse = kernel.evaluate(COARSE, ChordAngle.ofCosine(COARSE, u));
    Ball fine = kernel.evaluate(FINE, ChordAngle.ofCosine(FINE, u));
    assertTrue(coarse.overlaps(fine), () -> kernel + " at " + u);
    double size = Math.max(1, Math.abs(fine.toDouble()));
    assertTrue(fine.radius().toDouble() < size * 0x1p-360, () -> kernel + ": " + fine);
    assertEquals(
        fine.toDouble(), KernelProperties.value(kernel, u), 1e-12 * size, kernel::toString);
  }

  /** Signs beside what passes them leave -1 where it is, and balls there have no root. */
  private static boolean staysAtTheAntipode(Kernel kernel) {
    return kernel instanceof ResidualGaussianProcessKernel residual
        && residual.layer().activation().equals(HomogeneousActivation.sign());
  }

  @Property(tries = 300)
  void balls_contain_the_rational_values_at_both_ends(@ForAll("normalised") Kernel kernel) {
    Assume.that(!staysAtTheAntipode(kernel));
    Ball antipode = kernel.evaluate(FINE, ChordAngle.ofCosine(FINE, Rational.of(-1)));
    kernel.rationalValue(Rational.of(-1)).ifPresent(exact -> assertTrue(antipode.contains(exact)));
    if (!(kernel instanceof GammaExponentialKernel)) {
      Ball coincidence = kernel.evaluate(FINE, ChordAngle.ofCosine(FINE, Rational.ONE));
      assertTrue(coincidence.contains(Rational.ONE), () -> kernel + ": " + coincidence);
    }
  }

  @Property(tries = 300)
  void the_scale_of_the_literature_is_certified(@ForAll("networks") Kernel kernel) {
    Ball coarse = kernel.paperScale(COARSE);
    Ball fine = kernel.paperScale(FINE);
    assertTrue(coarse.overlaps(fine) && coarse.isPositive(), () -> kernel + ": " + coarse);
  }

  @Test
  void a_fraction_with_the_sign_below_the_line_is_the_same_number() {
    for (long d : new long[] {1, 2, 3, 8}) {
      Ball value = FINE.of(Rational.of(1, -d));
      assertTrue(value.contains(Rational.of(-1, d)), value::toString);
      assertEquals(
          FINE.power(FINE.of(2), Rational.of(-1, d)).toDouble(),
          FINE.power(FINE.of(2), Rational.of(1, -d)).toDouble());
    }
  }

  @Test
  void a_tiny_weight_costs_no_digits_at_the_antipode() {
    Kernel kernel = KernelSpecification.parse("resntk:L=5,alpha=1e-40");
    Rational u = Rational.of(-999_999, 1_000_000);
    Ball value = kernel.evaluate(FINE, ChordAngle.ofCosine(FINE, u));
    assertTrue(value.radius().toDouble() < 0x1p-370, value::toString);
  }

  @Test
  void depth_costs_few_digits() {
    Rational u = Rational.ZERO;
    Ball value =
        KernelSpecification.parse("fcntk:L=300").evaluate(FINE, ChordAngle.ofCosine(FINE, u));
    assertTrue(value.radius().toDouble() < 0x1p-350, value::toString);
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    return Kernels.all();
  }

  @Provide
  Arbitrary<Kernel> normalised() {
    return Kernels.normalised();
  }

  @Provide
  Arbitrary<Kernel> networks() {
    return Kernels.networks();
  }

  @Provide
  Arbitrary<Rational> inside() {
    return Kernels.cosines().filter(u -> !u.equals(Rational.ONE));
  }
}
