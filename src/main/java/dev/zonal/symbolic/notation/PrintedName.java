package dev.zonal.symbolic.notation;

import java.util.List;
import java.util.Map;

/**
 * A name as it is typeset, with indices: {@code c_even}, {@code kappa_{0,l}} for what formulas in
 * characters call d(l), which would be a dimension in print.
 *
 * @param base one letter or a word
 * @param indices numbers, words or written expressions
 */
record PrintedName(String base, List<String> indices) {
  private static final Map<String, String> LIMITS =
      Map.of("even", "even", "odd", "odd", "average", "mean");

  /** kappa_0 and kappa_1 of the cosine behind a layer. */
  private static final Map<String, String> OF_LAYER = Map.of("d", "0", "k", "1");

  /** A symbol: its letters, and the number behind them as an index. */
  static PrintedName of(String symbol) {
    if (LIMITS.containsKey(symbol)) {
      return new PrintedName("c", List.of(LIMITS.get(symbol)));
    }
    String letters = symbol.replaceFirst("[0-9]+$", "");
    String number = symbol.substring(letters.length());
    if (number.isEmpty()) {
      return new PrintedName(symbol, List.of());
    }
    return member(letters, number);
  }

  /** A member of a sequence. */
  static PrintedName member(String sequence, String index) {
    if (LIMITS.containsKey(sequence)) {
      return new PrintedName("c", List.of(LIMITS.get(sequence), index));
    }
    return OF_LAYER.containsKey(sequence)
        ? new PrintedName("kappa", List.of(OF_LAYER.get(sequence), index))
        : new PrintedName(sequence, List.of(index));
  }
}
