package dev.zonal.lab.width;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import dev.zonal.spectrum.CertifiedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To first order in 1/n: docs/theory.md, Propositions 25.9 and 25.10. */
class WidthExpansionTest {
  static List<String[]> table() {
    return ReferenceTable.rows("finite-width.tsv");
  }

  private static RectifiedLaws laws(String name, int depth) {
    Initialisation hidden = Initialisation.valueOf(name.toUpperCase(Locale.ROOT));
    return new RectifiedLaws(new Weights(hidden, Initialisation.GAUSSIAN), depth, 2);
  }

  @ParameterizedTest
  @MethodSource("table")
  void the_coefficients_of_the_table(
      String init, int depth, String u, String limit, String bias, String variance) {
    boolean isTangent = init.endsWith("-ntk");
    WidthLaw law =
        laws(init.replace("-ntk", ""), depth)
            .firstOrder(
                isTangent ? KernelKind.NTK : KernelKind.NNGP, Rational.of(new BigDecimal(u)));
    assertNear(limit, value(Optional.of(law.limit())));
    assertNear(bias, value(law.bias()));
    if (isTangent) {
      assertTrue(law.variance().isEmpty());
    } else {
      assertNear(variance, value(law.variance()));
    }
  }

  private static BigDecimal value(Optional<LawNumber> number) {
    return number.orElseThrow().certify(16).map(CertifiedValue::rounded).get();
  }

  /** The table has 12 digits after the point. */
  private static void assertNear(String expected, BigDecimal value) {
    double error = value.subtract(new BigDecimal(expected)).abs().doubleValue();
    assertTrue(error < 2e-12, () -> expected + " and " + value);
  }

  /** At u = 1 the laws are rational, and what the others tend to. */
  @Property(tries = 10)
  void the_variance_is_continuous_at_one(
      @ForAll @IntRange(min = 1, max = 6) int depth, @ForAll Initialisation hidden) {
    RectifiedLaws laws = new RectifiedLaws(new Weights(hidden, Initialisation.GAUSSIAN), depth, 2);
    Rational near = Rational.of(999_999_999L, 1_000_000_000L);
    WidthLaw one = laws.firstOrder(KernelKind.NNGP, Rational.ONE);
    WidthLaw beside = laws.firstOrder(KernelKind.NNGP, near);
    assertEquals(value(one.variance()).doubleValue(), value(beside.variance()).doubleValue(), 2e-3);
    assertEquals(0, value(one.bias()).signum());
    assertEquals(0, value(beside.bias()).doubleValue(), 2e-3);
  }

  /** The finite law at u = 1 tends to the coefficient. */
  @Property(tries = 10)
  void the_exact_variance_tends_to_the_coefficient(
      @ForAll @IntRange(min = 1, max = 6) int depth,
      @ForAll Initialisation hidden,
      @ForAll Initialisation readout) {
    WidthLaws relu = new RectifiedLaws(new Weights(hidden, readout), depth, 2);
    WidthLaws linear = new LinearLaws(new Weights(hidden, readout), depth, 2);
    for (WidthLaws laws : List.of(relu, linear)) {
      for (KernelKind kind : KernelKind.values()) {
        Optional<LawNumber> exact = laws.exact(kind, Rational.ONE, 60_000).variance();
        Optional<LawNumber> limit = laws.firstOrder(kind, Rational.ONE).variance();
        assertEquals(exact.isPresent(), limit.isPresent());
        if (exact.isPresent()) {
          double coefficient = value(limit).doubleValue();
          assertEquals(coefficient, value(exact).doubleValue(), 0.01 * (1 + coefficient));
        }
      }
    }
  }
}
