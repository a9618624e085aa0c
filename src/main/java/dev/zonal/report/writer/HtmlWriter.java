package dev.zonal.report.writer;

import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import dev.zonal.text.markup.HtmlText;
import dev.zonal.text.markup.Prose;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * HTML: a page that needs no other file, with a table, its caption and notes; formulas are MathML.
 * It is well-formed XML as well, and ASCII.
 */
final class HtmlWriter {
  private static final String STYLE =
      "body { font-family: serif; margin: 2em } table { border-collapse: collapse;"
          + " border-top: 2px solid; border-bottom: 2px solid } caption { text-align: left;"
          + " padding-bottom: 0.5em } thead { border-bottom: 1px solid } th, td { padding: 0.2em"
          + " 0.8em; text-align: left } .number { text-align: right; font-variant-numeric:"
          + " tabular-nums } .group { text-align: center; border-bottom: 1px solid } ul { padding:"
          + " 0; list-style: none; font-size: smaller }";

  private final Origin origin;
  private final Publication publication;
  private final Writer out;

  HtmlWriter(Origin origin, Publication publication, Writer out) {
    this.origin = origin;
    this.publication = publication;
    this.out = out;
  }

  <R> void write(Table<R> table, Legend legend) throws IOException {
    List<String> provenance = Provenance.lines(origin, publication.date());
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\"/>");
    line("<meta name=\"generator\" content=\"" + HtmlText.escaped(provenance.get(0)) + "\"/>");
    line("<meta name=\"command\" content=\"" + HtmlText.escaped(provenance.get(1)) + "\"/>");
    line("<title>" + HtmlText.escaped(provenance.get(1)) + "</title>");
    line("<style>" + STYLE + "</style>");
    line("</head>");
    line("<body>");
    line("<table" + publication.label().map(it -> " id=\"" + it + "\"").orElse("") + ">");
    if (!legend.caption().pieces().isEmpty()) {
      line("<caption>" + HtmlText.html(legend.caption()) + "</caption>");
    }
    writeRows(table);
    line("</table>");
    if (!legend.notes().isEmpty()) {
      line("<ul>");
      for (Prose note : legend.notes()) {
        line("<li>" + HtmlText.html(note) + "</li>");
      }
      line("</ul>");
    }
    line("</body>");
    line("</html>");
  }

  private <R> void writeRows(Table<R> table) throws IOException {
    List<String> kinds = kinds(table);
    line("<thead>");
    Heads heads = Heads.of(table);
    if (heads.isNeeded()) {
      line(
          heads.all().stream()
              .map(
                  head ->
                      head.group()
                          .map(
                              it ->
                                  "<th class=\"group\" colspan=\"%d\">%s</th>"
                                      .formatted(head.width(), HtmlText.html(it.prose())))
                          .orElse("<th colspan=\"" + head.width() + "\"></th>"))
              .collect(Collectors.joining("", "<tr>", "</tr>")));
    }
    row(
        "th",
        kinds,
        table.columns().stream().map(column -> HtmlText.html(column.title())).toList());
    line("</thead>");
    line("<tbody>");
    for (R row : table.rows()) {
      row("td", kinds, table.cells(row).stream().map(cell -> HtmlText.html(cell.prose())).toList());
    }
    line("</tbody>");
  }

  private static <R> List<String> kinds(Table<R> table) {
    List<List<String>> texts = table.texts();
    List<String> kinds = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      boolean isNumber =
          NumberColumn.of(texts.stream().map(row -> row.get(column)).toList()).isPresent();
      kinds.add(isNumber ? " class=\"number\"" : "");
    }
    return kinds;
  }

  private void row(String tag, List<String> kinds, List<String> cells) throws IOException {
    StringBuilder text = new StringBuilder("<tr>");
    for (int c = 0; c < cells.size(); c++) {
      text.append('<').append(tag).append(kinds.get(c)).append('>');
      text.append(cells.get(c)).append("</").append(tag).append('>');
    }
    line(text.append("</tr>").toString());
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
