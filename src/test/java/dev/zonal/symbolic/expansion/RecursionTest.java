package dev.zonal.symbolic.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.ClosedForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecursionTest {
  @Test
  void onlyNetworksHaveNamesForTheirLayers() {
    String names = "$\\kappa_1(u_l)$ have names";
    assertTrue(Derivations.recursion("resntk:L=2,alpha=a", false).title().contains(names));
    assertTrue(Derivations.recursion("fcntk:L=L", true).title().contains(names));
    assertTrue(Derivations.recursion("ntk:act=abs,L=1", false).title().contains(names));
    for (String other :
        List.of(
            "laplace:c=c",
            "gaussian:c=1",
            "polynomial:[1,2]",
            "chord:s=1",
            "ntk:act=erf,L=3",
            "nngp:act=gelu,L=2,sw2=w,sb2=c")) {
      assertFalse(Derivations.recursion(other, false).title().contains(names), other);
    }
  }

  private static Derivation recursion(String specification) {
    return Derivations.recursion(specification, false);
  }

  @ParameterizedTest
  @CsvSource({
    // reference/kernels.tsv, from independent software
    "1, 1/2, 0.47116555718878134571116495791157569368267995342499",
    "3, 1/2, 0.45769869818924114273",
  })
  void theUnrolledKernelWithSymbolicAlphaTakesTheReferenceValues(
      int depth, String u, String expected) {
    Derivation derivation = recursion("resntk:L=" + depth + ",alpha=alpha");
    Map<String, Rational> point = Map.of("u", Rational.of(1, 2), "alpha", Rational.of(1, 2));
    Ball value =
        new ExpressionEvaluator(BallArithmetic.ofBits(256), point)
            .evaluate(derivation.definitions(), List.of(derivation.result().get(0).right()))
            .get(0);
    BigDecimal reference = new BigDecimal(expected);
    assertEquals(0, value.decimal(reference.precision()).orElseThrow().compareTo(reference), u);
  }

  @Test
  void tenBlocksAreUnrolledInFiveSeconds() {
    recursion("resntk:L=1,alpha=alpha");
    Derivation derivation =
        assertTimeout(Duration.ofSeconds(5), () -> recursion("resntk:L=10,alpha=alpha"));
    assertTrue(derivation.definitions().stream().allMatch(e -> e.right().leafCount() < 60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcntk:L=3,beta=beta",
        "fcntk:L=2,beta=beta,bias=propagated",
        "resntk:L=2,alpha=alpha,tau=tau,train=all",
        "fcnngp:L=2,beta=beta,bias=propagated",
        "resnngp:L=3,alpha=alpha",
        "laplace:c=c",
        "matern:nu=5/2,c=c",
        "gaussian:c=c",
        "resntk:L=L,alpha=alpha",
        "fcntk:L=L,beta=beta",
        "resntk:L=L,alpha=alpha,train=all",
        "ntk:act=erf,L=3,sw2=w,sb2=c",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5,train=hidden",
        "resntk:act=exp,L=2,alpha=1/3,sw2=1/2",
        "ntk:act=exp,L=2,sw2=w,sb2=c",
        "nngp:act=sign,L=2,sw2=w,sb2=c",
        "ntk:act=leaky,slope=-1/2,L=2,sw2=w,sb2=c,train=[1,3]",
        "ntk:act=abs,L=L",
        "nngp:act=step,L=L",
        "resnngp:act=leaky,slope=-2,L=L,alpha=L^(-1/2)",
        "resntk:act=leaky,slope=1/3,L=L,alpha=alpha,tau=tau,sw2=w,train=all",
      })
  void everyFormulaIsCheckedAgainstTheKernelItself(String specification) {
    assertTrue(recursion(specification).verification().contains("checked"));
  }

  /** The variances of the layers have names, so that they do not grow into one another. */
  @Test
  void whereADualHasNoClosedFormTheNumbersAreNamed() {
    for (String activation : List.of("tanh", "sigmoid", "softplus", "swish")) {
      String kernel = "ntk:act=" + activation + ",L=2,sw2=w";
      UnsupportedExpressionException refusal =
          assertThrows(UnsupportedExpressionException.class, () -> recursion(kernel));
      assertTrue(refusal.getMessage().startsWith(kernel + ": "), refusal.getMessage());
      assertTrue(refusal.getMessage().contains("spectrum the eigenvalues"), refusal.getMessage());
    }
  }

  @Test
  void aDeepNetworkOfAnyActivationIsAsLongAsItIsDeep() {
    Derivation derivation = recursion("ntk:act=erf,L=8,sw2=3/2,sb2=1/10");
    assertTrue(derivation.definitions().stream().allMatch(e -> e.right().leafCount() < 120));
    assertTrue(derivation.definitions().size() < 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntk:act=erf,L=L",
        "ntk:act=relu,L=L,sb2=1",
        "ntk:act=relu,L=L,train=first",
        "ntk:act=relu,power=2,L=L",
        "resntk:act=gelu,L=L,alpha=1"
      })
  void layersThatDifferHaveNoRecursionForASymbolicDepth(String specification) {
    UnsupportedExpressionException refusal =
        assertThrows(UnsupportedExpressionException.class, () -> recursion(specification));
    assertTrue(refusal.getMessage().contains("no form for a symbolic depth"));
  }

  @Test
  void theFormulaInTheAngleIsCheckedToo() {
    Derivation derivation = Derivations.recursion("resntk:L=2,alpha=alpha", true);
    assertTrue(Format.SYMJA.render(derivation, false).contains("theta"));
  }

  @Test
  void theExpandedFormHasNoNamesLeft() {
    ClosedForm form =
        ClosedForm.inCosine(
            SymbolicKernel.parse("resntk:L=2,alpha=alpha").kernel(), Symja.symbol("u"));
    Map<String, Rational> point = Map.of("u", Rational.of(-1, 3), "alpha", Rational.of(2, 3));
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball whole = new ExpressionEvaluator(over, point).evaluate(form.expanded());
    Ball named =
        new ExpressionEvaluator(over, point)
            .evaluate(form.definitions(), List.of(form.value()))
            .get(0);
    assertTrue(whole.overlaps(named));
  }

  @Test
  void aKernelWithoutARecursionInTheDepthIsRefused() {
    SymbolicKernel laplace = SymbolicKernel.parse("laplace:c=1");
    assertThrows(UnsupportedExpressionException.class, laplace::recursion);
  }

  @Test
  void aMutatedCoefficientIsCaught() {
    Derivation derivation = recursion("resntk:L=2,alpha=alpha");
    Equation f = derivation.result().get(0);
    Equation mutated =
        new Equation(f.left(), Symja.product(f.right(), Symja.of(1_000_000_001, 1_000_000_000)));
    Verification check = new Verification("f");
    assertThrows(
        IdentityException.class,
        () ->
            check.check(
                random -> Map.of("u", Rational.of(1, 3), "alpha", Rational.of(1, 2)),
                (over, at) ->
                    new ExpressionEvaluator(over, at)
                        .evaluate(derivation.definitions(), List.of(f.right())),
                (over, at) ->
                    new ExpressionEvaluator(over, at)
                        .evaluate(derivation.definitions(), List.of(mutated.right()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=L,alpha=alpha,tau=tau,train=all",
        "fcntk:L=L,beta=beta",
        "fcntk:L=L,beta=beta,bias=propagated"
      })
  void aMutatedRuleOfARecursionIsCaught(String specification) {
    SymbolicKernel kernel = SymbolicKernel.parse(specification);
    Derivation rules = recursion(specification);
    Recursion.checkAgainstValues(kernel, rules, false);
    for (int i = 0; i < rules.result().size(); i++) {
      List<Equation> mutated = new ArrayList<>(rules.result());
      mutated.set(
          i, mutated.get(i).withRight(right -> Symja.sum(right, Symja.of(1, 1_000_000_000))));
      assertThrows(
          IdentityException.class,
          () -> Recursion.checkAgainstValues(kernel, rules.withResult(mutated), false),
          rules.result().get(i)::toString);
    }
  }
}
