package dev.zonal.data.file;

import java.util.List;

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

  public int count() {
    return inputs.size();
  }
}
