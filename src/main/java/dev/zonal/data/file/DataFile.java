package dev.zonal.data.file;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.data.input.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of inputs: text with one input a line, a JSON array of them, or an array in NumPy's format
 * NPY (docs/formats.md). Which it is its first bytes say.
 */
public final class DataFile {
  private final Place place;
  private final Layout layout;

  private DataFile(Place place, Layout layout) {
    this.place = place;
    this.layout = layout;
  }

  /**
   * Reads a file, and nothing of its numbers.
   *
   * @throws DataException if it begins like an array of NumPy and is none of numbers
   */
  public static DataFile open(String name) throws IOException {
    return of(name, Files.readAllBytes(Path.of(name)));
  }

  static DataFile of(String name, byte[] content) {
    Place place = Place.file(name);
    return new DataFile(place, layout(place, content));
  }

  private static Layout layout(Place place, byte[] content) {
    byte[] magic = NpyHeader.MAGIC;
    if (content.length > 0 && content[0] == magic[0]) {
      return NpyLayout.of(place, content);
    }
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("[")) {
      OptionalLibrary.JACKSON_CORE.require();
      return new JsonLayout(place, text);
    }
    return TextLayout.of(place, text);
  }

  /** At least the number of inputs; comments of a text are counted. */
  public long count() {
    return layout.count();
  }

  /**
   * The inputs.
   *
   * @throws DataException if there is none, or they are of another kind
   */
  public <X> Points<X> points(InputKind<X> kind) {
    return kind.inputs(place, layout.items(kind));
  }
}
