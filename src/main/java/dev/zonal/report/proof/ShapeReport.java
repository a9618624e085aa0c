package dev.zonal.report.proof;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Exact;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.theorem.shape.LimitTable;
import dev.zonal.theorem.shape.Shape;
import dev.zonal.theorem.shape.ShapeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of a family of residual tangent kernels, depth by depth. */
public final class ShapeReport {
  private static final String LETTERS =
      """
      c = |A_1|: the Laplace kernel exp(-c r) has the same slope at coincidence.
      A_1 = -(1 + (L-1) sigma)/(2 pi), sigma = alpha^2/(1 + alpha^2); up to L = %s compared with
      the expansion in the chord.""";

  private ShapeReport() {}

  /**
   * One depth.
   *
   * @param differences the kernel less the limit kernel, at the points of its table; empty if there
   *     is none
   */
  public record Depth(Shape shape, List<LimitTable.Value> differences) {
    private String number() {
      return Integer.toString(shape.kernel().depth());
    }
  }

  /**
   * The report.
   *
   * @param asymptotic what happens as the depth grows, where that can be read from the family
   * @param limit the limit kernel, for the families that have one
   */
  public static Document of(
      String family,
      int dimension,
      List<Depth> depths,
      Optional<ShapeLimit> asymptotic,
      Optional<LimitTable> limit) {
    Page page =
        new Page()
            .field("family", family)
            .field("sphere", Envelope.Sphere.name(dimension))
            .space()
            .note(LETTERS.formatted(Shape.MODERATE))
            .space()
            .table(
                byDepth(depths)
                    .withText("A_1", of(Shape::slope))
                    .withText("k^d eta_k, even", of(Shape::even))
                    .withText("k^d eta_k, odd", of(Shape::odd))
                    .withText("sup |f_L - f_1|", depth -> distance(depth.shape())))
            .space()
            .note(
                "eta_k/sqrt(eta_(k-1) eta_(k+1)), odd against even eigenvalues, up to L = %s:"
                    .formatted(Shape.MODERATE))
            .table(imbalances(depths));
    limit.ifPresent(table -> describe(page, table, depths));
    page.space().note("As L grows:").note(describe(asymptotic).indent(4).stripTrailing());
    for (Depth depth : depths) {
      Shape shape = depth.shape();
      shape.gap().ifPresent(gap -> page.note("not certified: " + shape.kernel() + ": " + gap));
    }
    Fields results =
        new Fields()
            .with("family", family)
            .with("rows", new Rows<>(depths, depth -> fields(depth, limit.isPresent())))
            .with("failures", failures(depths))
            .with("limits", asymptotic.<Value>map(ShapeReport::fields).orElse(new Cell.Nothing()))
            .with("limitKernel", limit.<Value>map(ShapeReport::fields).orElse(new Cell.Nothing()));
    return Document.of(page, Envelope.of("shape", 2, results).sphere(dimension));
  }

  private static Table<Depth> byDepth(List<Depth> depths) {
    return Table.of(depths).withText("L", Depth::number);
  }

  private static Function<Depth, String> of(Function<Shape, Ball> number) {
    return depth -> Statement.few(number.apply(depth.shape()));
  }

  private static String distance(Shape shape) {
    return shape.kernel().depth() == 1
        ? "0"
        : "in " + Statement.interval(shape.distance().least(), shape.distance().most(), 4);
  }

  private static Table<Depth> imbalances(List<Depth> depths) {
    Table<Depth> table = byDepth(depths);
    for (long k : Shape.ODD) {
      table =
          table.withText(
              "k = " + k,
              depth ->
                  Optional.ofNullable(depth.shape().imbalance().get(k))
                      .map(Statement::few)
                      .orElse("-"));
    }
    return table;
  }

  private static void describe(Page page, LimitTable limit, List<Depth> depths) {
    page.space().note("The limit kernel f_T for alpha^2 L -> T = " + limit.kernel().time() + ":");
    Table<Depth> differences = byDepth(depths);
    for (int i = 0; i < limit.values().size(); i++) {
      LimitTable.Value value = limit.values().get(i);
      int index = i;
      page.note("    f_T(" + value.u() + ") = " + Statement.shown(value.value()));
      differences =
          differences.withText(
              "u = " + value.u(), depth -> Statement.few(depth.differences().get(index).value()));
    }
    page.space().note("f_L(u) - f_T(u):").table(differences);
  }

  /** What happens as L grows, in words. */
  private static String describe(Optional<ShapeLimit> asymptotic) {
    if (asymptotic.isEmpty()) {
      return "what alpha^2 L tends to cannot be read from this family: no limit is stated";
    }
    Optional<Rational> time = asymptotic.get().time();
    if (time.isEmpty()) {
      return """
          alpha^2 L is unbounded, so A_1 tends to -infinity: the peak becomes a spike;
          B_1 tends to 0: even and odd eigenvalues decay alike.
          The limit kernel f_T is for alpha^2 L that tends to some T > 0: here there is none.
          """;
    }
    if (time.get().isZero()) {
      return """
          alpha^2 L tends to 0, A_1 to -1/(2 pi), and f_L to the kernel f_1 of one block, uniformly;
          but B_1 tends to 0 and not to its -1/(2 pi): the constant of even k tends to half of that
          of f_1, the constant of odd k to the same number and not to 0.
          The limit kernel f_T is for alpha^2 L that tends to some T > 0: here T = 0 and it is f_1.
          """;
    }
    return """
        alpha^2 L = %s, so A_1 tends to %s and B_1 to 0: the slope stays bounded,
        even and odd eigenvalues decay alike in the limit, and f_L tends to f_T, uniformly.
        """
        .formatted(time.get(), slope(time.get()));
  }

  /** -(1 + T)/(2 pi). */
  private static String slope(Rational time) {
    Rational raised = time.add(1);
    return raised.equals(Rational.of(2))
        ? "-1/pi"
        : "-" + raised.numerator() + "/(" + raised.denominator().shiftLeft(1) + " pi)";
  }

  private static Fields fields(Depth depth, boolean hasLimit) {
    Shape shape = depth.shape();
    Fields fields =
        new Fields()
            .with("depth", shape.kernel().depth())
            .with("kernel", shape.kernel().toString())
            .with("slope", shape.slope())
            .with("antipodalSlope", shape.antipodalSlope())
            .with("even", shape.even())
            .with("odd", shape.odd())
            .with("distance", new Fields().ends(shape.distance().least(), shape.distance().most()))
            .with(
                "imbalance",
                new Rows<>(List.copyOf(shape.imbalance().entrySet()), ShapeReport::imbalance));
    return hasLimit ? fields.with("limitDifference", values(depth.differences())) : fields;
  }

  private static Fields imbalance(Map.Entry<Long, Ball> quotient) {
    return new Fields().with("k", quotient.getKey().toString()).ends(quotient.getValue());
  }

  private static Value failures(List<Depth> depths) {
    return new Rows<>(
        depths.stream().map(Depth::shape).filter(shape -> shape.gap().isPresent()).toList(),
        shape ->
            new Fields()
                .with("depth", shape.kernel().depth())
                .with("code", "not-certified")
                .with("reason", shape.gap().orElseThrow()));
  }

  /** Limits as numbers: exact, or an infinity. */
  private static Fields fields(ShapeLimit limits) {
    return new Fields()
        .with("alpha2L", limits.time().map(Rational::toString).orElse("infinity"))
        .with("slope", limits.slope().map(Exact::of).orElse("-infinity"))
        .with("antipodalSlope", "0");
  }

  private static Fields fields(LimitTable limit) {
    return new Fields()
        .with("time", limit.kernel().time().toString())
        .with("values", values(limit.values()));
  }

  private static Rows<LimitTable.Value> values(List<LimitTable.Value> values) {
    return new Rows<>(
        values, value -> new Fields().with("u", value.u().toString()).ends(value.value()));
  }
}
