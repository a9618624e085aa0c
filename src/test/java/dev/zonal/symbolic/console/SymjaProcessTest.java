package dev.zonal.symbolic.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.Context;

class SymjaProcessTest {
  private static SymjaProcess session;

  @BeforeAll
  static void open() {
    session = SymjaProcess.session(Duration.ofSeconds(60), 512);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Answer evaluate(String expression) throws IOException {
    return session.evaluate(expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | 2",
        "N(ResNTK(1, 1/2, 1/2), 50) | 0.47116555718878134571116495791157569368267995342499",
        "GegenbauerCoefficient(\"arccos:n=1\", 2, 3) | 3/128",
        "NTKEigenvalue(2, 3) | 5/128",
        "N(NTKEigenvalue(\"fcntk:L=3\", 5, 3), 30) | 0.00170379308168343085455152541631",
        "ChordSeries(\"fcntk:L=3\", 1) | {1,-3/2*1/Pi}",
        "N(FCNTK(1, -1/2), 20) | -0.028834442811218654289",
        "N(1/3, 5) | 0.33333"
      })
  void theFunctionsOfTheFieldEvaluate(String expression, String expected) throws IOException {
    assertEquals(new Answer(Outcome.VALUE, expected), evaluate(expression));
  }

  @Test
  void digitsThatBallsCannotCertifyAreMarked() throws IOException {
    assertTrue(evaluate("N(Zeta(3), 20)").text().contains("not certified"));
  }

  @Test
  void definitionsLastFromOneLineToTheNext() throws IOException {
    evaluate("myvariable = 7");
    assertEquals("49", evaluate("myvariable^2").text());
  }

  @Test
  void aBadExpressionIsToldWithItsPosition() throws IOException {
    Answer answer = evaluate("Sin(x");
    assertEquals(Outcome.SYNTAX, answer.outcome());
    assertTrue(answer.text().contains("line 1, column"), answer.text());
  }

  static java.util.stream.Stream<String> blockedNames() {
    Symja.of(1);
    return Blocked.NAMES.stream()
        .filter(name -> !name.startsWith("$"))
        .filter(name -> Context.SYSTEM.get(name.toLowerCase(Locale.ROOT)) != null);
  }

  @ParameterizedTest
  @MethodSource("blockedNames")
  void whatReachesBeyondTheSessionIsRefused(String name) throws IOException {
    Answer answer = evaluate(name + "(\"/etc/passwd\")");
    assertEquals(Outcome.REFUSED, answer.outcome(), answer.text());
    assertTrue(answer.text().contains("not available"), answer.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get(\"/etc/passwd\")",
        "Import(\"/etc/passwd\", \"Text\")",
        "ReadString(\"/etc/passwd\")",
        "ReadList(\"/etc/passwd\")",
        "FilePrint(\"/etc/passwd\")",
        "<</etc/passwd",
        "ToExpression(\"ReadString(\\\"/etc/passwd\\\")\")",
        "Apply(ReadString, {\"/etc/passwd\"})",
        "Map(ReadString, {\"/etc/passwd\"})",
        "SemanticImport(\"/etc/passwd\")",
        "SemanticImportString(\"/etc/passwd\")",
        "BinaryReadList(\"/etc/passwd\")",
        "FindList(\"/etc/passwd\", \"root\")",
        "JavaNew(\"java.io.FileReader\", \"/etc/passwd\")"
      })
  void noWayLeadsToAFile(String expression) throws IOException {
    Answer answer = evaluate(expression);
    assertTrue(!answer.text().contains("root:"), answer.text());
  }

  @Test
  void anEvaluationWithoutEndIsEndedAndTheNextOneRuns() throws IOException {
    try (SymjaProcess brief = SymjaProcess.session(Duration.ofSeconds(2), 256)) {
      assertEquals(Outcome.ENDED, brief.evaluate("While(True, 1)").outcome());
      assertEquals("4", brief.evaluate("2 + 2").text());
    }
  }

  @Test
  void anEvaluationThatExceedsTheMemoryIsEndedAndTheNextOneRuns() throws IOException {
    try (SymjaProcess small = SymjaProcess.session(Duration.ofSeconds(60), 128)) {
      Answer answer = small.evaluate("RandomReal(1, {10^9})");
      assertEquals(new Answer(Outcome.ENDED, "ended, probably at its limit of 128 MB"), answer);
      assertEquals("4", small.evaluate("2 + 2").text());
    }
  }

  @Test
  void aQuestionMarkTellsTheUsage() throws IOException {
    assertTrue(evaluate("?ResNTK").text().startsWith("ResNTK(L, alpha, u): "));
    assertTrue(evaluate("?").text().contains("KernelDecayConstant("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$Path", "$HomeDirectory", "$UserName", "$TemporaryDirectory"})
  void theSessionDoesNotTellWhereItRuns(String name) throws IOException {
    assertEquals(name.toLowerCase(Locale.ROOT), evaluate(name).text().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Abort()", "Prime(10^9)", "Nest(f, x, 10^8)", "fun(x_) := fun(x + 1); fun(1)"})
  void aSessionSurvivesWhatCannotBeEvaluated(String expression) throws IOException {
    evaluate(expression);
    assertEquals("4", evaluate("2 + 2").text());
  }

  @Test
  void theProcessEndsInTheMidstOfItsWorkWhenNobodyIsLeftToAsk() throws Exception {
    Process worker =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonal.symbolic.console.SymjaWorker",
                "SESSION")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (DataOutputStream requests = new DataOutputStream(worker.getOutputStream())) {
      byte[] endless = "While(True, 1)".getBytes(StandardCharsets.UTF_8);
      requests.writeInt(endless.length);
      requests.write(endless);
    }
    boolean ended = worker.waitFor(60, TimeUnit.SECONDS);
    worker.destroyForcibly();
    assertTrue(ended);
  }

  @Test
  void aDerivationIsEndedAtItsLimitOfTime() throws IOException {
    DerivationRequest request =
        new DerivationRequest(
            DerivationRequest.Subject.EXPANSION,
            "resntk:L=3,alpha=alpha",
            60,
            null,
            false,
            null,
            null,
            null,
            "symja",
            false,
            false);
    try (SymjaProcess brief = SymjaProcess.derivations(Duration.ofSeconds(1))) {
      assertEquals(
          new Answer(Outcome.ENDED, "ended after 1 second, the limit of time"),
          brief.derive(request));
    }
  }

  @Test
  void wrongArgumentsBringTheUsage() throws IOException {
    Answer answer = evaluate("ResNTK(1)");
    assertEquals(Outcome.REFUSED, answer.outcome());
    assertTrue(answer.text().startsWith("usage: ResNTK(L, alpha, u)"), answer.text());
  }
}
