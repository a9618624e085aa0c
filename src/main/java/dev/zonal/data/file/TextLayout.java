package dev.zonal.data.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One input a line. A first line in which nothing is meant as a number is a header; lines that
 * begin with # are comments. Where there are tabs the layout is that of the UCR archive of time
 * series: a label, and numbers, the last of which may be NaN and stand for nothing.
 *
 * @param lines of the file
 */
record TextLayout(Place file, List<String> lines) implements Layout {
  static final char TAB = '\t';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static TextLayout of(Place file, String text) {
    return new TextLayout(file, lines(text));
  }

  /** But for blank ones at the end. */
  static List<String> lines(String text) {
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    List<String> lines = (isMarked ? text.substring(1) : text).lines().toList();
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(0, end);
  }

  @Override
  public long count() {
    return lines.size();
  }

  @Override
  public List<Nested.Item> items(InputKind<?> kind) {
    List<Nested.Item> items = new ArrayList<>();
    boolean isFirst = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        continue;
      }
      Place place = file.part("line", i + 1);
      if (kind.mayHaveLabels() && line.indexOf(TAB) >= 0) {
        items.add(new Nested.Item(place, labelled(place, line)));
      } else if (!isFirst || !isHeader(line)) {
        items.add(new Nested.Item(place, kind.parse(place, line)));
      }
      isFirst = false;
    }
    return items;
  }

  private static boolean isHeader(String line) {
    return Arrays.stream(line.split("[,;|]", -1)).noneMatch(Numbers::isMeantAsNumber);
  }

  private static Nested labelled(Place line, String text) {
    String[] fields = text.stripTrailing().split("\t", -1);
    int end = fields.length;
    while (end > 1 && Numbers.isNotFinite(fields[end - 1])) {
      end--;
    }
    List<Nested> numbers = new ArrayList<>();
    for (int i = 1; i < end; i++) {
      numbers.add(new Nested.Leaf(Numbers.parse(line.part("field", i + 1), fields[i])));
    }
    return new Nested.Array(numbers);
  }

  @Override
  public Optional<Labels> labels() {
    return labels(file, lines, 1);
  }

  /**
   * What stands before the first tab of every line, if there are tabs.
   *
   * @param number of the first line
   */
  static Optional<Labels> labels(Place file, List<String> lines, int number) {
    if (lines.stream().noneMatch(line -> !line.startsWith("#") && line.indexOf(TAB) >= 0)) {
      return Optional.empty();
    }
    List<String> each = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("#")) {
        String label = line.substring(0, Math.max(0, line.indexOf(TAB)));
        each.add(Labels.label(file.part("line", i + number), label));
      }
    }
    return Optional.of(new Labels(file, each));
  }
}
