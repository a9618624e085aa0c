package dev.zonal.report.proof;

import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.report.box.BoxReport;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Words;
import dev.zonal.text.ScientificNotation;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of the check of a certificate. */
public final class CheckReport {
  private CheckReport() {}

  public static Document of(Claims claims, Verifier.Report outcome) {
    if (claims.matrix().isPresent()) {
      Fields results = results(claims, outcome);
      Envelope envelope = Envelope.of("gramcheck", 1, results);
      envelope.kernel(claims.matrix().get().kernel().specification());
      return Document.of(page(claims, outcome), envelope);
    }
    Fields results = results(claims, outcome);
    if (claims.family().isPresent()) {
      Fields subject = new Fields().with("family", claims.family().get().family().toString());
      return Document.of(page(claims, outcome), Envelope.of("familycheck", 1, subject, results));
    }
    if (claims.boxes().isPresent()) {
      Fields subject = BoxReport.subject(claims.boxes().get());
      return Document.of(page(claims, outcome), Envelope.of("boxescheck", 1, subject, results));
    }
    boolean isAll = claims.series().isPresent();
    Envelope envelope =
        isAll ? Envelope.of("alldimensionscheck", 1, results) : Envelope.of("check", 2, results);
    envelope.kernel(claims.kernels().get(0).kernel());
    return Document.of(
        page(claims, outcome), isAll ? envelope : envelope.sphere(claims.dimension()));
  }

  private static Page page(Claims claims, Verifier.Report outcome) {
    Page page = new Page().field("statement", Words.of(claims.statement()));
    claims.family().ifPresent(family -> describe(family.family(), page));
    claims.kernels().forEach(kernel -> page.field("kernel", kernel.kernel()));
    if (claims.matrix().isPresent()) {
      describe(claims.matrix().get(), page);
    } else if (claims.boxes().isPresent()) {
      describe(claims.boxes().get(), page);
    } else {
      boolean isAll = claims.series().isPresent() || claims.family().isPresent();
      page.field(
          "sphere", isAll ? AllDimensionsReport.SPHERES : Envelope.Sphere.name(claims.dimension()));
    }
    page.field("claim", claims.refutation().map(r -> "refuted by " + r).orElse("proven"))
        .field("verdict", inWords(claims, outcome.verdict()));
    outcome.findings().forEach(finding -> page.note(inWords(finding)));
    return page;
  }

  private static void describe(ParameterFamily family, Page page) {
    page.field("family", family).field("members", FamilyReport.members(family));
  }

  private static void describe(Claims.OfBoxes boxes, Page page) {
    boxes.families().forEach(family -> page.field("kernels", family));
    page.field("spheres", BoxReport.spheres(boxes.leastDimension(), boxes.greatestDimension()))
        .field("boxes", boxes.leaves().size());
  }

  private static void describe(Claims.OfMatrix<?> matrix, Page page) {
    page.field("kernel", matrix.kernel().specification())
        .field(
            matrix.kernel().inputs().name(),
            matrix.points().size() + (matrix.onSphere() ? ", divided by their norms" : ""))
        .field("scale", Words.inWords(matrix.kernel().scale()));
    bounds(matrix).forEach((name, bound) -> page.field("lambda_min", name + " " + bound));
  }

  private static Map<String, String> bounds(Claims.OfMatrix<?> matrix) {
    Map<String, String> bounds = new LinkedHashMap<>();
    matrix.lower().ifPresent(end -> bounds.put("at least", ScientificNotation.of(end)));
    matrix.upper().ifPresent(end -> bounds.put("at most", ScientificNotation.of(end)));
    return bounds;
  }

  /** The hypothesis in words, where it was asked for, and the statement that asks for it. */
  private static String inWords(Finding finding) {
    return "%s: %s: %s (%s)"
        .formatted(
            Words.of(finding.verdict()),
            finding.where(),
            finding.hypothesis().meaning(),
            finding.hypothesis().source());
  }

  private static String inWords(Claims claims, Finding.Verdict verdict) {
    boolean isByRules = claims.family().isPresent() && claims.refutation().isEmpty();
    return switch (verdict) {
      case VERIFIED ->
          isByRules
              ? "verified: the lines are the kernels, and every one follows by its rule"
              : "verified: every number was computed again, and the inequalities hold";
      case REFUTED -> "refuted: a claim is false";
      case UNDECIDED -> "undecided: a claim could not be verified";
    };
  }

  private static Fields results(Claims claims, Verifier.Report outcome) {
    Fields results = new Fields().with("statement", Words.of(claims.statement()));
    claims.matrix().ifPresent(matrix -> addMatrix(matrix, results));
    if (claims.family().isPresent()) {
      claims.kernels().forEach(member -> results.with("member", member.kernel().toString()));
    }
    if (claims.kernels().size() > 1) {
      results.with("other", claims.kernels().get(1).kernel().toString());
    }
    return results
        .with("claim", claims.refutation().isPresent() ? "refuted" : "proven")
        .with("verdict", Words.of(outcome.verdict()))
        .with("findings", new Rows<>(outcome.findings(), CheckReport::fields));
  }

  private static void addMatrix(Claims.OfMatrix<?> matrix, Fields results) {
    Fields smallest = new Fields();
    matrix.lower().ifPresent(end -> smallest.with("lower", ScientificNotation.of(end)));
    matrix.upper().ifPresent(end -> smallest.with("upper", ScientificNotation.of(end)));
    results
        .with("inputs", matrix.kernel().inputs().name())
        .with("points", matrix.points().size())
        .with("onSphere", new Cell.Flag(matrix.onSphere()))
        .with("scale", Words.of(matrix.kernel().scale()))
        .with("smallest", smallest);
  }

  private static Fields fields(Finding finding) {
    return new Fields()
        .with("verdict", Words.of(finding.verdict()))
        .with("claim", finding.where())
        .with("hypothesis", Words.of(finding.hypothesis()));
  }
}
