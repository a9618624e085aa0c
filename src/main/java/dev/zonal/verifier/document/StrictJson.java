package dev.zonal.verifier.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonal.text.Quotation;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value in a JSON document with the place where it stands, read without any indulgence. */
record StrictJson(JsonNode node, String place) {
  private static final int LONGEST_TEXT = 2000;

  /** That of a coefficient in an expansion of the other kernel of a leaf. */
  private static final int DEEPEST = 9;

  private static final JsonMapper MAPPER =
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
          .build();

  /** Reads a value. */
  @FunctionalInterface
  interface Reader<T> {
    T read(StrictJson node) throws Unreadable;
  }

  /** The document in a stream of UTF-8, of at most 16 MiB. */
  static StrictJson read(InputStream in) throws IOException, Unreadable {
    byte[] bytes = in.readNBytes(CertificateReader.LARGEST + 1);
    if (bytes.length > CertificateReader.LARGEST) {
      throw new Unreadable("it is larger than 16 MiB");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return new StrictJson(MAPPER.readTree(text.toString()), "");
    } catch (CharacterCodingException e) {
      throw new Unreadable("it is not encoded in UTF-8");
    } catch (JsonProcessingException e) {
      String reason = Quotation.oneLine(e.getOriginalMessage());
      throw new Unreadable("it is not JSON: " + reason);
    }
  }

  Unreadable wrong(String what) {
    String value = node.isValueNode() ? ": " + Quotation.of(node.asText()) : "";
    String subject = place.isEmpty() ? "the document" : place;
    return new Unreadable(subject + " " + what + value);
  }

  private void ask(boolean holds, String what) throws Unreadable {
    if (!holds) {
      throw wrong(what);
    }
  }

  Optional<StrictJson> find(String key) {
    String below = (place.isEmpty() ? "" : place + ".") + Quotation.shortened(key);
    return Optional.ofNullable(node.get(key)).map(value -> new StrictJson(value, below));
  }

  StrictJson get(String key) throws Unreadable {
    return find(key).orElseThrow(() -> wrong("has no " + key));
  }

  /** The keys of this object. */
  List<String> keys() throws Unreadable {
    ask(node.isObject(), "is no object");
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** This object, which may have these keys and no others. */
  StrictJson only(Set<String> allowed) throws Unreadable {
    for (String key : keys()) {
      ask(allowed.contains(key), "has an unknown key " + Quotation.of(key));
    }
    return this;
  }

  List<StrictJson> items() throws Unreadable {
    return list(item -> item);
  }

  /** What each item of this array is read as, in order. */
  <T> List<T> list(Reader<T> reader) throws Unreadable {
    ask(node.isArray(), "is no array");
    List<T> list = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      list.add(reader.read(new StrictJson(node.get(i), place + "[" + i + "]")));
    }
    return list;
  }

  /** A string that matches a pattern, or else is no {@code what}. */
  String text(String pattern, String what) throws Unreadable {
    ask(node.isTextual() && node.asText().matches(pattern), "is no " + what);
    return node.asText();
  }

  String oneOf(Set<String> allowed) throws Unreadable {
    ask(node.isTextual() && allowed.contains(node.asText()), "is unknown");
    return node.asText();
  }

  boolean flag() throws Unreadable {
    ask(node.isBoolean(), "is neither true nor false");
    return node.asBoolean();
  }

  /** An integer that is written as a JSON number. */
  int number(int least, int most) throws Unreadable {
    boolean holds = node.isInt() && node.asInt() >= least && node.asInt() <= most;
    ask(holds, "is no integer from " + least + " to " + most);
    return node.asInt();
  }
}
