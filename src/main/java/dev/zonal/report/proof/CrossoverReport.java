package dev.zonal.report.proof;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.theorem.Crossover;
import dev.zonal.theorem.Crossover.Masses;
import dev.zonal.theorem.Crossover.Row;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.TailBelow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of an attempt to prove that the eigenvalues of one kernel fall below another's. */
public final class CrossoverReport {
  /** So many rows beyond k* are shown, and no more rows than these in all. */
  private static final int BEYOND = 3;

  private static final int MOST_ROWS = 40;

  private CrossoverReport() {}

  public static Document of(Spectrum one, Spectrum two, Outcome<Crossover.Proof> result) {
    Page page =
        new Page()
            .field("statement", "eta_k(1) < eta_k(2) for every k > k* where not both are zero")
            .field("kernel 1", one.kernel())
            .field("kernel 2", two.kernel())
            .field("sphere", Envelope.Sphere.name(one.dimension()))
            .field("verdict", Statement.verdict(result));
    result.proof().ifPresent(proof -> describe(page, proof));
    Fields results = Statement.results("crossover", result).with("other", two.kernel().toString());
    result.proof().ifPresent(proof -> fields(results, proof));
    return Document.of(
        page, Envelope.of("crossover", 1, results).kernel(one.kernel()).sphere(one.dimension()));
  }

  private static void describe(Page page, Crossover.Proof proof) {
    page.field("k*", proof.crossover() < 0 ? "none: at every k" : proof.crossover()).space();
    Table<Row> table =
        Table.of(shown(proof))
            .withText("k", row -> Long.toString(row.k()))
            .withText("eta_k(1)", row -> Statement.few(row.one().ball()))
            .withText("eta_k(2)", row -> Statement.few(row.two().ball()))
            .withText("", row -> sign(row.side()));
    if (proof.rows().get(0).masses().isPresent()) {
      table =
          table
              .withText("beyond k (1)", mass(Masses::one))
              .withText("beyond k (2)", mass(Masses::two));
    }
    page.table(table).space();
    proof
        .lighterFrom()
        .ifPresent(
            least ->
                page.note(
                    """
                    Beyond k is the sum of N(d,j) eta_j over j > k, a part of f(1): that of kernel 1 is
                    less than that of kernel 2 beyond every k >= %s."""
                        .formatted(least)));
    for (TailBelow tail : proof.tails()) {
      page.note(words(tail));
    }
  }

  private static List<Row> shown(Crossover.Proof proof) {
    long last = Math.max(Math.max(0, proof.crossover()) + BEYOND, 2 * BEYOND);
    return proof.rows().stream().filter(row -> row.k() <= last).limit(MOST_ROWS).toList();
  }

  private static String sign(Crossover.Side side) {
    return switch (side) {
      case BELOW -> "<";
      case ABOVE -> ">";
      case BOTH_ZERO -> "=";
    };
  }

  private static Function<Row, String> mass(Function<Masses, Ball> which) {
    return row -> row.masses().map(which).map(Statement::few).orElse("");
  }

  private static String words(TailBelow tail) {
    if (tail.isZero()) {
      return "From k0 = %s on, k %s: both are exactly zero.".formatted(tail.from(), tail.parity());
    }
    return "From k0 = %s on, k %s: %s."
        .formatted(
            tail.from(),
            tail.parity(),
            tail.smaller().isEmpty()
                ? "eta_k(1) = 0 exactly, eta_k(2) > 0"
                : "|eta_k(1)/eta_k(2)| <= " + Statement.atMost(tail.quotient()));
  }

  private static void fields(Fields results, Crossover.Proof proof) {
    results
        .with("crossover", proof.crossover() < 0 ? Optional.empty() : Optional.of(text(proof)))
        .with("lighterFrom", proof.lighterFrom().map(Object::toString))
        .with("rows", new Rows<>(proof.rows(), CrossoverReport::fields))
        .with("tails", new Rows<>(proof.tails(), CrossoverReport::fields));
  }

  private static String text(Crossover.Proof proof) {
    return Long.toString(proof.crossover());
  }

  private static Fields fields(Row row) {
    Fields fields =
        new Fields()
            .with("k", Long.toString(row.k()))
            .with("one", eigenvalue(row.one()))
            .with("two", eigenvalue(row.two()))
            .with("side", Words.of(row.side()));
    row.masses().ifPresent(m -> fields.with("beyondOne", m.one()).with("beyondTwo", m.two()));
    return fields;
  }

  private static Fields eigenvalue(Enclosure enclosure) {
    return new Fields().ends(enclosure.ball());
  }

  private static Fields fields(TailBelow tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("quotient", Statement.atMost(tail.quotient()));
  }
}
