package dev.zonal.cli.paper;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Paper;
import dev.zonal.paper.Reproduction;
import dev.zonal.paper.Verdict;
import dev.zonal.paper.page.DerivedFormulas;
import dev.zonal.paper.page.ReproductionArticle;
import dev.zonal.paper.page.ReproductionReport;
import dev.zonal.paper.published.Papers;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.Engine;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal reproduce}: what papers say, tested. */
@Command(
    name = "reproduce",
    description = {
      "Test what papers say of these kernels: each claim beside a proof, certified numbers, a "
          + "sample or doubles.",
      "As HTML or LaTeX the result is a page that needs no other file, with formulas and figures."
    },
    footer = {
      "  zonal reproduce --output papers.html",
      "  zonal reproduce residual same-space",
      "  zonal reproduce --format csv",
      "",
      "Papers:",
      "  residual      Belfer, Geifman, Galun, Basri 2024: residual networks",
      "  deep-shallow  Bietti, Bach 2021: decay from singularities, with its constant",
      "  same-space    Geifman et al. 2020, Chen, Xu 2021: the space of the Laplace kernel",
      "  power-series  Murray et al. 2023: parts of the trace",
      "  depth         Huang, Wang, Tao, Zhao 2020: deep kernels",
      "  orthogonal    Huang, Du, Xu 2021: orthogonal weights",
      "  recurrent     Alemohammad et al. 2021: recurrent networks",
      "  smooth        Tirer, Bruna, Giryes 2021: smooth interpolation",
      "  features      Han et al., Zandieh et al. 2021: random features",
      "  hierarchy     Huang, Yau 2020: the tangent hierarchy",
      "  doubles       what plain doubles make of it",
      "",
      "Claims that turned out false stand there as false. All of it takes about two minutes."
    },
    exitCodeList = {
      "0:every claim came out as it did before, be it confirmed or false",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "3:a claim came out otherwise; standard error names it",
      "4:a claim could not be decided, or there was not time for all"
    })
public final class ReproduceCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Parameters(arity = "0..*", paramLabel = "PAPER", description = "Papers (default: all).")
  private List<String> keys;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of all that is drawn at random (default 1).")
  private long seed;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public ReproduceCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<Paper> papers = papers();
    try (Destination destination = output.open(streams)) {
      Reproduction found = Reproduction.of(papers, Bench.of(engine, seed, Context.current()));
      output.write(document(found), destination);
      return tell(found);
    }
  }

  private List<Paper> papers() {
    if (keys == null || keys.isEmpty()) {
      return Papers.all();
    }
    List<Paper> chosen = new ArrayList<>();
    List<String> known = Papers.all().stream().map(Paper::key).toList();
    for (String key : keys) {
      Paper paper =
          Papers.all().stream()
              .filter(one -> one.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "unknown paper %s%s (known: %s)"
                              .formatted(
                                  Quotation.of(key),
                                  NearMatch.suggestion(key, known),
                                  String.join(", ", known))));
      if (!chosen.contains(paper)) {
        chosen.add(paper);
      }
    }
    return chosen;
  }

  private Document document(Reproduction found) {
    Document document = ReproductionReport.of(found);
    boolean isRead = output.format() == Format.HTML || output.format() == Format.LATEX;
    return isRead
        ? document.with(
            new ReproductionArticle(found, DerivedFormulas.of(found.papers())).article())
        : document;
  }

  private int tell(Reproduction found) {
    for (Reproduction.Result news : found.news()) {
      streams.tell(
          "%s is %s, and was %s"
              .formatted(
                  news.name(),
                  Words.of(news.finding().verdict()),
                  Words.of(news.claim().expected())));
    }
    Optional<String> stopped = found.stopped();
    stopped.ifPresent(why -> streams.tell("the other claims were not tested: " + why));
    boolean isOpen =
        stopped.isPresent() || found.results().stream().anyMatch(ReproduceCommand::isOpen);
    boolean isNews = found.news().stream().anyMatch(r -> !isOpen(r));
    return isNews ? ExitCode.REFUTED : isOpen ? ExitCode.NOT_CERTIFIED : ExitCode.DONE;
  }

  private static boolean isOpen(Reproduction.Result result) {
    return result.finding().verdict() == Verdict.OPEN;
  }
}
