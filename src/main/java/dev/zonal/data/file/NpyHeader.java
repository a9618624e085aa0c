package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a file in NumPy's format NPY, versions 1 to 3. Format: NumPy, {@code
 * numpy.lib.format}.
 *
 * @param type of the numbers
 * @param byColumns whether the first index changes first
 * @param shape the lengths of the axes
 * @param length in bytes, of what precedes the numbers
 */
record NpyHeader(Type type, boolean byColumns, List<Integer> shape, int length) {
  /** The first byte of every file, and the name after it. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int LARGEST_HEADER = 1 << 16;
  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern RECORDS = Pattern.compile("'descr'\\s*:\\s*\\[");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern TYPE = Pattern.compile("([<>|=])([a-zA-Z])([0-9]{1,4})");

  /** Why an array of a kind of numbers is refused. */
  private static final Map<String, String> UNREADABLE =
      Map.of(
          "O", "it holds Python objects, which are not numbers",
          "c", "its numbers are complex",
          "b", "it holds truth values, which are not numbers",
          "S", "it holds text",
          "U", "it holds text",
          "M", "it holds dates",
          "m", "it holds durations",
          "V", "it holds records");

  /** The kind of the numbers, as in {@code <f8}. */
  record Type(ByteOrder order, char kind, int bytes) {
    static Type of(Place file, String description) {
      if (description.contains("O")) {
        throw file.wrong(UNREADABLE.get("O"));
      }
      Matcher type = TYPE.matcher(description);
      if (!type.matches()) {
        throw file.wrong(UNREADABLE.get("V") + " (" + description + ")");
      }
      String kind = type.group(2);
      int bytes = Integer.parseInt(type.group(3));
      boolean isKnown =
          switch (kind) {
            case "f" -> bytes == 2 || bytes == 4 || bytes == 8;
            case "i", "u" -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
            default -> false;
          };
      if (!isKnown) {
        String why = UNREADABLE.getOrDefault(kind, "numbers of the type " + description);
        throw file.wrong(why);
      }
      ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return new Type(order, kind.charAt(0), bytes);
    }

    Rational read(ByteBuffer in) {
      byte[] raw = new byte[bytes];
      in.get(raw);
      ByteBuffer one = ByteBuffer.wrap(raw).order(order);
      if (kind == 'f') {
        double value =
            switch (bytes) {
              case 2 -> half(one.getShort());
              case 4 -> one.getFloat();
              default -> one.getDouble();
            };
        return Double.isFinite(value) ? Rational.of(value) : null;
      }
      if (order == ByteOrder.LITTLE_ENDIAN) {
        for (int i = 0; i < bytes / 2; i++) {
          byte kept = raw[i];
          raw[i] = raw[bytes - 1 - i];
          raw[bytes - 1 - i] = kept;
        }
      }
      return Rational.of(kind == 'i' ? new BigInteger(raw) : new BigInteger(1, raw));
    }

    /** A number of the format binary16. */
    private static double half(short bits) {
      int exponent = bits >> 10 & 0x1f;
      int fraction = bits & 0x3ff;
      double size =
          exponent == 0
              ? Math.scalb((double) fraction, -24)
              : exponent == 0x1f
                  ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                  : Math.scalb((double) (fraction | 0x400), exponent - 25);
      return bits < 0 ? -size : size;
    }
  }

  /**
   * Reads the head of a file.
   *
   * @throws DataException if it is none of an array of numbers
   */
  static NpyHeader read(Place file, byte[] content) {
    if (content.length < MAGIC.length + 6 || !Arrays.equals(Arrays.copyOf(content, 6), MAGIC)) {
      throw file.wrong("no array in NumPy's format NPY");
    }
    int version = content[MAGIC.length];
    if (version < 1 || version > 3) {
      throw file.wrong("version " + version + " of NPY is not known");
    }
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    in.position(MAGIC.length + 2);
    long size = version == 1 ? in.getShort() & 0xffff : in.getInt() & 0xffffffffL;
    if (size > LARGEST_HEADER || size > in.remaining()) {
      throw file.wrong("a head of " + size + " bytes");
    }
    String text = new String(content, in.position(), (int) size, StandardCharsets.UTF_8);
    if (RECORDS.matcher(text).find()) {
      throw file.wrong(UNREADABLE.get("V"));
    }
    Type type = Type.of(file, find(file, DESCRIPTION, text));
    boolean byColumns = find(file, ORDER, text).equals("True");
    List<Integer> shape = shape(file, find(file, SHAPE, text));
    return new NpyHeader(type, byColumns, shape, in.position() + (int) size);
  }

  private static String find(Place file, Pattern pattern, String head) {
    Matcher found = pattern.matcher(head);
    if (!found.find()) {
      throw file.wrong("the head is not one of NPY");
    }
    return found.group(1);
  }

  private static List<Integer> shape(Place file, String text) {
    List<Integer> shape = new ArrayList<>();
    for (String axis : text.split(",", -1)) {
      String length = axis.strip().toLowerCase(Locale.ROOT);
      if (length.isEmpty()) {
        continue;
      }
      if (!length.matches("[0-9]{1,9}")) {
        throw file.wrong("the shape (" + text + ") is none");
      }
      shape.add(Integer.parseInt(length));
    }
    return shape;
  }
}
