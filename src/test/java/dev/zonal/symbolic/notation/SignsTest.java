package dev.zonal.symbolic.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.form.NormalForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.interfaces.IExpr;

class SignsTest {
  @ParameterizedTest
  @CsvSource({
    "(sigma-5)*sigma, true",
    "1-sigma, false",
    "k-2, false",
    "-a*(1-sigma), true",
    "(1-sigma)*(sigma-2)*(sigma-3), false",
    "(a-b)^2, false",
    "-3/2, true"
  })
  void theSignStandsInFront(String formula, boolean isNegative) {
    Signs signs = Signs.of(Symja.parse(formula));
    assertEquals(isNegative, signs.isNegative());
    IExpr magnitude = Symja.evaluate(signs.magnitude());
    IExpr again = isNegative ? Symja.evaluate(magnitude.negate()) : magnitude;
    assertTrue(NormalForm.areEqual(Symja.parse(formula), again));
  }
}
