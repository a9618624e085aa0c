package dev.zonal.symbolic.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas of another kernel, or changed a little, do not pass the check of a request. */
class SealTest {

  private static String first(Derivation derivation) {
    return derivation.result().get(0).right().toString();
  }

  /** The L in alpha once was taken for 1, by the derivation and by its check alike. */
  @ParameterizedTest
  @CsvSource({"'resntk:L=L,alpha=1'", "'resntk:L=L,alpha=L^(-1/3)'", "'fcntk:L=L'"})
  void aDeepKernelOfAnotherWeightIsNoticed(String other) {
    Seal seal = new Seal("resntk:L=L,alpha=L^(-1/2)");
    Derivation expansion = Derivations.expansion(other, 1, null);
    Derivation constant = Derivations.constant(other, 1);
    Derivation recursion = Derivations.recursion(other, false);
    assertThrows(IdentityException.class, () -> seal.ofExpansion(expansion));
    assertThrows(IdentityException.class, () -> seal.ofConstants(constant));
    assertThrows(IdentityException.class, () -> seal.ofKernel(recursion, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=2,alpha=a | resntk:L=2,alpha=1",
        "resntk:L=2,alpha=2 | resntk:L=3,alpha=2",
        "laplace:c=c | laplace:c=1",
        "matern:nu=3/2,c=2 | matern:nu=5/2,c=2",
        "fcntk:L=1,beta=beta | fcntk:L=1"
      })
  void anotherKernelIsNoticed(String written, String other) {
    Seal seal = new Seal(written);
    Derivation recursion = Derivations.recursion(other, true);
    Derivation expansion = Derivations.expansion(other, 3, null);
    Derivation constant = Derivations.constant(other, 1);
    assertThrows(IdentityException.class, () -> seal.ofKernel(recursion, true));
    assertThrows(IdentityException.class, () -> seal.ofExpansion(expansion));
    assertThrows(IdentityException.class, () -> seal.ofConstants(constant));
  }

  @ParameterizedTest
  @CsvSource({"fcntk:L=1, arccos:n=1", "laplace:c=2, laplace:c=1", "arccos:n=0, fcntk:L=1"})
  void theEigenvalueOfAnotherKernelIsNoticed(String written, String other) {
    Derivation eigenvalue = Derivations.eigenvalue(other, null, null);
    assertThrows(
        IdentityException.class, () -> new Seal(written).ofEigenvalue(eigenvalue, null, null));
    Derivation given = Derivations.eigenvalue(other, 2, 3);
    assertThrows(IdentityException.class, () -> new Seal(written).ofEigenvalue(given, 2, 3));
    assertThrows(IdentityException.class, () -> new Seal(other).ofEigenvalue(given, 2, 4));
  }

  @Test
  void everyRuleOfARecursionCounts() {
    Derivation right = Derivations.recursion("resntk:L=L,alpha=L^(-1/2),train=all", false);
    Seal seal = new Seal("resntk:L=L,alpha=L^(-1/2),train=all");
    for (int i = 0; i < right.result().size(); i++) {
      List<Equation> rules = new ArrayList<>(right.result());
      Equation rule = rules.get(i);
      rules.set(i, new Equation(rule.left(), Symja.sum(rule.right(), Symja.of(1, 1000))));
      Derivation changed =
          new Derivation(right.title(), right.steps(), right.definitions(), rules, "");
      assertThrows(IdentityException.class, () -> seal.ofKernel(changed, false), rule::toString);
    }
  }

  @Test
  void formulasOfAWeightThatIsAPowerOfTheDepthAreThoseOfTheLiterature() {
    String kernel = "resntk:L=L,alpha=L^(-1/2)";
    assertEquals(
        "-L/((1+L)*Pi)", first(Derivations.firstCoefficient(kernel, null)).replace(" ", ""));
    assertTrue(
        Derivations.constant(kernel, 1)
            .result()
            .toString()
            .contains("average = (L*Gamma(d/2)^2)/(2^(2-d)*(1+L)*Pi^2)"));
    assertTrue(Derivations.recursion(kernel, false).definitions().toString().contains("1/(1+L)"));
  }

  @ParameterizedTest
  @CsvSource({
    "'resntk:L=L,alpha=L'",
    "'resntk:L=L,alpha=L^(-1)'",
    "'resntk:L=L,alpha=L^(-1/4),train=all'",
    "'resntk:L=L,alpha=L^(-1/2),tau=1'",
    "'resntk:L=L,alpha=L^(-1/2),tau=tau,train=all'",
    "'resntk:L=L,alpha=w,tau=tau'",
    "'resntk:L=L,alpha2=1/50'"
  })
  void everyPowerOfTheDepthPassesItsOwnCheck(String kernel) {
    assertTrue(Derivations.constant(kernel, 1).verification().contains("as printed"));
    assertTrue(Derivations.firstCoefficient(kernel, null).verification().contains("as printed"));
    assertTrue(Derivations.recursion(kernel, true).verification().contains("as printed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"resntk:L=L,alpha=L^(-1/2)", "resntk:act=leaky,slope=1/10,L=L,alpha=a,sw2=w"})
  @Tag("long")
  void theProductAtTheAntipodePassesItsOwnCheck(String kernel) {
    theCoefficientAtTheAntipodeIsAProductForEveryDepth(kernel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=L,alpha=a,train=all"})
  void theCoefficientAtTheAntipodeIsAProductForEveryDepth(String kernel) {
    Derivation product = Derivations.firstCoefficient(kernel, End.ANTIPODE);
    assertTrue(product.verification().contains("as printed"));
    assertEquals(5, product.result().size());
  }

  @Test
  void whatNeedsAGivenDepthIsNotAnsweredForOneLayer() {
    SymbolicKernel deep = SymbolicKernel.parse("resntk:L=L,alpha=a");
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> ExactChordExpansion.of(deep, End.COINCIDENCE, 3));
    assertTrue(refusal.getMessage().contains("needs a given depth"));
    UnsupportedExpressionException antipode =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> Derivations.firstCoefficient("nngp:act=relu,power=2,L=L", End.ANTIPODE));
    assertTrue(antipode.getMessage().contains("kappa_0 and kappa_1 only; give L"));
  }
}
