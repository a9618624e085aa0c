package dev.zonal.report.array;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A matrix of doubles, which NumPy can load. Format: NumPy, {@code numpy.lib.format}, version 1.
 *
 * @param rows their number
 * @param columns their number
 */
public record DoubleMatrix(int rows, int columns, Entry entry) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** What precedes the numbers is as long as a multiple of this. */
  private static final int ALIGNMENT = 64;

  /** An entry by its row and its column, from 0. */
  @FunctionalInterface
  public interface Entry {
    double at(int row, int column);
  }

  /** Writes the matrix, row by row, and leaves {@code out} open. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.write(head());
    ByteBuffer row = ByteBuffer.allocate(columns * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      row.clear();
      for (int j = 0; j < columns; j++) {
        row.putDouble(entry.at(i, j));
      }
      data.write(row.array());
    }
    data.flush();
  }

  private byte[] head() {
    String text =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
    int used = MAGIC.length + Short.BYTES + text.length() + 1;
    int spaces = (ALIGNMENT - used % ALIGNMENT) % ALIGNMENT;
    byte[] description = (text + " ".repeat(spaces) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(used + spaces)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) description.length)
        .put(description)
        .array();
  }
}
