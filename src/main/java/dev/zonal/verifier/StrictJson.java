package dev.zonal.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonal.kernel.Quotation;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** A value in a JSON document, with the place where it stands, read without any indulgence. */
final class StrictJson {
  private static final int LARGEST = 1 << 24;
  private static final int LONGEST_TEXT = 2000;
  private static final int DEEPEST = 8;
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_TEXT)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final String DECIMAL = "0|-?[1-9](\\.[0-9]+)?e(0|-?[1-9][0-9]{0,4})";
  private static final String WHOLE = "0|[1-9][0-9]{0,8}";
  private static final String FRACTION = "(0|-?[1-9][0-9]{0,8})(/[1-9][0-9]{0,8})?";

  private final JsonNode node;
  private final String place;

  private StrictJson(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  /** The document in a stream of UTF-8, of at most 16 MiB. */
  static StrictJson read(InputStream in) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnreadableException("it is larger than 16 MiB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode root = READER.readTree(text);
      return new StrictJson(root, "the document");
    } catch (CharacterCodingException e) {
      throw new UnreadableException("it is not encoded in UTF-8");
    } catch (JsonProcessingException e) {
      throw new UnreadableException(
          "it is not JSON" + at(e) + ": " + Quotation.oneLine(e.getOriginalMessage()));
    }
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
  }

  UnreadableException unreadable(String what) {
    return new UnreadableException(place + " " + what);
  }

  private UnreadableException wrong(String what) {
    return unreadable(
        "is no "
            + what
            + ": "
            + Quotation.of(node.isTextual() ? node.asText() : node.getNodeType().name()));
  }

  boolean has(String key) {
    return node.has(key);
  }

  StrictJson get(String key) throws UnreadableException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw unreadable("has no " + key);
    }
    return new StrictJson(
        value, place.equals("the document") ? Quotation.shortened(key) : place + "." + key);
  }

  /** This object, which may have these keys and no others. */
  StrictJson only(Set<String> keys) throws UnreadableException {
    if (!node.isObject()) {
      throw wrong("object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        throw unreadable("has an unknown key " + Quotation.of(entry.getKey()));
      }
    }
    return this;
  }

  List<Map.Entry<String, StrictJson>> entries() throws UnreadableException {
    if (!node.isObject()) {
      throw wrong("object");
    }
    List<Map.Entry<String, StrictJson>> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      entries.add(Map.entry(entry.getKey(), get(entry.getKey())));
    }
    return entries;
  }

  List<StrictJson> items() throws UnreadableException {
    if (!node.isArray()) {
      throw wrong("array");
    }
    List<StrictJson> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(new StrictJson(node.get(i), place + "[" + i + "]"));
    }
    return items;
  }

  String text() throws UnreadableException {
    if (!node.isTextual()) {
      throw wrong("string");
    }
    return node.asText();
  }

  String oneOf(Set<String> allowed) throws UnreadableException {
    if (!allowed.contains(text())) {
      throw unreadable(
          "is none of "
              + String.join(", ", allowed.stream().sorted().toList())
              + ": "
              + Quotation.of(text()));
    }
    return text();
  }

  private String matching(String pattern, String what) throws UnreadableException {
    if (!text().matches(pattern)) {
      throw wrong(what);
    }
    return text();
  }

  /** An integer that is written as a JSON number. */
  long number(long least, long most) throws UnreadableException {
    if (!node.isInt() || node.asLong() < least || node.asLong() > most) {
      throw unreadable("is no integer from " + least + " to " + most);
    }
    return node.asLong();
  }

  /** An integer that is written as a string. */
  long whole(long least, long most) throws UnreadableException {
    long value = Long.parseLong(matching(WHOLE, "integer"));
    if (value < least || value > most) {
      throw unreadable("is no integer from " + least + " to " + most);
    }
    return value;
  }

  BigFraction fraction() throws UnreadableException {
    String text = matching(FRACTION, "fraction");
    return BigFraction.parse(text.contains("/") ? text : text + "/1");
  }

  BigDecimal decimal() throws UnreadableException {
    return new BigDecimal(matching(DECIMAL, "decimal number"));
  }

  Interval interval() throws UnreadableException {
    return new Interval(get("lower").decimal(), get("upper").decimal());
  }
}
