package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.kernel.UnrolledRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

/** Propositions 13.12 and 13.13 of docs/theory.md: the constants of networks of every depth. */
class DeepConstantTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static String first(Derivation derivation) {
    return Format.SYMJA.render(derivation.result().get(0).right());
  }

  private static String named(Derivation derivation, String name) {
    return derivation.result().stream()
        .filter(e -> e.left().toString().equals(name))
        .map(e -> Format.SYMJA.render(e.right()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "fcnngp:L=L, L/(3*Pi)",
    "'resnngp:L=L,alpha=alpha', L*sigma/(3*Pi)",
    "'resnngp:L=L,alpha=L^(-1/2)', L/(3*(1 + L)*Pi)",
    "'nngp:act=leaky,slope=1/10,L=L,sw2=w', 27*L/(101*Pi)",
    "'nngp:act=abs,L=L', 2*L/(3*Pi)",
    "'fcnngp:L=L,beta=beta,bias=propagated', v^3*(1 - x)*x^2/(3*Pi*(1 - v))",
    "'fcnngp:L=L,beta=1/2,bias=propagated', v^3*(1 - x)*x^2/(3*Pi*(1 - v))",
  })
  void aCovarianceBeginsWithTheThirdPowerOfTheChord(String kernel, String expected) {
    Derivation derivation = Derivations.firstCoefficient(kernel, End.COINCIDENCE);
    assertEquals("A(3)", derivation.result().get(0).left().toString());
    assertEquals(expected, first(derivation));
    String steps = Format.SYMJA.render(derivation, true);
    assertTrue(steps.contains("Proof by induction"), steps);
    assertTrue(steps.contains("y(0) == 0"), steps);
  }

  @Test
  void aTangentKernelHasNoFormulaForItsThirdCoefficient() {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> ThirdCoefficient.of(SymbolicKernel.parse("fcntk:L=L")));
    assertTrue(refusal.getMessage().contains("Gaussian-process kernels only; give L"));
  }

  /** The constants for every depth, with the depth put in, against those for the depth given. */
  private static void agreeAt(String kernel, int depth, Map<String, Rational> point) {
    Derivation deep = Derivations.constant(kernel, 1);
    Map<String, Rational> at = new HashMap<>(point);
    at.put("L", Rational.of(depth));
    List<Ball> values = new UnrolledRules(deep).at(OVER, at);
    Derivation given = Derivations.constant(kernel.replace("L=L", "L=" + depth), 1);
    List<IExpr> limits = given.result().stream().map(Equation::right).toList();
    List<Ball> expected =
        new ExpressionEvaluator(OVER, point).evaluate(given.definitions(), limits);
    for (int i = 0; i < 2; i++) {
      assertTrue(values.get(i).overlaps(expected.get(i)), kernel + ": " + values.get(i));
      assertTrue(values.get(i).accuracyBits() > 100 || values.get(i).containsZero());
    }
    Ball mean = OVER.scale(OVER.add(values.get(0), values.get(1)), Rational.of(1, 2));
    assertTrue(mean.overlaps(values.get(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=L", "resnngp:L=L,alpha=1/3"})
  void withADepthPutInTheyAreTheConstantsOfThatDepth(String kernel) {
    agreeAt(kernel, 3, Map.of("d", Rational.of(5)));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(
      strings = {
        "fcnngp:L=L",
        "fcntk:L=L,beta=1/2",
        "fcntk:L=L,beta=1",
        "fcntk:L=L,beta=3/2,bias=propagated",
        "fcnngp:L=L,beta=3/2,bias=propagated",
        "resntk:L=L,alpha=2/3",
        "resntk:L=L,alpha=2/3,train=all",
        "resntk:L=L,alpha=2/3,tau=1/2",
        "resntk:L=L,alpha=2/3,tau=1",
        "resntk:L=L,alpha=2/3,tau=1/2,train=all",
        "resntk:L=L,alpha=L^(-1/2)",
        "resntk:L=L,alpha=L^(-1/2),tau=2",
        "ntk:act=abs,L=L",
        "nngp:act=abs,L=L",
        "ntk:act=leaky,slope=1/10,L=L",
        "ntk:act=leaky,slope=-3/2,L=L",
        "resnngp:act=abs,L=L,alpha=2/3",
        "resntk:act=abs,L=L,alpha=2/3",
        "resntk:act=leaky,slope=-1/2,L=L,alpha=2/3,sw2=1/2"
      })
  void forEveryStationaryNetworkTheyAreTheConstantsOfThatDepth(String kernel) {
    for (int depth : new int[] {1, 2, 4}) {
      agreeAt(kernel, depth, Map.of("d", Rational.of(4)));
    }
  }

  /** Of Proposition 13.4: the product in plain doubles. */
  @Test
  void twentyBlocksHaveTheProductOfTheProposition() {
    double sigma = 1.0 / 10;
    double rho = -1;
    double product = 1;
    for (int j = 1; j < 20; j++) {
      double theta = Math.acos(rho);
      double kappa1 = (Math.sin(theta) + (Math.PI - theta) * rho) / Math.PI;
      rho = (1 - sigma) * rho + sigma * kappa1;
      product *= 1 - sigma * Math.acos(rho) / Math.PI;
    }
    Derivation deep = Derivations.constant("resntk:L=L,alpha=a", 1);
    Map<String, Rational> point =
        Map.of("a", Rational.of(1, 3), "d", Rational.of(2), "L", Rational.of(20));
    List<Ball> values = new UnrolledRules(deep).at(OVER, point);
    double slope = (1 + 19 * sigma) / (2 * Math.PI);
    double antipode = product / (40 * Math.PI);
    assertEquals((slope + antipode) / Math.PI, values.get(0).toDouble(), 1e-14);
    assertEquals((slope - antipode) / Math.PI, values.get(1).toDouble(), 1e-14);
  }

  @Test
  void propagatedBiasesLeaveNothingAtTheAntipode() {
    for (String kernel : List.of("fcntk", "fcnngp")) {
      String biased = kernel + ":L=L,beta=beta,bias=propagated";
      assertEquals("0", first(Derivations.firstCoefficient(biased, End.ANTIPODE)));
      Derivation constants = Derivations.constant(biased, 1);
      assertEquals(named(constants, "even"), named(constants, "odd"));
    }
  }

  @Test
  void trainedBiasesOfWeightOneCancelTheAntipode() {
    assertEquals("0", first(Derivations.firstCoefficient("fcntk:L=L,beta=1", End.ANTIPODE)));
  }

  @Test
  void absoluteValuesHaveNoOddEigenvalues() {
    Derivation constants = Derivations.constant("ntk:act=abs,L=L", 1);
    assertEquals("0", named(constants, "odd"));
    assertEquals("2^(d - 1)*L*Gamma(d/2)^2/Pi^2", named(constants, "even"));
  }

  /** With a residual a block of absolute values leaves a product. */
  @Test
  void absoluteValuesBesideAnIdentityAreNotEven() {
    Derivation constants = Derivations.constant("resntk:act=abs,L=L,alpha=alpha", 1);
    assertTrue(named(constants, "odd").contains("p(L)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ntk:act=linear,L=L; whose eigenvalues are zero from k = 2 on; spectrum has them",
        "nngp:act=linear,L=L; A_1 and A_3 vanish for every L",
        "nngp:act=relu,power=2,L=L; constant with L given",
      })
  void whatHasNoSuchLawIsRefusedWithTheCommandThatHasIt(String kernel, String reason) {
    UnsupportedExpressionException refusal =
        assertThrows(UnsupportedExpressionException.class, () -> Derivations.constant(kernel, 1));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Test
  void everyRuleAndEveryConstantCounts() {
    Derivation right = Derivations.constant("resntk:L=L,alpha=1/2", 1);
    Seal seal = new Seal("resntk:L=L,alpha=1/2");
    seal.ofConstants(right);
    for (int i = 0; i < right.result().size(); i++) {
      List<Equation> changed = new ArrayList<>(right.result());
      changed.set(i, changed.get(i).withRight(e -> Symja.sum(e, Symja.of(1, 1_000_000))));
      assertThrows(
          IdentityException.class,
          () -> seal.ofConstants(right.withResult(changed)),
          right.result().get(i)::toString);
    }
    assertTrue(right.result().stream().anyMatch(Indexed::isRule));
  }
}
