package dev.zonal.lab.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {
  /** One neuron of one coordinate, on one input. */
  private static final String SMALL =
      "{\"activation\": \"erf\", \"weights\": [[[0.5]]], \"readout\": [\"-1/3\"],"
          + " \"inputs\": [[2e-3]], \"targets\": [1]}";

  private static NetworkInstance read(String text) throws IOException {
    return NetworkFile.of("net.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void numbersAreExact() throws IOException {
    NetworkInstance network = read(SMALL);
    assertEquals(SmoothUnit.ERF, network.network().unit());
    assertEquals(List.of(Rational.of(1, 2), Rational.of(-1, 3)), network.parameters());
    assertEquals(List.of(List.of(Rational.of(1, 500))), network.data().inputs());
    NetworkInstance long40 =
        read(SMALL.replace("0.5", "0.1234567890123456789012345678901234567891"));
    assertEquals(
        Rational.of(new BigDecimal("0.1234567890123456789012345678901234567891")),
        long40.parameters().get(0));
  }

  @ParameterizedTest
  @CsvSource({"one-layer, 1", "two-layers, 2"})
  void theNetworksOfTheDocumentationAreThoseOfTheTables(String name, int depth) throws IOException {
    NetworkInstance read = NetworkFile.read("docs/data/networks/" + name + ".json");
    NetworkInstance expected = Instances.reference(SmoothUnit.TANH, depth);
    assertEquals(expected.network(), read.network());
    assertEquals(expected.data().targets(), read.data().targets());
    for (int i = 0; i < expected.parameters().size(); i++) {
      double difference =
          expected.parameters().get(i).subtract(read.parameters().get(i)).doubleValue();
      assertTrue(Math.abs(difference) < 1e-39, "parameter " + i + ": " + difference);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"erf\" | \"relu\" | activation: 'relu' is no smooth activation",
        "\"erf\" | 7 | activation: '7' is no smooth activation",
        "[[[0.5]]] | [] | weights: there is nothing in it",
        "[[[0.5]]] | [[0.5]] | weights, layer 1, row 1: '0.5' is no array",
        "[[[0.5]]] | [[[0.5,1]]] | weights, layer 1: 2 numbers, and there are 1 below",
        "[[[0.5]]] | [[[0.5],[1,2]]] | weights, layer 1, row 2: 2 numbers, and there are 1",
        "[[[0.5]]] | [[[0.5],[1]],[[1]]] | weights, layer 2: 1 numbers, and there are 2 below",
        "[[[0.5]]] | [[[0.5],[1]]] | readout: 1 numbers, and there are 2 in the last layer",
        "[[[0.5]]] | [[[true]]] | weights, layer 1, row 1, entry 1: 'true' is no number",
        "[[[0.5]]] | [[[\"x\"]]] | weights, layer 1, row 1, entry 1: ",
        "[[[0.5]]] | [[[1e999999]]] | weights, layer 1, row 1, entry 1: ",
        "[[[0.5]]] | [[[null]]] | weights, layer 1, row 1, entry 1: 'null' is no number",
        "[[[0.5]]] | [[[NaN]]] | line 1: no JSON",
        "\"targets\": [1] | \"targets\": [1, 2] | 2 targets for 1 inputs",
        "\"targets\": [1] | \"targets\": [] | targets: there is nothing in it",
        "\"targets\" | \"target\" | 'target' is no key of a network; did you mean 'targets'?",
        "\"targets\" | \"inputs\" | line 1: no JSON",
        "\"targets\": [1] | \"targets\": [1]}} | line 1: no JSON",
        "\"targets\": [1] | \"targets\": [1 | line 1: no JSON",
        "[[2e-3]] | [[1],[]] | inputs, input 2: there is nothing in it"
      })
  void whatIsNoNetworkIsRefusedWithItsPlace(String part, String other, String message) {
    assertTrue(SMALL.contains(part));
    String text = SMALL.replace(part, other);
    DataException refusal = assertThrows(DataException.class, () -> read(text));
    assertTrue(refusal.getMessage().startsWith("'net.json'"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "3", "null", "\u0000", "{\"activation\": \"tanh\"}"})
  void whatIsNoObjectWithItsKeysIsRefused(String text) {
    assertThrows(DataException.class, () -> read(text));
  }
}
