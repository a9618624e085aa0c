package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.theorem.law.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositivityTest {
  private static Outcome<Positivity.Proof> prove(String specification, int dimension) {
    return Positivity.prove(
        new Engine().spectrum(KernelSpecification.parse(specification), dimension), Context.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "resntk:L=2,alpha=1 2",
        "resntk:L=3,alpha=1/2 5",
        "resntk:L=10,alpha=L^(-1/2) 3",
        "resntk:L=1,alpha=1,tau=1/2 4",
        "fcntk:L=1,beta=1/2 3",
        "fcntk:L=3 10",
        "laplace:c=1 3",
        "matern:nu=5/2,c=2 4",
        "gaussian:c=2 4"
      })
  void everyEigenvalueIsProvedPositive(String specification, int dimension) {
    Outcome<Positivity.Proof> result = prove(specification, dimension);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Findings found = result.proof().orElseThrow().found();
    for (UniformTail tail : found.uniformTails()) {
      assertTrue(tail.from() <= 200, "k0 = " + tail.from());
      for (long k = tail.parity().firstFrom(0); k < tail.from(); k += 2) {
        assertTrue(found.table().get(k).ball().isPositive());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "gaussian:c=1 3",
        "gammaexp:gamma=1/2,c=1 3",
        "gammaexp:gamma=7/4,c=3 2",
        "laplace:c=1000 3",
        "chord:s=-1/2 2"
      })
  void aMixtureOfGaussiansIsPositiveWithoutATail(String specification, int dimension) {
    Outcome<Positivity.Proof> result = prove(specification, dimension);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Findings found = result.proof().orElseThrow().found();
    assertTrue(found.tails().isEmpty());
    found.table().forEach((k, row) -> assertTrue(row.ball().isPositive(), "k = " + k));
  }

  /** Its tails begin at k = 26,624. */
  @Test
  void aNetworkIsPositiveByItsSeriesWhereTheTailsBeginLate() {
    Outcome<Positivity.Proof> result = prove("resntk:L=10,alpha=1/1000", 3);
    assertEquals(Verdict.PROVEN, result.verdict(), result.reason());
    Findings found = result.proof().orElseThrow().found();
    assertTrue(found.tails().isEmpty());
    assertEquals(13, found.table().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "resntk:L=1,alpha=1 3 3",
        "fcntk:L=1 2 3",
        "arccos:n=0 4 2",
        "arccos:n=1 3 3",
        "polynomial:[1/2,-1/2] 3 1",
        "polynomial:[1,1,1,1,1,1,1,1,1,1,1,1,1,1] 3 14",
        "chord:s=5/2 3 1"
      })
  void oneEigenvalueRefutes(String specification, int dimension, long k) {
    Outcome<Positivity.Proof> result = prove(specification, dimension);
    assertEquals(Verdict.REFUTED, result.verdict());
    assertTrue(result.reason().contains("k = " + k + " is"), result.reason());
  }
}
