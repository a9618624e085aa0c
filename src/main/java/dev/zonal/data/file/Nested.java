package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import java.util.List;

/** A number, or an array of numbers or arrays: what one input of a file is before it is checked. */
sealed interface Nested {
  /** A number. */
  record Leaf(Rational value) implements Nested {}

  /** Numbers or arrays. */
  record Array(List<Nested> parts) implements Nested {
    public Array {
      parts = List.copyOf(parts);
    }
  }

  /** An array in a file. */
  record Item(Place place, Nested array) {}
}
