package dev.zonal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of text, aligned: the first to the right, the others to the left, signs in a place of
 * their own.
 */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  void add(String... row) {
    rows.add(List.of(row));
  }

  void write(Appendable out) throws IOException {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    boolean[] signed = new boolean[columns];
    for (int c = 1; c < columns; c++) {
      int column = c;
      signed[c] = rows.stream().anyMatch(row -> row.get(column).startsWith("-"));
    }
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], cell(row.get(c), signed[c]).length());
      }
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
