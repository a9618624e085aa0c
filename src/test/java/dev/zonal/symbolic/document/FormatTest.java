package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.form.NormalForm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class FormatTest {
  static Stream<Derivation> derivations() {
    return Stream.of(
        Derivations.recursion("resntk:L=3,alpha=alpha", false),
        Derivations.recursion("fcntk:L=2,beta=beta", true),
        Derivations.recursion("resntk:L=L,alpha=alpha", false),
        Derivations.expansion("resntk:L=2,alpha=alpha", 3, null),
        Derivations.expansion("resntk:L=3,alpha=alpha", 9, null),
        Derivations.eigenvalue("resntk:L=1,alpha=alpha,tau=tau", null, null),
        Derivations.eigenvalue("laplace:c=c", null, null),
        Derivations.eigenvalue("evenweight:p=p", null, null),
        Derivations.constant("resntk:L=2,alpha=alpha", 1));
  }

  @ParameterizedTest
  @MethodSource("derivations")
  void theLatexIsWellFormed(Derivation derivation) {
    LatexChecker.check(Format.LATEX.render(derivation, true));
  }

  @ParameterizedTest
  @MethodSource("derivations")
  void theMathmlIsWellFormedXml(Derivation derivation) throws Exception {
    byte[] text = Format.MATHML.render(derivation, true).getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    assertEquals(
        "div",
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text))
            .getDocumentElement()
            .getLocalName());
  }

  @ParameterizedTest
  @MethodSource("derivations")
  void symjaReadsBackWhatIsWrittenInItsSyntax(Derivation derivation) {
    for (Equation e : derivation.result()) {
      IExpr written = Symja.parse(Format.SYMJA.render(e.right()).replace("beta", "betas"));
      IExpr expected = Symja.replace(e.right(), Symja.symbol("beta"), Symja.symbol("betas"));
      // Expanded, since long differences are no sums of which a normal form is found.
      IExpr difference = Symja.evaluate(F.ExpandAll(F.Subtract(expected, written)));
      assertTrue(NormalForm.of(difference).isZero(), () -> expected + " is read as " + written);
    }
  }

  @Test
  void theWolframLanguageHasSquareBrackets() {
    IExpr e = Symja.parse("ArcCos(x)+Gamma(k/2)");
    String text = Format.WOLFRAM.render(e);
    assertTrue(text.contains("ArcCos[x]") && text.contains("Gamma[k/2]"), text);
  }

  @Test
  void integralsDerivativesAndSumsAreWrittenAsSuch() {
    Derivation weight = Derivations.eigenvalue("evenweight:p=p", null, null);
    Derivation laplace = Derivations.eigenvalue("laplace:c=c", null, null);
    assertTrue(Format.LATEX.render(weight, true).contains("\\int_{0}^{1}"));
    assertTrue(Format.LATEX.render(laplace, true).contains("\\sum_{n=0}^{\\infty}"));
    assertTrue(Format.MATHML.render(laplace, true).contains("&#x2211;"));
    assertTrue(Format.WOLFRAM.render(weight, true).contains("D[(1 - x)^p, {x, m}]"));
    assertTrue(Format.SYMJA.render(weight, true).contains(", {x, 0, 1})"));
  }
}
