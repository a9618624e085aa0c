package dev.zonal.data.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** An array of inputs in JSON; a number may be a text such as {@code "1/3"}. */
record JsonLayout(Place file, String text) implements Layout {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** What reads a document. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(JsonParser json) throws IOException;
  }

  private <T> T read(Reader<T> reader) {
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      return reader.read(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw file.part("line", line).wrong("no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long count() {
    return read(
        json -> {
          long count = 0;
          while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            count++;
          }
          return count;
        });
  }

  @Override
  public List<Nested.Item> items(InputKind<?> kind) {
    return read(
        json -> {
          List<Nested.Item> items = new ArrayList<>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            Place place = file.part("array", items.size() + 1);
            items.add(new Nested.Item(place, value(place, json)));
          }
          if (json.nextToken() != null) {
            throw file.wrong("there is more behind the array of " + kind.name());
          }
          return items;
        });
  }

  private static Nested value(Place place, JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<Nested> parts = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        parts.add(value(place.part("entry", parts.size() + 1), json));
      }
      return new Nested.Array(parts);
    }
    if (token == null) {
      throw place.wrong("the file ends before its arrays do");
    }
    if (token.isNumeric() || token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
      return new Nested.Leaf(Numbers.parse(place, json.getText()));
    }
    throw place.wrong(Quotation.of(json.getText()) + " in the place of a number");
  }
}
