package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Words;
import dev.zonal.report.writer.Publication;
import dev.zonal.text.Quotation;
import dev.zonal.text.markup.Prose;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What a published table is asked to have besides its numbers. */
public final class PublicationOptions {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9:._-]{0,99}");
  private static final String TODAY = "today";

  @Option(
      names = "--caption",
      paramLabel = "TEXT",
      description =
          "latex, markdown, html: the caption; formulas stand between $ and codes between `"
              + " (default: what the table shows).")
  private String caption;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "latex, markdown, html: the name by which others refer to the table.")
  private String label;

  @Option(
      names = "--standalone",
      description = "latex: a document that compiles by itself, not a part of one.")
  private boolean standalone;

  @Option(
      names = "--date",
      paramLabel = "today|YYYY-MM-DD",
      description = "latex, markdown, html: a date beside version and command (default: none).")
  private String date;

  /**
   * What is asked for of a result in this format.
   *
   * @throws UsageException if it cannot have it
   */
  Publication of(Format format) {
    if (!Format.PUBLISHED.contains(format)) {
      refuse(caption != null, "--caption", "latex, markdown and html", format);
      refuse(label != null, "--label", "latex, markdown and html", format);
      refuse(date != null, "--date", "latex, markdown and html", format);
    }
    refuse(standalone && format != Format.LATEX, "--standalone", "latex", format);
    if (label != null && !LABEL.matcher(label).matches()) {
      throw new UsageException(
          "--label %s: a label is a letter and up to 99 letters, digits and signs of :._-"
              .formatted(Quotation.of(label)));
    }
    return new Publication(prose(), Optional.ofNullable(label), standalone, day());
  }

  private static void refuse(boolean isAsked, String option, String formats, Format format) {
    if (isAsked) {
      throw new UsageException(
          "%s is for %s; this result is written as %s"
              .formatted(option, formats, Words.of(format)));
    }
  }

  private Optional<Prose> prose() {
    Optional<Prose> text = Optional.ofNullable(caption).map(Prose::parse);
    text.flatMap(Prose::brokenFormula)
        .ifPresent(
            formula -> {
              throw new UsageException(
                  "--caption: the formula %s is not closed, or has one of the signs %%, # and &"
                      .formatted(Quotation.of(formula)));
            });
    return text;
  }

  private Optional<LocalDate> day() {
    if (date == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          date.equals(TODAY) ? LocalDate.now(Clock.systemUTC()) : LocalDate.parse(date));
    } catch (DateTimeException e) {
      throw new UsageException(
          "--date %s is no date, expected today or such as 2026-11-28"
              .formatted(Quotation.of(date)));
    }
  }
}
