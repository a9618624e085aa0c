package dev.zonal.verifier.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.verifier.document.Finding.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a matrix holds for all that its entries may be. */
class EnclosedMatrixTest {
  /** The matrix (2 1; 1 2) with 1 and 3, or as many rows of ones and a diagonal of twos. */
  private record Ones(Rational radius) implements PairKernel<Integer> {
    @Override
    public <T> Entries<T> over(Arithmetic<T> over, List<Integer> inputs) {
      return (i, j) -> {
        int middle = i == j ? 2 : 1;
        @SuppressWarnings("unchecked")
        T entry =
            (T)
                Ball.hull(
                    (Ball) over.of(Rational.of(middle).subtract(radius)),
                    (Ball) over.of(Rational.of(middle).add(radius)));
        return entry;
      };
    }
  }

  private static EnclosedMatrix ones(int n, String radius) {
    List<Integer> points = LongStream.range(0, n).mapToObj(i -> (int) i).toList();
    return EnclosedMatrix.of(new Ones(Rational.of(new BigDecimal(radius))), points, 64);
  }

  private static List<BigInteger> integers(long... values) {
    return LongStream.of(values).mapToObj(BigInteger::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0.999999, VERIFIED",
    "0, VERIFIED",
    "-1000, VERIFIED",
    "1.000001, REFUTED",
    "2, REFUTED",
    "1000, REFUTED",
    "1, UNDECIDED"
  })
  void theSmallestEigenvalueIsComparedWithANumber(String bound, Verdict verdict) {
    for (int n = 2; n < 9; n++) {
      assertEquals(verdict, ones(n, "0").isAbove(new BigDecimal(bound)), "n = " + n);
    }
  }

  /**
   * With all entries too large by r the second eigenvalue is the same; n r below is what may be.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void nothingIsSaidWithinWhatTheErrorsAllow(int n) {
    EnclosedMatrix vague = ones(n, "0.01");
    BigDecimal most = BigDecimal.valueOf(n).multiply(new BigDecimal("0.01"));
    for (String part : List.of("-0.99", "-0.5", "0", "0.5", "0.99")) {
      BigDecimal bound = BigDecimal.ONE.add(most.multiply(new BigDecimal(part)));
      assertEquals(Verdict.UNDECIDED, vague.isAbove(bound), "n = " + n + ", " + part);
    }
    BigDecimal below = BigDecimal.ONE.subtract(most.multiply(new BigDecimal("1.01")));
    assertEquals(Verdict.VERIFIED, vague.isAbove(below));
    assertEquals(Verdict.REFUTED, vague.isAbove(BigDecimal.valueOf(n)));
  }

  @Test
  void aQuotientIsAtMostANumberWhateverTheEntriesAre() {
    EnclosedMatrix exact = ones(2, "0");
    EnclosedMatrix vague = ones(2, "0.01");
    List<BigInteger> vector = integers(1, -1);
    assertTrue(exact.isAtMost(new BigDecimal("1.000001"), vector));
    assertFalse(exact.isAtMost(new BigDecimal("0.999999"), vector));
    assertFalse(vague.isAtMost(new BigDecimal("1.019"), vector));
    assertTrue(vague.isAtMost(new BigDecimal("1.021"), vector));
    assertTrue(exact.isAtMost(new BigDecimal("3.001"), integers(2, 2)));
    assertFalse(exact.isAtMost(new BigDecimal("2.999"), integers(2, 2)));
    assertTrue(exact.isAtMost(new BigDecimal("2.001"), integers(0, -5)));
    assertTrue(exact.isAtMost(new BigDecimal("2.601"), integers(1, 3)));
    assertFalse(exact.isAtMost(new BigDecimal("2.599"), integers(1, 3)));
  }
}
