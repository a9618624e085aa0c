package dev.zonal.report.writer;

import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import dev.zonal.text.markup.LatexText;
import dev.zonal.text.markup.Prose;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * LaTeX: a floating table by booktabs and threeparttable, its numbers in columns of siunitx with
 * the digits that they have in every other format; alone it is a document. What is longer than a
 * page is a longtable, with its head on every page; a document has a page that is as long as its
 * table, up to what TeX can measure.
 */
final class LatexWriter {
  private static final String PACKAGES = "\\usepackage{amssymb,booktabs,siunitx,threeparttable}";
  private static final String LONG_PACKAGES = "\\usepackage{amssymb,booktabs,longtable,siunitx}";

  /** A page of article has 45 lines of 10 points or so, and the caption needs some. */
  private static final int MOST_ON_A_PAGE = 40;

  /** A page may have 19 feet, which is 1300 lines. */
  private static final int MOST_ALONE = 1000;

  private final Origin origin;
  private final Publication publication;
  private final Writer out;

  LatexWriter(Origin origin, Publication publication, Writer out) {
    this.origin = origin;
    this.publication = publication;
    this.out = out;
  }

  <R> void write(Table<R> table, Legend legend) throws IOException {
    for (String line : Provenance.lines(origin, publication.date())) {
      line("% " + line);
    }
    boolean isLong = table.rows().size() > (publication.standalone() ? MOST_ALONE : MOST_ON_A_PAGE);
    String packages = isLong ? LONG_PACKAGES : PACKAGES;
    if (publication.standalone()) {
      line(
          isLong
              ? "\\documentclass{article}"
              : "\\documentclass[varwidth=\\maxdimen,border=4mm]{standalone}");
      line("\\usepackage[T1]{fontenc}");
      line("\\usepackage{lmodern}");
      line(packages);
      line("\\begin{document}");
    } else {
      line("% " + packages);
    }
    if (isLong) {
      writeLong(table, legend);
    } else {
      writeFloat(table, legend);
    }
    if (publication.standalone()) {
      line("\\end{document}");
    }
  }

  private <R> void writeFloat(Table<R> table, Legend legend) throws IOException {
    line("\\begin{table}[htbp]");
    line("  \\centering");
    line("  \\begin{threeparttable}");
    if (!legend.caption().pieces().isEmpty()) {
      line("    \\caption{" + LatexText.latex(legend.caption()) + "}");
    }
    if (publication.label().isPresent()) {
      line("    \\label{" + publication.label().get() + "}");
    }
    List<Optional<NumberColumn>> numbers = numbers(table);
    line("    \\begin{tabular}{" + columns(numbers) + "}");
    writeHead(table, numbers);
    writeRows(table);
    line("      \\bottomrule");
    line("    \\end{tabular}");
    if (!legend.notes().isEmpty()) {
      line("    \\begin{tablenotes}[flushleft]");
      line("      \\footnotesize\\raggedright");
      for (Prose note : legend.notes()) {
        line("      \\item[] " + LatexText.latex(note));
      }
      line("    \\end{tablenotes}");
    }
    line("  \\end{threeparttable}");
    line("\\end{table}");
  }

  private <R> void writeLong(Table<R> table, Legend legend) throws IOException {
    List<Optional<NumberColumn>> numbers = numbers(table);
    line("\\begin{longtable}{" + columns(numbers) + "}");
    String label = publication.label().map(it -> "\\label{" + it + "}").orElse("");
    if (!legend.caption().pieces().isEmpty()) {
      line("      \\caption{" + LatexText.latex(legend.caption()) + "}" + label + " \\\\");
    } else if (!label.isEmpty()) {
      line("      \\caption{}" + label + " \\\\");
    }
    writeHead(table, numbers);
    line("      \\endfirsthead");
    writeHead(table, numbers);
    line("      \\endhead");
    line("      \\bottomrule");
    line("      \\endfoot");
    writeRows(table);
    line("\\end{longtable}");
    for (Prose note : legend.notes()) {
      line("{\\footnotesize\\noindent\\raggedright " + LatexText.latex(note) + "\\par}");
    }
  }

  private static String columns(List<Optional<NumberColumn>> numbers) {
    return numbers.stream()
        .map(room -> room.map(it -> "S[table-format=" + it.format() + "]").orElse("l"))
        .collect(Collectors.joining(" "));
  }

  /** Between the first two rules. */
  private <R> void writeHead(Table<R> table, List<Optional<NumberColumn>> numbers)
      throws IOException {
    line("      \\toprule");
    Heads heads = Heads.of(table);
    if (heads.isNeeded()) {
      writeGroups(heads);
    }
    List<String> titles = new ArrayList<>();
    for (int c = 0; c < numbers.size(); c++) {
      String title = LatexText.latex(table.columns().get(c).title());
      titles.add(numbers.get(c).isPresent() ? "{" + title + "}" : title);
    }
    line("      " + String.join(" & ", titles) + " \\\\");
    line("      \\midrule");
  }

  private <R> void writeRows(Table<R> table) throws IOException {
    for (R row : table.rows()) {
      line(
          table.cells(row).stream()
              .map(cell -> LatexText.latex(cell.prose()))
              .collect(Collectors.joining(" & ", "      ", " \\\\")));
    }
  }

  private static <R> List<Optional<NumberColumn>> numbers(Table<R> table) {
    List<List<String>> texts = table.texts();
    List<Optional<NumberColumn>> numbers = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      numbers.add(NumberColumn.of(texts.stream().map(row -> row.get(column)).toList()));
    }
    return numbers;
  }

  private void writeGroups(Heads heads) throws IOException {
    line(
        heads.all().stream()
            .map(
                head ->
                    "\\multicolumn{%d}{c}{%s}"
                        .formatted(
                            head.width(),
                            head.group().map(it -> LatexText.latex(it.prose())).orElse("")))
            .collect(Collectors.joining(" & ", "      ", " \\\\")));
    line(
        heads.all().stream()
            .filter(head -> head.group().isPresent())
            .map(
                head ->
                    "\\cmidrule(lr){%d-%d}"
                        .formatted(head.first() + 1, head.first() + head.width()))
            .collect(Collectors.joining(" ", "      ", "")));
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
