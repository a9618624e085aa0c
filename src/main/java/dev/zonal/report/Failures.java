package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Why a number is missing: a code for programs, and a line for people. */
final class Failures {
  private Failures() {}

  /** The keys {@code code} and {@code reason}. */
  static void write(JsonGenerator json, String code, String reason) throws IOException {
    json.writeStringField("code", code);
    json.writeStringField("reason", reason);
  }
}
