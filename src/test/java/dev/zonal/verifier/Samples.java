package dev.zonal.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.DecayStatement;
import dev.zonal.theorem.certificate.EquivalenceStatement;
import dev.zonal.theorem.certificate.SignStatement;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Small certificates of every kind of claim, as the prover writes them. */
final class Samples {
  private static final Engine ENGINE = new Engine();

  private Samples() {}

  /** Those about which the oracle forms its opinion within a second each. */
  static List<ObjectNode> quick() throws IOException {
    return documents(certificates());
  }

  /** The quick ones and a deep network, for which the oracle takes a minute. */
  static List<ObjectNode> all() throws IOException {
    List<Certificate> all = new ArrayList<>(certificates());
    all.add(decay("ntk:act=erf,L=2,sw2=1/2", 3));
    return documents(all);
  }

  private static List<ObjectNode> documents(List<Certificate> certificates) throws IOException {
    List<ObjectNode> samples = new ArrayList<>();
    for (Certificate certificate : certificates) {
      samples.add(AdversaryTest.parse(written(certificate)));
    }
    return samples;
  }

  /** The certificate as it stands in a file. */
  static String written(Certificate certificate) throws IOException {
    StringWriter out = new StringWriter();
    CertificateDocument.write(certificate, new Origin("zonal test", List.of("prove")), out);
    return out.toString();
  }

  private static List<Certificate> certificates() {
    return List.of(
        positivity("resntk:L=2,alpha=1", 2),
        positivity("fcntk:L=1,beta=1/2", 3),
        positivity("laplace:c=1", 3),
        positivity("gammaexp:gamma=1/2,c=1", 3),
        positivity("resntk:L=1,alpha=1", 3),
        positivity("polynomial:[1/2,-1/2]", 3),
        positivity("chord:s=1", 2),
        decay("laplace:c=1", 3),
        positivity("matern:nu=3/2,c=1", 3),
        decay("fcntk:L=1", 3),
        decay("gammaexp:gamma=3/2,c=1", 3),
        decay("chord:s=-1/2", 4),
        decay("chord:s=7/2", 3),
        decay("chord:s=3/2", 2),
        decay("chord:s=11/2", 3),
        decay("chord:s=9/5", 3),
        decay("chord:s=19/5", 4),
        decay("gaussian:c=1", 2),
        semidefinite("fcntk:L=1", 3),
        semidefinite("arccos:n=0", 2),
        semidefinite("polynomial:[1,0,2]", 4),
        semidefinite("polynomial:[1,-1]", 3),
        equivalence("fcntk:L=2", "laplace:c=1", 2),
        equivalence("polynomial:[1,2,3]", "polynomial:[2,1,1]", 3),
        equivalence("gammaexp:gamma=3/2,c=1", "gammaexp:gamma=3/2,c=1/2", 3),
        equivalence("fcntk:L=1", "laplace:c=1", 3),
        equivalence("laplace:c=1", "fcnngp:L=2", 3),
        equivalence("laplace:c=1", "chord:s=1", 2),
        equivalence("laplace:c=1", "gaussian:c=1", 3),
        equivalence("gaussian:c=1", "gaussian:c=2", 3),
        positivity("poisson:rho=1/2", 3),
        decay("sobolev:s=3/2", 3),
        decay("heat:t=1/100", 3),
        semidefinite("spectrum:[1,0,2]", 3),
        equivalence("fcntk:L=2", "sobolev:s=3/2", 3),
        equivalence("heat:t=1/100", "heat:t=1/50", 3),
        decay("nngp:act=erf,L=1", 3),
        decay("ntk:act=erf,L=1,sw2=1/2", 5),
        decay("nngp:act=erf,L=1,sb2=1", 2),
        decay("ntk:act=gelu,L=1,sb2=1/10", 3));
  }

  private static Spectrum spectrum(String specification, int dimension) {
    return ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
  }

  static Certificate positivity(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(SignStatement.POSITIVITY, Positivity.prove(spectrum, Context.NONE));
  }

  static Certificate semidefinite(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(SignStatement.SEMIDEFINITE, Semidefinite.prove(spectrum, Context.NONE));
  }

  static Certificate decay(String specification, int dimension) {
    Spectrum spectrum = spectrum(specification, dimension);
    return Certificate.of(new DecayStatement(), Decay.prove(spectrum, Context.NONE));
  }

  static Certificate equivalence(String first, String second, int dimension) {
    Spectrum one = spectrum(first, dimension);
    Spectrum two = spectrum(second, dimension);
    return Certificate.of(new EquivalenceStatement(), Equivalence.prove(one, two, Context.NONE));
  }
}
