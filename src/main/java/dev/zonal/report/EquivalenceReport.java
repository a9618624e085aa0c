package dev.zonal.report;

import dev.zonal.arithmetic.Ball;
import dev.zonal.grid.NormConstants;
import dev.zonal.kernel.Kernel;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.QuotientTail;
import java.util.List;
import java.util.Optional;

/**
 * What came of an attempt to prove that two kernels have the same reproducing kernel Hilbert space.
 */
public final class EquivalenceReport {
  private EquivalenceReport() {}

  /**
   * What was to be proved.
   *
   * @param note how the second kernel was chosen, if it was
   */
  public record Question(Kernel one, Kernel two, int dimension, Optional<String> note) {}

  /**
   * @param constants what the extrema say of the norms; present if they are
   */
  public static Document of(
      Question question, Equivalence result, Optional<NormConstants> constants) {
    List<Bound> bounds =
        constants.isPresent()
            ? List.of(
                new Bound("infimum", result.infimum().orElseThrow(), constants.get().least()),
                new Bound("supremum", result.supremum().orElseThrow(), constants.get().greatest()))
            : List.of();
    Page page =
        new Page()
            .field(
                "statement", "eta_k(1), eta_k(2) >= 0, and 0 < m <= q_k = eta_k(1)/eta_k(2) <= M")
            .field("", "for all k >= 0 where not both are zero:")
            .field("", "the same Hilbert space, with equivalent norms")
            .field("kernel 1", question.one())
            .field("kernel 2", question.two());
    question.note().ifPresent(text -> page.field("", text));
    page.field("sphere", Envelope.Sphere.name(question.dimension()))
        .field("verdict", Statement.verdict(result.verdict(), result.reason()));
    constants.ifPresent(norms -> describeProof(page, result, bounds, norms));
    return Statement.document(
        page, question.one(), question.dimension(), results(question.two(), result, bounds));
  }

  /** One of the best constants under its name, and its root. */
  private record Bound(String name, Extremum extremum, Ball root) {}

  private static void describeProof(
      Page page, Equivalence result, List<Bound> bounds, NormConstants norms) {
    page.space()
        .table(
            Table.of(bounds)
                .withText("", bound -> bound.name().substring(0, 3) + " q_k")
                .withText("value", bound -> Statement.shown(bound.extremum().value()))
                .withText("square root", bound -> Statement.shown(bound.root()))
                .withText("attained", bound -> Statement.places(bound.extremum())))
        .space()
        .note(
            "sup/inf = "
                + Statement.shown(norms.spread())
                + "; sqrt(inf) |f|_1 <= |f|_2 <= sqrt(sup) |f|_1 for every f.")
        .space();
    for (QuotientTail tail : result.tails()) {
      page.note(
          "From k0 = "
              + tail.from()
              + " on, k "
              + tail.parity()
              + ": q_k = "
              + Statement.shown(tail.limit())
              + " (1 + x_k), |x_k| <= "
              + Statement.atMost(tail.spread())
              + side(tail)
              + ".");
    }
    page.note(
        result.itself().isPresent()
            ? "The kernels are the same; it is positive semidefinite."
            : "Below, "
                + result.table().size()
                + " quotients were enclosed. Both kernels are positive semidefinite.");
  }

  private static String side(QuotientTail tail) {
    return tail.side() == 0 ? "" : tail.side() > 0 ? ", x_k > 0" : ", x_k < 0";
  }

  private static Fields results(Kernel two, Equivalence result, List<Bound> bounds) {
    Fields results =
        Statement.results("equivalence", result.verdict(), result.reason())
            .with("other", two.toString());
    bounds.forEach(bound -> results.with(bound.name(), fields(bound)));
    return bounds.isEmpty()
        ? results
        : results.with("tails", new Rows<>(result.tails(), EquivalenceReport::fields));
  }

  private static Fields fields(Bound bound) {
    return new Fields()
        .with("value", bound.extremum().value())
        .with("squareRoot", bound.root())
        .with("attained", Statement.attained(bound.extremum()));
  }

  private static Fields fields(QuotientTail tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("limit", tail.limit())
        .with("spread", Statement.atMost(tail.spread()));
  }
}
