package dev.zonal.data.file;

import java.util.List;
import java.util.Optional;

/** How a file holds inputs. */
interface Layout {
  /** At least the number of inputs, told apart without reading them. */
  long count();

  /**
   * The inputs, not yet checked.
   *
   * @param kind the inputs, for the separators of a line of text
   */
  List<Nested.Item> items(InputKind<?> kind);

  /** The labels of the inputs; empty if this layout or this file has none. */
  default Optional<Labels> labels() {
    return Optional.empty();
  }
}
