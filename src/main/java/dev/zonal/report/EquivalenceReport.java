package dev.zonal.report;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.QuotientTail;
import dev.zonal.theorem.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of an attempt to prove that two kernels have the same reproducing kernel Hilbert space.
 */
public final class EquivalenceReport {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private EquivalenceReport() {}

  /**
   * @param note how the second kernel was chosen, if it was
   */
  public static Document of(
      Kernel one, Kernel two, int dimension, Equivalence result, Optional<String> note) {
    Page page =
        new Page()
            .field(
                "statement", "eta_k(1), eta_k(2) >= 0, and 0 < m <= q_k = eta_k(1)/eta_k(2) <= M")
            .field("", "for all k >= 0 where not both are zero:")
            .field("", "the same Hilbert space, with equivalent norms")
            .field("kernel 1", one)
            .field("kernel 2", two);
    note.ifPresent(text -> page.field("", text));
    page.field("sphere", Envelope.Sphere.name(dimension))
        .field("verdict", Statement.verdict(result.verdict(), result.reason()));
    if (result.verdict() == Verdict.PROVEN) {
      describeProof(page, result);
    }
    return Statement.document(page, one, dimension, results(two, result));
  }

  /** One of the best constants under its name. */
  private record Bound(String name, Extremum extremum) {}

  private static void describeProof(Page page, Equivalence result) {
    Extremum least = result.infimum().orElseThrow();
    Extremum greatest = result.supremum().orElseThrow();
    page.space()
        .table(
            Table.of(List.of(new Bound("inf q_k", least), new Bound("sup q_k", greatest)))
                .withText("", Bound::name)
                .withText("value", bound -> Statement.shown(bound.extremum().value()))
                .withText("square root", bound -> Statement.shown(root(bound.extremum())))
                .withText("attained", bound -> Statement.places(bound.extremum())))
        .space()
        .note(
            "sup/inf = "
                + Statement.shown(OVER.divide(greatest.value(), least.value()))
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

  private static Ball root(Extremum extremum) {
    return OVER.sqrt(extremum.value());
  }

  private static Fields results(Kernel two, Equivalence result) {
    Fields results =
        Statement.results("equivalence", result.verdict(), result.reason())
            .with("other", two.toString());
    return result.verdict() == Verdict.PROVEN
        ? results
            .with("infimum", fields(result.infimum().orElseThrow()))
            .with("supremum", fields(result.supremum().orElseThrow()))
            .with("tails", new Rows<>(result.tails(), EquivalenceReport::fields))
        : results;
  }

  private static Fields fields(Extremum extremum) {
    return new Fields()
        .with("value", extremum.value())
        .with("squareRoot", root(extremum))
        .with("attained", Statement.attained(extremum));
  }

  private static Fields fields(QuotientTail tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("limit", tail.limit())
        .with("spread", Statement.atMost(tail.spread()));
  }
}
