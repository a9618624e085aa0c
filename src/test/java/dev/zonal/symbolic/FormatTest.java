package dev.zonal.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.BallArithmetic;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;

class FormatTest {
  @TempDir Path directory;

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
        "math",
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
      IExpr expected = Replacement.of(e.right(), Symja.symbol("beta"), Symja.symbol("betas"));
      assertEquals(Symja.evaluate(expected), written);
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
    assertTrue(Format.LATEX.render(weight, true).contains("\\int_{0}^{1} \\frac{d^{m}}{dx^{m}}"));
    assertTrue(Format.LATEX.render(laplace, true).contains("\\sum_{n=0}^{\\infty}"));
    assertTrue(Format.MATHML.render(laplace, true).contains("&#x2211;"));
    assertTrue(Format.WOLFRAM.render(weight, true).contains("D[(1 - x)^p, {x, m}]"));
    assertTrue(Format.SYMJA.render(weight, true).contains(", {x, 0, 1})"));
  }

  @Test
  void theJavaSourceCompilesAndComputesTheKernel() throws Exception {
    Derivation derivation = Derivations.recursion("resntk:L=3,alpha=alpha", false);
    double value = (double) call(derivation, "f", 0.5, 0.5);
    assertEquals(0.45769869818924114, value, 1e-14);
  }

  @Test
  void theJavaSourceOfAnEigenvalueBringsItsSpecialFunctions() throws Exception {
    Derivation derivation = Derivations.eigenvalue("laplace:c=c", null, null);
    // arguments in alphabetical order: c, d, k
    Map<String, BigFraction> point =
        Map.of("c", BigFraction.ONE, "d", BigFraction.of(3), "k", BigFraction.of(2));
    double expected =
        new ExpressionEvaluator(BallArithmetic.ofBits(100), point)
            .evaluate(derivation.result().get(0).right())
            .toDouble();
    assertEquals(expected, (double) call(derivation, "eta", 1.0, 3.0, 2.0), 1e-13);
  }

  @Test
  void whatIsTooLongForAStaticMethodBecomesFields() throws Exception {
    Derivation derivation = Derivations.expansion("resntk:L=3,alpha=1/2", 24, End.ANTIPODE);
    assertTrue(Format.JAVA.render(derivation, false).contains("private final double q1;"));
    assertEquals(-0.038200632110803292645, (double) call(derivation, "B1"), 1e-15);
  }

  private Object call(Derivation derivation, String method, double... arguments) throws Exception {
    Path source = directory.resolve("Derived.java");
    Files.writeString(source, Format.JAVA.render(derivation, true));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", directory.toString(), source.toString());
    assertEquals(0, status);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      var found =
          List.of(loader.loadClass("Derived").getDeclaredMethods()).stream()
              .filter(m -> m.getName().equals(method))
              .findFirst()
              .orElseThrow();
      found.setAccessible(true);
      Object derived = null;
      if (!Modifier.isStatic(found.getModifiers())) {
        var constructor = found.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        derived = constructor.newInstance();
      }
      return found.invoke(derived, java.util.Arrays.stream(arguments).boxed().toArray());
    }
  }
}
