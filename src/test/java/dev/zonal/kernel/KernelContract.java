package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.elementary.ChordPowerKernel;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.testkit.KernelProperties;
import dev.zonal.testkit.Kernels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the rest of the program relies on, for every kernel of the catalogue alike. A new kernel
 * implements this with its name alone, in {@link KernelContractTest}.
 */
interface KernelContract {
  BallArithmetic OVER = BallArithmetic.ofBits(150);
  int TRIES = 30;

  /** The name in specifications. */
  String name();

  @Provide
  default Arbitrary<Kernel> kernels() {
    return Kernels.all().filter(kernel -> kernel.toString().startsWith(name() + ":"));
  }

  @Provide
  default Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }

  private static Ball at(Kernel kernel, Rational u) {
    return kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  /** A power of the chord may have no value at u = 1. */
  private static Rational inside(Rational u) {
    return u.equals(Rational.ONE) ? Rational.of(1, 3) : u;
  }

  @Property(tries = TRIES)
  default void itPrintsAsTheSpecificationThatMakesIt(@ForAll("kernels") Kernel kernel) {
    Kernel again = KernelSpecification.parse(kernel.toString());
    assertEquals(kernel, again);
    assertEquals(kernel.hashCode(), again.hashCode());
    assertEquals(kernel.toString(), again.toString());
  }

  @Property(tries = TRIES)
  default void itHasTheSameValuesInEveryArithmetic(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational any) {
    Rational u = inside(any);
    Ball value = at(kernel, u);
    ApfloatArithmetic decimals = ApfloatArithmetic.ofDigits(60);
    Ball decimal =
        OVER.of(
            Rational.of(
                new BigDecimal(
                    kernel.evaluate(decimals, ChordAngle.ofCosine(decimals, u)).toString(true))));
    Ball size = OVER.add(value.isNegative() ? OVER.negate(value) : value, Ball.exact(1));
    assertTrue(
        value.inflate(OVER.scale(size, Rational.of(1, 1L << 62))).overlaps(decimal),
        () -> kernel + " at " + u + ": " + value + ", " + decimal);
    DoubleArithmetic doubles = new DoubleArithmetic();
    double approximate = kernel.evaluate(doubles, ChordAngle.ofCosine(doubles, u));
    assertEquals(value.toDouble(), approximate, 1e-9 * size.toDouble(), kernel + " at " + u);
  }

  @Property(tries = TRIES)
  default void itsRationalValuesAreItsValues(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational u) {
    for (Rational point : List.of(u, Rational.of(-1), Rational.ZERO)) {
      kernel
          .rationalValue(inside(point))
          .ifPresent(
              value ->
                  assertTrue(at(kernel, inside(point)).contains(value), kernel + " at " + point));
    }
  }

  @Property(tries = TRIES)
  default void itsNormalFormIsTheSameFunction(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational u) {
    Kernel normal = kernel.normalForm();
    assertTrue(at(kernel, inside(u)).overlaps(at(normal, inside(u))), kernel + " at " + u);
    assertEquals(normal, normal.normalForm());
    assertEquals(kernel.structure(), normal.structure());
    assertEquals(kernel.isMixtureOfGaussians(), normal.isMixtureOfGaussians());
  }

  @Property(tries = TRIES)
  default void itIsMadeOfWhatItsStructureSays(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational any) {
    if (!(kernel.structure() instanceof Structure.Opaque)) {
      Rational u = inside(any);
      Ball rebuilt = StructureValue.of(OVER, kernel.structure(), u);
      assertTrue(at(kernel, u).overlaps(rebuilt), () -> kernel + " at " + u + ": " + rebuilt);
    }
  }

  @Property(tries = TRIES)
  default void itHandsOutTheParametersThatItPrints(@ForAll("kernels") Kernel kernel) {
    List<String> keys = new ArrayList<>();
    Kernel same =
        kernel.withParameters(
            (key, value) -> {
              keys.add(key);
              return value;
            });
    assertEquals(kernel, same);
    assertTrue(
        Catalogue.entry(name()).orElseThrow().keys().containsAll(keys), () -> kernel + ": " + keys);
    Parameter other = Rational.of(7, 5);
    Kernel changed = kernel.withParameters((key, value) -> other);
    Kernel named = kernel.withParameters((key, value) -> new Symbol(key));
    assertEquals(changed, named.withParameters((key, value) -> other));
    changed.withParameters(
        (key, value) -> {
          assertEquals(other, value, key);
          return value;
        });
    assertEquals(new TreeSet<>(keys).size(), keys.size(), () -> "a key twice: " + keys);
  }

  @Property(tries = TRIES)
  default void aNetworkIsItsRecursionAtItsDepth(@ForAll("kernels") Kernel kernel) {
    kernel
        .network()
        .ifPresent(
            network -> {
              assertEquals(kernel, network);
              assertTrue(kernel.toString().contains("L=" + network.depth()));
            });
  }

  @Property(tries = TRIES)
  default void whatMakesAllEigenvaluesPositiveIsBoundedByItsValueAtOne(
      @ForAll("kernels") Kernel kernel, @ForAll("cosines") Rational u) {
    if (kernel.isMixtureOfGaussians() && !(kernel instanceof ChordPowerKernel)) {
      KernelProperties.isBoundedByCoincidence(kernel, u, 1e-13);
    }
  }

  @Property(tries = TRIES)
  default void theFactorOfThePaperIsPositive(@ForAll("kernels") Kernel kernel) {
    assertTrue(kernel.paperScale(OVER).isPositive(), kernel::toString);
  }
}
