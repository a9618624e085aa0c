package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsymptoticsCommandTest {
  private static final List<String> KEYS =
      List.of(
          "A1",
          "B1",
          "evenExponent",
          "oddExponent",
          "evenConstant",
          "oddConstant",
          "relativeOrder",
          "terms",
          "certifiedFrom");

  private static ZonalRun asymptotics(String kernel, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("asymptotics", kernel));
    arguments.addAll(List.of("--dimension", "3"));
    arguments.addAll(List.of(more));
    return ZonalRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(ZonalRun run) throws IOException {
    assertEquals(0, run.exitCode(), run.messages());
    return new ObjectMapper().readTree(run.results());
  }

  @Test
  void jsonHasTheKeysOfItsFormat() throws IOException {
    JsonNode document =
        json(asymptotics("resntk:L=3,alpha=1/2", "--format", "json", "--terms", "2"));
    KEYS.forEach(key -> assertTrue(document.get("results").has(key), key));
    assertEquals("zonal.asymptotics/3", document.get("schema").textValue());
    assertEquals(
        "-2.2281692032865347008e-1", document.get("results").get("A1").get("value").textValue());
    assertEquals(
        "-3.8200632110803292645e-2", document.get("results").get("B1").get("value").textValue());
    assertEquals("3", document.get("results").get("evenExponent").textValue());
    assertEquals("2", document.get("results").get("relativeOrder").textValue());
    assertEquals(2, document.get("results").get("terms").size());
  }

  @Test
  void aKernelWithoutALawHasNulls() throws IOException {
    ZonalRun run = asymptotics("gaussian:c=1", "--format", "json");
    JsonNode document = json(run);
    KEYS.stream()
        .filter(key -> !key.equals("terms"))
        .forEach(key -> assertTrue(document.get("results").get(key).isNull(), key));
    assertTrue(run.messages().contains("decay super-geometrically"), run.messages());
  }

  @Test
  void aParityWithoutALawIsNamed() throws IOException {
    ZonalRun run = asymptotics("fcntk:L=1", "--format", "json");
    assertTrue(json(run).get("results").get("oddExponent").isNull());
    assertTrue(run.messages().contains("odd"), run.messages());
  }

  /** Laws that exist and are out of reach: nobody may read that there is none. */
  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=10,alpha=1e-300", "resnngp:L=3,alpha=1e-60", "laplace:c=1e300"})
  void aLawThatIsOutOfReachIsNotCertifiedRatherThanAbsent(String kernel) {
    for (String format : List.of("text", "json", "csv")) {
      ZonalRun run = asymptotics(kernel, "--format", format);
      assertEquals(4, run.exitCode(), run.messages());
      assertTrue(run.messages().contains("not certified: law for even k"), run.messages());
      assertFalse((run.messages() + run.results()).contains("no power law"), run::toString);
    }
    ZonalRun confirmation = ZonalRun.of("confirm", kernel, "--dimension", "3", "--k", "4");
    assertEquals(4, confirmation.exitCode(), confirmation.messages());
    assertEquals(1, confirmation.messages().lines().count(), confirmation.messages());
  }

  @Test
  void coefficientsAreATable() {
    ZonalRun run = asymptotics("laplace:c=1", "--format", "csv", "--terms", "2", "--digits", "5");
    assertEquals("s,A,B\n1,-1.0000e0,0\n3,-1.6667e-1,0\n", run.results());
  }

  /** u_* = 5/4, so that rho = 1/2; s = mu - d/2 = -1. */
  @Test
  void aGeometricLawIsStatedWithItsConstants() throws IOException {
    JsonNode results =
        json(asymptotics("ntk:act=erf,L=1,sw2=2", "--format", "json", "--digits", "10"))
            .get("results");
    assertEquals("geometric", results.get("decay").textValue());
    assertFalse(results.has("even"), "even eigenvalues are zero");
    assertTrue(results.get("oddExponent").isNull());
    assertTrue(results.get("certifiedFrom").isNull());
    JsonNode law = results.get("odd");
    assertEquals("5/4", law.get("singularity").textValue());
    assertEquals("5.000000000e-1", law.get("rate").get("value").textValue());
    assertEquals("-1", law.get("power").textValue());
    assertEquals("3.497122137e-1", law.get("constant").get("value").textValue());
    assertEquals("1", law.get("c2").get("attained").get("k").textValue());
    ZonalRun text = asymptotics("ntk:act=erf,L=1,sw2=2", "--digits", "10");
    assertTrue(text.results().contains("eta_k = C rho^k k^-1 (1 + e_k)"), text.results());
    assertTrue(text.messages().contains("no power law for even k"), text.messages());
    assertFalse(text.messages().contains("odd"), text.messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian:c=1",
        "gammaexp:gamma=2,c=1",
        "heat:t=1",
        "ntk:act=sin,L=2,sb2=1",
        "nngp:act=cos,L=1",
        "resntk:act=exp,L=2,alpha=1/2"
      })
  void anEntireKernelDecaysSuperGeometrically(String kernel) throws IOException {
    JsonNode results = json(asymptotics(kernel, "--format", "json")).get("results");
    assertEquals("super-geometric", results.get("decay").textValue());
    assertFalse(results.has("even") || results.has("odd"));
  }

  @Test
  void noLawIsClaimedForRootExponentialKernels() throws IOException {
    ZonalRun run = asymptotics("ntk:act=tanh,L=1", "--format", "json");
    assertEquals(4, run.exitCode());
    JsonNode results = new ObjectMapper().readTree(run.results()).get("results");
    assertEquals("root-exponential", results.get("decay").textValue());
    assertTrue(results.get("oddExponent").isNull());
    assertTrue(
        run.messages().contains("no power law for even k: the even eigenvalues are exactly"));
    assertTrue(run.messages().contains("not certified: law for odd k"));
  }
}
