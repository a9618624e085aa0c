package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.expansion.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** What the printed Java computes, against certified values. */
class JavaClassTest {
  private static final List<Integer> DIMENSIONS = List.of(2, 3, 4, 7, 20, 50);
  private static final List<Long> FREQUENCIES =
      List.of(0L, 1L, 2L, 5L, 50L, 51L, 118L, 200L, 1001L, 100_000L, 999_999L, 1_000_000L);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:L=1,alpha=alpha,tau=tau; resntk:L=1,alpha=1/2,tau=3/2; ",
        "arccos:n=3; arccos:n=3;",
        "chord:s=s; chord:s=1/2; s=0.5",
      })
  void anEigenvalueHasFourteenDigitsUpToTheMillionthFrequency(
      String symbolic, String given, String more) throws Exception {
    Derivation derivation = Derivations.eigenvalue(symbolic, null, null);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (int d : DIMENSIONS) {
        Map<Long, Double> expected = eigenvalues(given, d, FREQUENCIES);
        for (long k : FREQUENCIES) {
          Map<String, Double> arguments = arguments(more);
          arguments.put("d", (double) d);
          arguments.put("k", (double) k);
          if (symbolic.contains("tau")) {
            arguments.put("tau", 1.5);
          }
          agree(expected.get(k), java.call("eta", arguments), given + " d=" + d + " k=" + k);
        }
      }
    }
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:L=1,alpha=alpha; resntk:L=1,alpha=1/2;",
        "fcntk:L=1; fcntk:L=1;",
        "arccos:n=0; arccos:n=0;",
        "arccos:n=1; arccos:n=1;",
        "ntk:act=leaky,slope=1/10,L=1; ntk:act=leaky,slope=1/10,L=1;",
        "ntk:act=relu,power=2,L=1; ntk:act=relu,power=2,L=1;",
        "nngp:act=sign,L=1; nngp:act=sign,L=1;",
        "polynomial:[1,2,3,4,5,6,7]; polynomial:[1,2,3,4,5,6,7];",
        "chord:s=s; chord:s=-3/4; s=-0.75",
        "chord:s=s; chord:s=7; s=7",
        "chord:s=s; chord:s=2; s=2",
      })
  void eigenvaluesOfOtherKernelsHaveThemToo(String symbolic, String given, String more)
      throws Exception {
    anEigenvalueHasFourteenDigitsUpToTheMillionthFrequency(symbolic, given, more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/1000", "30"})
  void theEigenvaluesOfLaplaceKeepTheirDigitsWhereTheSeriesCancel(String c) throws Exception {
    Derivation derivation = Derivations.eigenvalue("laplace:c=c", null, null);
    // The argument is a double; so is the parameter of the certified kernel.
    double value = Rational.parse(c).doubleValue();
    String exact = new java.math.BigDecimal(value).toPlainString();
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (int d : DIMENSIONS) {
        List<Long> frequencies = List.of(0L, 1L, 2L, 5L, 50L, 170L, 1000L);
        Map<Long, Double> expected = eigenvalues("laplace:c=" + exact, d, frequencies);
        for (long k : frequencies) {
          Map<String, Double> arguments =
              new HashMap<>(Map.of("c", value, "d", (double) d, "k", (double) k));
          agree(expected.get(k), java.call("eta", arguments), "c=" + c + " d=" + d + " k=" + k);
        }
      }
    }
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"1", "10", "20", "250"})
  void theyKeepThemForOtherRatesToo(String c) throws Exception {
    theEigenvaluesOfLaplaceKeepTheirDigitsWhereTheSeriesCancel(c);
  }

  @Test
  void theEigenvaluesOfLaplaceReachTheHundredThousandthFrequency() throws Exception {
    Derivation derivation = Derivations.eigenvalue("laplace:c=2", null, 3);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      agree(eigenvalue("laplace:c=2", 3, 100_000), java.call("eta", Map.of("k", 1e5)), "k=10^5");
      assertTrue(Double.isNaN(java.call("eta", Map.of("k", 100_001.0))));
    }
  }

  @Test
  void formulasAgreeWithTheirOwnBalls() throws Exception {
    for (String name : List.of("arccos:n=5", "evenweight:p=p")) {
      Derivation derivation = Derivations.eigenvalue(name, null, null);
      try (PrintedJava java = new PrintedJava(directory, derivation)) {
        for (int d : DIMENSIONS) {
          for (long k : List.of(0L, 1L, 2L, 3L, 4L, 50L, 51L, 200L, 201L, 2000L, 2001L)) {
            Map<String, Rational> point = new HashMap<>();
            point.put("d", Rational.of(d));
            point.put("k", Rational.of(k));
            if (name.contains("p=p")) {
              point.put("p", Rational.of(7, 2));
            }
            double expected =
                new ExpressionEvaluator(BallArithmetic.ofBits(200), point)
                    .evaluate(derivation.result().get(0).right())
                    .toDouble();
            Map<String, Double> arguments = new HashMap<>();
            point.forEach((key, value) -> arguments.put(key, value.doubleValue()));
            agree(expected, java.call("eta", arguments), name + " at " + point);
          }
        }
      }
    }
  }

  @Test
  void factorialsAreGammaFunctions() throws Exception {
    Derivation derivation = Derivations.eigenvalue("chord:s=-2", null, null);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (long k : FREQUENCIES) {
        double value = java.call("eta", Map.of("d", 7.0, "k", (double) k));
        agree(eigenvalue("chord:s=-2", 7, k), value, "k=" + k);
      }
    }
  }

  @Test
  void gammaIsExactAtSmallMultiplesOfOneHalf() throws Exception {
    Derivation derivation = Derivations.constant("fcntk:L=L", 1);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      // 2^(d - 3) L Gamma(d/2)^2/Pi^2
      double four = java.call("average", Map.of("L", 4.0, "d", 2.0));
      assertEquals(2 / (Math.PI * Math.PI), four, Math.ulp(four));
      double three = java.call("average", Map.of("L", 4.0, "d", 3.0));
      assertEquals(1 / Math.PI, three, 2 * Math.ulp(three));
    }
  }

  @Test
  void termsHaveTheirOrdersInTheirNames() throws Exception {
    Derivation derivation = Derivations.terms("gammaexp:c=c,gamma=1/2", 3, 1);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      Map<String, Double> point = Map.of("c", 1.0, "d", 3.0);
      // The limit as zonal asymptotics has it, -2^(d-3) c^2 Gamma(d/2)^2/Pi, and that of r^(3/2).
      assertEquals(0.26151240501327541224, java.call("evenm1_2", point), 1e-15);
      assertEquals(-0.25, java.call("even0", point), 1e-15);
      assertEquals(0.53773739717189061978 / 6, java.call("odd1_2", point), 1e-15);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=L; true",
        "fcntk:L=L,beta=1/2,bias=propagated; false",
        "resntk:L=L,alpha=L^(-1/2),tau=1/2,train=all; false",
        "ntk:act=leaky,slope=1/10,L=L; false",
      })
  void aRecursionIsALoopForEveryDepth(String specification, boolean inAngle) throws Exception {
    Derivation derivation = Derivations.recursion(specification, inAngle);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (int depth : new int[] {1, 2, 3, 10, 40}) {
        for (double x : new double[] {-1, -0.75, 0, 0.5, 0.9375, 1}) {
          double argument = inAngle ? x + 1 : x;
          Map<String, Double> arguments =
              Map.of("L", (double) depth, inAngle ? "theta" : "u", argument);
          double value = java.call("f", arguments);
          double expected = kernel(specification, depth, argument, inAngle);
          // arccos of a cosine near 1 multiplies the rounding of every layer.
          double tolerance = depth * 1e-13;
          assertEquals(expected, value, tolerance, specification + " " + arguments);
        }
      }
    }
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(
      strings = {
        "fcnngp:L=L",
        "fcntk:L=L,beta=1/2,bias=propagated",
        "resnngp:L=L,alpha=L^(-1/2)",
        "resntk:L=L,alpha=1/3",
        "resntk:L=L,alpha=1/3,tau=1/2",
        "resntk:L=L,alpha=L^(-1/2),tau=1/2,train=all",
        "ntk:act=leaky,slope=1/10,L=L",
        "ntk:act=abs,L=L",
        "resntk:act=leaky,slope=-1/2,L=L,alpha=1/3",
      })
  void recursionsOfOtherNetworksAreLoopsToo(String specification) throws Exception {
    aRecursionIsALoopForEveryDepth(specification, false);
    aRecursionIsALoopForEveryDepth(specification, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=erf,L=3,sw2=3/2,sb2=1/10",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5,train=[1,3]",
        "nngp:act=sin,L=2",
        "resntk:act=cos,L=2,alpha=1/2",
        "nngp:act=exp,L=1,sw2=1/2,sb2=1/3",
        "ntk:act=relu,power=3,L=2,sb2=1/4",
        "nngp:act=step,L=2",
        "ntk:act=leaky,slope=-1/2,L=3,sw2=3/2,sb2=1/10",
        "resnngp:act=abs,L=2,alpha=1/3,sw2=1/2",
        "resntk:act=erf,L=3,alpha=1/3,sw2=1/2",
        "ntk:act=exp,L=2,sw2=1/3"
      })
  void anUnrolledNetworkOfAnyActivationIsAMethod(String specification) throws Exception {
    Derivation derivation = Derivations.recursion(specification, false);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      for (double u : new double[] {-0.75, 0, 0.5, 0.9375}) {
        double expected = kernel(specification, 0, u, false);
        assertEquals(expected, java.call("f", Map.of("u", u)), 1e-13, specification + " " + u);
      }
    }
  }

  @Test
  void theCoefficientsInUAreMethodsToo() throws Exception {
    Derivation derivation = Derivations.expansion("ntk:act=erf,L=1", 3, End.EQUATOR);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      double root = Math.sqrt(5) * Math.asin(2.0 / 3);
      // Theta = (2/pi)(asin x + (2 u/3)/sqrt(1 - x^2)), x = 2 u/3, over its value at u = 1
      assertEquals(4 / (3 * Math.asin(2.0 / 3) * (1 + 2 / root)), java.call("b1", Map.of()), 1e-15);
    }
  }

  /** Named factors are numbers of the class. */
  @ParameterizedTest
  @ValueSource(strings = "nngp:act=cos,L=2,sw2=1/2")
  void aPowerSeriesOfSeveralLayersAddsUpToTheKernel(String specification) throws Exception {
    assertAddsUp(specification);
  }

  @Test
  @Tag("long")
  void aPowerSeriesOfLongFactorsAddsUpToTheKernel() throws Exception {
    assertAddsUp("ntk:act=gelu,L=2,sw2=1/2,sb2=1/5");
  }

  private void assertAddsUp(String specification) throws Exception {
    int order = 12;
    double u = 1 / 16.0;
    Derivation derivation = Derivations.expansion(specification, order, End.EQUATOR);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      double sum = 0;
      for (int n = order; n >= 0; n--) {
        sum = sum * u + java.call("b" + n, Map.of());
      }
      assertEquals(kernel(specification, 0, u, false), sum, 1e-13, specification);
    }
  }

  @Test
  void whatJavaHasNoFunctionForIsRefusedByName() {
    Derivation derivation = Derivations.eigenvalue("gaussian:c=c", null, null);
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Format.JAVA.render(derivation, false));
    assertEquals("BesselI has no form in Java", refusal.getMessage());
  }

  @Test
  void aSeriesWhoseTermsCancelIsRefusedWithTheCommandThatHasTheDigits() {
    Derivation derivation = Derivations.eigenvalue("gammaexp:c=c,gamma=3/2", null, null);
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Format.JAVA.render(derivation, false));
    assertTrue(refusal.getMessage().contains("spectrum has its digits"), refusal.getMessage());
  }

  @Test
  void roundingNeverTakesTheCosineOfALayerOutOfItsRange() throws Exception {
    for (String specification : List.of("resntk:L=3,alpha=alpha", "resntk:L=L,alpha=alpha")) {
      Derivation derivation = Derivations.recursion(specification, false);
      try (PrintedJava java = new PrintedJava(directory, derivation)) {
        for (int i = 1; i <= 300; i++) {
          Map<String, Double> arguments = new HashMap<>(Map.of("alpha", i / 37.0, "u", 1.0));
          if (specification.contains("L=L")) {
            arguments.put("L", 5.0);
          }
          assertEquals(1, java.call("f", arguments), 1e-14, specification + " " + arguments);
        }
      }
    }
  }

  @Test
  void theStepsAreCommentsWithTheirFormulas() {
    String text = Format.JAVA.render(Derivations.eigenvalue("arccos:n=0", null, null), true);
    assertTrue(text.contains("//   D(1 - ArcCos(u)/Pi, {u, 1}) == 1/(Pi*Sqrt(1 - u^2))"), text);
  }

  /** A chain of names, each of them a sum: longer than a method may be. */
  @Test
  void whatIsTooLongForAStaticMethodBecomesFields() throws Exception {
    IExpr last = Symja.symbol("x");
    List<Equation> definitions = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      IExpr sum = F.C1;
      for (int j = 1; j <= 60; j++) {
        sum = Symja.sum(sum, F.Times(Symja.of(1, 2000L + i + j), F.Power(last, F.ZZ(j))));
      }
      definitions.add(new Equation(Symja.symbol("q" + i), F.Cos(sum)));
      last = Symja.symbol("q" + i);
    }
    Derivation derivation =
        new Derivation(
            "a chain",
            List.of(),
            definitions,
            List.of(new Equation(Symja.symbol("f"), last)),
            "by hand");
    String text = Format.JAVA.render(derivation, false);
    assertTrue(text.contains("private final double q1;"));
    double expected =
        new ExpressionEvaluator(BallArithmetic.ofBits(200), Map.of("x", Rational.of(1, 2)))
            .evaluate(definitions, List.of(last))
            .get(0)
            .toDouble();
    try (PrintedJava java = new PrintedJava(directory, derivation, 0.5)) {
      assertEquals(expected, java.call("f", Map.of()), 1e-14);
    }
  }

  @Test
  @Tag("long")
  void aLongExpansionBecomesFields() throws Exception {
    Derivation derivation = Derivations.expansion("resntk:L=3,alpha=1/2", 24, End.ANTIPODE);
    assertTrue(Format.JAVA.render(derivation, false).contains("private final double q1;"));
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      assertEquals(-0.038200632110803292645, java.call("B1", Map.of()), 1e-15);
    }
  }

  private static Map<String, Double> arguments(String text) {
    Map<String, Double> arguments = new HashMap<>();
    if (text != null) {
      String[] parts = text.split("=");
      arguments.put(parts[0], Double.valueOf(parts[1]));
    }
    return arguments;
  }

  private static double eigenvalue(String specification, int d, long k) {
    return eigenvalues(specification, d, List.of(k)).get(k);
  }

  /** Certified ones by their frequencies. */
  static Map<Long, Double> eigenvalues(String specification, int d, List<Long> k) {
    Map<Long, Double> values = new HashMap<>();
    Spectrum.of(KernelSpecification.parse(specification), d)
        .enclose(new TreeSet<>(k), 120, Optional.empty(), Context.current().silent())
        .forEach((frequency, value) -> values.put(frequency, value.get().ball().toDouble()));
    return values;
  }

  private static double kernel(String specification, int depth, double x, boolean inAngle) {
    String given = specification.replace("L=L", "L=" + depth).replace("L^", depth + "^");
    Kernel kernel = KernelSpecification.parse(given);
    BallArithmetic over = BallArithmetic.ofBits(200);
    Rational at = Rational.of(x);
    ChordAngle<dev.zonal.arithmetic.ball.Ball> angle =
        inAngle ? ChordAngle.ofTheta(over, over.of(at)) : ChordAngle.ofCosine(over, at);
    return kernel.evaluate(over, angle).toDouble();
  }

  /** To 14 digits. */
  static void agree(double expected, double value, String where) {
    double tolerance = Math.max(Double.MIN_NORMAL, 1e-14 * Math.abs(expected));
    assertEquals(expected, value, tolerance, where);
  }
}
