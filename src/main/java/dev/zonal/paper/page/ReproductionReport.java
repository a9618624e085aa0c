package dev.zonal.paper.page;

import dev.zonal.paper.Comparison;
import dev.zonal.paper.Paper;
import dev.zonal.paper.Reproduction;
import dev.zonal.paper.Reproduction.Result;
import dev.zonal.paper.Verdict;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;

/** What was found of the claims of papers, for people and for programs. */
public final class ReproductionReport {
  private ReproductionReport() {}

  /** One line of the table: a comparison and the claim that it belongs to. */
  private record Line(Result result, Comparison comparison) {}

  public static Document of(Reproduction reproduction) {
    Page page = new Page().field("claims", reproduction.results().size());
    Fields results = new Fields().with("claims", reproduction.results().size());
    for (Verdict verdict : Verdict.values()) {
      page.field(Words.of(verdict), reproduction.count(verdict));
      results.with(Words.of(verdict), reproduction.count(verdict));
    }
    reproduction.stopped().ifPresent(why -> page.field("stopped", why));
    for (Paper paper : reproduction.papers()) {
      page.space().note(paper.reference()).space().table(outline(reproduction.of(paper)));
    }
    results.with("results", new Rows<>(reproduction.results(), ReproductionReport::fields));
    return Document.of(page, table(reproduction), Envelope.of("reproduction", 1, results));
  }

  /** What people look at. */
  private static Table<Result> outline(List<Result> results) {
    return Table.of(results)
        .withText("verdict", result -> Words.of(result.finding().verdict()))
        .withText("claim", result -> result.claim().name())
        .withText("by", result -> Words.of(result.finding().evidence()))
        .withText("words", result -> Prose.parse(result.claim().words()).plain());
  }

  private static Table<Line> table(Reproduction reproduction) {
    List<Line> lines = new ArrayList<>();
    for (Result result : reproduction.results()) {
      result.finding().comparisons().forEach(one -> lines.add(new Line(result, one)));
    }
    return Table.of(lines)
        .withText("claim", line -> line.result.name())
        .withText("verdict", line -> Words.of(line.result.finding().verdict()))
        .withText("evidence", line -> Words.of(line.result.finding().evidence()))
        .withText("quantity", line -> Prose.parse(line.comparison.quantity()).plain())
        .withText("claimed", line -> Prose.parse(line.comparison.claimed()).plain())
        .withText("found", line -> Prose.parse(line.comparison.found()).plain())
        .with("agrees", line -> agrees(line.comparison));
  }

  private static Cell agrees(Comparison comparison) {
    return comparison.agrees().<Cell>map(Cell.Flag::new).orElseGet(Cell.Nothing::new);
  }

  private static Fields fields(Result result) {
    return new Fields()
        .with("paper", result.paper().key())
        .with("reference", result.paper().reference())
        .with("claim", result.claim().name())
        .with("words", result.claim().words())
        .with("source", result.claim().source())
        .with("verdict", Words.of(result.finding().verdict()))
        .with("expected", Words.of(result.claim().expected()))
        .with("evidence", Words.of(result.finding().evidence()))
        .with("remark", result.finding().remark())
        .with("command", Cell.of(result.finding().command().map(words -> "zonal " + words)))
        .with(
            "comparisons",
            new Rows<>(result.finding().comparisons(), ReproductionReport::comparison));
  }

  private static Fields comparison(Comparison comparison) {
    return new Fields()
        .with("quantity", comparison.quantity())
        .with("claimed", comparison.claimed())
        .with("found", comparison.found())
        .with("agrees", agrees(comparison));
  }
}
