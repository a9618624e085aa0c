package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs an eigenvalue, and prints it as JSON. */
final class Consumer {
  private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);

  private Consumer() {}

  public static void main(String[] arguments) throws Exception {
    SpectrumRequest request =
        new SpectrumRequest(
            KernelSpecification.parse("resntk:L=3,alpha=1/2"),
            3,
            new TreeSet<>(List.of(2L)),
            50,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT);
    String value =
        new Engine().compute(request, Context.NONE).eigenvalues().get(0).rounded().toString();
    LOG.info("eigenvalue {}", value);
    System.out.println(
        new ObjectMapper().writeValueAsString(Map.of(PackageVersion.VERSION.toString(), value)));
  }
}
