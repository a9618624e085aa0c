package dev.zonal.symbolic.evaluation;

import static dev.zonal.symbolic.evaluation.PointwiseCheck.Verdict.DIFFERENT;
import static dev.zonal.symbolic.evaluation.PointwiseCheck.Verdict.EQUAL;
import static dev.zonal.symbolic.evaluation.PointwiseCheck.Verdict.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.symbolic.Symja;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointwiseCheckTest {
  private static PointwiseCheck.Verdict verdict(String difference) {
    return new PointwiseCheck().vanishes(Symja.parse(difference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "Sin(x)^2+Cos(x)^2-1",
        "ArcSin(x)+ArcCos(x)-Pi/2",
        "(a+b)^2-a^2-2*a*b-b^2",
        "Log(x^2)-2*Log(Abs(x))"
      })
  void anIdentityIsRecognised(String difference) {
    assertEquals(EQUAL, verdict(difference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1/10^45", "Sqrt(x^2)-x", "Sin(x)-x+x^3/6", "a^2/(1+a^2)+1/(1+a^2)-1-1/10^40"})
  void whatDiffersAtSomePointIsNoIdentity(String difference) {
    assertEquals(DIFFERENT, verdict(difference));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zeta(x)-Zeta(x+1)", "f(x)-f(y)", "Log(-1-x^2)-1"})
  void whatHasNoValuesIsNotJudged(String difference) {
    assertEquals(UNKNOWN, verdict(difference));
  }
}
