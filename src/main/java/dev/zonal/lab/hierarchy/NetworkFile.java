package dev.zonal.lab.hierarchy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.data.file.Place;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network and what it is trained on, as a file of JSON has them (docs/formats.md): {@code
 * activation}, {@code weights} with one matrix for each hidden layer, {@code readout}, {@code
 * inputs}, {@code targets}. Numbers are exact decimals, or texts such as {@code "1/3"}.
 */
public final class NetworkFile {
  private static final List<String> KEYS =
      List.of("activation", "weights", "readout", "inputs", "targets");
  private static final String UNITS =
      Arrays.stream(SmoothUnit.values())
          .map(SmoothUnit::toString)
          .collect(Collectors.joining(", "));

  private static final int MOST_DIGITS = 1000;

  private final Place file;
  private final JsonNode root;

  private NetworkFile(Place file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a network.
   *
   * @throws DataException if it is none, with the place in the file
   */
  public static NetworkInstance read(String name) throws IOException {
    return of(name, Files.readAllBytes(Path.of(name)));
  }

  static NetworkInstance of(String name, byte[] content) throws IOException {
    OptionalLibrary.JACKSON_DATABIND.require();
    Place file = Place.file(name);
    JsonMapper strict =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      return new NetworkFile(file, strict.readTree(content)).instance();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw file.part("line", line).wrong("no JSON: " + Quotation.oneLine(e.getOriginalMessage()));
    }
  }

  private NetworkInstance instance() {
    if (!root.isObject()) {
      throw file.wrong("no network, which is an object with the keys " + String.join(", ", KEYS));
    }
    root.fieldNames().forEachRemaining(this::refuseUnknown);
    SmoothUnit unit = unit(part("activation"));
    List<List<Rational>> inputs = part("inputs").matrix("input");
    List<Rational> targets = part("targets").vector();
    if (targets.size() != inputs.size()) {
      throw file.wrong(targets.size() + " targets for " + inputs.size() + " inputs");
    }
    List<Integer> widths = new ArrayList<>();
    List<Rational> parameters = new ArrayList<>();
    int below = inputs.get(0).size();
    for (Part layer : part("weights").parts("layer")) {
      List<List<Rational>> rows = layer.matrix("row");
      layer.ask(rows.get(0).size(), below, "below");
      rows.forEach(parameters::addAll);
      widths.add(rows.size());
      below = rows.size();
    }
    List<Rational> readout = part("readout").vector();
    part("readout").ask(readout.size(), below, "in the last layer");
    parameters.addAll(readout);
    Architecture network = new Architecture(unit, inputs.get(0).size(), widths);
    return new NetworkInstance(network, parameters, new TrainingSet(inputs, targets));
  }

  private void refuseUnknown(String key) {
    if (!KEYS.contains(key)) {
      throw file.wrong(
          Quotation.of(key) + " is no key of a network" + NearMatch.suggestion(key, KEYS));
    }
  }

  private Part part(String key) {
    JsonNode node = root.get(key);
    if (node == null) {
      throw file.wrong("there is no key " + Quotation.of(key));
    }
    return new Part(file.part(key, 0), node);
  }

  private static SmoothUnit unit(Part part) {
    String name = part.node.isTextual() ? part.node.asText() : part.node.toString();
    return SmoothUnit.named(name)
        .orElseThrow(
            () ->
                part.place.wrong(
                    "%s is no smooth activation; the hierarchy asks for derivatives of every"
                            .formatted(Quotation.of(name))
                        + " order, as these have: "
                        + UNITS));
  }

  /** A value in the document. */
  private record Part(Place place, JsonNode node) {
    /** The entries of an array, of which there is one at least. */
    List<Part> parts(String name) {
      if (!node.isArray() || node.isEmpty()) {
        throw place.wrong(
            node.isArray()
                ? "there is nothing in it"
                : Quotation.of(node.toString()) + " is no array");
      }
      List<Part> parts = new ArrayList<>();
      for (JsonNode entry : node) {
        parts.add(new Part(place.part(name, parts.size() + 1), entry));
      }
      return parts;
    }

    List<Rational> vector() {
      return parts("entry").stream().map(Part::number).toList();
    }

    /** Rows of one length. */
    List<List<Rational>> matrix(String name) {
      List<Part> rows = parts(name);
      List<List<Rational>> matrix = new ArrayList<>();
      for (Part row : rows) {
        matrix.add(row.vector());
        row.ask(matrix.get(matrix.size() - 1).size(), matrix.get(0).size(), "in the first");
      }
      return matrix;
    }

    void ask(int got, int expected, String where) {
      if (got != expected) {
        throw place.wrong(got + " numbers, and there are " + expected + " " + where);
      }
    }

    Rational number() {
      if (!node.isNumber() && !node.isTextual()) {
        throw place.wrong(Quotation.of(node.toString()) + " is no number");
      }
      try {
        return NumberSyntax.rational(node.asText(), node.asText(), MOST_DIGITS);
      } catch (KernelSpecificationException e) {
        throw place.wrong(e.getMessage());
      }
    }
  }
}
