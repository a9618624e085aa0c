package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Crossover.Row;
import dev.zonal.theorem.Crossover.Side;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossoverTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);
  private static final Engine ENGINE = new Engine();

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  private static Outcome<Crossover.Proof> prove(String one, String two, int dimension) {
    return Crossover.prove(spectrum(one, dimension), spectrum(two, dimension), Context.NONE);
  }

  private static Optional<TailBelow> tail(String one, String two, int dimension, long k) {
    return TailBelow.of(
        Asymptotics.of(spectrum(one, dimension)),
        Asymptotics.of(spectrum(two, dimension)),
        Parity.of(k),
        k);
  }

  /** The frequencies that mpmath found above, for the networks of Tirer, Bruna and Giryes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:train=all,sw2=1,L=5,alpha=1; fcntk:L=5; 3; 2",
        "resntk:train=all,sw2=1,L=5,alpha=1/2; fcntk:L=5; 2; 1",
        "resntk:train=all,L=1,alpha=1; fcntk:L=1; 2; 1",
        "laplace:c=1; laplace:c=3; 3; 2",
        "polynomial:[1,2]; polynomial:[2,1]; 3; 1",
        "polynomial:[1,1]; polynomial:[2,2]; 3; -1"
      })
  void theLastFrequencyAboveIsFound(String one, String two, int dimension, long crossover) {
    Crossover.Proof proof = prove(one, two, dimension).proof().orElseThrow();
    assertEquals(crossover, proof.crossover());
    for (Row row : proof.rows()) {
      assertFalse(row.k() > crossover && row.side() == Side.ABOVE, row.toString());
      assertEquals(row.side() == Side.BOTH_ZERO, row.two().isExactZero(), row.toString());
    }
  }

  /** Against the sums of the eigenvalues beyond, which have no part in the masses. */
  @Test
  void theMassesAreWhatLiesBeyond() {
    Crossover.Proof proof =
        prove("resntk:train=all,L=2,alpha=1/2", "fcntk:L=2", 3).proof().orElseThrow();
    assertEquals(Optional.of(1L), proof.lighterFrom());
    List<Row> rows = proof.rows();
    for (int k = 1; k < rows.size(); k++) {
      Ball less = OVER.scale(rows.get(k).one().ball(), Rational.of(2L * k + 1));
      Ball before = rows.get(k - 1).masses().orElseThrow().one();
      assertTrue(OVER.add(rows.get(k).masses().orElseThrow().one(), less).overlaps(before));
      assertTrue(rows.get(k).masses().orElseThrow().one().isPositive());
      assertTrue(rows.get(k).masses().orElseThrow().isBelow(), "k = " + k);
    }
    assertFalse(rows.get(0).masses().orElseThrow().isBelow());
  }

  @Test
  void noMassesAreStatedWithoutATheoremThatTheyAddUp() {
    Crossover.Proof proof = prove("polynomial:[1,-1]", "polynomial:[2,1]", 3).proof().orElseThrow();
    assertTrue(proof.lighterFrom().isEmpty());
    assertTrue(proof.rows().get(0).masses().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:train=all,L=2,alpha=1/2; fcntk:L=2; 3; 40",
        "resntk:train=all,L=2,alpha=1/2; fcntk:L=2; 3; 41",
        "laplace:c=1; laplace:c=2; 3; 20",
        "matern:nu=3/2,c=1; laplace:c=1; 3; 20",
        "matern:nu=3/2,c=1; laplace:c=1; 2; 31"
      })
  void aTailIsBelowAtEveryLaterFrequency(String one, String two, int dimension, long k) {
    TailBelow tail = tail(one, two, dimension, k).orElseThrow();
    for (long at : new long[] {tail.from(), tail.from() + 2, 3 * tail.from(), 101 * tail.from()}) {
      Ball x = spectrum(one, dimension).enclose(at, 64, Context.NONE).get().ball();
      Ball y = spectrum(two, dimension).enclose(at, 64, Context.NONE).get().ball();
      assertTrue(x.certainlyLess(y), "k = " + at);
      assertFalse(OVER.divide(x, y).certainlyGreater(tail.quotient()), "k = " + at);
    }
    UniformExpansion x = tail.smaller().orElseThrow();
    UniformExpansion y = tail.larger().orElseThrow();
    Ball whole = Ball.exact(1);
    Ball bound =
        OVER.divide(
            OVER.multiply(
                OVER.divide(x.leadingTerm(OVER, x.from()), y.leadingTerm(OVER, y.from())),
                OVER.add(whole, x.relativeDistance())),
            OVER.subtract(whole, y.relativeDistance()));
    assertTrue(bound.overlaps(tail.quotient()), bound + " " + tail.quotient());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "laplace:c=2; laplace:c=1; 3; 20",
        "laplace:c=1/1000; matern:nu=3/2,c=1; 3; 20",
        "laplace:c=1/2; chord:s=1; 3; 20",
        "fcntk:L=2; fcntk:L=1; 3; 21",
        "laplace:c=1; gaussian:c=1; 3; 20"
      })
  void noTailIsBelowWhereOneIsAboveOrNegativeOrZeroOrNone(
      String one, String two, int dimension, long k) {
    assertTrue(tail(one, two, dimension, k).isEmpty());
  }

  @Test
  void aTailThatVanishesIsBelowAPositiveOne() {
    TailBelow tail = tail("fcntk:L=1", "fcntk:L=2", 3, 41).orElseThrow();
    assertTrue(tail.smaller().isEmpty());
    assertFalse(tail.isZero());
    assertTrue(tail("fcntk:L=1", "resntk:L=1,alpha=1,train=all", 3, 3).orElseThrow().isZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=2; resntk:train=all,L=2,alpha=1/2; eta_k(1) > eta_k(2) for every even k from",
        "laplace:c=1; matern:nu=3/2,c=1; eta_k(1) > eta_k(2) for every even k from",
        "fcntk:L=2; fcntk:L=2; both are the same kernel"
      })
  void theContraryRefutes(String one, String two, String reason) {
    Outcome<Crossover.Proof> outcome = prove(one, two, 3);
    assertEquals(Verdict.REFUTED, outcome.verdict());
    assertTrue(outcome.reason().startsWith(reason), outcome.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gaussian:c=1; laplace:c=1; no power law of gaussian:c=1",
        "chord:s=1; chord:s=1/2; tell the even eigenvalues apart"
      })
  void whatNoTailTellsIsUndecided(String one, String two, String reason) {
    Outcome<Crossover.Proof> outcome = prove(one, two, 3);
    assertEquals(Verdict.UNDECIDED, outcome.verdict());
    assertTrue(outcome.reason().contains(reason), outcome.reason());
  }
}
