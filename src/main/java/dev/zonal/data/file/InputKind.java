package dev.zonal.data.file;

import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A kind of inputs, as arrays of so many levels: a vector is its coordinates, a sequence its steps
 * of coordinates, an image its rows of pixels of channels. Arrays of one level have one length
 * within an input, and on the innermost level, of coordinates or channels, within a file.
 *
 * @param <X> the inputs
 */
public final class InputKind<X> {
  /** One a line, coordinates separated by commas. */
  public static final InputKind<Vector> VECTORS =
      new InputKind<>(
          "vectors", List.of(new Level("coordinate", ',')), InputKind::vector, Vector::dimension);

  /** Numbers that belong to points: those of one point a line, one of each target. */
  public static final InputKind<Vector> TARGETS =
      new InputKind<>(
          "targets",
          List.of(new Level("target", ',')),
          InputKind::vector,
          Vector::dimension,
          any -> "",
          true);

  /** One a line, steps separated by semicolons, coordinates by commas. */
  public static final InputKind<Sequence> SEQUENCES =
      new InputKind<>(
          "sequences",
          List.of(new Level("step", ';'), new Level("coordinate", ',')),
          InputKind::sequence,
          Sequence::dimension);

  /** One a line, rows separated by bars, pixels by semicolons, channels by commas. */
  public static final InputKind<Image> IMAGES =
      new InputKind<>(
          "images",
          List.of(new Level("row", '|'), new Level("pixel", ';'), new Level("channel", ',')),
          InputKind::image,
          Image::channels,
          image -> image.rows() + " x " + image.columns() + " pixels");

  /**
   * A level of arrays.
   *
   * @param part what the parts of an array are called
   * @param separator what stands between them in a line of text
   */
  private record Level(String part, char separator) {
    String count(int number) {
      return number + " " + part + (number == 1 ? "" : "s");
    }
  }

  private final String name;
  private final List<Level> levels;
  private final Function<Nested, X> input;
  private final ToIntFunction<X> width;
  private final Function<X, String> form;
  private final boolean isNumberEnough;

  private InputKind(
      String name, List<Level> levels, Function<Nested, X> input, ToIntFunction<X> width) {
    this(name, levels, input, width, any -> "");
  }

  /**
   * @param form what inputs of two files have in common beside their width
   */
  private InputKind(
      String name,
      List<Level> levels,
      Function<Nested, X> input,
      ToIntFunction<X> width,
      Function<X, String> form) {
    this(name, levels, input, width, form, false);
  }

  /**
   * @param isNumberEnough whether a number stands for an input that consists of it
   */
  private InputKind(
      String name,
      List<Level> levels,
      Function<Nested, X> input,
      ToIntFunction<X> width,
      Function<X, String> form,
      boolean isNumberEnough) {
    this.name = name;
    this.levels = levels;
    this.input = input;
    this.width = width;
    this.form = form;
    this.isNumberEnough = isNumberEnough;
  }

  /** What the inputs are called, in the plural. */
  public String name() {
    return name;
  }

  /** What a line of text says. */
  Nested parse(Place line, String text) {
    return parse(line, text, 0);
  }

  private Nested parse(Place place, String text, int depth) {
    if (depth == levels.size()) {
      return new Nested.Leaf(Numbers.parse(place, text));
    }
    Level level = levels.get(depth);
    if (text.isBlank()) {
      throw place.wrong("it is empty, and there is at least one " + level.part);
    }
    List<Nested> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int separator = text.indexOf(level.separator, start);
      int end = separator < 0 ? text.length() : separator;
      Place part = place.part(level.part, parts.size() + 1);
      parts.add(parse(part, text.substring(start, end), depth + 1));
      start = end + 1;
    }
    return new Nested.Array(parts);
  }

  /**
   * The inputs of a file.
   *
   * @throws DataException if there is none, or one is of another form
   */
  Points<X> inputs(Place file, List<Nested.Item> items) {
    if (items.isEmpty()) {
      throw file.wrong("there are no " + name + " in it");
    }
    List<X> inputs = new ArrayList<>();
    for (Nested.Item item : items) {
      Nested whole = innermost(atLeastArray(item.array()), levels.size() - 1);
      requireForm(item.place(), whole, 0, new int[levels.size()]);
      inputs.add(input.apply(whole));
      requireWidth(items.get(0), inputs.get(0), item, inputs.get(inputs.size() - 1));
    }
    return new Points<>(file, inputs, items.stream().map(Nested.Item::place).toList());
  }

  private void requireWidth(Nested.Item first, X one, Nested.Item item, X other) {
    requireWidth(first.place().last() + " has ", one, item.place(), other);
  }

  /**
   * Whether inputs of two files may be given to one kernel.
   *
   * @throws DataException if those of the second have another number of coordinates or channels, or
   *     another number of pixels
   */
  public void requireAlike(Points<X> points, Points<X> others) {
    X one = points.inputs().get(0);
    for (int i = 0; i < others.count(); i++) {
      X other = others.inputs().get(i);
      Place place = others.places().get(i);
      requireWidth(points.file() + " has ", one, place, other);
      if (!form.apply(other).equals(form.apply(one))) {
        throw place.wrong(
            "%s, where %s has %s".formatted(form.apply(other), points.file(), form.apply(one)));
      }
    }
  }

  private void requireWidth(String where, X one, Place place, X other) {
    int wanted = width.applyAsInt(one);
    int found = width.applyAsInt(other);
    if (found != wanted) {
      Level level = levels.get(levels.size() - 1);
      throw place.wrong(level.count(found) + ", where " + where + level.count(wanted));
    }
  }

  /** How many axes an array has at the least whose first one is that of the inputs. */
  int leastAxes() {
    return isNumberEnough ? 1 : 2;
  }

  /** Whether lines of the UCR archive are lines of such inputs. */
  boolean mayHaveLabels() {
    return !isNumberEnough;
  }

  private Nested atLeastArray(Nested item) {
    return isNumberEnough && item instanceof Nested.Leaf ? new Nested.Array(List.of(item)) : item;
  }

  /** Numbers on the last level but one stand for arrays of a single one. */
  private static Nested innermost(Nested array, int depth) {
    if (depth == 0 || !(array instanceof Nested.Array parts)) {
      return array;
    }
    return new Nested.Array(
        parts.parts().stream()
            .map(
                part ->
                    depth == 1 && part instanceof Nested.Leaf
                        ? new Nested.Array(List.of(part))
                        : innermost(part, depth - 1))
            .toList());
  }

  /**
   * @param lengths of the arrays of each level that were seen, 0 for none
   */
  private void requireForm(Place place, Nested array, int depth, int[] lengths) {
    if (depth == levels.size()) {
      if (array instanceof Nested.Array) {
        throw place.wrong("an array in the place of a number");
      }
      return;
    }
    Level level = levels.get(depth);
    if (!(array instanceof Nested.Array parts)) {
      throw place.wrong("a number in the place of an array of " + level.part + "s");
    }
    int length = parts.parts().size();
    if (length == 0) {
      throw place.wrong("it is empty, and there is at least one " + level.part);
    }
    if (lengths[depth] == 0) {
      lengths[depth] = length;
    }
    if (lengths[depth] != length) {
      String why = level.count(length) + ", where the first has ";
      throw place.wrong(why + level.count(lengths[depth]));
    }
    for (int i = 0; i < length; i++) {
      requireForm(place.part(level.part, i + 1), parts.parts().get(i), depth + 1, lengths);
    }
  }

  private static List<Nested> parts(Nested array) {
    return ((Nested.Array) array).parts();
  }

  private static Vector vector(Nested numbers) {
    return Vector.of(
        parts(numbers).stream().map(number -> ((Nested.Leaf) number).value()).toList());
  }

  private static Sequence sequence(Nested steps) {
    return new Sequence(parts(steps).stream().map(InputKind::vector).toList());
  }

  private static Image image(Nested rows) {
    List<Vector> pixels =
        parts(rows).stream().flatMap(row -> parts(row).stream()).map(InputKind::vector).toList();
    int count = parts(rows).size();
    return new Image(count, pixels.size() / count, pixels.get(0).dimension(), pixels);
  }
}
