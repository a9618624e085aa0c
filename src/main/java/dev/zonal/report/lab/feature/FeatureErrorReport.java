package dev.zonal.report.lab.feature;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.lab.approximation.ErrorExperiment;
import dev.zonal.lab.approximation.SufficientFeatures;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.Measured;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Spectral errors of features, and what they are measured by.
 *
 * @param tail what a polynomial of that degree lacks, where there is one
 */
public record FeatureErrorReport(
    int depth, int dimension, int points, int repeats, long seed, Optional<Tail> tail) {
  private static final int BOUND_DIGITS = 6;

  /**
   * The terms that a polynomial leaves out.
   *
   * @param sum of their coefficients, to {@link #DIGITS} digits
   */
  public record Tail(int degree, Certification<CertifiedValue> sum) {
    public static final int DIGITS = 12;
  }

  /**
   * A lambda, and the sizes of things there.
   *
   * @param sampled the effective dimension of the matrix at hand, in doubles
   * @param bound of its mean, enclosed
   * @param sufficient features by a theorem, for one hidden layer
   */
  public record Yardstick(
      Rational lambda,
      double sampled,
      Certification<Ball> bound,
      Optional<SufficientFeatures> sufficient) {}

  /** The document. */
  public Document of(List<Yardstick> yardsticks, List<ErrorExperiment.Row> rows) {
    Table<Yardstick> sizes =
        Table.of(yardsticks)
            .withText("lambda", row -> row.lambda.toString())
            .with("effective", row -> Measured.number(row.sampled))
            .with("bound", row -> Cell.of(row.bound.value().map(this::upper)))
            .with("ramps", row -> Measured.atLeast(row.sufficient.map(SufficientFeatures::ramps)))
            .with("steps", row -> Measured.atLeast(row.sufficient.map(SufficientFeatures::steps)));
    Table<ErrorExperiment.Row> errors =
        Table.of(rows)
            .withText("method", row -> Words.of(row.plan().method()))
            .with("features", row -> new Cell.Whole(row.features()))
            .with("lambda", row -> Measured.number(row.lambda()))
            .with("eps", row -> Measured.number(row.error().mean()))
            .with("error", row -> Measured.rough(row.error().standardError()))
            .with("frobenius", row -> Measured.number(Math.sqrt(row.frobenius().mean())))
            .with("expected", row -> Measured.number(row.predicted().map(Math::sqrt)))
            .with("z", row -> Measured.score(row.predicted().map(row.frobenius()::z)))
            .with("defect", row -> Measured.rough(row.predicted().map(x -> defect(row, x))));
    Fields results =
        new Fields()
            .with("depth", depth)
            .with("dimension", dimension)
            .with("points", points)
            .with("repeats", repeats)
            .with("seed", seed)
            .with("tail", tail.<Value>map(this::tailFields).orElseGet(Cell.Nothing::new))
            .with("yardsticks", sizes.records())
            .with("rows", errors.records());
    Page page =
        new Page()
            .field("kernel", FeatureSampleReport.kernel(depth))
            .field("points", points + " on " + Envelope.Sphere.name(dimension))
            .field("repeats", repeats + ", seed " + seed);
    tail.ifPresent(t -> page.field("tail", tailText(t)));
    page.space()
        .table(sizes)
        .space()
        .note("effective: tr K (K + lambda)^-1 of these points; bound: certified, of its mean over")
        .note("points; ramps, steps: what a theorem asks for, for eps = 1/2 with probability 9/10.")
        .space()
        .table(errors)
        .space()
        .note(
            "eps: (1 - eps)(K + lambda) <= F F^T + lambda <= (1 + eps)(K + lambda); error: of its")
        .note("mean. frobenius: root mean square of |F F^T - K|/|K|, and what is expected of it.");
    return Document.of(page, errors, Envelope.of("featureerror", 1, results));
  }

  /** Of the norm, which is half of that of its square. */
  private static double defect(ErrorExperiment.Row row, double predicted) {
    return row.frobenius().smallestDefect(predicted) / 2;
  }

  /** No effective dimension is larger than the number of points. */
  private String upper(Ball ball) {
    BigDecimal bound = ball.upperDecimal(BOUND_DIGITS);
    return ScientificNotation.of(bound.min(BigDecimal.valueOf(points)));
  }

  private static String tailText(Tail tail) {
    return "what the polynomial of degree %d lacks at u = 1: %s"
        .formatted(
            tail.degree,
            tail.sum
                .value()
                .map(value -> ScientificNotation.of(value.rounded()))
                .orElseGet(() -> "not certified: " + tail.sum.refusal().orElseThrow()));
  }

  private Fields tailFields(Tail tail) {
    Fields fields = new Fields().with("degree", tail.degree);
    tail.sum
        .value()
        .ifPresent(
            value ->
                fields
                    .with("value", ScientificNotation.of(value.rounded()))
                    .ends(value.enclosure()));
    return fields;
  }
}
