package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The Bernoulli numbers B_2, B_4, ..., from the tangent numbers T_k by Seidel's integer recurrence:
 * B_{2k} = (-1)^(k-1) 2k T_k / (4^k (4^k - 1)) (Brent and Harvey, Fast computation of Bernoulli,
 * tangent and secant numbers, 2011).
 */
public final class BernoulliNumbers {
  private BernoulliNumbers() {}

  /** B_2, ..., B_{2 count}, count at least 1. */
  public static List<Rational> even(int count) {
    BigInteger[] tangent = tangentNumbers(count);
    List<Rational> result = new ArrayList<>(count);
    for (int k = 1; k <= count; k++) {
      Context.checkpoint();
      BigInteger power = BigInteger.ONE.shiftLeft(2 * k);
      Rational modulus =
          Rational.of(
              tangent[k].multiply(BigInteger.valueOf(2L * k)),
              power.multiply(power.subtract(BigInteger.ONE)));
      result.add(k % 2 == 1 ? modulus : modulus.negate());
    }
    return List.copyOf(result);
  }

  private static BigInteger[] tangentNumbers(int count) {
    BigInteger[] tangent = new BigInteger[count + 1];
    tangent[1] = BigInteger.ONE;
    for (int k = 2; k <= count; k++) {
      Context.checkpoint();
      tangent[k] = tangent[k - 1].multiply(BigInteger.valueOf(k - 1L));
    }
    for (int k = 2; k <= count; k++) {
      Context.checkpoint();
      for (int j = k; j <= count; j++) {
        tangent[j] =
            tangent[j - 1]
                .multiply(BigInteger.valueOf(j - k))
                .add(tangent[j].multiply(BigInteger.valueOf(j - k + 2L)));
      }
    }
    return tangent;
  }
}
