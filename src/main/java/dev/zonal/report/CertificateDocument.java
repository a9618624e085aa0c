package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Evidence;
import dev.zonal.theorem.certificate.Evidence.Bounded;
import dev.zonal.theorem.certificate.Evidence.Expansion;
import dev.zonal.theorem.certificate.Evidence.Regions;
import dev.zonal.theorem.certificate.Evidence.TailBound;
import dev.zonal.theorem.certificate.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Certificates as JSON documents (docs/certificates.md). */
public final class CertificateDocument {
  /** The version of the document. */
  static final String SCHEMA = "zonal.certificate/2";

  private CertificateDocument() {}

  /**
   * Writes a certificate.
   *
   * @param program that wrote it: name and version
   * @param command the words that were given to it
   */
  public static void write(
      Certificate certificate, String program, List<String> command, Writer out)
      throws IOException {
    OptionalLibrary.JACKSON_CORE.require();
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringField("schema", SCHEMA);
          json.writeStringField("program", program);
          json.writeArrayFieldStart("command");
          for (String word : command) {
            json.writeString(word);
          }
          json.writeEndArray();
          write(certificate, json);
          json.writeEndObject();
        });
  }

  private static void write(Certificate certificate, JsonGenerator json) throws IOException {
    json.writeStringField("statement", certificate.statement().name());
    json.writeObjectFieldStart("sphere");
    json.writeNumberField("dimension", certificate.dimension());
    json.writeEndObject();
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
    if (certificate.zeros().isPresent()) {
      write(certificate.zeros().get(), json);
    }
    write(certificate.evidence().get(0), json);
    if (certificate.evidence().size() > 1) {
      json.writeObjectFieldStart("other");
      write(certificate.evidence().get(1), json);
      json.writeEndObject();
    }
  }

  private static void write(Certificate.Zeros zeros, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("zeros");
    json.writeArrayFieldStart("frequencies");
    for (long k : zeros.frequencies()) {
      json.writeString(Long.toString(k));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("from");
    for (Map.Entry<Parity, Long> parity : zeros.from().entrySet()) {
      json.writeStringField(parity.getKey().toString(), Long.toString(parity.getValue()));
    }
    json.writeEndObject();
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
      json.writeStringField("exponent", term.exponent().toString());
      json.writeObjectFieldStart("coefficient");
      writeEnds(json, term.coefficient());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("rest", ScientificNotation.of(expansion.rest()));
    json.writeStringField("order", expansion.order().toString());
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

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
