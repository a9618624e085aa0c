package dev.zonal.report.writer;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import dev.zonal.text.markup.MarkdownText;
import dev.zonal.text.markup.Prose;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Markdown as GitHub reads it: the caption, a table, and its notes as a list. Its tables have one
 * line of headings, so that the group of a column stands there beside its name.
 */
final class MarkdownWriter {

  private final Origin origin;
  private final Publication publication;
  private final Writer out;

  MarkdownWriter(Origin origin, Publication publication, Writer out) {
    this.origin = origin;
    this.publication = publication;
    this.out = out;
  }

  <R> void write(Table<R> table, Legend legend) throws IOException {
    for (String line : Provenance.lines(origin, publication.date())) {
      // Nothing in a comment may end it.
      line("<!-- " + line.replace(">", "&gt;") + " -->");
    }
    line("");
    String anchor = publication.label().map(label -> "<a id=\"" + label + "\"></a>").orElse("");
    String caption = MarkdownText.markdown(legend.caption());
    if (!(anchor + caption).isEmpty()) {
      line(anchor + startOfLine(caption));
      line("");
    }
    writeRows(table);
    if (!legend.notes().isEmpty()) {
      line("");
    }
    for (Prose note : legend.notes()) {
      line("- " + startOfLine(MarkdownText.markdown(note)));
    }
  }

  private <R> void writeRows(Table<R> table) throws IOException {
    List<String> titles = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    List<List<String>> texts = table.texts();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      Table.Column<R> one = table.columns().get(c);
      String group = one.group().map(it -> " " + MarkdownText.markdown(it.prose())).orElse("");
      titles.add(MarkdownText.markdown(one.title()) + group);
      boolean isNumber =
          NumberColumn.of(texts.stream().map(row -> row.get(column)).toList()).isPresent();
      rules.add(isNumber ? "---:" : ":---");
    }
    row(titles);
    row(rules);
    for (R row : table.rows()) {
      row(table.cells(row).stream().map(MarkdownWriter::cell).toList());
    }
  }

  private static String cell(Cell cell) {
    return MarkdownText.markdown(cell.prose());
  }

  private void row(List<String> cells) throws IOException {
    line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  /** What would begin a list there is none. */
  private static String startOfLine(String text) {
    return text.replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^([0-9]+)([.)])", "$1\\\\$2");
  }
}
