package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Sequence;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.recurrent.HiddenState;
import dev.zonal.kernel.specification.CatalogueEntry;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that names a kernel of sequences. */
class RecurrentSpecificationTest {
  private static final List<String> ACTIVATIONS =
      List.of(
          "relu",
          "relu,power=3",
          "leaky,slope=-1/7",
          "linear",
          "abs",
          "erf",
          "gelu",
          "sin",
          "cos",
          "exp",
          "tanh",
          "sigmoid",
          "softplus",
          "swish");

  @Property(tries = 100)
  void a_kernel_is_printed_as_it_is_read(@ForAll("specifications") String text) {
    assertEquals(
        RecurrentSpecification.parse(text),
        RecurrentSpecification.parse(RecurrentSpecification.parse(text).toString()));
  }

  @Test
  void theExamplesAreInCanonicalForm() {
    for (CatalogueEntry entry : RecurrentSpecification.entries()) {
      assertEquals(entry.example(), RecurrentSpecification.parse(entry.example()).toString());
      assertEquals(entry.example(), RecurrentSpecification.parse(entry.name()).toString());
    }
  }

  /** Values without a key are taken in the order that is listed. */
  @Test
  void valuesWithoutKeysAreInOrder() {
    assertEquals(
        "rntk:act=erf,L=2,sw2=3,su2=1/2,sb2=1/10,sv2=5,sh2=7,hidden=shared,readout=bi",
        RecurrentSpecification.parse("rntk:erf,2,3,0.5,1e-1,5,7,shared,bi").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "rnn:act=relu ! unknown kernel 'rnn'",
        "rntj ! did you mean 'rntk'?",
        "rntk:act=rellu ! did you mean 'relu'?",
        "rntk:acts=relu ! unknown parameter 'acts' of rntk",
        "rntk:sw2=-1 ! sw2 must be a non-negative rational number",
        "rntk:sv2=0 ! sv2 must be a positive rational number",
        "rntk:L=0 ! L must be an integer from 1 to 1000000",
        "rntk:L=1/2 ! L must be an integer from 1 to 1000000",
        "rntk:sw2=x ! expected an exact number",
        "rntk:hidden=shred ! did you mean 'shared'?",
        "rntk:readout=men ! did you mean 'mean'?",
        "rntk:hidden=zero,sh2=1 ! a hidden state that is zero has no variance",
        "rntk:act=step ! no square integrable derivative",
        "rntk:act=sign ! act=sign",
        "rntk:slope=1 ! slope is a parameter of act=leaky",
        "rntk:sw2=1,sw2=2 ! given twice",
        "rntk: ! a parameter is missing",
        "'' ! no kernel is named",
      })
  void badSpecificationsAreRefusedInOneLine(String text, String message) {
    String said =
        assertThrows(KernelSpecificationException.class, () -> RecurrentSpecification.parse(text))
            .getMessage();
    assertTrue(said.contains(message) && !said.contains("\n"), said);
  }

  @Test
  void sequencesOfDifferentSpacesAreRefused() {
    List<Sequence> inputs = List.of(Sequences.of("1,2"), Sequences.of("1;2"));
    String said =
        assertThrows(
                DataException.class,
                () -> RecurrentSpecification.parse("rntk").over(BallArithmetic.ofBits(64), inputs))
            .getMessage();
    assertEquals("sequence 2: steps of 1 coordinates, those of sequence 1 have 2", said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cos", "exp", "sigmoid", "softplus"})
  void unitsThatDoNotVanishWhereNothingIsSeenAreRefused(String activation) {
    Sequence silent = Sequences.of("0;1");
    BallArithmetic balls = BallArithmetic.ofBits(64);
    assertThrows(
        DomainException.class,
        () -> RecurrentSpecification.parse("rntk:act=" + activation).value(balls, silent, silent));
    RecurrentSpecification.parse("rntk:sb2=1,act=" + activation).value(balls, silent, silent);
  }

  @Test
  void unitsVanishAtZeroOrNotAsTheyAreSaidTo() {
    BallArithmetic balls = BallArithmetic.ofBits(64);
    for (String name : ACTIVATIONS) {
      RecurrentKernel kernel = (RecurrentKernel) RecurrentSpecification.parse("rntk:act=" + name);
      Activation phi = kernel.network().activation();
      double moment = phi.variance(balls, balls.of(1).shifted(-40)).toDouble();
      assertEquals(phi.vanishesAtZero(), moment < 1e-10, name);
    }
  }

  @Provide
  Arbitrary<String> specifications() {
    return Combinators.combine(
            Arbitraries.of("rntk", "rnngp"),
            Arbitraries.of(ACTIVATIONS),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of("sw2=0", "sw2=0.3", "su2=7/3", "sb2=1e-3", "sv2=2", "sh2=1/2"),
            Arbitraries.of(HiddenState.INDEPENDENT, HiddenState.SHARED),
            Arbitraries.of(ReadOut.class))
        .as(
            (name, activation, layers, number, hidden, readOut) ->
                "%s:L=%s,%s,act=%s,hidden=%s,readout=%s"
                    .formatted(name, layers, number, activation, hidden, readOut));
  }
}
