package dev.zonal.data.input;

import dev.zonal.arithmetic.Rational;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
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
 * An array of numbers in NumPy's format NPY, versions 1 to 3: integers and floating-point numbers
 * of either byte order, by rows or by columns. Each number is the exact value of what the file
 * holds. Format: NumPy, {@code numpy.lib.format}.
 *
 * @param shape the lengths of the axes
 * @param values by rows: the last index changes first
 */
record NpyArray(List<Integer> shape, List<Rational> values) {
  /** The first byte of every file, and the name after it. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int LARGEST_HEADER = 1 << 16;
  private static final long MOST_NUMBERS = 100_000_000;
  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern TYPE = Pattern.compile("([<>|=])([a-zA-Z])([0-9]+)");

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

  NpyArray {
    shape = List.copyOf(shape);
    values = List.copyOf(values);
  }

  /** The kind of the numbers, as in {@code <f8}. */
  private record Type(ByteOrder order, char kind, int bytes) {
    static Type of(String name, String description) {
      if (description.contains("O")) {
        throw new DataException(name + ": " + UNREADABLE.get("O"));
      }
      Matcher type = TYPE.matcher(description);
      if (!type.matches()) {
        throw new DataException(name + ": " + UNREADABLE.get("V") + " (" + description + ")");
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
        throw new DataException(name + ": " + why);
      }
      ByteOrder order =
          type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
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
              ? Math.scalb(fraction, -24)
              : exponent == 0x1f
                  ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                  : Math.scalb(fraction | 0x400, exponent - 25);
      return bits < 0 ? -size : size;
    }
  }

  /**
   * Reads an array.
   *
   * @param name of the file, for messages
   * @throws DataException if it is none, not one of finite numbers, or too large
   */
  static NpyArray read(String name, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new DataException(name + ": no array in NumPy's format NPY");
    }
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    if (version < 1 || version > 3) {
      throw new DataException(name + ": version " + version + " of NPY is not known");
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    ByteBuffer length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long header = version == 1 ? length.getShort() & 0xffff : length.getInt() & 0xffffffffL;
    if (header > LARGEST_HEADER) {
      throw new DataException(name + ": a header of " + header + " bytes");
    }
    String text = new String(in.readNBytes((int) header), StandardCharsets.UTF_8);
    Type type = Type.of(name, find(name, DESCRIPTION, "'descr'\\s*:\\s*\\[", text));
    boolean byColumns = find(name, ORDER, null, text).equals("True");
    List<Integer> shape = shape(name, find(name, SHAPE, null, text));
    long count = shape.stream().mapToLong(n -> n).reduce(1, Math::multiplyExact);
    if (count > MOST_NUMBERS) {
      throw new DataException(
          name + ": " + count + " numbers, " + MOST_NUMBERS + " at most are read");
    }
    byte[] body = in.readNBytes((int) (count * type.bytes()));
    if (body.length < count * type.bytes()) {
      throw new DataException(name + ": the file ends before its " + count + " numbers do");
    }
    return new NpyArray(shape, values(name, type, shape, byColumns, ByteBuffer.wrap(body)));
  }

  private static String find(String name, Pattern pattern, String records, String header) {
    Matcher found = pattern.matcher(header);
    if (found.find()) {
      return found.group(1);
    }
    boolean isRecord = records != null && Pattern.compile(records).matcher(header).find();
    throw new DataException(
        name + ": " + (isRecord ? UNREADABLE.get("V") : "the header is not one of NPY"));
  }

  private static List<Integer> shape(String name, String text) {
    List<Integer> shape = new ArrayList<>();
    for (String axis : text.split(",")) {
      String length = axis.strip().toLowerCase(Locale.ROOT);
      if (length.isEmpty()) {
        continue;
      }
      if (!length.matches("[0-9]{1,9}")) {
        throw new DataException(name + ": the shape (" + text + ") is none");
      }
      shape.add(Integer.parseInt(length));
    }
    return shape;
  }

  private static List<Rational> values(
      String name, Type type, List<Integer> shape, boolean byColumns, ByteBuffer body) {
    int count = body.capacity() / type.bytes();
    Rational[] values = new Rational[count];
    for (int i = 0; i < count; i++) {
      int place = byColumns ? byRows(i, shape) : i;
      values[place] = type.read(body);
      if (values[place] == null) {
        throw new DataException(
            name + ", number " + (i + 1) + ": NaN and infinities are no numbers");
      }
    }
    return List.of(values);
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
