package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.Finding.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of a kernel is verified under each of its names. */
class OtherNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matern:nu=1/2,c=2",
        "gammaexp:c=2,gamma=1",
        "gammaexp:c=1/3,gamma=2",
        "gaussian:c=3",
        "fcnngp:L=1",
        "resnngp:L=1,alpha=1/2",
        "chord:s=2",
        "chord:s=4",
        "polynomial:[2,1,0]"
      })
  void aCertificateThatNamesAKernelOtherwiseIsVerified(String name) throws Exception {
    Kernel kernel = KernelSpecification.parse(name);
    for (int dimension : new int[] {2, 3, 6}) {
      for (Certificate certificate :
          List.of(
              Samples.positivity(name, dimension),
              Samples.semidefinite(name, dimension),
              Samples.equivalence(name, kernel.normalForm().toString(), dimension),
              Samples.equivalence(kernel.normalForm().toString(), name, dimension),
              Samples.decay(name, dimension))) {
        byte[] bytes = Samples.written(certificate).getBytes(StandardCharsets.UTF_8);
        Verifier.Report report =
            new Verifier(Context.NONE)
                .check(CertificateReader.read(new ByteArrayInputStream(bytes)));
        assertEquals(
            Verdict.VERIFIED,
            report.verdict(),
            () -> certificate.statement() + " of " + name + ": " + report.findings());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"matern:nu=1/2,c=2", "gammaexp:c=2,gamma=1", "fcnngp:L=1"})
  void theseAreOtherNames(String name) {
    Kernel kernel = KernelSpecification.parse(name);
    assertNotEquals(kernel, kernel.normalForm());
  }
}
