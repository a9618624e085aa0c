package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.Zonal;
import dev.zonal.cli.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeriveCommandTest {
  private record Run(int exitCode, String out, String messages) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    int exitCode = Zonal.run(new Streams(out, new PrintWriter(messages, true), false), arguments);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), messages.toString());
  }

  @Test
  void theStepsAreThereWhenAskedFor() {
    Run run = run("derive", "eigenvalue", "arccos:n=1", "--steps", "--format", "latex");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.out().contains("derivative rule") && run.out().contains("\\begin{align*}"));
    assertEquals("", run.messages());
  }

  @Test
  void theExactNumberIsGivenForGivenFrequencyAndDimension() {
    Run run = run("derive", "eigenvalue", "arccos:n=1", "--k", "2", "--dimension", "3");
    assertTrue(run.out().contains("eta(2) == 3/128"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "derive eigenvalue resntk:L=2,alpha=1",
        "derive something fcntk:L=1",
        "derive recursion fcntk:L=1 --timeout 0",
        "derive constant fcntk:L=2 --dimension 3",
        "derive recursion fcntk:L=2 --k 5",
        "derive recursion fcntk:L=2 --order 5",
        "derive eigenvalue fcntk:L=1 --variable theta",
        "derive eigenvalue chord:s=-1 --dimension 2",
        "derive recursion laplace:c=theta",
        "derive expansion matern:nu=2,c=c"
      })
  void whatCannotBeDerivedIsRefusedInOneLine(String command) {
    Run run = run(command.split(" "));
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertEquals("", run.out());
  }

  @Test
  void aDerivationThatTakesTooLongIsEndedInOneLine() {
    Run run =
        run("derive", "expansion", "resntk:L=3,alpha=alpha", "--order", "60", "--timeout", "1");
    assertEquals(4, run.exitCode());
    assertEquals(
        "zonal: the derivation was ended after 1 second, the limit of time",
        run.messages().strip());
    assertEquals("", run.out());
  }

  @Test
  void aBadExpressionExitsWithTwoAndTellsThePosition() {
    Run run = run("symja", "-e", "Sin(x");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("line 1, column"), run.messages());
    assertEquals(1, run.messages().lines().count());
  }

  @Test
  void anExpressionIsEvaluated() {
    Run run = run("symja", "-e", "N(FCNTK(1, 1/2), 30)");
    assertEquals("0.471165557188781345711164957912" + System.lineSeparator(), run.out());
    assertEquals("", run.messages());
  }
}
