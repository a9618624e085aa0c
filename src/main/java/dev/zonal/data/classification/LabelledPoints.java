package dev.zonal.data.classification;

import dev.zonal.data.file.Labels;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.DataException;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Points with a label each, of two classes at least.
 *
 * @param labels in the order of the points
 * @param <X> the points
 */
public record LabelledPoints<X>(Points<X> points, Labels labels) {
  /**
   * @throws DataException if there are more points or more labels, or one class only
   */
  public LabelledPoints {
    labels.requireFor(points);
    if (labels.classes().size() < 2) {
      throw labels
          .file()
          .wrong(
              "the only label is " + Quotation.of(labels.classes().get(0)) + "; there must be two");
    }
  }

  /** The different labels, in the order in which they appear. */
  public List<String> classes() {
    return labels.classes();
  }

  /** For each point the number of its class, from 0. */
  List<Integer> classOfEach() {
    List<String> classes = classes();
    List<Integer> each = new ArrayList<>();
    labels.each().forEach(label -> each.add(classes.indexOf(label)));
    return each;
  }
}
