package dev.zonal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a misspelt name was meant to be. */
class NearMatchTest {
  private static final List<String> KNOWN =
      List.of("spectrum", "spectra", "laplace", "gaussian", "matern", "L");

  @Test
  void aWrongLetterOrTwoAreMended() {
    assertEquals(Optional.of("laplace"), NearMatch.of("lapalce", KNOWN));
    assertEquals(Optional.of("matern"), NearMatch.of("matérn", KNOWN));
  }

  @Test
  void aBeginningOfTwoLettersIsEnoughAndOneIsNot() {
    assertEquals(Optional.of("laplace"), NearMatch.of("la", KNOWN));
    assertEquals(Optional.of("spectra"), NearMatch.of("spe", KNOWN));
    assertEquals(Optional.of("gaussian"), NearMatch.of("gauss", KNOWN));
    assertEquals(Optional.empty(), NearMatch.of("g", KNOWN));
  }

  @Test
  void whatGoesOnTooLongIsMended() {
    assertEquals(Optional.of("laplace"), NearMatch.of("laplacekernelofoldtimes", KNOWN));
  }

  @Test
  void whatIsLikeNothingIsLeft() {
    assertEquals(Optional.empty(), NearMatch.of("foo", KNOWN));
    assertEquals(Optional.empty(), NearMatch.of("", KNOWN));
  }
}
