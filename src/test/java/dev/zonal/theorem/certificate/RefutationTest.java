package dev.zonal.theorem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.spectrum.value.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each way to refute, by numbers that just do and by numbers that just do not. */
class RefutationTest {
  private static final HandMade BARE = HandMade.of("fcntk:L=2");
  private static final HandMade OTHER = HandMade.of("laplace:c=1");

  private static void assertRefuted(Refutation by, Statement statement, HandMade... evidence) {
    assertEquals(
        Optional.ofNullable(by),
        statement.refute(
            HandMade.DIMENSION, Arrays.stream(evidence).map(HandMade::evidence).toList()));
  }

  private static void assertPair(Refutation by, HandMade one, HandMade two) {
    assertRefuted(by, new EquivalenceStatement(), one, two);
    assertRefuted(by, new EquivalenceStatement(), two, one);
  }

  @Test
  void aZeroRefutesPositivityAndNotSemidefiniteness() {
    HandMade zero = BARE.row(0).row(3, "0", "0");
    assertRefuted(Refutation.ZERO, SignStatement.POSITIVITY, zero);
    assertRefuted(null, SignStatement.SEMIDEFINITE, zero);
  }

  @Test
  void aNegativeEigenvalueRefutesBoth() {
    for (Statement statement : List.of(SignStatement.POSITIVITY, SignStatement.SEMIDEFINITE)) {
      assertRefuted(Refutation.NEGATIVE, statement, BARE.row(0).row(3, "-2", "-1e-9"));
      assertRefuted(null, statement, BARE.row(3, "-2", "0"));
      assertRefuted(null, statement, BARE.row(3, "-2", "1"));
      assertRefuted(null, statement, BARE.row(3, "-1", "-2"));
      assertRefuted(null, statement, BARE.row(3));
    }
  }

  @Test
  void aNegativeTailOfEitherParityRefutesBoth() {
    for (Statement statement : List.of(SignStatement.POSITIVITY, SignStatement.SEMIDEFINITE)) {
      for (Parity parity : Parity.values()) {
        long from = parity.firstFrom(2);
        assertRefuted(Refutation.NEGATIVE, statement, BARE.tail(parity, from, "1"));
        assertRefuted(null, statement, BARE.tail(parity, from, "-1"));
        assertRefuted(null, statement, BARE.tail(parity, from, 1, "1", "1", "1"));
        assertRefuted(null, statement, BARE.tail(parity, from, 1, "-1e-9", "1", "1e-1"));
      }
    }
  }

  @Test
  void onlyASmoothKernelHasNoLaw() {
    assertRefuted(Refutation.SMOOTH, new DecayStatement(), HandMade.of("gaussian:c=1"));
    assertRefuted(null, new DecayStatement(), OTHER);
  }

  @Test
  void oneKernelWithoutAHilbertSpaceRefutesEquivalence() {
    assertPair(Refutation.NEGATIVE, BARE.row(1, "-2", "-1"), OTHER.row(1));
    assertPair(Refutation.NEGATIVE, BARE.row(1, "-2", "-1"), OTHER.row(1, "-2", "-1"));
    assertPair(Refutation.NEGATIVE, BARE.tail(Parity.ODD, 3, "1"), OTHER.tail(Parity.ODD, 3, "-1"));
    assertPair(Refutation.NEGATIVE, BARE.tail(Parity.ODD, 3, "1"), OTHER.tail(Parity.ODD, 3, "1"));
    assertPair(null, BARE.row(1, "-2", "1"), OTHER.row(1));
  }

  @Test
  void aZeroOfOneNeedsTheOtherToBeNone() {
    HandMade zero = BARE.row(1, "0", "0");
    assertPair(Refutation.ZERO, zero, OTHER.row(1));
    assertPair(null, zero, OTHER.row(1, "-1", "1"));
    assertPair(null, zero, OTHER.row(1, "0", "1"));
    assertPair(null, zero, OTHER.row(1, "0", "0"));
    assertPair(null, zero, OTHER.row(3));
  }

  @Test
  void differentExponentsNeedCoefficientsThatAreNotZero() {
    HandMade first = BARE.tail(Parity.EVEN, 2, "-1");
    assertPair(Refutation.EXPONENT, first, OTHER.tail(Parity.EVEN, 2, 3, "1", "1", "1e-1"));
    assertPair(null, first, OTHER.tail(Parity.EVEN, 2, 3, "-1", "1", "1e-1"));
    assertPair(null, first, OTHER.tail(Parity.EVEN, 2, "-7"));
    assertPair(null, first, OTHER.tail(Parity.ODD, 3, 3, "1", "1", "1e-1"));
  }

  @Test
  void aSmoothKernelIsToldFromOneWithATail() {
    HandMade smooth = HandMade.of("gaussian:c=1");
    assertPair(Refutation.SMOOTH, smooth, OTHER.tail(Parity.EVEN, 2, "-1"));
    assertPair(Refutation.SMOOTH, smooth, OTHER.tail(Parity.ODD, 3, "-1"));
    assertPair(null, smooth, OTHER);
    assertPair(null, BARE, OTHER.tail(Parity.EVEN, 2, "-1"));
  }

  @Test
  void gaussiansDifferIfTheirWidthsDo() {
    HandMade one = HandMade.of("gaussian:c=1");
    assertPair(Refutation.RATE, one, HandMade.of("gaussian:c=2"));
    assertPair(null, one, one);
    assertPair(null, one, OTHER);
  }
}
