package dev.zonal.symbolic.eigenvalue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.AngularPolynomials;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

class GegenbauerCoefficientTest {
  @ParameterizedTest
  @CsvSource({
    "fcnngp:L=1, arccos:n=1",
    "'nngp:act=relu,power=3,L=1', arccos:n=3",
    "'ntk:act=leaky,slope=0,L=1,sw2=7', fcntk:L=1",
    "'nngp:act=step,L=1', arccos:n=0",
    "'matern:nu=1/2,c=c', laplace:c=c",
    "'gammaexp:c=c,gamma=1', laplace:c=c"
  })
  void aKernelHasItsFormulaUnderEachOfItsNames(String name, String other) {
    assertEquals(
        Derivations.eigenvalue(other, null, null).result(),
        Derivations.eigenvalue(name, null, null).result());
  }

  @Test
  void theTitleNamesTheFrequencyAndTheDimensionThatAreGiven() {
    String general = Derivations.eigenvalue("fcntk:L=1", null, null).title();
    assertTrue(general.endsWith("eigenvalue $\\eta_k$ on the sphere of $\\mathbb{R}^d$"), general);
    String given = Derivations.eigenvalue("fcntk:L=1", 2, 3).title();
    assertTrue(given.endsWith("eigenvalue $\\eta_{2}$ on the sphere of $\\mathbb{R}^{3}$"), given);
  }

  /** Deriving compares every form with 50 exact integrals or series; that is the test. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arccos:n=0",
        "arccos:n=1",
        "arccos:n=2",
        "arccos:n=5",
        "resntk:L=1,alpha=alpha",
        "resntk:L=1,alpha=alpha,tau=tau",
        "resntk:L=1,alpha=alpha,train=all",
        "fcntk:L=1,beta=beta",
        "polynomial:[1,0,3,1/2]",
        "chord:s=s",
        "chord:s=5",
        "evenweight:p=p",
        "laplace:c=c",
        "matern:nu=5/2,c=c",
        "gaussian:c=c",
        "ntk:act=leaky,slope=-1/2,L=1",
        "resntk:act=leaky,slope=2,L=1,alpha=alpha,tau=tau,train=all",
        "ntk:act=relu,power=4,L=1",
        "resnngp:act=relu,power=2,L=1,alpha=1/2",
        "nngp:act=exp,L=1,sw2=w,sb2=c",
        "resntk:act=exp,L=1,alpha=1/2,sw2=1/2",
        "ntk:act=cos,L=1,sb2=1/2"
      })
  void theClosedFormAgreesWithFiftyExactIntegralsOrSeries(String specification) {
    Derivation derivation = Derivations.eigenvalue(specification, null, null);
    assertTrue(derivation.verification().contains("50 random points"));
    assertTrue(derivation.steps().size() >= 1);
  }

  @ParameterizedTest
  @CsvSource({
    "arccos:n=1, 2, 3, 3/128",
    "arccos:n=1, 0, 3, 3/8",
    "arccos:n=1, 3, 3, 0",
    "arccos:n=0, 1, 2, 2/Pi^2",
    "arccos:n=0, 4, 7, 0",
    "arccos:n=2, 0, 3, 5/18",
    "arccos:n=2, 1, 3, 5/32",
    "arccos:n=2, 2, 3, 2/45",
    "arccos:n=2, 3, 3, 5/1152",
    "arccos:n=2, 4, 3, 0",
    "'nngp:act=sin,L=1', 4, 5, 0",
    "'nngp:act=cos,L=1', 3, 5, 0",
    "'ntk:act=abs,L=1', 3, 4, 0",
    "'ntk:act=leaky,slope=-1/3,L=1', 5, 4, 0",
    "fcntk:L=1, 2, 3, 5/128",
    "fcntk:L=1, 6, 3, 23/32768",
    "fcntk:L=1, 7, 3, 0",
    "'polynomial:[0,0,1]', 2, 3, 2/15",
    "chord:s=2, 5, 4, 0",
    "laplace:c=c, 0, 3, (1 - (1 + 2*c)*E^(-2*c))/(2*c^2)",
    "'matern:nu=3/2,c=1', 0, 3, 3/2 - 13*E^(-2)/2"
  })
  void givenFrequencyAndDimensionTheNumberIsExact(
      String specification, int k, int d, String expected) {
    IExpr value = Derivations.eigenvalue(specification, k, d).result().get(0).right();
    assertEquals(expected, Format.SYMJA.render(value));
  }

  @Test
  void aMutatedFactorIsCaught() {
    AngularPolynomials exact = new AngularPolynomials();
    IExpr mutated = Symja.parse("Gamma(d/2)^2*Gamma(k/2)^2/(2*Pi^2*Gamma((d + k + 2)/2)^2)");
    Verification check = new Verification("eta_k(kappa_0)");
    assertThrows(
        IdentityException.class,
        () ->
            check.check(
                r -> Map.of("k", Rational.of(3), "d", Rational.of(4)),
                (over, p) -> List.of(new ExpressionEvaluator(over, p).evaluate(mutated)),
                (over, p) ->
                    List.of(
                        AngularPolynomials.value(
                            exact.eigenvalue(exact.angle().kappa0(), 3, 4), over))));
  }

  @Test
  void theExactIntegralsKnowTheValuesOfKappa() {
    AngularPolynomials exact = new AngularPolynomials();
    BallArithmetic over = BallArithmetic.ofBits(128);
    assertTrue(
        AngularPolynomials.value(exact.eigenvalue(exact.angle().kappa1(), 2, 3), over)
            .contains(Rational.of(3, 128)));
    assertTrue(exact.eigenvalue(exact.angle().kappa1(), 5, 6).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=2,alpha=1",
        "resntk:L=L,alpha=1",
        "ntk:act=erf,L=1",
        "ntk:act=gelu,L=1",
        "nngp:act=exp,L=2",
        "ntk:act=relu,L=1,sb2=1/10"
      })
  void aKernelWithoutAClosedFormIsRefusedWithTheCommandThatHasItsNumbers(String kernel) {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class, () -> Derivations.eigenvalue(kernel, null, null));
    assertTrue(refusal.getMessage().contains("spectrum has the numbers"), refusal.getMessage());
  }

  /** What numerical closed forms there are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "matern:nu=7/10,c=c",
        "matern:nu=7/3,c=1/2",
        "matern:nu=1,c=1/2",
        "matern:nu=3,c=c",
        "gammaexp:c=c,gamma=3/2",
        "gammaexp:c=1/2,gamma=2/3",
        "chord:s=3/2",
        "chord:s=-1/2",
        "sobolev:s=5/2",
        "heat:t=1/10",
        "poisson:rho=1/3",
        "spectrum:[1,1/2]"
      })
  void whatSpectrumHasInClosedFormHasAFormulaAsWell(String kernel) {
    assertTrue(
        ExactSpectra.of(SymbolicKernel.parse(kernel).at(Map.of("c", Rational.ONE)), 3).isPresent());
    Derivation derivation = Derivations.eigenvalue(kernel, null, null);
    assertTrue(derivation.verification().contains("as printed, against the kernel"));
  }

  /** In even dimensions the integrals bring Bessel functions of integer order. */
  @ParameterizedTest
  @CsvSource({"3, true", "4, false", "5, true", "33, false"})
  void exponentialsOfTheChordAreElementaryInOddDimensions(int dimension, boolean isElementary) {
    IExpr value = Derivations.eigenvalue("laplace:c=c", 1, dimension).result().get(0).right();
    assertEquals(isElementary, value.isFree(S.HypergeometricPFQ));
    IExpr general =
        Derivations.generalEigenvalue("laplace:c=c", 1, dimension).result().get(0).right();
    assertFalse(general.isFree(S.HypergeometricPFQ));
  }

  /** 1/r in three dimensions: eta_k = 1/(2k+1), and 1/r^2 in five. */
  @Test
  void aNegativePowerOfTheChordHasItsEigenvaluesWhereItIsIntegrable() {
    org.matheclipse.core.interfaces.IExpr inverse =
        Derivations.eigenvalue("chord:s=-1", 2, 3).result().get(0).right();
    assertEquals("1/5", Symja.evaluate(inverse).toString());
    assertTrue(
        Derivations.eigenvalue("chord:s=-2", null, null).verification().contains("$d$ above 3"));
    assertThrows(NotIntegrableException.class, () -> Derivations.eigenvalue("chord:s=-1", null, 2));
  }
}
