package dev.zonal.lab.truncation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which inputs an entry of a kernel is of.
 *
 * @param each from 1; none for what is about all
 */
public record Indices(List<Integer> each) {
  public Indices {
    each = List.copyOf(each);
  }

  static Indices of(Integer... each) {
    return new Indices(List.of(each));
  }

  /** As in {@code 1 2 3}. */
  @Override
  public String toString() {
    return each.stream().map(i -> i.toString()).collect(Collectors.joining(" "));
  }
}
