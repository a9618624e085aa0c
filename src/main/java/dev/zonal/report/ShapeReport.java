package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.theorem.shape.LimitTable;
import dev.zonal.theorem.shape.Shape;
import dev.zonal.theorem.shape.ShapeLimit;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shapes of a family of residual tangent kernels, depth by depth.
 *
 * @param asymptotic what happens as the depth grows, where that can be read from the family
 * @param limit the limit kernel, for the families that have one
 */
public record ShapeReport(
    String family,
    int dimension,
    List<Shape> shapes,
    Optional<ShapeLimit> asymptotic,
    Optional<LimitTable> limit)
    implements TextOrJson {
  private static final List<String> UNKNOWN =
      List.of("what alpha^2 L tends to cannot be read from this family: no limit is stated");

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("family         ").append(family).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n\n");
    out.append("c = |A_1|: the Laplace kernel exp(-c r) has the same slope at coincidence.\n");
    out.append("A_1 = -(1 + (L-1) sigma)/(2 pi), sigma = alpha^2/(1 + alpha^2); up to L = ");
    out.append(Shape.MODERATE + " compared with\nthe expansion in the chord.\n\n");
    TextTable table =
        new TextTable("L", "A_1", "k^d eta_k, even", "k^d eta_k, odd", "sup |f_L - f_1|");
    for (Shape shape : shapes) {
      table.add(
          Integer.toString(shape.kernel().depth()),
          Statement.few(shape.slope()),
          Statement.few(shape.even()),
          Statement.few(shape.odd()),
          distance(shape));
    }
    table.write(out);
    writeImbalance(out);
    if (limit.isPresent()) {
      writeLimit(limit.get(), out);
    }
    out.append("\nAs L grows:\n");
    for (String line : asymptotic.map(ShapeReport::lines).orElse(UNKNOWN)) {
      out.append("    ").append(line).append('\n');
    }
    for (Shape shape : shapes) {
      if (shape.gap().isPresent()) {
        out.append("not certified: " + shape.kernel() + ": " + shape.gap().get() + "\n");
      }
    }
  }

  /** The limits in words. */
  private static List<String> lines(ShapeLimit limit) {
    if (limit.time().isEmpty()) {
      return List.of(
          "alpha^2 L is unbounded, so A_1 tends to -infinity: the peak becomes a spike;",
          "B_1 tends to 0: even and odd eigenvalues decay alike.",
          "The limit kernel f_T is for alpha^2 L that tends to some T > 0: here there is none.");
    }
    Rational time = limit.time().get();
    if (time.signum() > 0) {
      return List.of(
          "alpha^2 L = "
              + time
              + ", so A_1 tends to "
              + slope(time)
              + " and B_1 to 0: the slope stays bounded,",
          "even and odd eigenvalues decay alike in the limit, and f_L tends to f_T, uniformly.");
    }
    return List.of(
        "alpha^2 L tends to 0, A_1 to -1/(2 pi), and f_L to the kernel f_1 of one block, uniformly;",
        "but B_1 tends to 0 and not to its -1/(2 pi): the constant of even k tends to half of that",
        "of f_1, the constant of odd k to the same number and not to 0.",
        "The limit kernel f_T is for alpha^2 L that tends to some T > 0: here T = 0 and it is f_1.");
  }

  /** -(1 + T)/(2 pi). */
  private static String slope(Rational time) {
    Rational raised = time.add(1);
    return raised.equals(Rational.of(2))
        ? "-1/pi"
        : "-" + raised.numerator() + "/(" + raised.denominator().shiftLeft(1) + " pi)";
  }

  private void writeImbalance(Writer out) throws IOException {
    out.append("\neta_k/sqrt(eta_(k-1) eta_(k+1)), odd against even eigenvalues, up to L = ");
    out.append(Shape.MODERATE + ":\n");
    List<String> header = new ArrayList<>(List.of("L"));
    Shape.ODD.forEach(k -> header.add("k = " + k));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (Shape shape : shapes) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(shape.kernel().depth())));
      for (long k : Shape.ODD) {
        Ball quotient = shape.imbalance().get(k);
        row.add(quotient == null ? "-" : Statement.few(quotient));
      }
      table.add(row.toArray(String[]::new));
    }
    table.write(out);
  }

  private void writeLimit(LimitTable limit, Writer out) throws IOException {
    out.append("\nThe limit kernel f_T for alpha^2 L -> T = " + time(limit) + ":\n");
    for (LimitTable.Value value : limit.values()) {
      out.append("    f_T(" + value.u() + ") = " + Statement.shown(value.value()) + "\n");
    }
    out.append("\nf_L(u) - f_T(u):\n");
    List<String> header = new ArrayList<>(List.of("L"));
    limit.values().forEach(value -> header.add("u = " + value.u()));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (Shape shape : shapes) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(shape.kernel().depth())));
      limit.differences(shape.kernel()).forEach(value -> row.add(Statement.few(value.value())));
      table.add(row.toArray(String[]::new));
    }
    table.write(out);
  }

  private static String time(LimitTable limit) {
    return limit.kernel().time().toString();
  }

  private static String distance(Shape shape) {
    return shape.kernel().depth() == 1
        ? "0"
        : "in ["
            + ScientificNotation.of(shape.distance().least().lowerDecimal(4))
            + ", "
            + ScientificNotation.of(shape.distance().most().upperDecimal(4))
            + "]";
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("shape", 2).sphere(dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeStringField("family", family);
    json.writeArrayFieldStart("rows");
    for (Shape shape : shapes) {
      json.writeStartObject();
      json.writeNumberField("depth", shape.kernel().depth());
      json.writeStringField("kernel", shape.kernel().toString());
      Statement.writeInterval(json, "slope", shape.slope());
      Statement.writeInterval(json, "antipodalSlope", shape.antipodalSlope());
      Statement.writeInterval(json, "even", shape.even());
      Statement.writeInterval(json, "odd", shape.odd());
      json.writeObjectFieldStart("distance");
      json.writeStringField(
          "lower", ScientificNotation.of(shape.distance().least().lowerDecimal(18)));
      json.writeStringField(
          "upper", ScientificNotation.of(shape.distance().most().upperDecimal(18)));
      json.writeEndObject();
      json.writeArrayFieldStart("imbalance");
      for (Map.Entry<Long, Ball> quotient : shape.imbalance().entrySet()) {
        json.writeStartObject();
        json.writeStringField("k", quotient.getKey().toString());
        Statement.writeEnds(json, quotient.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (limit.isPresent()) {
        writeValues(json, "limitDifference", limit.get().differences(shape.kernel()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    writeFailures(json);
    writeLimits(json);
    if (limit.isPresent()) {
      json.writeObjectFieldStart("limitKernel");
      json.writeStringField("time", time(limit.get()));
      writeValues(json, "values", limit.get().values());
      json.writeEndObject();
    } else {
      json.writeNullField("limitKernel");
    }
  }

  private void writeFailures(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("failures");
    for (Shape shape : shapes) {
      if (shape.gap().isPresent()) {
        json.writeStartObject();
        json.writeNumberField("depth", shape.kernel().depth());
        Failures.write(json, "not-certified", shape.gap().get());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** Limits as numbers: exact, or an infinity. */
  private void writeLimits(JsonGenerator json) throws IOException {
    if (asymptotic.isEmpty()) {
      json.writeNullField("limits");
      return;
    }
    ShapeLimit limits = asymptotic.get();
    json.writeObjectFieldStart("limits");
    json.writeStringField("alpha2L", limits.time().map(Rational::toString).orElse("infinity"));
    json.writeStringField("slope", limits.slope().map(Exact::of).orElse("-infinity"));
    json.writeStringField("antipodalSlope", "0");
    json.writeEndObject();
  }

  private static void writeValues(JsonGenerator json, String name, List<LimitTable.Value> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (LimitTable.Value value : values) {
      json.writeStartObject();
      json.writeStringField("u", value.u().toString());
      Statement.writeEnds(json, value.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
