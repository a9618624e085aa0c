package dev.zonal.data.file;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.data.input.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of inputs: text with one input a line, words of some symbols, a JSON array of them, or an
 * array in NumPy's format NPY (docs/formats.md). Which it is its first bytes say.
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
    if (TextLayout.lines(text).stream().limit(1).anyMatch(l -> l.startsWith(SymbolLayout.HEAD))) {
      return SymbolLayout.of(place, text);
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

  /**
   * The labels that stand beside the inputs; empty if there are none.
   *
   * @throws DataException if some have one and others not
   */
  public Optional<Labels> labels() {
    return layout.labels();
  }

  /**
   * A file of labels alone, one a line, for inputs whose file has none.
   *
   * @throws DataException if a line is blank, or there is none
   */
  public static Labels readLabels(String name) throws IOException {
    String text = new String(Files.readAllBytes(Path.of(name)), StandardCharsets.UTF_8);
    Labels labels = Labels.ofLines(Place.file(name), TextLayout.lines(text));
    if (labels.each().isEmpty()) {
      throw labels.file().wrong("there are no labels in it");
    }
    return labels;
  }
}
