package dev.zonal.report.writer;

import dev.zonal.report.document.Article;
import dev.zonal.report.document.Origin;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.figure.FigureSize;
import dev.zonal.report.figure.PgfplotsWriter;
import dev.zonal.text.markup.LatexText;
import dev.zonal.text.markup.Prose;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An article as a document of LaTeX that needs no other file: figures are pgfplots. */
final class LatexArticleWriter {
  private static final FigureSize SIZE = new FigureSize(110, 75, 300);

  /** The parts of a line that the first and the last column of a listing have. */
  private static final double FIRST = 0.44;

  private static final double LAST = 0.13;

  private final Origin origin;
  private final Publication publication;
  private final Writer out;
  private int figures;

  LatexArticleWriter(Origin origin, Publication publication, Writer out) {
    this.origin = origin;
    this.publication = publication;
    this.out = out;
  }

  void write(Article article) throws IOException {
    for (String line : Provenance.lines(origin, publication.date())) {
      line("% " + line);
    }
    line("\\documentclass[a4paper,11pt]{article}");
    line("\\usepackage[T1]{fontenc}");
    line("\\usepackage[utf8]{inputenc}");
    line("\\usepackage{lmodern,microtype,amsmath,amssymb,booktabs,longtable,array,pgfplots}");
    line("\\usepackage[margin=25mm]{geometry}");
    line("\\pgfplotsset{compat=1.17}\\usepgfplotslibrary{fillbetween}");
    line("\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{0.5\\baselineskip}");
    line("\\emergencystretch=3em");
    line("\\begin{document}");
    line("\\begin{center}\\Large " + LatexText.latex(article.title()) + "\\end{center}");
    for (Article.Part part : article.parts()) {
      write(part);
    }
    line("\\end{document}");
  }

  private void write(Article.Part part) throws IOException {
    if (part instanceof Article.Heading heading) {
      String command = heading.level() == 1 ? "section" : "subsection";
      line("\\%s*{%s}".formatted(command, LatexText.latex(heading.text())));
    } else if (part instanceof Article.Paragraph paragraph) {
      line(LatexText.latex(paragraph.text()) + "\n");
    } else if (part instanceof Article.Listing listing) {
      write(listing);
    } else if (part instanceof Article.Picture picture) {
      write(picture.figure());
    } else if (part instanceof Article.Formula formula) {
      line(formula.latex());
    }
  }

  private void write(Article.Listing listing) throws IOException {
    String form = form(listing.headings().size());
    line("{\\footnotesize\\begin{longtable}{" + form + "}");
    line("\\toprule");
    line(
        listing.headings().stream()
                .map(heading -> LatexText.latex(Prose.plain(heading)))
                .collect(Collectors.joining(" & "))
            + " \\\\");
    line("\\midrule\\endhead");
    line("\\bottomrule\\endfoot");
    for (List<Prose> row : listing.rows()) {
      line(row.stream().map(LatexText::latex).collect(Collectors.joining(" & ")) + " \\\\");
    }
    line("\\end{longtable}}");
  }

  /** What it is about has the most room, the verdict behind it the least. */
  private static String form(int columns) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      double part = i == 0 ? FIRST : i == columns - 1 ? LAST : (1 - FIRST - LAST) / (columns - 2);
      form.append(
          String.format(
              Locale.ROOT,
              ">{\\raggedright\\arraybackslash}p{\\dimexpr%.3f\\linewidth-2\\tabcolsep\\relax}",
              part));
    }
    return form.toString();
  }

  private void write(Figure figure) throws IOException {
    figures++;
    String table = "zonal-figure-" + figures + ".csv";
    PgfplotsWriter picture = new PgfplotsWriter(figure, SIZE, origin.program());
    line("\\begin{filecontents*}[overwrite]{" + table + "}");
    picture.writeTable(out);
    line("\\end{filecontents*}");
    line("\\begin{center}");
    picture.write(out, table, false);
    line("\\par\\footnotesize " + LatexText.latex(Prose.parse(figure.caption())));
    line("\\end{center}");
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
