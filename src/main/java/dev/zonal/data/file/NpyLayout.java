package dev.zonal.data.file;

import java.util.ArrayList;
import java.util.List;

/** An array in NumPy's format whose first axis is that of the inputs. */
final class NpyLayout implements Layout {
  private final Place file;
  private final NpyHeader header;
  private final byte[] content;

  private NpyLayout(Place file, NpyHeader header, byte[] content) {
    this.file = file;
    this.header = header;
    this.content = content;
  }

  static NpyLayout of(Place file, byte[] content) {
    return new NpyLayout(file, NpyHeader.read(file, content), content);
  }

  @Override
  public long count() {
    return header.shape().isEmpty() ? 0 : header.shape().get(0);
  }

  @Override
  public List<Nested.Item> items(InputKind<?> kind) {
    NpyArray array = NpyArray.read(file, header, content);
    if (array.shape().size() < kind.leastAxes()) {
      throw file.wrong(
          "an array of %d axes, where the first is that of the %s"
              .formatted(array.shape().size(), kind.name()));
    }
    List<Nested.Item> items = new ArrayList<>();
    for (int i = 0; i < array.shape().get(0); i++) {
      items.add(new Nested.Item(file.part("array", i + 1), array.part(i)));
    }
    return items;
  }
}
