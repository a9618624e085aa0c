package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Commands as a person types them, with the real engine. */
class EndToEndTest {

  @Test
  void theSpectrumOfTheReadme() {
    ZonalRun run =
        ZonalRun.of(
            "spectrum",
            "resntk:L=3,alpha=1/2",
            "--dimension",
            "3",
            "--k",
            "0..20",
            "--digits",
            "50",
            "--format",
            "csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("", run.messages());
    assertEquals(22, run.results().lines().count());
    // From independent software.
    assertTrue(
        run.results()
            .contains("\n10,1.2126607960945867219803203013931768162038824045033e-4,quadrature\n"),
        run.results());
  }

  @Test
  void theDemonstrationApproachesItsLimits() {
    ZonalRun run = ZonalRun.of("demo");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("tends to 0.1305087762\n"), run.results());
    assertTrue(run.results().contains("0.1305098216"), run.results());
    assertTrue(run.results().contains("tends to 0.09230814411\n"), run.results());
  }

  @Test
  void theCatalogueNamesEveryKernel() {
    ZonalRun run = ZonalRun.of("kernels", "--format", "csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().startsWith("name,title,formula,parameters,example,source\nresntk,"));
    assertTrue(ZonalRun.of("kernels").results().contains("\nlaplace  Laplace kernel\n"));
    assertTrue(ZonalRun.of("kernels", "--format", "json").results().contains("zonal.kernels/2"));
  }
}
