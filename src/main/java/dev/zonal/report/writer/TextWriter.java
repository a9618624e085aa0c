package dev.zonal.report.writer;

import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Text for people: names in a column of their own, and aligned tables. */
final class TextWriter {
  /** Of the column of names; a longer name takes what it needs. */
  private static final int NAMES = 13;

  private TextWriter() {}

  static void write(Page page, Writer out) throws IOException {
    for (Page.Part part : page.parts()) {
      if (part instanceof Page.Field field) {
        String padding = " ".repeat(Math.max(0, NAMES - field.name().length()));
        out.append(field.name() + padding + "  " + field.text()).append('\n');
      } else if (part instanceof Page.Note note) {
        out.append(note.text()).append('\n');
      } else if (part instanceof Table<?> table) {
        write(table, out);
      }
    }
  }

  /** The first column to the right, the others to the left, signs in a place of their own. */
  private static void write(Table<?> table, Writer out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.headings());
    rows.addAll(table.texts());
    int columns = table.columns().size();
    int[] widths = new int[columns];
    boolean[] signed = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      signed[c] = c > 0 && rows.stream().anyMatch(row -> row.get(column).startsWith("-"));
      widths[c] =
          rows.stream().mapToInt(r -> cell(r.get(column), signed[column]).length()).max().orElse(0);
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String cell = cell(row.get(c), signed[c]);
        String padding = " ".repeat(widths[c] - cell.length());
        line.append(c == 0 ? padding + cell : "  " + cell + padding);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static String cell(String text, boolean signed) {
    return signed && !text.startsWith("-") ? " " + text : text;
  }
}
