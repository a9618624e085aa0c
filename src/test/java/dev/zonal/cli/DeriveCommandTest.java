package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    Run brief = run("derive", "eigenvalue", "arccos:n=1");
    Run whole = run("derive", "eigenvalue", "arccos:n=1", "--steps");
    assertEquals(0, brief.exitCode());
    assertTrue(whole.out().length() > brief.out().length());
    assertTrue(whole.out().contains("derivative rule"));
  }

  @ParameterizedTest
  @CsvSource({
    "symja, ArcCos(",
    "wolfram, ArcCos[",
    "latex, \\arccos",
    "mathml, <math",
    "java, class"
  })
  void everyFormatIsWritten(String format, String expected) {
    Run run = run("derive", "recursion", "fcntk:L=2", "--format", format);
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.out().contains(expected));
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
        "derive recursion nosuch:L=1",
        "derive expansion resntk:L=2,alpha=alpha --order 1000",
        "derive something fcntk:L=1",
        "derive expansion gammaexp:c=1,gamma=1/3",
        "derive expansion chord:s=-1",
        "derive recursion resntk:L=L,alpha=1,tau=1",
        "derive eigenvalue arccos:n=1 --dimension 1"
      })
  void whatCannotBeDerivedIsRefusedInOneLine(String command) {
    Run run = run(command.split(" "));
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals(1, run.messages().lines().count(), run.messages());
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
