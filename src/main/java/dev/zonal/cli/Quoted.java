package dev.zonal.cli;

/** What the user typed, as it may stand in a message of one line. */
final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /** The text between single quotes, shortened, its control characters escaped. */
  static String of(String text) {
    return "'"
        + oneLine(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...")
        + "'";
  }

  /** The text with every character escaped that could end the line or steer a terminal. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (c == '\n') {
                line.append("\\n");
              } else if (c == '\t') {
                line.append("\\t");
              } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                line.append(String.format("\\u%04x", c));
              } else {
                line.append((char) c);
              }
            });
    return line.toString();
  }
}
