package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecification;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.Parity;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Evidence;
import dev.zonal.theorem.Evidence.Bounded;
import dev.zonal.theorem.Evidence.Expansion;
import dev.zonal.theorem.Evidence.Regions;
import dev.zonal.theorem.Evidence.TailBound;
import dev.zonal.theorem.Interval;
import dev.zonal.theorem.Refutation;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** Certificates as JSON documents (docs/certificates.md). */
public final class CertificateDocument {
  /** The version of the document. */
  static final String SCHEMA = "zonal.certificate/1";

  private static final int LARGEST_DIMENSION = 1_000_000;
  private static final long LARGEST_FREQUENCY = 1L << 16;
  private static final int LONGEST_NUMBER = 2000;
  private static final String DECIMAL = "-?\\d+(\\.\\d+)?(e-?\\d{1,5})?";

  private CertificateDocument() {}

  /** Why a document is no certificate, in one line. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** Writes a certificate. */
  public static void write(Certificate certificate, Writer out) throws IOException {
    Json.write(out, json -> write(certificate, json));
  }

  private static void write(Certificate certificate, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("statement", lower(certificate.kind()));
    json.writeNumberField("dimension", certificate.dimension());
    if (certificate.refutation().isPresent()) {
      json.writeStringField("refutation", lower(certificate.refutation().get()));
    } else {
      json.writeObjectFieldStart("conclusion");
      for (Map.Entry<String, Interval> claim : certificate.conclusion().entrySet()) {
        json.writeObjectFieldStart(claim.getKey());
        writeEnds(json, claim.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    write(certificate.evidence().get(0), json);
    if (certificate.evidence().size() > 1) {
      json.writeObjectFieldStart("other");
      write(certificate.evidence().get(1), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(Evidence evidence, JsonGenerator json) throws IOException {
    json.writeStringField("kernel", evidence.kernel().toString());
    if (evidence.regions().isPresent()) {
      Regions regions = evidence.regions().get();
      json.writeObjectFieldStart("regions");
      write(json, "coincidence", "radius", regions.coincidence());
      write(json, "antipode", "radius", regions.antipode());
      write(json, "rectangle", "height", regions.rectangle());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("tails");
    for (TailBound tail : evidence.tails()) {
      json.writeStartObject();
      json.writeStringField("parity", tail.parity().toString());
      json.writeStringField("from", Long.toString(tail.from()));
      json.writeNumberField("exponent", tail.exponent());
      json.writeObjectFieldStart("leading");
      writeEnds(json, tail.leading());
      json.writeEndObject();
      json.writeObjectFieldStart("next");
      writeEnds(json, tail.next());
      json.writeEndObject();
      json.writeStringField("rest", ScientificNotation.of(tail.rest()));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!evidence.expansions().isEmpty()) {
      json.writeArrayFieldStart("expansions");
      for (Expansion expansion : evidence.expansions()) {
        write(expansion, json);
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("enclosures");
    for (Map.Entry<Long, Interval> row : evidence.enclosures().entrySet()) {
      json.writeStartObject();
      json.writeStringField("k", Long.toString(row.getKey()));
      writeEnds(json, row.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(Expansion expansion, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("parity", expansion.parity().toString());
    json.writeStringField("from", Long.toString(expansion.from()));
    json.writeArrayFieldStart("terms");
    for (Expansion.Term term : expansion.terms()) {
      json.writeStartObject();
      json.writeStringField("exponent", Exponents.of(term.exponent()));
      json.writeObjectFieldStart("coefficient");
      writeEnds(json, term.coefficient());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("rest", ScientificNotation.of(expansion.rest()));
    json.writeStringField("order", Exponents.of(expansion.order()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, String size, Bounded region)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField(size, ScientificNotation.of(region.size()));
    json.writeStringField("bound", ScientificNotation.of(region.bound()));
    json.writeEndObject();
  }

  private static void writeEnds(JsonGenerator json, Interval interval) throws IOException {
    json.writeStringField("lower", ScientificNotation.of(interval.lower()));
    json.writeStringField("upper", ScientificNotation.of(interval.upper()));
  }

  /**
   * Reads a certificate, whose numbers may be anything.
   *
   * @throws UnreadableException if the document is not of the form that {@link #write} gives
   */
  public static Certificate read(Reader in) throws IOException, UnreadableException {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    JsonNode root;
    try {
      root = mapper.readTree(in);
    } catch (JsonProcessingException e) {
      throw new UnreadableException("no JSON: " + e.getOriginalMessage());
    }
    if (!root.path("schema").asText().equals(SCHEMA)) {
      throw new UnreadableException("the schema is not " + SCHEMA);
    }
    Certificate.Kind kind = constant(Certificate.Kind.values(), text(root, "statement"));
    int dimension = (int) whole(field(root, "dimension"), 2, LARGEST_DIMENSION);
    List<Evidence> evidence = new ArrayList<>();
    boolean isPair = kind == Certificate.Kind.EQUIVALENCE;
    Set<String> keys = new TreeSet<>(Set.of("schema", "statement", "dimension", "kernel", "tails"));
    Optional<Refutation> refutation = Optional.empty();
    if (root.has("refutation")) {
      refutation = Optional.of(constant(Refutation.values(), text(root, "refutation")));
    }
    keys.add(refutation.isPresent() ? "refutation" : "conclusion");
    keys.addAll(Set.of("enclosures", "regions", "expansions"));
    if (isPair) {
      keys.add("other");
    }
    onlyKeys(root, keys);
    evidence.add(evidence(root));
    if (isPair) {
      JsonNode other = field(root, "other");
      onlyKeys(other, Set.of("kernel", "regions", "tails", "expansions", "enclosures"));
      evidence.add(evidence(other));
    }
    SortedMap<String, Interval> conclusion = new TreeMap<>();
    if (refutation.isEmpty()) {
      for (Map.Entry<String, JsonNode> claim : field(root, "conclusion").properties()) {
        onlyKeys(claim.getValue(), Set.of("lower", "upper"));
        conclusion.put(claim.getKey(), interval(claim.getValue()));
      }
    }
    return new Certificate(kind, dimension, evidence, conclusion, refutation);
  }

  private static Evidence evidence(JsonNode node) throws UnreadableException {
    Kernel kernel;
    try {
      kernel = KernelSpecification.parse(text(node, "kernel"));
    } catch (KernelSpecificationException e) {
      throw new UnreadableException(e.getMessage());
    }
    Optional<Regions> regions = Optional.empty();
    if (node.has("regions")) {
      JsonNode r = node.get("regions");
      onlyKeys(r, Set.of("coincidence", "antipode", "rectangle"));
      regions =
          Optional.of(
              new Regions(
                  bounded(field(r, "coincidence"), "radius"),
                  bounded(field(r, "antipode"), "radius"),
                  bounded(field(r, "rectangle"), "height")));
    }
    List<TailBound> tails = new ArrayList<>();
    for (JsonNode tail : field(node, "tails")) {
      onlyKeys(tail, Set.of("parity", "from", "exponent", "leading", "next", "rest"));
      tails.add(
          new TailBound(
              parity(text(tail, "parity")),
              whole(field(tail, "from"), 1, LARGEST_FREQUENCY),
              (int) whole(field(tail, "exponent"), 1, 1000),
              interval(field(tail, "leading")),
              interval(field(tail, "next")),
              decimal(tail, "rest")));
    }
    if (tails.stream().map(TailBound::parity).distinct().count() < tails.size()) {
      throw new UnreadableException("two tails of the same parity");
    }
    List<Expansion> expansions = new ArrayList<>();
    for (JsonNode expansion : node.path("expansions")) {
      expansions.add(expansion(expansion));
    }
    if (expansions.stream().map(Expansion::parity).distinct().count() < expansions.size()) {
      throw new UnreadableException("two expansions of the same parity");
    }
    SortedMap<Long, Interval> enclosures = new TreeMap<>();
    for (JsonNode row : field(node, "enclosures")) {
      onlyKeys(row, Set.of("k", "lower", "upper"));
      long k = whole(field(row, "k"), 0, LARGEST_FREQUENCY);
      if (enclosures.put(k, interval(row)) != null) {
        throw new UnreadableException("two enclosures at k = " + k);
      }
    }
    return new Evidence(
        kernel, regions, tails, expansions, Collections.unmodifiableSortedMap(enclosures));
  }

  private static Expansion expansion(JsonNode node) throws UnreadableException {
    onlyKeys(node, Set.of("parity", "from", "terms", "rest", "order"));
    List<Expansion.Term> terms = new ArrayList<>();
    for (JsonNode term : field(node, "terms")) {
      onlyKeys(term, Set.of("exponent", "coefficient"));
      onlyKeys(field(term, "coefficient"), Set.of("lower", "upper"));
      terms.add(
          new Expansion.Term(fraction(term, "exponent"), interval(field(term, "coefficient"))));
    }
    if (terms.isEmpty()) {
      throw new UnreadableException("an expansion without terms");
    }
    return new Expansion(
        parity(text(node, "parity")),
        whole(field(node, "from"), 1, LARGEST_FREQUENCY),
        terms,
        decimal(node, "rest"),
        fraction(node, "order"));
  }

  private static BigFraction fraction(JsonNode node, String key) throws UnreadableException {
    String text = text(node, key);
    if (!text.matches("-?\\d{1,9}(/[1-9]\\d{0,8})?")) {
      throw new UnreadableException(key + " is no fraction: " + shortened(text));
    }
    return BigFraction.parse(text.contains("/") ? text : text + "/1");
  }

  private static <E extends Enum<E>> E constant(E[] constants, String name)
      throws UnreadableException {
    for (E constant : constants) {
      if (lower(constant).equals(name)) {
        return constant;
      }
    }
    throw new UnreadableException("an unknown statement or refutation: " + shortened(name));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Parity parity(String name) throws UnreadableException {
    for (Parity parity : Parity.values()) {
      if (parity.toString().equals(name)) {
        return parity;
      }
    }
    throw new UnreadableException("a parity that is neither even nor odd: " + shortened(name));
  }

  private static Bounded bounded(JsonNode node, String size) throws UnreadableException {
    onlyKeys(node, Set.of(size, "bound"));
    return new Bounded(decimal(node, size), decimal(node, "bound"));
  }

  private static Interval interval(JsonNode node) throws UnreadableException {
    return new Interval(decimal(node, "lower"), decimal(node, "upper"));
  }

  private static BigDecimal decimal(JsonNode node, String key) throws UnreadableException {
    String text = text(node, key);
    if (text.length() > LONGEST_NUMBER || !text.matches(DECIMAL)) {
      throw new UnreadableException(key + " is no decimal number: " + shortened(text));
    }
    return new BigDecimal(text);
  }

  private static long whole(JsonNode node, long least, long most) throws UnreadableException {
    String text = node.asText();
    if (text.matches("\\d{1,9}")) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new UnreadableException(
        "no integer from " + least + " to " + most + ": " + shortened(text));
  }

  private static String text(JsonNode node, String key) throws UnreadableException {
    JsonNode value = field(node, key);
    if (!value.isTextual()) {
      throw new UnreadableException(key + " is no string");
    }
    return value.asText();
  }

  private static JsonNode field(JsonNode node, String key) throws UnreadableException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new UnreadableException("there is no " + key);
    }
    return value;
  }

  private static void onlyKeys(JsonNode node, Set<String> keys) throws UnreadableException {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        throw new UnreadableException("an unknown key: " + shortened(entry.getKey()));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
