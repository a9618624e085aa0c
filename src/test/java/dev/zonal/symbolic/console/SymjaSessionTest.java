package dev.zonal.symbolic.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session of the console certifies, and what it says about everything else. */
class SymjaSessionTest {
  private static SymjaProcess session;

  /** In which nothing is ever assigned. */
  private static SymjaProcess fresh;

  @BeforeAll
  @BeforeContainer
  static void open() {
    session = SymjaProcess.session(Duration.ofSeconds(60), 512);
    fresh = SymjaProcess.session(Duration.ofSeconds(60), 512);
  }

  @AfterAll
  @AfterContainer
  static void close() {
    session.close();
    fresh.close();
  }

  private static String value(String expression) throws IOException {
    Answer answer = session.evaluate(expression);
    assertEquals(Outcome.VALUE, answer.outcome(), answer.text());
    return answer.text();
  }

  @Property(tries = 60)
  void everyDecimalIsTheRationalThatItSpells(
      @ForAll @IntRange(min = -999_999, max = 999_999) int digits,
      @ForAll @IntRange(min = -12, max = 12) int exponent,
      @ForAll boolean star)
      throws IOException {
    BigDecimal spelt = BigDecimal.valueOf(digits, 3).scaleByPowerOfTen(exponent);
    String text = BigDecimal.valueOf(digits, 3) + (star ? "*^" : "e") + exponent;
    String difference = text + " - (" + spelt.unscaledValue() + ")*10^(" + -spelt.scale() + ")";
    assertEquals("0", value(difference), text);
  }

  /** A number is the same wherever it stands, and where it stands it has no mark. */
  @Property(tries = 40)
  void aNumberUnderNIsCertifiedAtAnyDepth(
      @ForAll("numbers") String number,
      @ForAll @IntRange(min = 1, max = 40) int digits,
      @ForAll("places") String place)
      throws IOException {
    String alone = value("N(" + number + ", " + digits + ")");
    String shown = value(place.replace("#", "N(" + number + ", " + digits + ")"));
    assertFalse(shown.contains("certified"), shown);
    String magnitude = alone.startsWith("-") ? alone.substring(1) : alone;
    assertTrue(shown.contains(magnitude), () -> shown + " for " + alone);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.of(
        "Pi",
        "Sqrt(2)",
        "1/7",
        "FCNTK(2, 0.3)",
        "ResNTK(1, 1/2, -0.25)",
        "LegendreP(120, 0.9)",
        "GegenbauerCoefficient(\"fcntk:L=1\", 3, 4)",
        "Exp(-3)-1",
        "ArcCos(1/3)");
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(
        "{#, x}",
        "{{#}, {x, #}}",
        "f(#)+x",
        "x^2+x*(#)",
        "zz = #",
        "zz = #; {zz}",
        "x -> #",
        "Table(#, {i, 2})",
        "{a,b}/.a -> #",
        "Map(Function(t, t), {#})",
        "If(# < 10^9, #, x)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.8 | 4/5",
        "1.0 | 1",
        "1e-3 | 1/1000",
        "1.5*^3 | 1500",
        "-0.1234567890123 | -1234567890123/10000000000000",
        "LegendreP(44, 1.0) | 1",
        "LegendreP(3, x) | -3/2*x+5/2*x^3",
        "GegenbauerC(5, 3/2, 0) | 0",
        "GegenbauerC(1, 5/2, 0) | 0",
        "N(LegendreP(80, 0.8), 12) | 0.0840873033770",
        "N(LegendreP(150, 99/100), 12) | -0.0155819913728",
        "N(GegenbauerC(80, 1.5, 0.8), 12) | 15.2755455120",
        "N(GegenbauerC(10, 191.5, 0.3), 12) | 24240478048100",
        "N(LegendreP(1000, 9/10), 20) | -0.013168430869036264535",
        "N(GegenbauerC(2000, 1/2, 99/100), 20) | 0.044117392086596329681",
        "N(LegendreP(100000, 3/10), 20) | -0.0016271806095897645380",
        "N(LegendreP(31/2, 0), 18) | 0.141013048084263330",
        "N(ChebyshevT(1000, Cos(1/1000)), 15) | 0.540302305868140",
        "N(Floor(1000*Pi), 6) | 3141",
        "y = 3*N(ResNTK(2, 1/3, 1-10^(-14)), 25) | 2.999999925723874129814411",
        "y + 1 | 3.999999925723874129814411",
        "N({Pi, {1/3, x}}, 5) | {3.1416,{0.33333,x}}",
        "N(Pi, 50) - N(3, 5) | 0.14159",
        "N(Pi) > 3 | True",
        "N(1 - Sin(1)^2 - Cos(1)^2) | 0",
        "N(GegenbauerCoefficient(\"fcntk:L=2\", 5, 3), 12) | 0.00101928841284",
        "N(GegenbauerCoefficient(\"gammaexp:c=1,gamma=3/2\", 2, 3), 12) | 0.0374710775324",
        "N(Sum((2*k+1)*GegenbauerCoefficient(\"laplace:c=1\",k,3), {k,0,9}), 12) | 0.900258100571",
        "Table(NTKEigenvalue(k, 3), {k, 0, 4}) | {1/4,1/6,5/128,0,1/384}",
        "k = 5; GegenbauerCoefficient(\"arccos:n=1\", 4, 3) | 1/1536"
      })
  void theAnswerIs(String expression, String expected) throws IOException {
    String answer = value(expression);
    assertTrue(
        answer.equals(expected) || new BigDecimal(answer).compareTo(new BigDecimal(expected)) == 0,
        answer);
  }

  @Test
  void aLongRationalIsAlsoGivenAsADecimal() throws IOException {
    assertTrue(value("LegendreP(80, 0.8)").endsWith("  (* = 0.084087303377028722095 *)"));
  }

  @Test
  void aTableOfEigenvaluesHasDigitsInEveryRow() throws IOException {
    assertEquals(
        "{0.310083977214,0.123594395843,0.0357891904267,0.00621469240439,0.00304771094268}",
        value("Table(N(GegenbauerCoefficient(\"fcntk:L=2\", k, 3), 12), {k, 0, 4})"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N(Zeta(3), 20)",
        "{1, N(Zeta(3), 20)}",
        "x*N(Zeta(3)+Pi)",
        "NIntegrate(Sin(x)/x, {x,0,1})",
        "1 + NIntegrate(Sin(x)/x, {x,0,1})",
        "FindRoot(Cos(x)==x, {x,1})",
        "NSolve(x^3+x==1, x)",
        "ToExpression(\"0.8+1\")",
        "LegendreP(80, ToExpression(\"0.8\"))",
        "{x, {RandomReal()}}",
        "Round(10*ToExpression(\"0.8\"))",
        "ToString(ToExpression(\"0.8\"))",
        "Rationalize(ToExpression(\"0.8\"))"
      })
  void whatIsNotCertifiedIsMarked(String expression) throws IOException {
    assertTrue(value(expression).contains("not certified"), value(expression));
  }

  @Test
  void theNumericsOfSymjaSeesTheRightValuesOfPolynomialsOfHighDegree() throws IOException {
    assertTrue(value("LegendreP(80, ToExpression(\"0.8\"))").startsWith("0.08408730337702"));
  }

  /** Names that the derivations use themselves are the likeliest to be seen by mistake. */
  @Property(tries = 12)
  void derivationsDoNotSeeWhatTheSessionHasAssigned(
      @ForAll("assignments") Map<String, String> assignments, @ForAll("derivations") String asked)
      throws IOException {
    String expected = fresh.evaluate(asked).text();
    for (Map.Entry<String, String> assignment : assignments.entrySet()) {
      value(assignment.getKey() + "=" + assignment.getValue() + ";");
    }
    try {
      assertEquals(expected, value(asked), assignments::toString);
    } finally {
      for (String name : assignments.keySet()) {
        value("Clear(" + name + ");");
      }
    }
  }

  @Provide
  Arbitrary<Map<String, String>> assignments() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "k", "d", "c", "alpha", "L", "u", "r", "theta", "s", "n", "m", "x", "l", "v", "p",
                "sigma", "kappa0", "kappa1", "lambda", "tau", "t", "a", "b"),
            Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(2)
                .ofMaxLength(5)
                .map(name -> "zz" + name));
    return Arbitraries.maps(names, Arbitraries.of("5", "-1/2", "0", "Pi", "{1,2}", "w+1", "\"t\""))
        .ofMinSize(3)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> derivations() {
    return Arbitraries.of(
        "GegenbauerCoefficient(\"laplace:c=1\", 2, 3)",
        "GegenbauerCoefficient(\"arccos:n=1\", 4, 3)",
        "NTKEigenvalue(\"resntk:L=1,alpha=1/2\", 2, 5)",
        "ChordSeries(\"fcnngp:L=2\", 5)",
        "ChordSeries(\"fcntk:L=2\", 4)",
        "ChordSeries(\"resntk:L=2,alpha=1\", 3, -1)",
        "FCNTK(2, 1/3)",
        "N(GegenbauerCoefficient(\"fcntk:L=2\", 3, 3), 10)");
  }

  @Test
  void aValueOfTheSessionIsPutIntoTheFormulaThatWasDerivedWithoutIt() throws IOException {
    List<String> both =
        List.of(
            value("GegenbauerCoefficient(\"laplace:c=cc\", 0, 3) /. cc -> 2"),
            value("cc = 2; GegenbauerCoefficient(\"laplace:c=cc\", 0, 3)"));
    assertEquals(both.get(0), both.get(1));
    value("Clear(cc)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Integrate(FCNTK(1,x), {x,-1,1}) | 0.50000000000000000000",
        "Integrate(ResNNGP(1,1,x), {x,-1,1}) | 0.37500000000000000000",
        "Integrate(x*(1-ArcCos(x)/Pi), {x,-1,1}) | 0.25000000000000000000"
      })
  void aWrongIntegralIsReplacedByCertifiedDigitsAndSaidToBeWrong(String integral, String expected)
      throws IOException {
    String answer = value(integral);
    assertTrue(answer.startsWith(expected + "  (* Symja's value "), answer);
    assertTrue(answer.endsWith(" of an integral is wrong *)"), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Integrate(Sin(x), {x,0,Pi}) | 2",
        "{x, Integrate(x^2, {x,-1,1/2})} | {x,3/8}",
        "Integrate(a*x^2, x) | 1/3*a*x^3",
        "NIntegrate(FCNNGP(1,x), {x,-1,1}) | 0.75000000000000000000",
        "N(Integrate(Exp(-x^2), {x,0,1}), 20) | 0.74682413281242702540",
        "Limit((1+a^2*L)/L, L->Infinity) | a^2",
        "Limit((1-x^3)/(x+2), x->-Infinity) | -Infinity",
        "(Limit(KernelDecayConstant(\"resntk:L=L,alpha=a\")[\"average\"]/L, L->Infinity)"
            + "/.{a->1,d->4})*4*Pi^2 | 4",
        "Sum(i^2, {i, 1, 10}) | 385",
        "Normal(Series(Exp(t), {t, 0, 2})) | 1+t+t^2/2"
      })
  void whatBallsConfirmHasNoMark(String expression, String expected) throws IOException {
    assertEquals(expected, value(expression));
  }

  @Property(tries = 20)
  void integralsOfPolynomialsAndSinesAreConfirmed(
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = 1, max = 9) int b,
      @ForAll @IntRange(min = 1, max = 4) int n)
      throws IOException {
    String answer = value("Integrate(%d*x^%d + Sin(%d*x), {x, -1/3, %d})".formatted(a, n, b, b));
    assertFalse(answer.contains("(*"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Limit(Sin(x)/x, x->0)",
        "{1, {2 + Limit(Sin(x)/x, x->0)}}",
        "Sum(1/j^2, {j,1,Infinity})",
        "Sum(j*Limit(Sin(x)/x, x->0), {j,1,3})",
        "Integrate(Limit(Sin(t)/t, t->0)*x, x)",
        "Integrate(1/Sqrt(x), {x,0,1})",
        "Series(f(x), {x,0,2})",
        "Round(NIntegrate(Sin(x)/x, {x,0,1}))",
        "DSolve(y'(x)==y(x), y(x), x)"
      })
  void whatSymjaAloneSaysIsMarked(String expression) throws IOException {
    assertTrue(value(expression).contains("Symja's, not verified: "), value(expression));
  }

  @Test
  void aMarkStaysWithTheNamesThatRestOnIt() throws IOException {
    String mark = "  (* Symja's, not verified: Limit *)";
    value("yy = Limit(Sin(x)/x, x->0);");
    assertEquals("2" + mark, value("yy + 1"));
    value("zz = yy^2; ff(t_) := t + zz;");
    assertEquals("3" + mark, value("ff(2)"));
    assertEquals("1" + mark, value("ToExpression(\"zz\")"));
    assertEquals("3", value("yy = 3"));
    assertEquals("4", value("yy + 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Throw(1) | REFUSED | Throw without a Catch around it",
        "Break() | REFUSED | Return, Break or Continue outside of what it could leave",
        "Abort() | REFUSED | the evaluation was aborted",
        "Foo(3) | REFUSED | foo is no known function",
        "ResNKT(1,2,3) | REFUSED | resnkt is no known function; did you mean 'ResNTK'?",
        "ToExpression(\"Get[\\\"/etc/passwd\\\"]\") | REFUSED | Get is not available here",
        "Check(Get(\"/etc/passwd\"), 7) | REFUSED | Get is not available here",
        "Range(2500000) | EXCEEDED | the answer has 18888897 characters; at most 10000000 are shown"
      })
  void aFailureIsToldInWordsThatAPersonUnderstands(
      String expression, Outcome outcome, String expected) throws IOException {
    assertEquals(new Answer(outcome, expected), session.evaluate(expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"unterminated", "x + \"a\\\"", "{\"a\", \"b}"})
  void aTextWithoutItsEndIsASyntaxError(String expression) throws IOException {
    assertEquals(Outcome.SYNTAX, session.evaluate(expression).outcome());
  }

  @Test
  void anUnknownFunctionWithinAResultIsNamed() throws IOException {
    assertEquals("{foo(1),2}  (* foo is no known function *)", value("{Foo(1), 2}"));
    assertEquals("f'(x)", value("D(f(x), x)"));
  }

  /** Symja makes -1/(1 + a^2) of a^2/(1 + a^2) where there are other factors. */
  @Test
  void aSimplificationThatChangesTheValueIsRefused() throws IOException {
    String given = "2^d*a^2*Gamma(d/2)^2/(8*Pi^2+8*a^2*Pi^2)";
    String answer = value("Simplify(" + given + ")");
    assertTrue(answer.contains("is wrong: "), answer);
    assertEquals(value(given), answer.replaceFirst("  \\(\\*.*", ""));
    assertEquals("1", value("Simplify(Sin(x)^2+Cos(x)^2)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TeXForm(Gamma(d/2)/2) | \\frac{\\Gamma\\bigl(\\tfrac{d}{2}\\bigr)}{2}",
        "JavaForm(Sin(x)) | Math.sin(x)",
        "ChordSeries(\"fcntk:L=L\", 1) | {1,-L/(2*Pi)}",
        "N(1/3 + I/7, 4) | I*0.1429+0.3333",
        "N(Infinity) | Infinity",
        "Integrate(Abs(x), {x,-1,1}) | Integrate(Abs(x),{x,-1,1})",
        "N(Sum(GegenbauerCoefficient(\"fcntk:L=2\",k,3), {k,0,1}), 10) | 0.4336783731",
        "{N(x) == N(Pi, 5), x} | {x==3.1416,x}"
      })
  void theTextIs(String expression, String expected) throws IOException {
    assertEquals(expected, value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ChordSeries(\"resntk:L=L,alpha=a\", 3, -1) | for L=L",
        "N(Pi, 0) | digits",
        "N() | usage: N",
        "Unprotect(Sin) | not available",
        "LegendreP(3, 2) + N(LegendreP(10^6, 1/2)) | 100000"
      })
  void whatIsRefusedHasAReason(String expression, String reason) throws IOException {
    String text = session.evaluate(expression).text();
    assertTrue(text.contains(reason), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N = 3", "ResNTK(2, 1, x) = 4;", "Sin(0) = 5", "Pi = 3"})
  void noFunctionOfTheSystemCanBeGivenAnotherMeaning(String assignment) throws IOException {
    session.evaluate(assignment);
    assertEquals("{3.1,1,0}", value("{N(Pi, 2), ResNTK(2, 1, 1), Sin(0)}"));
  }

  @Test
  void resultsAreNamedByTheirPlace() throws IOException {
    try (SymjaProcess own = SymjaProcess.session(Duration.ofSeconds(60), 512)) {
      assertEquals(Outcome.REFUSED, own.evaluate("%").outcome());
      assertEquals("3", own.evaluate("1+2").text());
      assertEquals("4*x", own.evaluate("(%+1)*x").text());
      assertEquals("12", own.evaluate("% /. x -> %1").text());
      assertEquals("4*x", own.evaluate("%%").text());
      assertEquals(Outcome.REFUSED, own.evaluate("%17").outcome());
    }
  }

  /** What Symja alone says stays marked when it is used again. */
  @Test
  void aResultKeepsItsMark() throws IOException {
    try (SymjaProcess own = SymjaProcess.session(Duration.ofSeconds(60), 512)) {
      String limit = own.evaluate("Limit(Sin(x)/x, x -> 0)").text();
      assertTrue(limit.contains("not verified"), limit);
      assertTrue(own.evaluate("%+1").text().contains("not verified"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "KernelDecayConstant(\"fcntk:L=2\")[\"exponent\"]; d",
        "KernelDecayConstant(\"fcnngp:L=2\")[\"exponent\"]; 2+d",
        "KernelDecayConstant(\"fcntk:L=1\")[\"odd\"]; 0",
        "KernelDecayConstant(\"fcntk:L=1\", 2)[\"odd\"]; {}",
        "KernelDecayConstant(\"fcntk:L=1\", 2)[\"even\"][[2,1]]; 2+d",
        "KernelDecayConstant(\"chord:s=-1/2\", 1)[\"odd\"][[1,1]]; -3/2+d",
        "KernelDecayConstant(\"fcntk:L=L\")[\"exponent\"]; d",
        "KernelDecayConstant(\"matern:nu=7/10,c=2\")[\"exponent\"]; 2/5+d",
        "N(KernelDecayConstant(\"fcntk:L=2\") /. d -> 3, 5); <|even->0.18568,odd->0.13263,exponent->3.0000|>",
      })
  void theDecayConstantsHaveNames(String expression, String value) throws IOException {
    assertEquals(value, value(expression));
  }

  @Test
  void formulasAreWrittenAsDeriveDoes() throws IOException {
    assertEquals(
        "\\frac{\\Gamma\\bigl(\\tfrac{\\mathrm{free}}{2}\\bigr)}{\\pi}",
        value("ZonalTeX(Gamma(free/2)/Pi)"));
    assertEquals("\\{\\mathrm{free}^{2}, 1\\}", value("ZonalTeX({free^2, 1})"));
    assertTrue(value("ZonalMathML(x - 1)").contains("<mo>&#x2212;</mo>"));
  }

  @Test
  void plotsAreThoseOfAnotherCommand() throws IOException {
    for (String plot : List.of("Plot(Sin(x), {x, 0, 1})", "ListPlot({1, 2})")) {
      Answer answer = session.evaluate(plot);
      assertEquals(Outcome.REFUSED, answer.outcome());
      assertTrue(answer.text().contains("zonal plot"), answer.text());
    }
  }
}
