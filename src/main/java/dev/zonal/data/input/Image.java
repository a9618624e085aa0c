package dev.zonal.data.input;

import java.util.List;

/**
 * An image: a vector of channels at each place of a rectangle.
 *
 * @param rows at least 1; an image of one dimension has one row
 * @param columns at least 1
 * @param channels at least 1
 * @param pixels row after row, each of so many channels
 */
public record Image(int rows, int columns, int channels, List<Vector> pixels) {
  /**
   * @throws IllegalArgumentException if the pixels are not rows times columns of that many channels
   */
  public Image {
    pixels = List.copyOf(pixels);
    if (rows < 1 || columns < 1 || pixels.size() != (long) rows * columns) {
      throw new IllegalArgumentException(
          pixels.size() + " pixels are not " + rows + " rows of " + columns);
    }
    Vector.requireOneDimension(pixels);
    if (pixels.get(0).dimension() != channels) {
      throw new IllegalArgumentException(
          "pixels of " + pixels.get(0).dimension() + " channels, not " + channels);
    }
  }

  /**
   * The pixel at a place.
   *
   * @param row from 0
   * @param column from 0
   */
  public Vector at(int row, int column) {
    return pixels.get(row * columns + column);
  }
}
