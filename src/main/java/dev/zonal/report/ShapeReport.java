package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.Ball;
import dev.zonal.theorem.Shape;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * The shapes of a family of residual tangent kernels, depth by depth.
 *
 * @param limits what happens as the depth grows, in lines of text
 */
public record ShapeReport(String family, int dimension, List<Shape> shapes, List<String> limits) {
  private static final String SCHEMA = "zonal.shape/1";

  /** As text for people or as JSON; there is no CSV. */
  public void write(Format format, Writer out) throws IOException {
    if (format == Format.JSON) {
      Json.write(out, this::writeJson);
    } else {
      writeText(out);
    }
  }

  private void writeText(Writer out) throws IOException {
    out.append("family         ").append(family).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n\n");
    out.append("c = |A_1|: the Laplace kernel exp(-c r) has the same slope at coincidence.\n");
    out.append("A_1 = -(1 + (L-1) sigma)/(2 pi), sigma = alpha^2/(1 + alpha^2); up to L = ");
    out.append(Shape.MODERATE + " compared with\nthe expansion in the chord, which also gave ");
    out.append("eta_3/sqrt(eta_2 eta_4).\n\n");
    TextTable table =
        new TextTable(
            "L", "A_1", "k^d eta_k, even", "k^d eta_k, odd", "sup |f_L - f_1|", "eta_3/sqrt(..)");
    for (Shape shape : shapes) {
      table.add(
          Integer.toString(shape.kernel().depth()),
          Statement.few(shape.slope()),
          Statement.few(shape.even()),
          Statement.few(shape.odd()),
          distance(shape),
          shape.imbalance().map(Statement::few).orElse("-"));
    }
    table.write(out);
    if (!limits.isEmpty()) {
      out.append("\nAs L grows:\n");
      for (String line : limits) {
        out.append("    ").append(line).append('\n');
      }
    }
    for (Shape shape : shapes) {
      if (shape.gap().isPresent()) {
        out.append("not certified: " + shape.kernel() + ": " + shape.gap().get() + "\n");
      }
    }
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

  private void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("family", family);
    json.writeNumberField("dimension", dimension);
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
      Optional<Ball> imbalance = shape.imbalance();
      if (imbalance.isPresent()) {
        Statement.writeInterval(json, "imbalance", imbalance.get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("limits");
    for (String line : limits) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
