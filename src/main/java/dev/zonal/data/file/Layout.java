package dev.zonal.data.file;

import java.util.List;

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
}
