package dev.zonal.data.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Theorem 19.4 for vectors that are orthonormal up to some error only. */
class CongruenceTest {
  private static final int BITS = 40;

  /** The axes, each moved by up to 2^-size. */
  @Property(tries = 40)
  void theBoundsHoldForVectorsThatAreNotQuiteOrthonormal(
      @ForAll @IntRange(min = 4, max = 30) int size, @ForAll long seed) {
    List<Rational> values =
        List.of(Rational.of(-3), Rational.of(2), Rational.of(2), Rational.of(7));
    FixedMatrix matrix = Matrices.fixed(Matrices.diagonal(values), BITS);
    Random random = new Random(seed);
    BigInteger[][] vectors = new BigInteger[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        BigInteger moved = BigInteger.valueOf(random.nextInt(1 << 20) - (1 << 19));
        BigInteger axis = i == j ? BigInteger.ONE.shiftLeft(BITS) : BigInteger.ZERO;
        vectors[i][j] = axis.add(moved.shiftLeft(BITS - 20 - size + 1 + 19).shiftRight(19));
      }
    }
    Optional<List<Bounds>> found = new Congruence(matrix, vectors).eigenvalues();
    for (int i = 0; i < 4; i++) {
      BigInteger exact = values.get(i).numerator().shiftLeft(BITS);
      assertTrue(found.orElseThrow().get(i).below().compareTo(exact) <= 0);
      assertTrue(found.orElseThrow().get(i).above().compareTo(exact) >= 0);
    }
  }

  /** Twice the axis, of which the form is four times the eigenvalue, or an axis that is missing. */
  @Test
  void vectorsThatAreFarFromOrthonormalProveNothing() {
    FixedMatrix matrix = Matrices.fixed(Matrices.diagonal(List.of(Rational.ONE)), BITS);
    for (int factor : new int[] {0, 2}) {
      BigInteger[][] vectors = {{BigInteger.valueOf(factor).shiftLeft(BITS)}};
      assertEquals(Optional.empty(), new Congruence(matrix, vectors).eigenvalues());
    }
  }

  /** Scaled by 1 + 2^-10: Lambda is 1 + 2^-9 and more, and 1 is enclosed by way of tau alone. */
  @Test
  void theLengthOfTheVectorsIsTakenIntoAccount() {
    FixedMatrix matrix =
        Matrices.fixed(Matrices.diagonal(List.of(Rational.ONE, Rational.ONE.negate())), BITS);
    BigInteger length = BigInteger.ONE.shiftLeft(BITS).add(BigInteger.ONE.shiftLeft(BITS - 10));
    BigInteger[][] vectors = {{length, BigInteger.ZERO}, {BigInteger.ZERO, length}};
    List<Bounds> found = new Congruence(matrix, vectors).eigenvalues().orElseThrow();
    BigInteger one = BigInteger.ONE.shiftLeft(BITS);
    assertTrue(found.get(1).below().compareTo(one) <= 0);
    assertTrue(found.get(0).above().compareTo(one.negate()) >= 0);
  }
}
