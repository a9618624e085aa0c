package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfirmCommandTest {
  private static ZonalRun confirm(String kernel, String k, String format) {
    return ZonalRun.of(
        "confirm", kernel, "--dimension", "3", "--k", k, "--digits", "15", "--format", format);
  }

  @Test
  void aLawThatHoldsIsConfirmed() throws IOException {
    ZonalRun run = confirm("laplace:c=1", "30..31,1e5:parity=both", "json");
    assertEquals(0, run.exitCode(), run.messages());
    JsonNode document = new ObjectMapper().readTree(run.results()).get("results");
    assertTrue(document.get("verdict").textValue().equals("confirmed"));
    assertEquals(4, document.get("rows").size());
    assertEquals("3", document.get("even").get("exponent").textValue());
    assertTrue(document.get("rows").get(3).get("within").booleanValue());
  }

  @Test
  void aLawThatWasNotTestedIsNothingToTest() {
    ZonalRun run = confirm("fcntk:L=2", "4", "text");
    assertEquals(4, run.exitCode());
    assertTrue(run.messages().contains("was not tested"), run.messages());
    assertTrue(run.results().contains("nothing to test"), run.results());
  }

  @Test
  void withoutALawThereIsNothingToTestThoughTheRowsAgree() {
    ZonalRun run = confirm("gammaexp:c=40,gamma=1/4", "12", "text");
    assertEquals(4, run.exitCode(), run.results());
    assertTrue(run.results().contains("agrees"), run.results());
    assertTrue(
        run.results().contains("nothing to test: there is no law with a certified remainder"),
        run.results());
  }

  @Test
  void whereNoLawIsProvedTheEigenvaluesAreCompared() {
    ZonalRun run = confirm("gaussian:c=1", "4", "text");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("no power law"), run.results());
  }

  @Test
  void aGeometricLawIsConfirmedWithItsConstants() throws IOException {
    ZonalRun run = confirm("ntk:act=erf,L=1,sw2=2", "20,21,100,101", "json");
    assertEquals(0, run.exitCode(), run.messages());
    JsonNode results = new ObjectMapper().readTree(run.results()).get("results");
    assertEquals("confirmed", results.get("verdict").textValue());
    assertTrue(results.get("even").isNull(), "even eigenvalues are zero");
    JsonNode law = results.get("odd");
    assertEquals("5e-1", law.get("rate").textValue());
    assertEquals("-1", law.get("power").textValue());
    assertTrue(law.get("constant").textValue().startsWith("3.4971221370058"));
    assertTrue(results.get("rows").get(3).get("within").booleanValue());
  }
}
