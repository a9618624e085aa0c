package dev.zonal.verifier.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lemma 27.1, with the least series that have what is known. */
class PresenceTest {
  private static Presence presence(String text) {
    return new Presence(text.charAt(0) - '0', text.charAt(1) - '0');
  }

  @ParameterizedTest
  @CsvSource({
    "10, 00", // 1' = 0
    "01, 10", // u' = 1
    "20, 02", "02, 20", "12, 20"
  })
  void ofADerivative(String f, String derivative) {
    assertEquals(presence(derivative), presence(f).derivative());
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 10", "01, 01, 10", "01, 10, 01", "20, 00, 00", "20, 01, 02", "11, 20, 22"})
  void ofAProduct(String f, String g, String product) {
    assertEquals(presence(product), presence(f).product(presence(g)));
    assertEquals(presence(product), presence(g).product(presence(f)));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 22, 10", // F = 1
    "01, 22, 22", // F = u
    "20, 10, 10", // g = 1
    "20, 01, 20", // g = u
    "02, 01, 02",
    "02, 10, 10",
    "02, 20, 20",
    "20, 20, 20",
    "20, 11, 22",
    "02, 11, 22",
    "01, 11, 11",
    "01, 20, 20",
    "22, 00, 00",
    "00, 22, 00"
  })
  void ofAComposition(String outer, String inner, String composition) {
    assertEquals(presence(composition), presence(outer).of(presence(inner)));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 01", "2, 10", "3, 01", "10, 10", "11, 01"})
  void ofAPower(int exponent, String power) {
    assertEquals(presence(power), Presence.power(exponent));
  }

  /** What an induction assumes has to come out of it again, in both parities. */
  @ParameterizedTest
  @CsvSource({
    "20, 10, true",
    "11, 11, true",
    "22, 22, true",
    "00, 00, true",
    "10, 20, false",
    "02, 20, false",
    "20, 02, false",
    "21, 22, false",
    "12, 22, false"
  })
  void whatIsKnownCoversWhatIsNotMore(String known, String assumed, boolean covers) {
    assertEquals(covers, presence(known).covers(presence(assumed)));
  }

  /** The part of Lemma 27.1 (e) is that for what is known of the inner series. */
  @ParameterizedTest
  @CsvSource({
    "11, mixed-inner",
    "22, mixed-inner",
    "12, mixed-inner",
    "01, odd-inner",
    "02, odd-inner",
    "10, even-inner",
    "20, even-inner",
    "00, unknown-inner"
  })
  void theRuleOfACompositionIsThatOfItsInnerSeries(String inner, String rule) {
    List<Presence> of = List.of(presence("22"), presence(inner));
    assertEquals(rule, CaseClaims.rule("composition", of));
  }
}
