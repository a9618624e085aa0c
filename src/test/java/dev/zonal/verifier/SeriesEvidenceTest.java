package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kernels are positive for every k without a tail (docs/theory.md, Theorem 17.4a). */
class SeriesEvidenceTest {
  private static List<Hypothesis> missing(String specification) {
    KernelFacts facts = new KernelFacts(KernelSpecification.parse(specification), 3);
    Findings findings = new Findings();
    new Evidence(facts, Map.of(), Map.of(), new TreeMap<>()).requireSign(false, findings);
    return findings.all().stream().map(Finding::hypothesis).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=2",
        "resntk:L=10,alpha=1/1000",
        "resntk:L=1,tau=1",
        "rntk:T=3",
        "gaussian:c=1",
        "heat:t=1"
      })
  void infinitelyManyPositiveCoefficientsOfEitherParityNeedNoTail(String specification) {
    assertEquals(List.of(), missing(specification));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=1", "ntk:act=erf,L=2", "arccos:n=0"})
  void oneParityDoesNotSpeakForTheOther(String specification) {
    assertEquals(List.of(Hypothesis.TAIL_MISSING), missing(specification));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chord:s=1", "polynomial:[1,1,1]", "spectrum:[1,1/2]"})
  void whatIsNoSuchSeriesNeedsTails(String specification) {
    assertEquals(List.of(Hypothesis.TAIL_MISSING, Hypothesis.TAIL_MISSING), missing(specification));
  }
}
