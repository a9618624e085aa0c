package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CertificationTest {
  private static final Certification<Integer> REFUSED = Certification.refused("it is too far");

  @Property
  void whatIsCertifiedGoesThroughEveryStep(@ForAll int thing) throws UncertifiedException {
    Certification<Integer> certified = Certification.certified(thing);
    assertTrue(certified.isCertified());
    assertEquals(Optional.of(thing), certified.value());
    assertEquals(Optional.empty(), certified.refusal());
    assertEquals(thing + 1L, certified.map(x -> x + 1L).orElseThrow());
    assertEquals("" + thing, certified.flatMap(x -> Certification.certified("" + x)).get());
    assertEquals(REFUSED, certified.flatMap(x -> REFUSED));
    assertSame(certified, certified.because("whatever: "));
  }

  @Test
  void aReasonGoesThroughEveryStepAndNoStepIsDone() {
    assertFalse(REFUSED.isCertified());
    assertEquals(Optional.empty(), REFUSED.value());
    assertEquals(
        Optional.of("it is too far"),
        REFUSED.map(x -> Math.floorDiv(x, 0)).flatMap(x -> Certification.certified(x)).refusal());
    assertEquals(Optional.of("k = 7: it is too far"), REFUSED.because("k = 7: ").refusal());
    assertEquals(
        "it is too far",
        assertThrows(UncertifiedException.class, REFUSED::orElseThrow).getMessage());
    assertEquals(
        "it is too far", assertThrows(NoSuchElementException.class, REFUSED::get).getMessage());
  }

  @Test
  void whereArithmeticCannotGoOnItsReasonIsKeptAndThatOfTheJdkPutIntoWords() {
    assertEquals(Certification.certified(3), Certification.of(() -> 3));
    assertEquals(
        Optional.of("the square root of a ball that contains zero"),
        Certification.of(
                () -> {
                  throw new DomainException("the square root of a ball that contains zero");
                })
            .refusal());
    assertEquals(
        Optional.of("a number on the way is beyond the range of the arithmetic (integer overflow)"),
        Certification.of(() -> Math.toIntExact(1L << 40)).refusal());
  }

  @Test
  void anErrorThatIsNotOneOfArithmeticIsNotHidden() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Certification.of(
                () -> {
                  throw new IllegalStateException("a mistake of ours");
                }));
  }
}
