package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An array of numbers in NumPy's format NPY: integers and floating-point numbers of either byte
 * order, by rows or by columns. Each number is the exact value of what the file holds.
 *
 * @param shape the lengths of the axes
 * @param values by rows: the last index changes first
 */
record NpyArray(List<Integer> shape, List<Rational> values) {
  private static final long MOST_NUMBERS = 100_000_000;

  NpyArray {
    shape = List.copyOf(shape);
    values = List.copyOf(values);
  }

  /**
   * Reads the numbers of a file.
   *
   * @throws DataException if there are fewer or more than its head says, one is not finite, or they
   *     are too many
   */
  static NpyArray read(Place file, NpyHeader header, byte[] content) {
    double count = header.shape().stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b);
    if (count > MOST_NUMBERS) {
      throw file.wrong("%.0f numbers, and at most %d are read".formatted(count, MOST_NUMBERS));
    }
    long numbers = (long) count;
    long bytes = numbers * header.type().bytes();
    long found = (long) content.length - header.length();
    if (found != bytes) {
      String why =
          found < bytes ? "the file ends before its %d numbers do" : "more than %d numbers";
      throw file.wrong(why.formatted(numbers));
    }
    ByteBuffer body = ByteBuffer.wrap(content, header.length(), (int) bytes);
    return new NpyArray(header.shape(), values(file, header, (int) count, body));
  }

  private static List<Rational> values(Place file, NpyHeader header, int count, ByteBuffer body) {
    Rational[] values = new Rational[count];
    for (int i = 0; i < count; i++) {
      int index = header.byColumns() ? byRows(i, header.shape()) : i;
      values[index] = header.type().read(body);
      if (values[index] == null) {
        throw place(file, index, header.shape()).wrong(Numbers.NOT_FINITE);
      }
    }
    return Arrays.asList(values);
  }

  /** As in {@code array 3, entry 1}, for the first axis and the others. */
  private static Place place(Place file, int index, List<Integer> shape) {
    Place place = file;
    int inner = shape.stream().reduce(1, (a, b) -> a * b);
    int rest = index;
    for (int axis = 0; axis < shape.size(); axis++) {
      inner /= shape.get(axis);
      place = place.part(axis == 0 ? "array" : "entry", rest / inner + 1);
      rest %= inner;
    }
    return place;
  }

  /** The i-th part along the first axis. */
  Nested part(int i) {
    int size = values.size() / shape.get(0);
    return part(1, i * size, size);
  }

  private Nested part(int axis, int start, int size) {
    if (axis == shape.size()) {
      return new Nested.Leaf(values.get(start));
    }
    int count = shape.get(axis);
    List<Nested> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(part(axis + 1, start + i * (size / count), size / count));
    }
    return new Nested.Array(parts);
  }

  /** Where the i-th number of an array by columns is in one by rows. */
  private static int byRows(int i, List<Integer> shape) {
    int place = 0;
    int rest = i;
    int stride = 1;
    int[] strides = new int[shape.size()];
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.get(axis);
    }
    for (int axis = 0; axis < shape.size(); axis++) {
      place += rest % shape.get(axis) * strides[axis];
      rest /= shape.get(axis);
    }
    return place;
  }
}
