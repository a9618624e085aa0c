package dev.zonal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one was meant to be. */
public final class NearMatch {
  private static final int LONGEST = 40;

  /** The least number of letters that are a beginning. */
  private static final int SHORTEST = 2;

  private NearMatch() {}

  /** The words to add to an error message: "; did you mean 'x'?", or nothing. */
  public static String suggestion(String misspelt, Collection<String> known) {
    return of(misspelt, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /**
   * The nearest name by edit distance, if less than half of its letters, or of the word's, are
   * wrong; or else the shortest of those that begin with the word, two letters of it at least, or
   * that the word begins with.
   */
  public static Optional<String> of(String misspelt, Collection<String> known) {
    String word = misspelt.toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))))
        .filter(
            name ->
                2 * distance(word, name.toLowerCase(Locale.ROOT))
                    < Math.max(word.length(), name.length()))
        .or(() -> byBeginning(word, known));
  }

  private static Optional<String> byBeginning(String word, Collection<String> known) {
    return known.stream()
        .filter(
            name -> {
              String other = name.toLowerCase(Locale.ROOT);
              return word.length() >= SHORTEST && other.startsWith(word)
                  || other.length() >= SHORTEST && word.startsWith(other);
            })
        .min(Comparator.comparingInt(String::length));
  }

  /** Levenshtein's distance, where two swapped neighbours count as one error. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
