package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on kernels that are given by their spectrum. */
class GivenSpectrumCommandsTest {
  private static ZonalRun run(String command) {
    return ZonalRun.of(command.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spectrum sobolev:s=1 --dimension 3 --k 0; s must be above (d-1)/2 = 1",
        "kernel sobolev:s=1 --dimension 3 --at 0; s must be above (d-1)/2 = 1",
        "prove positivity sobolev:s=2 --dimension 5; s must be above (d-1)/2 = 2",
        "spectrum heat:t=0 --dimension 3 --k 0; t must be a positive rational number",
        "spectrum heat:t=-1 --dimension 3 --k 0; t must be a positive rational number",
        "spectrum poisson:rho=1 --dimension 3 --k 0; rho must be a rational number above 0 and below 1",
        "spectrum poisson:rho=0 --dimension 3 --k 0; rho must be a rational number above 0 and below 1",
        "spectrum spectrum:[] --dimension 3 --k 0; a spectrum must have at least one eigenvalue",
        "spectrum intrinsicmatern:nu=0 --dimension 3 --k 0; nu must be a positive rational number",
        "kernel heat:t=1 --at 0; heat:t=1 is given by its spectrum: its values need --dimension D",
        "kernel laplace:c=1 heat:t=1 --at 0; its values need --dimension D",
        "kernel heat:t=1 --series 4; its power series in u is not computed",
        "derive recursion sobolev:s=2; zonal derive eigenvalue",
        "derive expansion heat:t=1; zonal derive eigenvalue",
      })
  void badInputEndsInOneLine(String command, String reason) {
    ZonalRun run = run(command);
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals(1, run.messages().lines().filter(line -> !line.contains("working")).count());
    assertTrue(run.messages().contains(reason), run::messages);
  }

  @Test
  void whatNeedsADimensionAndWhatDoesNotStandInOneTable() {
    ZonalRun run =
        run("kernel laplace:c=1 poisson:rho=1/2 --dimension 4 --at 1 --digits 3 --format csv");
    assertEquals("", run.messages());
    assertEquals(
        "kernel,dimension,u,value\nlaplace:c=1,,1,1.00e0\npoisson:rho=1/2,4,1,1.20e1\n",
        run.results());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sobolev:s=2;eta(k) == 1/(1 + k*(d + k - 2))^2",
        "intrinsicmatern:nu=5/2,length=2;eta(k) == (5/4 + k*(d + k - 2))^(-5/2 - (d - 1)/2)",
        "heat:t=1/10;eta(k) == E^(-(d + k - 2)*k/10)",
        "poisson:rho=1/2;eta(k) == 1/2^k",
        "spectrum:[1,-1];eta(k) == Piecewise({{1, k == 0}, {-1, k == 1}}, 0)",
      })
  void theFormulaOfTheEigenvaluesIsTheOneThatTheKernelIsGivenBy(String kernel, String formula) {
    ZonalRun run = run("derive eigenvalue " + kernel);
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains(formula), run::results);
  }

  /** f(1) = 6 for rho = 1/2 in d = 3: 1/6, 3/12, 5/24. */
  @Test
  void sharesOfTheLevelsAreThoseOfTheValueAtOne() {
    ZonalRun run =
        run(
            "spectrum poisson:rho=1/2 --dimension 3 --k 0..2 --digits 4 --format csv --columns"
                + " k,share,beyond");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals(
        "k,share,beyond\n0,1.667e-1,8.333e-1\n1,2.500e-1,5.833e-1\n2,2.083e-1,3.750e-1\n",
        run.results());
  }

  @Test
  void theSobolevTheoremIsSaidInWords() {
    ZonalRun run = run("prove equivalence fcntk:L=2 sobolev:s=5/2 --dimension 5");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(
        run.results()
            .contains(
                "The reproducing kernel Hilbert space of fcntk:L=2\n"
                    + "is the Sobolev space H^(5/2)(S^4), with these constants: |f|_2 is the norm of\n"
                    + "(1 - Laplacian)^(5/4) f in L^2 of the probability measure"),
        run::results);
  }

  @Test
  void theLawIsConfirmedWithoutBalls() {
    ZonalRun run = run("confirm intrinsicmatern:nu=1 --dimension 3 --k 4,9,1000");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().endsWith("confirmed\n"), run::results);
  }
}
