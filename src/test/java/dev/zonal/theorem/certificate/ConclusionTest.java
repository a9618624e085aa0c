package dev.zonal.theorem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each hypothesis of the theorems of section 13, taken from evidence that is right but for it. */
class ConclusionTest {
  private static final HandMade GOOD = HandMade.positive();
  private static final HandMade OTHER =
      GOOD.kernel("laplace:c=1").tail(Parity.EVEN, 2, "-2").tail(Parity.ODD, 3, "-4");

  private static Conclusion conclude(Statement statement, HandMade... evidence) {
    return Conclusion.of(
        statement, HandMade.DIMENSION, Arrays.stream(evidence).map(HandMade::evidence).toList());
  }

  private static void assertFollows(Statement statement, HandMade... evidence) {
    Conclusion conclusion = conclude(statement, evidence);
    assertTrue(conclusion.gap().isEmpty(), conclusion::toString);
  }

  private static void assertGap(String gap, Statement statement, HandMade... evidence) {
    Conclusion conclusion = conclude(statement, evidence);
    assertTrue(conclusion.gap().orElse("none").contains(gap), conclusion::toString);
  }

  private static void assertGapOfBothSigns(String gap, HandMade evidence) {
    assertGap(gap, SignStatement.POSITIVITY, evidence);
    assertGap(gap, SignStatement.SEMIDEFINITE, evidence);
    assertGap(gap, new EquivalenceStatement(), evidence, OTHER);
    assertGap(gap, new EquivalenceStatement(), OTHER, evidence);
    assertGap(gap, new EquivalenceStatement(), evidence, evidence);
  }

  private static boolean is(Ball ball, Rational value) {
    return ball.lower().equals(value) && ball.upper().equals(value);
  }

  @Test
  void tailsAndTheRowsBelowProveTheSign() {
    for (Statement statement : List.of(SignStatement.POSITIVITY, SignStatement.SEMIDEFINITE)) {
      assertFollows(statement, GOOD);
      Conclusion conclusion = conclude(statement, GOOD.row(0, "3", "4").row(1, "1", "1"));
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
    assertGapOfBothSigns("even", GOOD.kernel("chord:s=1").without(Parity.EVEN).without(Parity.ODD));
  }

  @Test
  void everyRowBelowATailMustBeThere() {
    assertGapOfBothSigns("k = 0", GOOD.without(0));
    assertGapOfBothSigns("k = 1", GOOD.without(1));
    assertGapOfBothSigns("k = 2", GOOD.tail(Parity.EVEN, 4, "-1"));
    assertFollows(SignStatement.POSITIVITY, GOOD.tail(Parity.EVEN, 4, "-1").row(2));
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
    assertGap("an enclosure is not positive", SignStatement.POSITIVITY, zero);
    assertFollows(SignStatement.SEMIDEFINITE, zero);
    Ball least = conclude(SignStatement.SEMIDEFINITE, zero).constants().get("least");
    assertTrue(least.isPositive());
    HandMade zeros = zero.row(0, "0", "0");
    assertFalse(conclude(SignStatement.SEMIDEFINITE, zeros).constants().containsKey("least"));
  }

  @Test
  void onlyPositiveSeriesNeedNoTails() {
    HandMade bare = HandMade.of("gaussian:c=1").row(0);
    assertFollows(SignStatement.POSITIVITY, bare);
    assertFollows(SignStatement.SEMIDEFINITE, bare);
    assertFollows(SignStatement.POSITIVITY, bare.kernel("fcntk:L=2"));
    assertGap("odd", SignStatement.POSITIVITY, bare.kernel("fcntk:L=1"));
    assertGap("even", SignStatement.POSITIVITY, bare.kernel("chord:s=1"));
    assertGap("even", SignStatement.POSITIVITY, bare.kernel("polynomial:[1,1]"));
    assertGap("odd", SignStatement.POSITIVITY, bare.tail(Parity.EVEN, 2, "-1"));
    assertGap("even", SignStatement.POSITIVITY, bare.tail(Parity.EVEN, 2, "1"));
    assertGap("not positive", SignStatement.POSITIVITY, bare.row(0, "-1", "1"));
  }

  @Test
  void aParityThatVanishesNeedsTheRowsBelowAndNoTail() {
    HandMade oneLayer = HandMade.of("fcntk:L=1").tail(Parity.EVEN, 2, "-1").row(0).row(1);
    assertFollows(SignStatement.SEMIDEFINITE, oneLayer);
    assertGap("odd", SignStatement.POSITIVITY, oneLayer);
    assertGap("k = 1", SignStatement.SEMIDEFINITE, oneLayer.without(1));
    assertFollows(SignStatement.SEMIDEFINITE, oneLayer.without(Parity.EVEN));
    assertFollows(SignStatement.SEMIDEFINITE, HandMade.of("polynomial:[1]").row(0));
    assertGap("k = 0", SignStatement.SEMIDEFINITE, HandMade.of("polynomial:[1]"));
  }

  @Test
  void theLawNeedsBothParitiesAndTheRowsFromOneOn() {
    assertFollows(new DecayStatement(), GOOD.without(0));
    assertEquals(8, conclude(new DecayStatement(), GOOD).constants().size());
    assertGap("k = 1", new DecayStatement(), GOOD.without(1));
    assertGap("no uniform tail of the odd", new DecayStatement(), GOOD.without(Parity.ODD));
    assertGap("no uniform tail of the even", new DecayStatement(), GOOD.without(Parity.EVEN));
  }

  @Test
  void theRemainderOfTheLawMustBeLessThanOne() {
    assertGap(
        "remainder of the odd",
        new DecayStatement(),
        GOOD.tail(Parity.ODD, 3, 1, "-1", "-1", "9e-1"));
  }

  /** k^3 eta_k is eta_1 at k = 1. */
  @Test
  void theBoundsOfTheLawCountTheRows() {
    Conclusion conclusion = conclude(new DecayStatement(), GOOD.row(1, "100", "101"));
    assertTrue(conclusion.constants().get("c2.odd").contains(Rational.of(100)));
    assertFalse(conclusion.constants().get("c2.even").contains(Rational.of(100)));
    Conclusion small = conclude(new DecayStatement(), GOOD.row(1, "1e-9", "2e-9"));
    assertTrue(small.constants().get("c1.odd").contains(Rational.of(1, 1_000_000_000)));
  }

  @Test
  void theLawNeedsLemma128AndACoefficientThatIsNotZero() {
    String gap = "no uniform tail of the even";
    assertGap(gap, new DecayStatement(), GOOD.tail(Parity.EVEN, 0, "-1"));
    assertGap(gap, new DecayStatement(), GOOD.tail(Parity.EVEN, 2, 1, "-1", "1", "1e-1"));
  }

  @Test
  void aParityThatVanishesHasNoLawAndAtLeastOneMustHaveOne() {
    HandMade oneLayer = HandMade.of("fcntk:L=1").tail(Parity.EVEN, 2, "-1");
    assertEquals(
        Set.of("c1.even", "c2.even", "constant.even", "remainder.even"),
        conclude(new DecayStatement(), oneLayer).constants().keySet());
    assertFollows(new DecayStatement(), oneLayer);
    assertGap("no power law", new DecayStatement(), HandMade.of("polynomial:[1]").row(0));
  }

  @Test
  void twoPositiveKernelsWithTheSameTailsAreEquivalent() {
    assertFollows(new EquivalenceStatement(), GOOD, OTHER);
    Conclusion conclusion = conclude(new EquivalenceStatement(), GOOD, OTHER);
    assertEquals(
        Set.of("infimum", "supremum", "limit.even", "limit.odd"), conclusion.constants().keySet());
    assertTrue(is(conclusion.constants().get("limit.even"), Rational.of(1, 2)));
    assertTrue(is(conclusion.constants().get("limit.odd"), Rational.of(1, 4)));
  }

  @Test
  void bothTailsStartTogetherWithOneExponent() {
    String gap = "tails of the even eigenvalues do not match";
    assertGap(
        gap, new EquivalenceStatement(), GOOD.tail(Parity.EVEN, 4, "-1").row(2), OTHER.row(2));
    assertGap(
        gap, new EquivalenceStatement(), GOOD.row(2), OTHER.tail(Parity.EVEN, 4, "-1").row(2));
    assertGap(
        gap, new EquivalenceStatement(), GOOD.tail(Parity.EVEN, 2, 3, "1", "1", "1e-1"), OTHER);
  }

  /** Where a kernel vanishes its tail need have no sign. */
  @Test
  void tailsThatAreTooWideGiveNoQuotient() {
    HandMade oneLayer = GOOD.kernel("fcntk:L=1").tail(Parity.ODD, 5, 1, "-1", "-1", "1").row(3);
    HandMade other = OTHER.tail(Parity.ODD, 5, "-4").row(3);
    assertGap(
        "tails of the odd eigenvalues are too wide", new EquivalenceStatement(), oneLayer, other);
    assertGap(
        "tails of the odd eigenvalues are too wide", new EquivalenceStatement(), other, oneLayer);
  }

  @Test
  void oneTailAloneGivesNoQuotient() {
    HandMade bare = HandMade.of("gaussian:c=1").row(0).row(1);
    assertGap("do not match", new EquivalenceStatement(), GOOD, bare);
    assertGap("do not match", new EquivalenceStatement(), bare, GOOD);
    HandMade oneLayer = GOOD.kernel("fcntk:L=1").without(Parity.ODD);
    assertGap("odd eigenvalues do not match", new EquivalenceStatement(), GOOD, oneLayer);
    assertGap("odd eigenvalues do not match", new EquivalenceStatement(), oneLayer, GOOD);
  }

  @Test
  void theRowsOfBothKernelsAreThere() {
    assertGap("k = 1", new EquivalenceStatement(), GOOD.without(1), OTHER.without(1));
    assertGap("k = 1", new EquivalenceStatement(), GOOD.without(1), OTHER);
    assertGap("k = 1", new EquivalenceStatement(), GOOD, OTHER.without(1));
    assertGap("quotient at k = 9", new EquivalenceStatement(), GOOD.row(9), OTHER);
  }

  @Test
  void theRowsBelowTheTailsAreAskedForAlsoWhereOneKernelVanishes() {
    HandMade oneLayer = GOOD.kernel("fcntk:L=1").tail(Parity.ODD, 5, "-1");
    HandMade other = OTHER.tail(Parity.ODD, 5, "-4").row(3);
    assertGap("k = 3", new EquivalenceStatement(), oneLayer, other);
    assertGap("k = 3", new EquivalenceStatement(), other, oneLayer);
  }

  @Test
  void aQuotientMustBeCertainlyPositive() {
    assertGap(
        "quotient at k = 0 is not positive",
        new EquivalenceStatement(),
        GOOD,
        OTHER.row(0, "1", "9"));
    assertGap(
        "quotient at k = 0 is not positive",
        new EquivalenceStatement(),
        GOOD.row(0, "1", "9"),
        OTHER.row(0, "1", "2"));
  }

  @Test
  void aZeroOfBothPlaysNoPartAndAZeroOfOneSeparates() {
    HandMade zero = GOOD.row(1, "0", "0");
    HandMade otherZero = OTHER.row(1, "0", "0");
    assertFollows(new EquivalenceStatement(), zero, otherZero);
    assertGap("quotient at k = 1", new EquivalenceStatement(), zero, OTHER);
    assertGap("quotient at k = 1", new EquivalenceStatement(), GOOD, otherZero);
  }

  @Test
  void whereBothVanishTheRowsBelowDecide() {
    HandMade low = HandMade.of("polynomial:[1]").row(0).row(1, "0", "0").row(2, "0", "0");
    HandMade high = HandMade.of("polynomial:[1,1,1]").row(0).row(1).row(2);
    assertGap("quotient at k = 1", new EquivalenceStatement(), low, high);
    assertFollows(new EquivalenceStatement(), low, low.kernel("polynomial:[2]"));
    // The second vanishes from 3 and 4 on only: the rows of the first up to there are needed.
    HandMade lowest = low.without(1).without(2);
    assertGap("enclosure of the eigenvalue at k = 2", new EquivalenceStatement(), lowest, high);
    assertGap("quotient at k = 1", new EquivalenceStatement(), high, lowest);
  }

  @Test
  void aKernelIsEquivalentToItselfIfItIsSemidefinite() {
    Conclusion conclusion = conclude(new EquivalenceStatement(), GOOD, GOOD);
    assertEquals(Set.of("infimum", "supremum"), conclusion.constants().keySet());
    assertTrue(is(conclusion.constants().get("infimum"), Rational.ONE));
    assertTrue(is(conclusion.constants().get("supremum"), Rational.ONE));
    assertFollows(new EquivalenceStatement(), GOOD, GOOD);
  }

  @Test
  void twoSpacesOfZeroAloneAreTheSame() {
    HandMade zero = HandMade.of("polynomial:[0]").row(0, "0", "0").row(1, "0", "0");
    HandMade other = zero.kernel("polynomial:[0,0]");
    assertFollows(new EquivalenceStatement(), zero, other);
    assertTrue(
        is(
            conclude(new EquivalenceStatement(), zero, other).constants().get("infimum"),
            Rational.ONE));
  }
}
