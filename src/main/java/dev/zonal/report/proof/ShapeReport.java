package dev.zonal.report.proof;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Exact;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.shape.LimitTable;
import dev.zonal.theorem.shape.Shape;
import dev.zonal.theorem.shape.ShapeLimit;
import dev.zonal.theorem.shape.SlopeComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** The shapes of a family of residual tangent kernels, depth by depth. */
public final class ShapeReport {
  private static final String LETTERS =
      """
      c = |A_1|: the Laplace kernel exp(-c r) has the same slope at coincidence.
      A_1 = %s,%s; up to L = %s compared with
      the expansion in the chord.""";

  private static final String BLOCKS = "-(1 + (L-1) sigma)/(2 pi)";
  private static final String ALL = "-L/(2 pi) sigma (2 + (L-1) sigma)/(1 + L sigma)";
  private static final String PLAIN = "sigma = alpha^2/(1 + alpha^2)";
  private static final String WEIGHTED = "sigma = s/(1 + s), s = alpha^2 sw2/2";

  private static final String COMPARISON =
      """
      Beside the fully connected network of the same depth, fcntk:L, of slope -L/(2 pi):
      rho = %s is the quotient of the slopes. How it grows with
      sigma, how |A_1| grows and rho falls to the next depth (docs/theory.md, Theorem 23.2):""";

  private static final String THEOREM =
      """
      In every row 0 < |A_1| < L/(2 pi), and |A_1| grows with alpha and with L, rho falls with L""";

  private static final String EARLY =
      """
      The same, at most: odd eigenvalues are small for k well below 1/sqrt(L sigma), where even
      ones are those of one block (docs/theory.md, Theorem 29.6):""";

  private static final String SHARES =
      """
      eta_k/sigma, at least, for this branch weight and every smaller one, k below 1/sqrt(L sigma):
      with sigma divided out odd eigenvalues do not vanish as alpha does (docs/theory.md,
      Corollary 29.6a):""";

  private static final String RATE =
      """
      Over all u: from below the largest of these, from above C/L of Theorem 29.3 and Corollary
      29.4 of docs/theory.md; u_L and U(T) are the Gaussian processes of the same blocks:""";

  /** How that ends where the blocks are trained. */
  private static final String BUT_FOR_ONE =
      """

      (for L = 1 both kernels are the same)""";

  private ShapeReport() {}

  /**
   * One depth.
   *
   * @param limit how far the kernel is from the limit kernel, if there is one
   */
  public record Depth(Shape shape, Optional<LimitTable.Distance> limit) {
    private String number() {
      return Integer.toString(shape.kernel().depth());
    }

    private boolean trainsAll() {
      return shape.kernel().training() == Training.ALL;
    }

    private boolean isPlain() {
      return shape.kernel().recursion().layer().isPlain();
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
    Depth first = depths.get(0);
    String square = first.isPlain() ? "alpha^2" : "s";
    Page page =
        new Page()
            .field("family", family)
            .field("sphere", Envelope.Sphere.name(dimension))
            .space()
            .note(letters(first))
            .space()
            .table(
                byDepth(depths)
                    .withText("A_1", of(Shape::slope))
                    .withText("k^d eta_k, even", of(Shape::even))
                    .withText("k^d eta_k, odd", of(Shape::odd))
                    .withText(
                        first.trainsAll() ? "sup |f_L - u|" : "sup |f_L - f_1|",
                        depth -> distance(depth)))
            .space();
    compare(page, depths);
    page.space()
        .note(
            "eta_k/sqrt(eta_(k-1) eta_(k+1)), odd against even eigenvalues, up to L = %s:"
                .formatted(Shape.MODERATE))
        .table(imbalances(depths, Shape::imbalance, Statement::few));
    if (depths.stream().anyMatch(depth -> !depth.shape().early().isEmpty())) {
      page.space().note(EARLY).table(imbalances(depths, Shape::early, Statement::atMost));
    }
    if (depths.stream().anyMatch(depth -> !depth.shape().oddShares().isEmpty())) {
      page.space().note(SHARES).table(imbalances(depths, Shape::oddShares, Statement::atLeast));
    }
    limit.ifPresent(table -> describe(page, table, depths, square));
    page.space().note("As L grows:").note(describe(asymptotic, square).indent(4).stripTrailing());
    for (Depth depth : depths) {
      Shape shape = depth.shape();
      shape.gap().ifPresent(gap -> page.note("not certified: " + shape.kernel() + ": " + gap));
    }
    Fields results =
        new Fields()
            .with("family", family)
            .with("rows", new Rows<>(depths, ShapeReport::fields))
            .with("failures", failures(depths))
            .with("limits", asymptotic.<Value>map(ShapeReport::fields).orElse(new Cell.Nothing()))
            .with("limitKernel", limit.<Value>map(ShapeReport::fields).orElse(new Cell.Nothing()));
    return Document.of(page, Envelope.of("shape", 5, results).sphere(dimension));
  }

  private static Table<Depth> byDepth(List<Depth> depths) {
    return Table.of(depths).withText("L", Depth::number);
  }

  private static Function<Depth, String> of(Function<Shape, Ball> number) {
    return depth -> Statement.few(number.apply(depth.shape()));
  }

  private static String distance(Depth depth) {
    Shape shape = depth.shape();
    return shape.kernel().depth() == 1 && !depth.trainsAll()
        ? "0"
        : "in " + Statement.interval(shape.distance().least(), shape.distance().most(), 4);
  }

  private static String letters(Depth first) {
    return LETTERS.formatted(
        first.trainsAll() ? ALL : BLOCKS,
        (first.trainsAll() ? "\n" : " ") + (first.isPlain() ? PLAIN : WEIGHTED),
        Shape.MODERATE);
  }

  private static void compare(Page page, List<Depth> depths) {
    Depth first = depths.get(0);
    String rho =
        first.trainsAll() ? "sigma (2 + (L-1) sigma)/(1 + L sigma)" : "(1 + (L-1) sigma)/L";
    page.note(COMPARISON.formatted(rho))
        .table(
            byDepth(depths)
                .withText("-L/(2 pi)", of(shape -> fullyConnected(shape.comparison())))
                .withText("rho", of(shape -> shape.comparison().quotient()))
                .withText("d rho/d sigma", of(shape -> shape.comparison().growthInWeight()))
                .withText("growth of |A_1|", of(shape -> growth(shape.comparison())))
                .withText("fall of rho", of(shape -> shape.comparison().fallInDepth())));
    if (depths.stream().allMatch(depth -> depth.shape().gap().isEmpty())) {
      page.note(THEOREM + (first.trainsAll() ? "." : BUT_FOR_ONE + "."));
    }
  }

  private static Ball fullyConnected(SlopeComparison comparison) {
    return comparison.fullyConnected().in(Precision.CONSTANTS);
  }

  /** From units of 1/(2 pi). */
  private static Ball growth(SlopeComparison comparison) {
    Ball half = Precision.CONSTANTS.scale(comparison.growthInDepth(), Rational.of(1, 2));
    return Precision.CONSTANTS.divide(half, Precision.CONSTANTS.pi());
  }

  private static Table<Depth> imbalances(
      List<Depth> depths,
      Function<Shape, SortedMap<Long, Ball>> quotients,
      Function<Ball, String> words) {
    Table<Depth> table = byDepth(depths);
    for (long k : Shape.ODD) {
      table =
          table.withText(
              "k = " + k,
              depth ->
                  Optional.ofNullable(quotients.apply(depth.shape()).get(k))
                      .map(words)
                      .orElse("-"));
    }
    return table;
  }

  private static void describe(Page page, LimitTable limit, List<Depth> depths, String square) {
    page.space()
        .note("The limit kernel f_T for %s L -> T = %s:".formatted(square, limit.kernel().time()));
    Table<Depth> differences = byDepth(depths);
    for (int i = 0; i < limit.values().size(); i++) {
      LimitTable.Value value = limit.values().get(i);
      int index = i;
      page.note("    f_T(" + value.u() + ") = " + Statement.shown(value.value()));
      differences =
          differences.withText(
              "u = " + value.u(),
              depth -> Statement.few(depth.limit().orElseThrow().values().get(index).value()));
    }
    page.space()
        .note("f_L(u) - f_T(u):")
        .table(differences)
        .space()
        .note(RATE)
        .table(
            byDepth(depths)
                .withText("sup |f_L - f_T|", depth -> supremum(depth.limit().orElseThrow()))
                .withText(
                    "sup |u_L - U(T)|",
                    depth -> "at most " + Statement.atMost(depth.limit().orElseThrow().process())));
  }

  private static String supremum(LimitTable.Distance distance) {
    return "in " + Statement.interval(distance.least(), distance.most(), 4);
  }

  /** What happens as L grows, in words. */
  private static String describe(Optional<ShapeLimit> asymptotic, String square) {
    if (asymptotic.isEmpty()) {
      return "what %s L tends to cannot be read from this family: no limit is stated"
          .formatted(square);
    }
    Optional<Rational> time = asymptotic.get().time();
    if (time.isEmpty()) {
      return """
          %1$s L is unbounded, so A_1 tends to -infinity: the peak becomes a spike;
          B_1 tends to 0: even and odd eigenvalues decay alike.
          The limit kernel f_T is for %1$s L that tends to some T > 0: here there is none.
          """
          .formatted(square);
    }
    if (time.get().isZero() && asymptotic.get().training() == Training.ALL) {
      return """
          %1$s L tends to 0, A_1 and B_1 to 0, and f_L to u, uniformly: a linear network.
          The limit kernel f_T is for %1$s L that tends to some T > 0: here T = 0 and it is u.
          """
          .formatted(square);
    }
    if (time.get().isZero()) {
      return """
          %1$s L tends to 0, A_1 to -1/(2 pi), and f_L to the kernel f_1 of one block, uniformly;
          but B_1 tends to 0 and not to its -1/(2 pi): the constant of even k tends to half of that
          of f_1, the constant of odd k to the same number and not to 0.
          The limit kernel f_T is for %1$s L that tends to some T > 0: here T = 0 and it is f_1.
          """
          .formatted(square);
    }
    return """
        %s L = %s, so A_1 tends to %s and B_1 to 0: the slope stays bounded,
        even and odd eigenvalues decay alike in the limit, and f_L tends to f_T, uniformly.
        """
        .formatted(square, time.get(), slope(asymptotic.get().slope().orElseThrow()));
  }

  /** A negative rational number over pi, as -1/pi or -2/(3 pi). */
  private static String slope(PiRational slope) {
    Rational size = slope.coefficient().negate();
    return size.isInteger()
        ? "-" + size + "/pi"
        : "-" + size.numerator() + "/(" + size.denominator() + " pi)";
  }

  private static Fields fields(Depth depth) {
    Shape shape = depth.shape();
    Fields fields =
        new Fields()
            .with("depth", shape.kernel().depth())
            .with("kernel", shape.kernel().toString())
            .with("slope", shape.slope())
            .with("antipodalSlope", shape.antipodalSlope())
            .with("even", shape.even())
            .with("odd", shape.odd())
            .with("comparison", fields(shape.comparison()))
            .with("distance", new Fields().ends(shape.distance().least(), shape.distance().most()))
            .with(
                "imbalance",
                new Rows<>(List.copyOf(shape.imbalance().entrySet()), ShapeReport::imbalance))
            .with(
                "earlyImbalance",
                new Rows<>(List.copyOf(shape.early().entrySet()), ShapeReport::early))
            .with(
                "oddShare",
                new Rows<>(List.copyOf(shape.oddShares().entrySet()), ShapeReport::share));
    return depth.limit().map(distance -> fields(fields, distance)).orElse(fields);
  }

  private static Fields fields(Fields fields, LimitTable.Distance distance) {
    return fields
        .with("limitDifference", values(distance.values()))
        .with("limitDistance", new Fields().ends(distance.least(), distance.most()))
        .with("processDistance", new Fields().ends(Ball.exact(0), distance.process()));
  }

  private static Fields fields(SlopeComparison comparison) {
    return new Fields()
        .with("slope", fullyConnected(comparison), Optional.of(comparison.fullyConnected()))
        .with("quotient", comparison.quotient())
        .with("growthInSigma", comparison.growthInWeight())
        .with("growthInDepth", growth(comparison))
        .with("fallInDepth", comparison.fallInDepth());
  }

  private static Fields imbalance(Map.Entry<Long, Ball> quotient) {
    return new Fields().with("k", quotient.getKey().toString()).ends(quotient.getValue());
  }

  private static Fields early(Map.Entry<Long, Ball> bound) {
    return new Fields().with("k", bound.getKey().toString()).ends(Ball.exact(0), bound.getValue());
  }

  private static Fields share(Map.Entry<Long, Ball> bound) {
    return new Fields().with("k", bound.getKey().toString()).least(bound.getValue());
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
