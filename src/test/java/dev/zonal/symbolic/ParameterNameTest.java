package dev.zonal.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.KernelSpecificationException;
import java.util.List;
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

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(NASTY),
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .ofMinLength(1)
            .ofMaxLength(4));
  }

  /** Either the rule in one line, or the formula of every other name with this name in it. */
  @Property(tries = 150)
  void aNameIsRefusedOrChangesNothing(@ForAll("names") String name) {
    String usual = formulas("alpha").replace("alpha", "#");
    try {
      String formulas = formulas(name);
      assertEquals(usual, formulas.replaceAll("\\b" + canonical(name) + "\\b", "#"));
    } catch (KernelSpecificationException refusal) {
      assertTrue(refusal.getMessage().startsWith("alpha=" + name + ": "));
      assertFalse(refusal.getMessage().contains("\n"));
      assertThrows(KernelSpecificationException.class, () -> ParameterName.checked("c", name));
    }
  }

  private static String formulas(String name) {
    Derivation recursion = Recursion.of(SymbolicKernel.parse("resntk:L=L,alpha=" + name), false);
    return recursion.definitions() + " " + recursion.result();
  }

  /** Symja makes names of several letters small. */
  private static String canonical(String name) {
    return Symja.symbol(name).toString();
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
