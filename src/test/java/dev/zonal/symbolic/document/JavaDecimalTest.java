package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Printed Java whose terms cancel, summed in decimal numbers: right, or no number. */
class JavaDecimalTest {
  @TempDir Path directory;

  /** At the borders of its range a value is right, which is 0 below the least double, or NaN. */
  @ParameterizedTest
  @CsvSource({"laplace:c=, 1000", "'matern:nu=3/2,c=', 999"})
  @Tag("long")
  void atTheBordersOfItsRangeADecimalIsRightOrNoNumber(String kernel, String largest)
      throws Exception {
    Derivation derivation = Derivations.eigenvalue(kernel + "c", null, null);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (String c : List.of("1/1073741824", "250", largest)) {
        for (int d : new int[] {2, 50, 1000}) {
          List<Long> frequencies = List.of(0L, 1L, 1000L);
          Map<Long, Double> expected = JavaClassTest.eigenvalues(kernel + c, d, frequencies);
          for (long k : frequencies) {
            Map<String, Double> arguments = new HashMap<>(Map.of("d", (double) d, "k", (double) k));
            arguments.put("c", Rational.parse(c).doubleValue());
            double value = java.call("eta", arguments);
            if (!Double.isNaN(value)) {
              JavaClassTest.agree(expected.get(k), value, kernel + arguments);
            }
          }
        }
      }
    }
  }

  @Test
  void whatIsNoFrequencyNoDimensionOrTooLargeHasNoValue() throws Exception {
    Derivation derivation = Derivations.eigenvalue("laplace:c=c", null, null);
    double[][] beyond = {
      {1, 3, 0.5}, {1, 3, -1}, {1, 2.5, 1}, {1, 1, 1}, {1001, 3, 1}, {1, 100_001, 1}, {1, 3, 1e6}
    };
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (double[] at : beyond) {
        Map<String, Double> arguments = Map.of("c", at[0], "d", at[1], "k", at[2]);
        assertTrue(Double.isNaN(java.call("eta", arguments)), arguments.toString());
      }
      // A constant has no other eigenvalue than that of k = 0.
      assertEquals(1, java.call("eta", Map.of("c", 0.0, "d", 3.0, "k", 0.0)));
      assertEquals(0, java.call("eta", Map.of("c", 0.0, "d", 3.0, "k", 2.0)));
    }
  }

  /** exp(t) - 1 and its like are zero to 32 and to 64 digits. */
  @Test
  void aZeroThatTermsAddUpToIsNotSettled() throws Exception {
    IExpr t = Symja.symbol("t");
    IExpr series = F.HypergeometricPFQ(F.List(F.C1), F.List(F.C2), t);
    Derivation derivation =
        new Derivation(
            "t",
            List.of(),
            List.of(),
            List.of(new Equation(Symja.symbol("eta"), F.Plus(series, F.CN1))),
            "by hand");
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (double value : new double[] {1e-3, 1e-40, 1e-100, 1e-300}) {
        double expected = value > 1e-9 ? Math.expm1(value) / value - 1 : value / 2;
        assertEquals(1, java.call("eta", Map.of("t", value)) / expected, 1e-12, "t=" + value);
      }
      assertTrue(Double.isNaN(java.call("eta", Map.of("t", 0.0))));
    }
  }

  @Test
  void exponentsThatAreNoIntegersHaveNoDecimals() {
    Derivation derivation = Derivations.eigenvalue("matern:nu=7/10,c=c", null, null);
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Format.JAVA.render(derivation, false));
    assertTrue(refusal.getMessage().endsWith("spectrum has the eigenvalues"));
  }
}
