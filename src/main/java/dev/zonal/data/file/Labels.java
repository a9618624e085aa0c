package dev.zonal.data.file;

import dev.zonal.data.input.DataException;
import java.util.ArrayList;
import java.util.List;

/**
 * One label for every input of a file: texts, and the same label where they are the same text.
 *
 * @param file where they are from
 * @param each in the order of the inputs
 */
public record Labels(Place file, List<String> each) {
  public Labels {
    each = List.copyOf(each);
  }

  /**
   * The lines of a file; lines that begin with # are comments, and blank ones at the end are
   * nothing.
   *
   * @throws DataException if a line is blank
   */
  static Labels ofLines(Place file, List<String> lines) {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        each.add(label(file.part("line", i + 1), lines.get(i)));
      }
    }
    return new Labels(file, each);
  }

  /** The label that a text is, without the white space around it. */
  static String label(Place place, String text) {
    if (text.isBlank()) {
      throw place.wrong("there is no label");
    }
    return text.strip();
  }

  /** The different labels, in the order in which they appear. */
  public List<String> classes() {
    return each.stream().distinct().toList();
  }

  /**
   * Asks for one label for each point.
   *
   * @throws DataException if there are more or fewer
   */
  public void requireFor(Points<?> points) {
    if (each.size() != points.count()) {
      throw file.wrong(
          "%d labels for the %d points of %s"
              .formatted(each.size(), points.count(), points.file()));
    }
  }
}
