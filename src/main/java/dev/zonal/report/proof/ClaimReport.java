package dev.zonal.report.proof;

import dev.zonal.claim.Claim;
import dev.zonal.claim.Judgement;
import dev.zonal.claim.Judgement.Verdict;
import dev.zonal.claim.Subject;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.List;
import java.util.Optional;

/** What is proved of numbers that others claim. */
public final class ClaimReport {
  private ClaimReport() {}

  public static Document of(List<Judgement> judgements) {
    Page page = new Page().field("claims", judgements.size());
    Fields results = new Fields().with("claims", judgements.size());
    for (Verdict verdict : Verdict.values()) {
      long count = judgements.stream().filter(j -> j.verdict() == verdict).count();
      page.field(Words.of(verdict), count);
      results.with(Words.of(verdict), count);
    }
    Table<Judgement> table = table(judgements);
    results.with("rows", table.records());
    page.space().table(outline(judgements));
    return Document.of(page, table, Envelope.of("claims", 1, results));
  }

  private static Table<Judgement> table(List<Judgement> judgements) {
    return start(judgements)
        .withText("kernel", j -> subject(j).kernel().toString())
        .with("dimension", j -> whole(dimension(subject(j)).map(Integer::longValue)))
        .with("k", j -> Cell.of(level(j).map(level -> Long.toString(level.k()))))
        .with("u", j -> Cell.of(value(j).map(value -> value.u().toString())))
        .with("convention", j -> Cell.of(level(j).map(level -> Words.of(level.convention()))))
        .withText("scale", j -> Words.of(j.claim().scale()))
        .withText("claimed", j -> j.claim().number().text())
        .with("tolerance", j -> Cell.of(j.claim().number().tolerance()))
        .with("value", ClaimReport::truth)
        .with("reason", j -> Cell.of(j.reason()))
        .with("reference", j -> Cell.of(j.claim().reference()));
  }

  /** What people look at. */
  private static Table<Judgement> outline(List<Judgement> judgements) {
    return start(judgements)
        .withText("of", j -> inWords(j.claim()))
        .withText("claimed", j -> claimed(j.claim()))
        .with("value", ClaimReport::truth)
        .with("reference", j -> Cell.of(j.claim().reference()));
  }

  private static Table<Judgement> start(List<Judgement> judgements) {
    return Table.of(judgements)
        .with("line", j -> new Cell.Whole(j.claim().line()))
        .withText("verdict", j -> Words.of(j.verdict()));
  }

  private static String inWords(Claim claim) {
    String sphere = dimension(claim.subject()).map(d -> ", d = " + d).orElse("");
    String point =
        claim.subject() instanceof Subject.Eigenvalue level
            ? "k = " + level.k() + ", " + Words.of(level.convention())
            : "u = " + ((Subject.Value) claim.subject()).u();
    return "%s%s, %s, %s"
        .formatted(claim.subject().kernel(), sphere, point, Words.of(claim.scale()));
  }

  private static String claimed(Claim claim) {
    return claim.number().text() + claim.number().tolerance().map(t -> " +- " + t).orElse("");
  }

  private static Subject subject(Judgement judgement) {
    return judgement.claim().subject();
  }

  private static Optional<Subject.Eigenvalue> level(Judgement judgement) {
    return subject(judgement) instanceof Subject.Eigenvalue level
        ? Optional.of(level)
        : Optional.empty();
  }

  private static Optional<Subject.Value> value(Judgement judgement) {
    return subject(judgement) instanceof Subject.Value value
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<Integer> dimension(Subject subject) {
    return subject instanceof Subject.Eigenvalue level
        ? Optional.of(level.dimension())
        : ((Subject.Value) subject).dimension();
  }

  private static Cell truth(Judgement judgement) {
    return judgement.truth().map(Cell::of).orElseGet(Cell.Nothing::new);
  }

  private static Cell whole(Optional<Long> number) {
    return number.<Cell>map(Cell.Whole::new).orElseGet(Cell.Nothing::new);
  }
}
