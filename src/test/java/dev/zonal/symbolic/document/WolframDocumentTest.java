package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.derivation.Derivations;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.eval.EvalEngine;

/** The definitions, run as they stand by a program that knows the language. */
class WolframDocumentTest {
  private static Derivation derive(String subject, String specification) {
    return switch (subject) {
      case "recursion" -> Derivations.recursion(specification, false);
      case "expansion" -> Derivations.expansion(specification, 3, null);
      case "terms" -> Derivations.terms(specification, 2, 1);
      case "eigenvalue" -> Derivations.eigenvalue(specification, null, null);
      default -> Derivations.constant(specification, 1);
    };
  }

  /** The value of an expression after the definitions; brackets are square here. */
  private static double value(String definitions, String expression) {
    EvalEngine before = EvalEngine.get();
    EvalEngine engine =
        new EvalEngine("wolfram", 256, new PrintStream(OutputStream.nullOutputStream()), true);
    EvalEngine.set(engine);
    try {
      for (String line : definitions.split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("(*")) {
          engine.evaluate(engine.parse(line));
        }
      }
      return engine.evaluate(engine.parse("N[" + expression + "]")).evalf();
    } finally {
      EvalEngine.set(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Values of zonal kernel --at, spectrum, asymptotics.
        "recursion; resntk:L=L,alpha=alpha; f[3] /. {u -> 1/2, alpha -> 1}; 0.44229003636908871",
        "recursion; fcntk:L=2; f /. u -> 1/2; 0.45049318704116105",
        "eigenvalue; fcntk:L=1; eta[4] /. d -> 3; 0.0026041666666666667",
        "constant; resntk:L=L,alpha=L^(-1/2),tau=h; even[3] /. {d -> 3, h -> 1/2}; 0.13915970766544",
        "constant; resntk:L=L,alpha=L^(-1/2),tau=h; {odd[2], odd[3] /. {d -> 3, h -> 1/2}}[[2]];"
            + " 0.11488333688979",
        "constant; resntk:L=L,alpha=a,tau=h; odd[3] /. {d -> 3, h -> 1/2, a -> 3^(-1/2)};"
            + " 0.11488333688979",
        "constant; fcntk:L=2; even /. d -> 3; 1.8568076694054455840e-1",
        "terms; fcntk:L=2; even[0] /. d -> 3; 1.8568076694054455840e-1",
        "terms; gammaexp:c=1,gamma=1/2; odd[-1/2] /. d -> 3; 0.26151240501327541",
        "expansion; fcntk:L=2; A[1]; -0.31830988618379067",
      })
  void theyComputeWhatTheySay(
      String subject, String specification, String expression, double value) {
    String text = Format.WOLFRAM.render(derive(subject, specification), true);
    assertEquals(value, value(text, expression), 1e-9, text);
  }

  @Test
  void everyLineDefinesOrSaysSomething() {
    Derivation derivation = Derivations.recursion("resntk:L=L,alpha=alpha,tau=tau", false);
    for (String line : Format.WOLFRAM.render(derivation, true).split("\n", -1)) {
      assertFalse(line.contains("==") && !line.startsWith("(*"), line);
    }
  }
}
