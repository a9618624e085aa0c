package dev.zonal.symbolic.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.symbolic.Symja;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class RationalLimitTest {
  private static final IExpr X = Symja.symbol("x");

  private static IExpr polynomial(List<Integer> coefficients, int leading) {
    IExpr sum = Symja.product(Symja.of(leading), Symja.power(X, Symja.of(coefficients.size())));
    for (int i = 0; i < coefficients.size(); i++) {
      IExpr term = Symja.product(Symja.of(coefficients.get(i)), Symja.power(X, Symja.of(i)));
      sum = Symja.sum(sum, term);
    }
    return sum;
  }

  @Property(tries = 60)
  void theLimitIsDecidedByTheLeadingTerms(
      @ForAll @Size(max = 4) List<@IntRange(min = -9, max = 9) Integer> above,
      @ForAll @Size(max = 4) List<@IntRange(min = -9, max = 9) Integer> below,
      @ForAll @IntRange(min = 1, max = 9) int p,
      @ForAll @IntRange(min = -9, max = -1) int q,
      @ForAll boolean positive) {
    int excess = above.size() - below.size();
    IExpr expected =
        excess < 0
            ? F.C0
            : excess == 0
                ? Symja.of(p, q)
                : positive || excess % 2 == 0 ? F.CNInfinity : F.CInfinity;
    IExpr function = F.Divide(polynomial(above, p), polynomial(below, q));
    assertEquals(Optional.of(expected), RationalLimit.atInfinity(function, X, positive));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*x", "Sin(x)/x", "Sqrt(x^2+1)/x", "2^x", "x^(1/2)"})
  void otherFunctionsAndOpenSignsAreLeftToOthers(String function) {
    assertEquals(Optional.empty(), RationalLimit.atInfinity(Symja.parse(function), X, true));
  }
}
