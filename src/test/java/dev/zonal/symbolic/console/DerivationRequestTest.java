package dev.zonal.symbolic.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.console.DerivationRequest.Subject;
import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.parameter.Variation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivationRequestTest {
  private static DerivationRequest request(
      Subject subject, String specification, int order, String format) {
    return new DerivationRequest(
        subject, specification, order, null, false, null, null, null, format, true, false);
  }

  @Test
  void aRequestIsReadBackAsItWasWritten() {
    DerivationRequest request =
        new DerivationRequest(
            Subject.EIGENVALUE,
            "arccos:n=1",
            5,
            End.ANTIPODE,
            true,
            2,
            null,
            3,
            "JAVA",
            false,
            true);
    assertEquals(request, DerivationRequest.of(request.text()));
    for (Variation variation :
        List.of(Variation.derivative("tau"), Variation.series("alpha=infinity", 4))) {
      DerivationRequest asked = request.with(variation);
      assertEquals(asked, DerivationRequest.of(asked.text()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "symja, 'A(1, 2) =='",
    "wolfram, 'A[1, 2] = '",
    "markdown, 'A_{1,2} &='",
    "latex, 'A_{1,2} &='",
    "mathml, <mi>A</mi>",
    "java, double A1_2("
  })
  void everyFormatHasSeriesInAParameter(String format, String expected) {
    Answer answer =
        request(Subject.EXPANSION, "resntk:L=2,alpha=a", 1, format)
            .with(Variation.series("a=0", 2))
            .answer();
    assertEquals(Outcome.VALUE, answer.outcome(), answer.text());
    assertTrue(answer.text().contains(expected), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "symja, 'D(A(1), {a, 1}) == '",
    "wolfram, 'dAda[1] = '",
    "latex, '\\frac{d}{da} A_{1} &= '",
    "mathml, <mfrac><mrow><mi>d</mi></mrow>",
    "java, double dA1da("
  })
  void everyFormatHasDerivatives(String format, String expected) {
    Answer answer =
        request(Subject.EXPANSION, "resntk:L=2,alpha=a", 1, format)
            .with(Variation.derivative("a"))
            .answer();
    assertEquals(Outcome.VALUE, answer.outcome(), answer.text());
    assertTrue(answer.text().contains(expected), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "symja, ArcCos(",
    "wolfram, ArcCos[",
    "markdown, \\arccos",
    "latex, \\arccos",
    "mathml, <math",
    "java, class"
  })
  void everyFormatIsWritten(String format, String expected) {
    Answer answer = request(Subject.RECURSION, "fcntk:L=2", 5, format).answer();
    assertEquals(Outcome.VALUE, answer.outcome());
    assertTrue(answer.text().contains(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EIGENVALUE | resntk:L=2,alpha=1 | 5",
        "RECURSION | nosuch:L=1 | 5",
        "EXPANSION | resntk:L=2,alpha=alpha | 1000",
        "EXPANSION | gammaexp:c=1,gamma=1/20 | 5",
        "EXPANSION | matern:nu=1,c=1 | 5",
        "RECURSION | chord:s | 5",
        "RECURSION | resntk:L=L,alpha=alpha alpha | 5",
        "EXPANSION | resntk:L=L,alpha=alpha | 10",
        "EXPANSION | fcntk:L=L,beta=beta,bias=propagated | 3",
        "CONSTANT | fcntk:L=L | 5"
      })
  void whatCannotBeDerivedIsRefused(Subject subject, String specification, int order) {
    Answer answer = request(subject, specification, order, "symja").answer();
    assertEquals(Outcome.REFUSED, answer.outcome(), answer.text());
    assertEquals(1, answer.text().lines().count());
  }
}
