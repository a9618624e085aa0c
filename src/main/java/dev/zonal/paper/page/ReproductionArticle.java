package dev.zonal.paper.page;

import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Paper;
import dev.zonal.paper.Paper.Derivation;
import dev.zonal.paper.Reproduction;
import dev.zonal.paper.Reproduction.Result;
import dev.zonal.paper.Verdict;
import dev.zonal.report.document.Article;
import dev.zonal.report.document.Article.Formula;
import dev.zonal.report.document.Article.Heading;
import dev.zonal.report.document.Article.Listing;
import dev.zonal.report.document.Article.Paragraph;
import dev.zonal.report.document.Article.Picture;
import dev.zonal.report.document.Words;
import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same to be read: each paper a section, each claim a part of it with what was compared.
 *
 * @param formulas what was derived
 */
public record ReproductionArticle(Reproduction reproduction, Map<Derivation, Formula> formulas) {
  public ReproductionArticle {
    formulas = Map.copyOf(formulas);
  }

  public Article article() {
    List<Article.Part> parts = new ArrayList<>();
    parts.add(
        paragraph(
            "%d claims of %d papers, each beside what is computed here: %d are confirmed, %d are"
                    .formatted(
                        reproduction.results().size(),
                        reproduction.papers().size(),
                        reproduction.count(Verdict.CONFIRMED),
                        reproduction.count(Verdict.FALSE))
                + " false, %d are open.".formatted(reproduction.count(Verdict.OPEN))));
    parts.add(
        paragraph(
            "A proof is one for all frequencies, depths or dimensions that are named; of certified"
                + " numbers every digit is proved; samples have a seed and standard errors; doubles"
                + " are what other programs have. Kernels are 1 at $u = 1$ unless it is said"
                + " otherwise, $\\eta_k$ are eigenvalues for the probability measure on the sphere"
                + " of $R^d$, $K = k + (d-2)/2$, and $A_1$, $B_1$ are the coefficients of the"
                + " distance at coincidence and at the antipode."));
    parts.add(summary());
    for (Paper paper : reproduction.papers()) {
      parts.add(new Heading(1, Prose.plain(paper.reference())));
      for (Derivation derivation : paper.derivations()) {
        if (formulas.containsKey(derivation)) {
          parts.add(formulas.get(derivation));
        }
      }
      reproduction.of(paper).forEach(result -> add(result, parts));
    }
    return new Article(Prose.plain("What the papers say, and what is found"), parts);
  }

  private Listing summary() {
    return new Listing(
        List.of("claim", "verdict", "by"),
        reproduction.results().stream()
            .map(
                result ->
                    List.of(
                        Prose.parse(result.claim().words()),
                        Prose.plain(Words.of(result.finding().verdict())),
                        Prose.plain(inWords(result.finding().evidence()))))
            .toList());
  }

  private static void add(Result result, List<Article.Part> parts) {
    parts.add(
        new Heading(
            2,
            Prose.plain(
                "%s: %s".formatted(result.claim().name(), Words.of(result.finding().verdict())))));
    parts.add(paragraph(result.claim().words()));
    parts.add(
        paragraph(
            "Source: %s. By %s."
                .formatted(result.claim().source(), inWords(result.finding().evidence()))));
    parts.add(
        new Listing(
            List.of("of", "claimed", "found", "agrees"),
            result.finding().comparisons().stream().map(ReproductionArticle::row).toList()));
    if (!result.finding().remark().isEmpty()) {
      parts.add(paragraph(result.finding().remark()));
    }
    result.finding().figure().ifPresent(figure -> parts.add(new Picture(figure)));
    result
        .finding()
        .command()
        .ifPresent(words -> parts.add(paragraph("See `zonal " + words + "`.")));
  }

  private static List<Prose> row(Comparison comparison) {
    return List.of(
        Prose.parse(comparison.quantity()),
        Prose.parse(comparison.claimed()),
        Prose.parse(comparison.found()),
        Prose.plain(comparison.agrees().map(yes -> yes ? "yes" : "no").orElse("not decided")));
  }

  private static String inWords(Evidence evidence) {
    return switch (evidence) {
      case PROOF -> "proof";
      case CERTIFIED -> "certified numbers";
      case SAMPLE -> "a sample";
      case DOUBLES -> "doubles";
    };
  }

  private static Paragraph paragraph(String marks) {
    return new Paragraph(Prose.parse(marks));
  }
}
