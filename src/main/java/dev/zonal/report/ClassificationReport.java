package dev.zonal.report;

import dev.zonal.data.classification.Candidate;
import dev.zonal.data.classification.Choice;
import dev.zonal.data.classification.LeaveOneOut;
import dev.zonal.data.classification.Prediction;
import dev.zonal.data.classification.Score;
import dev.zonal.data.classification.Selection;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.text.ScientificNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Classification: the errors of leaving one out, the choice, and labels of further points.
 *
 * @param selection what was asked
 * @param treatment what is done to points and kernels, in words: {@code normalised}, ...
 */
public record ClassificationReport(Selection<?> selection, List<String> treatment) {
  /** The digits of a margin, rounded down. */
  private static final int DIGITS = 6;

  /** More labels than that are counted and not listed. */
  private static final int MOST_LISTED = 12;

  public ClassificationReport {
    treatment = List.copyOf(treatment);
  }

  /** A prediction and the number of its point, from 1. */
  private record Numbered(int i, Prediction prediction) {}

  /**
   * The document. CSV has the labels of the further points where there are such, else the errors of
   * the candidates; text has the labels where it cannot say how many are right.
   *
   * @param predictions of further points, where there are such and a choice
   * @param score where their labels are known
   */
  public Document of(Choice choice, Optional<List<Prediction>> predictions, Optional<Score> score) {
    Table<Candidate> candidates = candidates(choice);
    Page page = page().space().table(candidates).space();
    describe(choice, page);
    Fields results = about();
    results
        .with("candidates", new Rows<>(certified(choice), c -> record(candidates, c)))
        .with("failures", failures(choice));
    choice.chosen().ifPresent(best -> results.with("choice", fields(choice, best)));
    if (predictions.isEmpty()) {
      return Document.of(page, candidates, envelope(results));
    }
    List<Numbered> all = numbered(predictions.get());
    Table<Numbered> labels = labels(all.stream().filter(n -> n.prediction().isDecided()).toList());
    page.field("predictions", all.size());
    score.ifPresentOrElse(s -> page.field("right", inWords(s)), () -> page.space().table(labels));
    results.with("predictions", labels.records()).with("undecided", undecided(all));
    score.ifPresent(s -> results.with("score", fields(s)));
    return Document.of(page, labels, envelope(results));
  }

  private static Envelope envelope(Fields results) {
    return Envelope.of("classification", 1, results);
  }

  private Page page() {
    DataKernel<?> first = selection.kernels().get(0);
    List<String> classes = selection.training().classes();
    String listed = classes.size() > MOST_LISTED ? "" : ": " + String.join(", ", classes);
    String how = treatment.isEmpty() ? "" : ", " + String.join(", ", treatment);
    return new Page()
        .field(first.inputs().name(), selection.training().points().count() + how)
        .field("labels", classes.size() + listed)
        .field("scale", String.join("; ", scales()));
  }

  private List<String> scales() {
    return selection.kernels().stream()
        .map(kernel -> Words.inWords(kernel.scale()))
        .distinct()
        .toList();
  }

  private Fields about() {
    DataKernel<?> first = selection.kernels().get(0);
    return new Fields()
        .with("inputs", first.inputs().name())
        .with("points", selection.training().points().count())
        .with("labels", Rows.of(selection.training().classes()))
        .with("treatment", Rows.of(treatment));
  }

  private String kernel(Candidate candidate) {
    return selection.kernels().get(candidate.kernel()).specification();
  }

  private Table<Candidate> candidates(Choice choice) {
    return Table.of(certified(choice))
        .withText("kernel", this::kernel)
        .withText("ridge", candidate -> candidate.ridge().toString())
        .with("wrong", candidate -> new Cell.Whole(errors(candidate).wrong().size()))
        .with("undecided", candidate -> new Cell.Whole(errors(candidate).undecided().size()));
  }

  private Fields record(Table<Candidate> candidates, Candidate candidate) {
    String scale = Words.of(selection.kernels().get(candidate.kernel()).scale());
    return candidates.fields(candidate).with("scale", scale);
  }

  private static List<Candidate> certified(Choice choice) {
    return choice.candidates().stream().filter(c -> c.leaveOneOut().isCertified()).toList();
  }

  private static LeaveOneOut errors(Candidate candidate) {
    return candidate.leaveOneOut().get();
  }

  private Rows<Candidate> failures(Choice choice) {
    List<Candidate> refused =
        choice.candidates().stream().filter(c -> !c.leaveOneOut().isCertified()).toList();
    return new Rows<>(
        refused,
        candidate ->
            new Fields()
                .with("kernel", kernel(candidate))
                .with("ridge", candidate.ridge().toString())
                .with("code", Words.of(Cause.NOT_CERTIFIED))
                .with("reason", candidate.leaveOneOut().refusal().orElseThrow()));
  }

  /** A candidate as it is named in messages. */
  public String name(Candidate candidate) {
    return kernel(candidate) + " with ridge " + candidate.ridge();
  }

  private void describe(Choice choice, Page page) {
    if (choice.chosen().isEmpty()) {
      List<String> possible = choice.possible().stream().map(this::name).toList();
      page.field(
          "choice",
          possible.isEmpty()
              ? "none: no matrix is proved to be positive definite"
              : "undecided between " + String.join("; ", possible));
      return;
    }
    Candidate best = choice.chosen().get();
    LeaveOneOut found = errors(best);
    String tied = choice.tied() > 1 ? ", the first of " + choice.tied() + " with as few" : "";
    String undecided = found.isDecided() ? "" : " to " + found.most();
    page.field("choice", kernel(best))
        .field("ridge", best.ridge())
        .field(
            "wrong",
            found.fewest() + undecided + " of " + found.points() + " without themselves" + tied);
  }

  private Fields fields(Choice choice, Candidate best) {
    return new Fields()
        .with("kernel", kernel(best))
        .with("ridge", best.ridge().toString())
        .with("tied", choice.tied());
  }

  private static List<Numbered> numbered(List<Prediction> predictions) {
    List<Numbered> all = new ArrayList<>();
    predictions.forEach(prediction -> all.add(new Numbered(all.size() + 1, prediction)));
    return all;
  }

  private static Table<Numbered> labels(List<Numbered> decided) {
    return Table.of(decided)
        .with("i", n -> new Cell.Whole(n.i()))
        .withText("label", n -> n.prediction().candidates().get(0))
        .withText(
            "margin",
            n -> ScientificNotation.of(n.prediction().margin().orElseThrow().lowerDecimal(DIGITS)));
  }

  private static Rows<Numbered> undecided(List<Numbered> all) {
    return new Rows<>(
        all.stream().filter(n -> !n.prediction().isDecided()).toList(),
        n ->
            new Fields().with("i", n.i()).with("candidates", Rows.of(n.prediction().candidates())));
  }

  private static String inWords(Score score) {
    String undecided = score.undecided() == 0 ? "" : ", " + score.undecided() + " undecided";
    return "%s of %s%s: %s, standard error %s"
        .formatted(
            score.right(),
            score.count(),
            undecided,
            score.accuracy().toPlainString(),
            score.standardError().toPlainString());
  }

  private static Fields fields(Score score) {
    return new Fields()
        .with("right", score.right())
        .with("wrong", score.wrong())
        .with("undecided", score.undecided())
        .with("accuracy", score.accuracy().toPlainString())
        .with("standardError", score.standardError().toPlainString());
  }
}
