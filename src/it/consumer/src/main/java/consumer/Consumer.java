package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import dev.zonal.ZonalKernel;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs an eigenvalue, and prints it as JSON. */
final class Consumer {
  private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);

  private Consumer() {}

  public static void main(String[] arguments) throws Exception {
    String value =
        ZonalKernel.parse("resntk:L=3,alpha=1/2")
            .withDigits(50)
            .onSphere(3)
            .eigenvalue(2)
            .rounded()
            .toString();
    LOG.info("eigenvalue {}", value);
    System.out.println(
        new ObjectMapper().writeValueAsString(Map.of(PackageVersion.VERSION.toString(), value)));
  }
}
