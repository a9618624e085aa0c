package dev.zonal.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands at an axis: a formula in the little TeX that pictures need, letters, Greek letters
 * such as {@code \eta}, indices {@code _{..}} and exponents {@code ^{..}} that are not nested.
 *
 * @param tex the formula, without dollar signs
 */
public record Label(String tex) {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("\\theta", "\u03b8"),
          Map.entry("\\eta", "\u03b7"),
          Map.entry("\\lambda", "\u03bb"),
          Map.entry("\\pi", "\u03c0"),
          Map.entry("\\,", "\u2009"),
          Map.entry("-", "\u2212"),
          Map.entry("'", "\u2032"));

  /** Where a piece stands. */
  enum Place {
    LINE,
    ABOVE,
    BELOW
  }

  /** Signs that stand in one place. */
  record Piece(String text, Place place) {}

  /** The signs of the formula, from left to right. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int at = 0;
    while (at < tex.length()) {
      char sign = tex.charAt(at);
      if (sign == '^' || sign == '_') {
        add(pieces, line.toString(), Place.LINE);
        line.setLength(0);
        boolean isGroup = tex.charAt(at + 1) == '{';
        int end = isGroup ? tex.indexOf('}', at) : at + 2;
        String script = tex.substring(isGroup ? at + 2 : at + 1, end);
        add(pieces, script, sign == '^' ? Place.ABOVE : Place.BELOW);
        at = isGroup ? end + 1 : end;
      } else {
        line.append(sign);
        at++;
      }
    }
    add(pieces, line.toString(), Place.LINE);
    return pieces;
  }

  private static void add(List<Piece> pieces, String tex, Place place) {
    String text = tex;
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    text = text.replaceAll("\\\\mathrm\\{([^}]*)\\}", "$1").replace("\\", "");
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, place));
    }
  }

  /** The formula in one line, for who hears or searches it. */
  String plain() {
    return pieces().stream()
        .map(
            piece ->
                switch (piece.place()) {
                  case LINE -> piece.text();
                  case ABOVE -> "^" + piece.text();
                  case BELOW -> "_" + piece.text();
                })
        .collect(Collectors.joining());
  }
}
