package dev.zonal.report.proof;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.QuotientTail;
import java.util.List;
import java.util.Optional;

/**
 * What came of an attempt to prove that two kernels have the same reproducing kernel Hilbert space.
 */
public final class EquivalenceReport {
  private EquivalenceReport() {}

  /**
   * The report.
   *
   * @param note how the second kernel was chosen, if it was
   */
  public static Document of(
      Spectrum one, Spectrum two, Optional<String> note, Outcome<Equivalence.Proof> result) {
    Page page =
        new Page()
            .field(
                "statement", "eta_k(1), eta_k(2) >= 0, and 0 < m <= q_k = eta_k(1)/eta_k(2) <= M")
            .field("", "for all k >= 0 where not both are zero:")
            .field("", "the same Hilbert space, with equivalent norms")
            .field("kernel 1", one.kernel())
            .field("kernel 2", two.kernel());
    note.ifPresent(text -> page.field("", text));
    page.field("sphere", Envelope.Sphere.name(one.dimension()))
        .field("verdict", Statement.verdict(result));
    result
        .proof()
        .ifPresent(
            proof -> {
              describeProof(page, proof);
              describeSobolevSpace(page, one, two);
            });
    return Statement.document(page, one, results(two.kernel(), result));
  }

  /** One of the best constants under its name, and its root, which is one of the norms. */
  private record Bound(String name, Extremum extremum, Ball root) {
    static Bound of(String name, Extremum extremum) {
      return new Bound(name, extremum, Precision.CONSTANTS.sqrt(extremum.value()));
    }
  }

  private static List<Bound> bounds(Equivalence.Proof proof) {
    return List.of(Bound.of("infimum", proof.infimum()), Bound.of("supremum", proof.supremum()));
  }

  private static void describeProof(Page page, Equivalence.Proof proof) {
    Ball spread = Precision.CONSTANTS.divide(proof.supremum().value(), proof.infimum().value());
    page.space()
        .table(
            Table.of(bounds(proof))
                .withText("", bound -> bound.name().substring(0, 3) + " q_k")
                .withText("value", bound -> Statement.shown(bound.extremum().value()))
                .withText("square root", bound -> Statement.shown(bound.root()))
                .withText("attained", bound -> Statement.places(bound.extremum())))
        .space()
        .note(
            "sup/inf = %s; sqrt(inf) |f|_1 <= |f|_2 <= sqrt(sup) |f|_1 for every f."
                .formatted(Statement.shown(spread)))
        .space();
    for (QuotientTail tail : proof.tails()) {
      page.note(
          "From k0 = %s on, k %s: q_k = %s (1 + x_k), |x_k| <= %s%s."
              .formatted(
                  tail.from(),
                  tail.parity(),
                  Statement.shown(tail.limit()),
                  Statement.atMost(tail.spread()),
                  side(tail)));
    }
    page.note(
        proof.isOfItself()
            ? "The kernels are the same; it is positive semidefinite."
            : "Below, %s quotients were enclosed. Both kernels are positive semidefinite."
                .formatted(proof.quotients().size()));
  }

  /** What the theorem says in words where the space of one of the kernels is a Sobolev space. */
  private static void describeSobolevSpace(Page page, Spectrum one, Spectrum two) {
    boolean isSecond = two.kernel().structure() instanceof Structure.LaplacianPower;
    Spectrum sobolev = isSecond ? two : one;
    if (sobolev.kernel().structure() instanceof Structure.LaplacianPower power) {
      Rational order = power.exponent(sobolev.dimension());
      page.space()
          .note(
              "The reproducing kernel Hilbert space of %s"
                  .formatted((isSecond ? one : two).kernel()))
          .note(
              "is the Sobolev space H^%s(S^%s), with these constants: |f|_%s is the norm of"
                  .formatted(bracketed(order), sobolev.dimension() - 1, isSecond ? 2 : 1))
          .note(
              "(%s - Laplacian)^%s f in L^2 of the probability measure (docs/theory.md, Lemma 15.1)."
                  .formatted(power.shift(), bracketed(order.divide(2))));
    }
  }

  private static String bracketed(Rational exponent) {
    return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
  }

  private static String side(QuotientTail tail) {
    return tail.side() == 0 ? "" : tail.side() > 0 ? ", x_k > 0" : ", x_k < 0";
  }

  private static Fields results(Kernel two, Outcome<Equivalence.Proof> result) {
    Fields results = Statement.results("equivalence", result).with("other", two.toString());
    if (result instanceof Outcome.Proven<Equivalence.Proof> proven) {
      bounds(proven.evidence()).forEach(bound -> results.with(bound.name(), fields(bound)));
      results.with("tails", new Rows<>(proven.evidence().tails(), EquivalenceReport::fields));
    }
    return results;
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
