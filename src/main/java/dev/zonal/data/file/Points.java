package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inputs of a file, and where each stands in it.
 *
 * @param file the whole file
 * @param inputs in its order, at least one
 * @param places of the inputs
 * @param <X> the inputs
 */
public record Points<X>(Place file, List<X> inputs, List<Place> places) {
  public Points {
    inputs = List.copyOf(inputs);
    places = List.copyOf(places);
  }

  /**
   * Vectors that no file has: the binary fractions that these coordinates are.
   *
   * @throws dev.zonal.data.input.DataException if a vector is not as it should be
   */
  public static Points<Vector> of(List<double[]> coordinates) {
    Place all = Place.file("points");
    return new Points<>(
        all,
        coordinates.stream()
            .map(x -> Vector.of(Arrays.stream(x).mapToObj(Rational::of).toList()))
            .toList(),
        IntStream.rangeClosed(1, coordinates.size()).mapToObj(i -> all.part("point", i)).toList());
  }

  public int count() {
    return inputs.size();
  }
}
