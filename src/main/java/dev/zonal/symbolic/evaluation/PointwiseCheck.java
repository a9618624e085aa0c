package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Compares expressions by balls at random rational values of their names, the same ones for the
 * same names: what was said once is said always.
 */
public final class PointwiseCheck {
  private static final int BITS = 256;
  private static final int SMALL = -166;
  private static final int POINTS = 40;
  private static final int ENOUGH = 8;
  private static final long SEED = 1;

  /** What a comparison says. */
  public enum Verdict {
    /** The difference is below 10^-50 at every point that is in the domain, which many are. */
    EQUAL,
    /** At some point it is not. */
    DIFFERENT,
    /** The expressions have no certified values at enough points. */
    UNKNOWN
  }

  /** Whether an expression vanishes. */
  public Verdict vanishes(IExpr difference) {
    Set<String> names = Symja.names(difference);
    SplittableRandom random = new SplittableRandom(SEED);
    int small = 0;
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = new HashMap<>();
      // Small arguments are in the domain of inverse functions, larger ones in that of roots.
      long denominator = i % 2 == 0 ? 1009 : 101;
      names.forEach(
          name -> point.put(name, Rational.of(random.nextLong(-1000, 1001), denominator)));
      try {
        Ball value =
            new ExpressionEvaluator(BallArithmetic.ofBits(BITS), point).evaluate(difference);
        if (value.binaryOrder() < SMALL) {
          small++;
        } else if (!value.containsZero()) {
          return Verdict.DIFFERENT;
        }
      } catch (DomainException e) {
        // Another point.
      } catch (UnsupportedExpressionException e) {
        return Verdict.UNKNOWN;
      }
    }
    return small >= ENOUGH ? Verdict.EQUAL : Verdict.UNKNOWN;
  }
}
