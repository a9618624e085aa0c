package dev.zonal.symbolic.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.derivation.Seal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealPowerExpansionTest {
  private static List<String> lines(String kernel, int order, End end) {
    return Derivations.expansion(kernel, order, end).result().stream()
        .map(e -> e.left() + " = " + e.right())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gammaexp:c=c,gamma=3/2 | 3 | A(0) = 1; A(3/2) = -c; A(3) = c^2/2",
        "gammaexp:c=2,gamma=2/3 | 1 | A(0) = 1; A(2/3) = -2",
        "chord:s=3/2 | 2 | A(3/2) = 1",
        "chord:s=-1/2 | 0 | A(-1/2) = 1"
      })
  void nearCoincidenceThereAreFractionalPowers(String kernel, int order, String expected) {
    assertEquals(List.of(expected.split("; ")), lines(kernel, order, End.COINCIDENCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chord:s=-1/2 | B(0) = 1/Sqrt(2); B(2) = 1/(16*Sqrt(2))",
        "chord:s=-1 | B(0) = 1/2; B(2) = 1/16"
      })
  void nearTheAntipodeThereAreEvenPowers(String kernel, String expected) {
    assertEquals(List.of(expected.split("; ")), lines(kernel, 3, End.ANTIPODE));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gammaexp:c=c,gamma=1/2",
        "gammaexp:c=3,gamma=7/5",
        "chord:s=7/3",
        "matern:nu=1/3,c=c",
        "matern:nu=9/4,c=2"
      })
  void everyCoefficientAgreesWithValuesAtTinyChords(String kernel) {
    Derivation derivation = Derivations.expansion(kernel, 4, null);
    assertTrue(derivation.verification().contains("as printed, against the kernel"));
    assertTrue(derivation.result().size() >= 4);
  }

  /** Changed by one part in 10^45, each coefficient is noticed. */
  @ParameterizedTest
  @CsvSource({"'gammaexp:c=c,gamma=3/2', 3", "chord:s=-1/2, 3", "'matern:nu=2/3,c=1', 2"})
  void aChangedCoefficientIsNoticed(String kernel, int order) {
    Derivation derivation = Derivations.expansion(kernel, order, null);
    for (int i = 0; i < derivation.result().size(); i++) {
      List<Equation> changed = new ArrayList<>(derivation.result());
      changed.set(i, changed.get(i).withRight(e -> Symja.product(e, Symja.parse("1 + 10^(-45)"))));
      Derivation wrong = derivation.withResult(changed);
      assertThrows(IdentityException.class, () -> new Seal(kernel).ofRealExpansion(wrong));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gammaexp:c=1,gamma=1/20 | 3 | closer than 1/16",
        "matern:nu=1/3,c=1 | 13 | the order must be from 0 to 12",
        "chord:s=7/2 | 3 | first power of the chord is above 3",
        "matern:nu=2,c=1 | 3 | r^4 log r",
        "gammaexp:c=1,gamma=3/2 | 61 | the order must be from 0 to 60"
      })
  void whatCannotBeTrustedIsRefusedWithTheReason(String kernel, int order, String reason) {
    UnsupportedExpressionException refusal =
        assertThrows(
            UnsupportedExpressionException.class,
            () -> Derivations.expansion(kernel, order, End.COINCIDENCE));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }
}
