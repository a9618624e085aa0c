package dev.zonal.data.file;

import dev.zonal.data.input.DataException;
import dev.zonal.text.Quotation;
import java.util.Optional;

/**
 * A place in a file, as in {@code 'points.csv', line 3, coordinate 2}.
 *
 * @param outer what it is a part of; empty for the file
 * @param name of the file, or what parts of this kind are called
 * @param number from 1; 0 for the file
 */
public record Place(Optional<Place> outer, String name, int number) {
  /** A whole file. */
  public static Place file(String name) {
    return new Place(Optional.empty(), Quotation.of(name), 0);
  }

  /**
   * A part of this place.
   *
   * @param number from 1
   */
  public Place part(String name, int number) {
    return new Place(Optional.of(this), name, number);
  }

  /** The part alone, as in {@code line 3}. */
  String last() {
    return number == 0 ? name : name + " " + number;
  }

  /** The refusal of what stands there. */
  public DataException wrong(String why) {
    return new DataException(this + ": " + why);
  }

  @Override
  public String toString() {
    return outer.map(place -> place + ", ").orElse("") + last();
  }
}
