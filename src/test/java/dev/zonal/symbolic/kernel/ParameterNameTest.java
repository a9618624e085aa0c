package dev.zonal.symbolic.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.expansion.Recursion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which names the parameters of a kernel may have. */
class ParameterNameTest {
  private static final List<String> NASTY =
      List.of(
          "theta",
          "u",
          "d",
          "k",
          "l",
          "r",
          "x",
          "y",
          "E",
          "Pi",
          "pi",
          "PI",
          "I",
          "C",
          "D",
          "N",
          "O",
          "int",
          "new",
          "true",
          "Gamma",
          "gamma",
          "GAMMA",
          "sin",
          "Sigma",
          "sigma",
          "rho",
          "q1",
          "t_1",
          "A",
          "B",
          "b",
          "p",
          "n",
          "s",
          "v",
          "t",
          "f",
          "List",
          "even",
          "zonalx",
          "kappa",
          "ThisNameIsFarTooLongToPrint");

  /** L is no name but the depth. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
            Arbitraries.of(NASTY),
            Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(4))
        .filter(name -> !name.equals("L"));
  }

  /** Either the rule in one line, or a formula that has the value of every other name's. */
  @Property(tries = 25)
  void aNameIsRefusedOrChangesNothing(@ForAll("names") String name) {
    try {
      Ball value = value(name);
      assertTrue(value.accuracyBits() > 100 && value.overlaps(value("alpha")), value::toString);
    } catch (KernelSpecificationException refusal) {
      assertTrue(refusal.getMessage().startsWith("alpha=" + name + ": "));
      assertFalse(refusal.getMessage().contains("\n"));
      assertThrows(KernelSpecificationException.class, () -> ParameterName.checked("c", name));
    }
  }

  /** At alpha = 2/3, u = 1/5 and L = 3, by the rules as they are printed. */
  private static Ball value(String name) {
    Derivation derivation = Recursion.of(SymbolicKernel.parse("resntk:L=L,alpha=" + name), false);
    Map<String, Rational> point = new HashMap<>();
    point.put(Symja.symbol(name).toString(), Rational.of(2, 3));
    point.put("u", Rational.of(1, 5));
    point.put("L", Rational.of(3));
    return new UnrolledRules(derivation).at(BallArithmetic.ofBits(160), point).get(0);
  }

  @Test
  void whatAFormulaCallsItsOwnIsRefused() {
    for (String name : NASTY) {
      assertThrows(
          KernelSpecificationException.class,
          () -> SymbolicKernel.parse("laplace:c=" + name),
          name);
    }
  }

  @Test
  void theNamesOfTheLiteratureAreAllowed() {
    for (String name : List.of("alpha", "beta", "tau", "c", "a", "w", "g", "omega", "ell")) {
      assertEquals(name, ParameterName.checked("c", name));
    }
  }
}
