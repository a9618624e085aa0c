package dev.zonal.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.zonal.data.file.Place;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Claims in YAML: a list with an item for each, whose keys are the columns of CSV. Every value is
 * taken as it is written: what YAML makes of 0.30, 010 or 1:30 is not what stands there.
 */
final class YamlClaims {
  /** In bytes; the parser takes no more. */
  private static final int LARGEST = 3 << 20;

  private static final String EXAMPLE =
      "claims in YAML are a list, such as - {kernel: 'laplace:c=1', dimension: 3, k: 0, value: 0.30}";

  private final Place file;
  private final YAMLParser yaml;
  private final ClaimReader reader = new ClaimReader();

  private YamlClaims(Place file, YAMLParser yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /**
   * Reads claims, one at least.
   *
   * @throws dev.zonal.data.input.DataException if an item is no claim
   */
  static List<Claim> read(Place file, int bytes, String text) throws IOException {
    if (bytes > LARGEST) {
      throw file.wrong("it has more than 3 MiB, which is much for YAML; CSV may have 16");
    }
    try (YAMLParser yaml = YAMLFactory.builder().build().createParser(text)) {
      return new YamlClaims(file, yaml).claims();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw file.part("line", line).wrong("it is no YAML: " + Quotation.oneLine(reason));
    }
  }

  private List<Claim> claims() throws IOException {
    if (yaml.nextToken() == null) {
      throw file.wrong("it is empty; " + EXAMPLE);
    }
    if (yaml.currentToken() != JsonToken.START_ARRAY) {
      throw here().wrong(EXAMPLE);
    }
    List<Claim> claims = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      if (yaml.currentToken() != JsonToken.START_OBJECT) {
        throw here().wrong("a claim has keys; " + EXAMPLE);
      }
      Place place = here();
      claims.add(reader.read(place, line(), cells()));
    }
    if (claims.isEmpty()) {
      throw file.wrong("there are no claims in it; " + EXAMPLE);
    }
    if (yaml.nextToken() != null) {
      throw here().wrong("a second document: claims are one list");
    }
    return List.copyOf(claims);
  }

  private Map<ClaimColumn, String> cells() throws IOException {
    Map<ClaimColumn, String> cells = new EnumMap<>(ClaimColumn.class);
    List<ClaimColumn> seen = new ArrayList<>();
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      Place place = here();
      ClaimColumn column =
          ClaimColumn.of(key)
              .orElseThrow(
                  () ->
                      place.wrong(
                          "unknown key %s, allowed are %s%s"
                              .formatted(
                                  Quotation.of(key),
                                  String.join(", ", ClaimColumn.HEADINGS),
                                  NearMatch.suggestion(key, ClaimColumn.HEADINGS))));
      if (seen.contains(column)) {
        throw place.wrong("the key " + key + " stands twice");
      }
      seen.add(column);
      JsonToken value = yaml.nextToken();
      if (!value.isScalarValue() || yaml.isCurrentAlias()) {
        throw here().wrong(key + " is one value, as it is written");
      }
      if (value != JsonToken.VALUE_NULL && !yaml.getText().isBlank()) {
        cells.put(column, yaml.getText().strip());
      }
    }
    return cells;
  }

  private int line() {
    return yaml.currentTokenLocation().getLineNr();
  }

  private Place here() {
    return file.part("line", line());
  }
}
