package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Certificate.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each hypothesis of the theorems of section 13, taken from evidence that is right but for it. */
class ConclusionTest {
  private static final HandMade GOOD = HandMade.positive();
  private static final HandMade OTHER =
      GOOD.kernel("laplace:c=1").tail(Parity.EVEN, 2, "-2").tail(Parity.ODD, 3, "-4");

  private static Conclusion conclude(Kind kind, HandMade... evidence) {
    return Conclusion.of(
        kind, HandMade.DIMENSION, Arrays.stream(evidence).map(HandMade::evidence).toList());
  }

  private static void assertFollows(Kind kind, HandMade... evidence) {
    Conclusion conclusion = conclude(kind, evidence);
    assertTrue(conclusion.gap().isEmpty(), conclusion::toString);
  }

  private static void assertGap(String gap, Kind kind, HandMade... evidence) {
    Conclusion conclusion = conclude(kind, evidence);
    assertTrue(conclusion.gap().orElse("none").contains(gap), conclusion::toString);
  }

  private static void assertGapOfBothSigns(String gap, HandMade evidence) {
    assertGap(gap, Kind.POSITIVITY, evidence);
    assertGap(gap, Kind.SEMIDEFINITE, evidence);
    assertGap(gap, Kind.EQUIVALENCE, evidence, OTHER);
    assertGap(gap, Kind.EQUIVALENCE, OTHER, evidence);
    assertGap(gap, Kind.EQUIVALENCE, evidence, evidence);
  }

  private static boolean is(Ball ball, Rational value) {
    return ball.lower().equals(value) && ball.upper().equals(value);
  }

  @Test
  void tailsAndTheRowsBelowProveTheSign() {
    for (Kind kind : List.of(Kind.POSITIVITY, Kind.SEMIDEFINITE)) {
      assertFollows(kind, GOOD);
      Conclusion conclusion = conclude(kind, GOOD.row(0, "3", "4").row(1, "1", "1"));
      assertEquals(
          Set.of("least", "relativeDistance.even", "relativeDistance.odd"),
          conclusion.constants().keySet());
      Ball least = conclusion.constants().get("least");
      assertTrue(is(least, Rational.ONE));
      Ball distance = conclusion.constants().get("relativeDistance.even");
      assertTrue(distance.containsZero());
      assertTrue(distance.upper().subtract(Rational.of(1, 10)).signum() >= 0);
    }
  }

  @Test
  void aTailMustHaveASignAndAPositiveOne() {
    String gap = "tail of the odd eigenvalues is not proved positive";
    assertGapOfBothSigns(gap, GOOD.tail(Parity.ODD, 3, 1, "-1", "-1", "1"));
    assertGapOfBothSigns(gap, GOOD.tail(Parity.ODD, 3, 1, "-1", "1e-9", "1e-1"));
    assertGapOfBothSigns(gap, GOOD.tail(Parity.ODD, 3, "1"));
    assertGapOfBothSigns(gap, GOOD.without(Parity.ODD));
    assertGapOfBothSigns("even", GOOD.without(Parity.EVEN).without(Parity.ODD));
  }

  @Test
  void everyRowBelowATailMustBeThere() {
    assertGapOfBothSigns("k = 0", GOOD.without(0));
    assertGapOfBothSigns("k = 1", GOOD.without(1));
    assertGapOfBothSigns("k = 2", GOOD.tail(Parity.EVEN, 4, "-1"));
    assertFollows(Kind.POSITIVITY, GOOD.tail(Parity.EVEN, 4, "-1").row(2));
  }

  @Test
  void everyRowMustBePositive() {
    String gap = "an enclosure is not positive";
    assertGapOfBothSigns(gap, GOOD.row(0, "-2", "-1"));
    assertGapOfBothSigns(gap, GOOD.row(0, "-1", "1"));
    assertGapOfBothSigns(gap, GOOD.row(1, "0", "1"));
    assertGapOfBothSigns(gap, GOOD.row(1, "2", "1"));
    assertGapOfBothSigns(gap, GOOD.row(40, "-2", "-1"));
  }

  @Test
  void anExactZeroIsAllowedWhereTheStatementAllowsIt() {
    HandMade zero = GOOD.row(1, "0", "0");
    assertGap("an enclosure is not positive", Kind.POSITIVITY, zero);
    assertFollows(Kind.SEMIDEFINITE, zero);
    Ball least = conclude(Kind.SEMIDEFINITE, zero).constants().get("least");
    assertTrue(least.isPositive());
    HandMade zeros = zero.row(0, "0", "0");
    assertFalse(conclude(Kind.SEMIDEFINITE, zeros).constants().containsKey("least"));
  }

  @Test
  void onlyMixturesOfGaussiansNeedNoTails() {
    HandMade bare = HandMade.of("gaussian:c=1").row(0);
    assertFollows(Kind.POSITIVITY, bare);
    assertFollows(Kind.SEMIDEFINITE, bare);
    assertGap("even", Kind.POSITIVITY, bare.kernel("fcntk:L=2"));
    assertGap("odd", Kind.POSITIVITY, bare.tail(Parity.EVEN, 2, "-1"));
    assertGap("even", Kind.POSITIVITY, bare.tail(Parity.EVEN, 2, "1"));
    assertGap("not positive", Kind.POSITIVITY, bare.row(0, "-1", "1"));
  }

  @Test
  void aParityThatVanishesNeedsTheRowsBelowAndNoTail() {
    HandMade oneLayer = HandMade.of("fcntk:L=1").tail(Parity.EVEN, 2, "-1").row(0).row(1);
    assertFollows(Kind.SEMIDEFINITE, oneLayer);
    assertGap("odd", Kind.POSITIVITY, oneLayer);
    assertGap("k = 1", Kind.SEMIDEFINITE, oneLayer.without(1));
    assertGap("even", Kind.SEMIDEFINITE, oneLayer.without(Parity.EVEN));
    assertFollows(Kind.SEMIDEFINITE, HandMade.of("polynomial:[1]").row(0));
    assertGap("k = 0", Kind.SEMIDEFINITE, HandMade.of("polynomial:[1]"));
  }

  @Test
  void theLawNeedsBothParitiesAndTheRowsFromOneOn() {
    assertFollows(Kind.DECAY, GOOD.without(0));
    assertEquals(8, conclude(Kind.DECAY, GOOD).constants().size());
    assertGap("k = 1", Kind.DECAY, GOOD.without(1));
    assertGap("no uniform tail of the odd", Kind.DECAY, GOOD.without(Parity.ODD));
    assertGap("no uniform tail of the even", Kind.DECAY, GOOD.without(Parity.EVEN));
  }

  @Test
  void theRemainderOfTheLawMustBeLessThanOne() {
    assertGap("remainder of the odd", Kind.DECAY, GOOD.tail(Parity.ODD, 3, 1, "-1", "-1", "9e-1"));
  }

  @Test
  void theLawNeedsLemma128AndACoefficientThatIsNotZero() {
    String gap = "no uniform tail of the even";
    assertGap(gap, Kind.DECAY, GOOD.tail(Parity.EVEN, 0, "-1"));
    assertGap(gap, Kind.DECAY, GOOD.tail(Parity.EVEN, 2, 1, "-1", "1", "1e-1"));
  }

  @Test
  void aParityThatVanishesHasNoLawAndAtLeastOneMustHaveOne() {
    HandMade oneLayer = HandMade.of("fcntk:L=1").tail(Parity.EVEN, 2, "-1");
    assertEquals(
        Set.of("c1.even", "c2.even", "constant.even", "remainder.even"),
        conclude(Kind.DECAY, oneLayer).constants().keySet());
    assertFollows(Kind.DECAY, oneLayer);
    assertGap("no power law", Kind.DECAY, HandMade.of("polynomial:[1]").row(0));
  }

  @Test
  void twoPositiveKernelsWithTheSameTailsAreEquivalent() {
    assertFollows(Kind.EQUIVALENCE, GOOD, OTHER);
    Conclusion conclusion = conclude(Kind.EQUIVALENCE, GOOD, OTHER);
    assertEquals(
        Set.of("infimum", "supremum", "limit.even", "limit.odd"), conclusion.constants().keySet());
    assertTrue(is(conclusion.constants().get("limit.even"), Rational.of(1, 2)));
    assertTrue(is(conclusion.constants().get("limit.odd"), Rational.of(1, 4)));
  }

  @Test
  void bothTailsStartTogetherWithOneExponent() {
    String gap = "tails of the even eigenvalues do not match";
    assertGap(gap, Kind.EQUIVALENCE, GOOD.tail(Parity.EVEN, 4, "-1").row(2), OTHER.row(2));
    assertGap(gap, Kind.EQUIVALENCE, GOOD.row(2), OTHER.tail(Parity.EVEN, 4, "-1").row(2));
    assertGap(gap, Kind.EQUIVALENCE, GOOD.tail(Parity.EVEN, 2, 3, "1", "1", "1e-1"), OTHER);
  }

  @Test
  void oneTailAloneGivesNoQuotient() {
    HandMade bare = HandMade.of("gaussian:c=1").row(0).row(1);
    assertGap("do not match", Kind.EQUIVALENCE, GOOD, bare);
    assertGap("do not match", Kind.EQUIVALENCE, bare, GOOD);
    HandMade oneLayer = GOOD.kernel("fcntk:L=1").without(Parity.ODD);
    assertGap("odd eigenvalues do not match", Kind.EQUIVALENCE, GOOD, oneLayer);
    assertGap("odd eigenvalues do not match", Kind.EQUIVALENCE, oneLayer, GOOD);
  }

  @Test
  void theRowsOfBothKernelsAreThere() {
    assertGap("k = 1", Kind.EQUIVALENCE, GOOD.without(1), OTHER.without(1));
    assertGap("k = 1", Kind.EQUIVALENCE, GOOD.without(1), OTHER);
    assertGap("k = 1", Kind.EQUIVALENCE, GOOD, OTHER.without(1));
    assertGap("quotient at k = 9", Kind.EQUIVALENCE, GOOD.row(9), OTHER);
  }

  @Test
  void theRowsBelowTheTailsAreAskedForAlsoWhereOneKernelVanishes() {
    HandMade oneLayer = GOOD.kernel("fcntk:L=1").tail(Parity.ODD, 5, "-1");
    HandMade other = OTHER.tail(Parity.ODD, 5, "-4").row(3);
    assertGap("k = 3", Kind.EQUIVALENCE, oneLayer, other);
    assertGap("k = 3", Kind.EQUIVALENCE, other, oneLayer);
  }

  @Test
  void aQuotientMustBeCertainlyPositive() {
    assertGap("quotient at k = 0 is not positive", Kind.EQUIVALENCE, GOOD, OTHER.row(0, "1", "9"));
    assertGap(
        "quotient at k = 0 is not positive",
        Kind.EQUIVALENCE,
        GOOD.row(0, "1", "9"),
        OTHER.row(0, "1", "2"));
  }

  @Test
  void aZeroOfBothPlaysNoPartAndAZeroOfOneSeparates() {
    HandMade zero = GOOD.row(1, "0", "0");
    HandMade otherZero = OTHER.row(1, "0", "0");
    assertFollows(Kind.EQUIVALENCE, zero, otherZero);
    assertGap("quotient at k = 1", Kind.EQUIVALENCE, zero, OTHER);
    assertGap("quotient at k = 1", Kind.EQUIVALENCE, GOOD, otherZero);
  }

  @Test
  void whereBothVanishTheRowsBelowDecide() {
    HandMade low = HandMade.of("polynomial:[1]").row(0).row(1, "0", "0").row(2, "0", "0");
    HandMade high = HandMade.of("polynomial:[1,1,1]").row(0).row(1).row(2);
    assertGap("quotient at k = 1", Kind.EQUIVALENCE, low, high);
    assertFollows(Kind.EQUIVALENCE, low, low.kernel("polynomial:[2]"));
    // The second vanishes from 3 and 4 on only: the rows of the first up to there are needed.
    HandMade lowest = low.without(1).without(2);
    assertGap("enclosure of the eigenvalue at k = 2", Kind.EQUIVALENCE, lowest, high);
    assertGap("quotient at k = 1", Kind.EQUIVALENCE, high, lowest);
  }

  @Test
  void aKernelIsEquivalentToItselfIfItIsSemidefinite() {
    Conclusion conclusion = conclude(Kind.EQUIVALENCE, GOOD, GOOD);
    assertEquals(Set.of("infimum", "supremum"), conclusion.constants().keySet());
    assertTrue(is(conclusion.constants().get("infimum"), Rational.ONE));
    assertTrue(is(conclusion.constants().get("supremum"), Rational.ONE));
    assertFollows(Kind.EQUIVALENCE, GOOD, GOOD);
  }

  @Test
  void twoSpacesOfZeroAloneAreTheSame() {
    HandMade zero = HandMade.of("polynomial:[0]").row(0, "0", "0").row(1, "0", "0");
    HandMade other = zero.kernel("polynomial:[0,0]");
    assertFollows(Kind.EQUIVALENCE, zero, other);
    assertTrue(
        is(conclude(Kind.EQUIVALENCE, zero, other).constants().get("infimum"), Rational.ONE));
  }
}
