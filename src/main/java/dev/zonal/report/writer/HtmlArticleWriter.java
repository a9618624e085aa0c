package dev.zonal.report.writer;

import dev.zonal.report.document.Article;
import dev.zonal.report.document.Origin;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.figure.FigureSize;
import dev.zonal.report.figure.Picture;
import dev.zonal.text.markup.HtmlText;
import dev.zonal.text.markup.Prose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** An article as a page that needs no other file: formulas are MathML, figures are SVG. */
final class HtmlArticleWriter {
  private static final String STYLE =
      "body { font-family: serif; margin: 2em auto; max-width: 60em; line-height: 1.4 }"
          + " table { border-collapse: collapse; border-top: 2px solid; border-bottom: 2px solid;"
          + " font-size: smaller; margin: 1em 0 } thead { border-bottom: 1px solid }"
          + " th, td { padding: 0.15em 0.8em; text-align: left; vertical-align: top }"
          + " h2 { margin-top: 2em; border-top: 1px solid } figure { margin: 1em 0 }"
          + " figcaption { font-size: smaller } .formula { overflow-x: auto }";

  private static final FigureSize SIZE = new FigureSize(120, 84, 96);

  private final Origin origin;
  private final Publication publication;
  private final Writer out;

  HtmlArticleWriter(Origin origin, Publication publication, Writer out) {
    this.origin = origin;
    this.publication = publication;
    this.out = out;
  }

  void write(Article article) throws IOException {
    List<String> provenance = Provenance.lines(origin, publication.date());
    String title = HtmlText.html(article.title());
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\"/>");
    line("<meta name=\"generator\" content=\"" + HtmlText.escaped(provenance.get(0)) + "\"/>");
    line("<title>" + HtmlText.escaped(article.title().plain()) + "</title>");
    line("<style>" + STYLE + "</style>");
    line("</head>");
    line("<body>");
    line("<h1>" + title + "</h1>");
    line(
        "<p>%s; <code>%s</code></p>"
            .formatted(HtmlText.escaped(provenance.get(0)), HtmlText.escaped(provenance.get(1))));
    for (Article.Part part : article.parts()) {
      write(part);
    }
    line("</body>");
    line("</html>");
  }

  private void write(Article.Part part) throws IOException {
    if (part instanceof Article.Heading heading) {
      String tag = "h" + (heading.level() + 1);
      line("<%s>%s</%s>".formatted(tag, HtmlText.html(heading.text()), tag));
    } else if (part instanceof Article.Paragraph paragraph) {
      line("<p>" + HtmlText.html(paragraph.text()) + "</p>");
    } else if (part instanceof Article.Listing listing) {
      write(listing);
    } else if (part instanceof Article.Picture picture) {
      write(picture.figure());
    } else if (part instanceof Article.Formula formula) {
      line("<div class=\"formula\">" + formula.mathml() + "</div>");
    }
  }

  private void write(Article.Listing listing) throws IOException {
    line("<table>");
    line(
        listing.headings().stream()
            .map(heading -> "<th>" + HtmlText.escaped(heading) + "</th>")
            .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>")));
    line("<tbody>");
    for (List<Prose> row : listing.rows()) {
      line(
          row.stream()
              .map(cell -> "<td>" + HtmlText.html(cell) + "</td>")
              .collect(Collectors.joining("", "<tr>", "</tr>")));
    }
    line("</tbody>");
    line("</table>");
  }

  private void write(Figure figure) throws IOException {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    new Picture(figure, SIZE, origin.program()).writeSvg(svg);
    String text = svg.toString(StandardCharsets.UTF_8);
    line("<figure>");
    // Without the declaration, which stands at the beginning of files only.
    line(text.substring(text.indexOf("<svg")));
    line("<figcaption>" + HtmlText.html(Prose.parse(figure.caption())) + "</figcaption>");
    line("</figure>");
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
