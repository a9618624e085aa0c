package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.math.BigInteger;

/**
 * The Bernoulli numbers B_2, B_4, ..., from the tangent numbers T_k by Seidel's integer recurrence:
 * B_{2k} = (-1)^(k-1) 2k T_k / (4^k (4^k - 1)) (Brent and Harvey, Fast computation of Bernoulli,
 * tangent and secant numbers, 2011).
 */
public final class BernoulliNumbers {
  private final BigInteger[] tangent;

  private BernoulliNumbers(BigInteger[] tangent) {
    this.tangent = tangent;
  }

  /** The numbers B_2 to B_{2 count}. */
  public static BernoulliNumbers upTo(int count) {
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
    return new BernoulliNumbers(tangent);
  }

  /** How many there are. */
  int size() {
    return tangent.length - 1;
  }

  /** B_n for an even n from 2 to twice the size. */
  public Rational ofIndex(int n) {
    int k = n / 2;
    BigInteger power = BigInteger.ONE.shiftLeft(n);
    Rational magnitude =
        Rational.of(
            tangent[k].multiply(BigInteger.valueOf(n)),
            power.multiply(power.subtract(BigInteger.ONE)));
    return (k & 1) == 1 ? magnitude : magnitude.negate();
  }
}
