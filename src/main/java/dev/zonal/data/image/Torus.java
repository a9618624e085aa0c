package dev.zonal.data.image;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * The pixels of images of one form, rows and columns being closed to circles, and the window of a
 * convolution around each.
 */
final class Torus {
  private final int rows;
  private final int columns;
  private final int[][] windows;

  /**
   * @param taps the side of the windows, odd; they have one row where the image has
   * @throws DataException if a window is longer than a side of the image
   */
  Torus(int rows, int columns, int taps) {
    if (taps > columns || (rows > 1 && taps > rows)) {
      throw new DataException(
          "taps=%s: windows reach beyond images of %s x %s pixels".formatted(taps, rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    int height = rows > 1 ? taps : 1;
    this.windows = new int[rows * columns][height * taps];
    for (int pixel = 0; pixel < windows.length; pixel++) {
      for (int i = 0; i < height * taps; i++) {
        windows[pixel][i] = moved(pixel, i / taps - height / 2, i % taps - taps / 2);
      }
    }
  }

  int size() {
    return windows.length;
  }

  /** The pixel that a pixel is moved to by a shift, which is itself named by where it moves 0. */
  int shifted(int pixel, int shift) {
    return moved(pixel, shift / columns, shift % columns);
  }

  private int moved(int pixel, int down, int right) {
    int row = Math.floorMod(pixel / columns + down, rows);
    return row * columns + Math.floorMod(pixel % columns + right, columns);
  }

  /** The pixels of the window around a pixel, in one order for all of them. */
  int[] window(int pixel) {
    return windows[pixel];
  }

  /** The pixels of a window, put together. */
  <S> S over(int pixel, S start, IntFunction<S> each, BinaryOperator<S> sum) {
    S total = start;
    for (int i : windows[pixel]) {
      total = sum.apply(total, each.apply(i));
    }
    return total;
  }

  /** The mean of a number over the window around a pixel. */
  <T> T mean(Arithmetic<T> over, int pixel, List<T> numbers) {
    T sum = over(pixel, over.of(0), numbers::get, over::add);
    return over.scale(sum, Rational.of(1, windows[pixel].length));
  }

  /** The same of exact numbers. */
  Rational mean(int pixel, IntFunction<Rational> numbers) {
    return over(pixel, Rational.ZERO, numbers, Rational::add).divide(windows[pixel].length);
  }
}
