package dev.zonal.kernel;

/**
 * A piece of somebody's input as an error message quotes it: short, on one line, printable ASCII.
 */
final class Quotation {
  private static final int LONGEST = 60;

  private Quotation() {}

  static String of(String text) {
    return "'" + shortened(text) + "'";
  }

  static String shortened(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.substring(0, Math.min(text.length(), LONGEST)).toCharArray()) {
      boolean printable = c >= ' ' && c <= '~';
      shown.append(printable ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return text.length() > LONGEST
        ? shown + "... (" + text.length() + " characters)"
        : shown.toString();
  }
}
