package dev.zonal.report.box;

import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.box.BoxProof;
import dev.zonal.theorem.box.BoxStatement;
import dev.zonal.theorem.box.FamilyBound;
import dev.zonal.theorem.box.Leaf;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.verifier.document.Claims;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** What came of an attempt to prove a statement of all kernels of boxes of parameters. */
public final class BoxReport {
  private static final MathContext DOWN = new MathContext(6, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(6, RoundingMode.CEILING);

  /** More boxes that are left are counted. */
  private static final int MOST_LEFT = 20;

  private BoxReport() {}

  public static Document of(BoxProof proof) {
    Page page = new Page();
    boolean isPair = proof.statement() == BoxStatement.EQUIVALENCE;
    if (isPair) {
      page.field("statement", "eta_k(1), eta_k(2) >= 0, and 0 < m <= q_k = eta_k(1)/eta_k(2) <= M")
          .field("", "for all k >= 0 where not both are zero, for every member:")
          .field("", "the same Hilbert space, with equivalent norms");
    } else {
      page.field(
              "statement", "c1 k^-E <= eta_k <= c2 k^-E and k^E eta_k -> C, even and odd k apart,")
          .field("", "for all k >= 1 and every member");
    }
    for (int i = 0; i < proof.families().size(); i++) {
      String name = isPair ? "kernels " + (i + 1) : "kernels";
      page.field(name, proof.families().get(i));
    }
    page.field("spheres", spheres(proof.leastDimension(), proof.greatestDimension()))
        .field("verdict", verdict(proof));
    if (proof.verdict() == Verdict.PROVEN) {
      page.space()
          .table(
              Table.of(proof.bounds())
                  .withText("over all members", BoxReport::name)
                  .withText("lies in", bound -> interval(bound.lower(), bound.upper()))
                  .withText("attained", BoxReport::place))
          .space()
          .note(
              "Proved of %s boxes, each at once (docs/theory.md, Theorem 28.7)."
                  .formatted(proof.leaves().size()));
    }
    describeLeft(page, proof);
    return Document.of(page, Envelope.of("boxes", 1, subject(proof), results(proof)));
  }

  private static void describeLeft(Page page, BoxProof proof) {
    if (proof.verdict() != Verdict.UNDECIDED) {
      return;
    }
    page.space().note("Proved of %s boxes; left are".formatted(proof.leaves().size()));
    proof.open().stream()
        .limit(MOST_LEFT)
        .forEach(
            left ->
                page.note(
                    "%s, dimension %s: %s".formatted(left.box(), left.dimension(), left.reason())));
    if (proof.open().size() > MOST_LEFT) {
      page.note("and %s more.".formatted(proof.open().size() - MOST_LEFT));
    }
  }

  private static String verdict(BoxProof proof) {
    String words = Words.of(proof.verdict());
    return proof
        .counterexample()
        .map(
            member ->
                "%s by %s, dimension %s: %s"
                    .formatted(
                        words,
                        member.kernels().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(" ")),
                        member.dimension(),
                        member.reason()))
        .orElse(
            proof.verdict() == Verdict.UNDECIDED
                ? words + ": %s boxes are left".formatted(proof.open().size())
                : words);
  }

  /** The spheres of some dimensions, in words. */
  public static String spheres(int leastDimension, int greatestDimension) {
    String least = Envelope.Sphere.name(leastDimension);
    return leastDimension == greatestDimension
        ? least
        : least + " to " + Envelope.Sphere.name(greatestDimension);
  }

  private static String name(FamilyBound bound) {
    if (bound.constant().equals("infimum") || bound.constant().equals("supremum")) {
      return bound.constant().substring(0, 3) + " q_k";
    }
    return (bound.isLeast() ? "inf " : "sup ") + bound.constant();
  }

  private static String interval(BigDecimal lower, BigDecimal upper) {
    return "[%s, %s]"
        .formatted(
            ScientificNotation.of(lower.round(DOWN)), ScientificNotation.of(upper.round(UP)));
  }

  private static String place(FamilyBound bound) {
    Leaf leaf = bound.places().get(0);
    String others = bound.places().size() == 1 ? "" : " or near it";
    return "%s, dimension %s%s".formatted(leaf.box(), leaf.dimension(), others);
  }

  private static Fields subject(BoxProof proof) {
    return subject(proof.families(), proof.leastDimension(), proof.greatestDimension());
  }

  /** What a certificate is about. */
  public static Fields subject(Claims.OfBoxes boxes) {
    return subject(boxes.families(), boxes.leastDimension(), boxes.greatestDimension());
  }

  private static Fields subject(List<IntervalFamily> families, int least, int greatest) {
    return new Fields()
        .with("families", Rows.of(texts(families)))
        .with("sphere", new Fields().with("least", least).with("greatest", greatest));
  }

  private static List<String> texts(List<IntervalFamily> families) {
    return families.stream().map(IntervalFamily::toString).toList();
  }

  private static Fields results(BoxProof proof) {
    Fields results =
        new Fields()
            .with("statement", proof.statement().statement().name())
            .with("verdict", Words.of(proof.verdict()))
            .with("boxes", proof.leaves().size());
    if (proof.verdict() == Verdict.PROVEN) {
      results.with("bounds", new Rows<>(proof.bounds(), BoxReport::fields));
    }
    proof
        .counterexample()
        .ifPresent(
            member ->
                results.with(
                    "counterexample",
                    new Fields()
                        .with(
                            "kernels",
                            Rows.of(member.kernels().stream().map(Object::toString).toList()))
                        .with("dimension", member.dimension())
                        .with("reason", member.reason())));
    return results.with("left", new Rows<>(proof.open(), BoxReport::fields));
  }

  private static Fields fields(FamilyBound bound) {
    Leaf leaf = bound.places().get(0);
    return new Fields()
        .with("constant", bound.constant())
        .with("of", bound.isLeast() ? "least" : "greatest")
        .with("lower", ScientificNotation.of(bound.lower()))
        .with("upper", ScientificNotation.of(bound.upper()))
        .with("kernels", Rows.of(texts(leaf.box().families())))
        .with("dimension", leaf.dimension());
  }

  private static Fields fields(BoxProof.Open left) {
    return new Fields()
        .with("kernels", Rows.of(texts(left.box().families())))
        .with("dimension", left.dimension())
        .with("reason", left.reason());
  }
}
