package dev.zonal.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The allowed name that a misspelt one was probably meant to be. */
final class NearMatch {
  private NearMatch() {}

  /**
   * The closest allowed name, if it is close: at most a third of the letters differ, and never more
   * than 3.
   */
  static Optional<String> of(String typed, Collection<String> allowed) {
    return allowed.stream()
        .filter(name -> distance(typed, name) <= Math.min(3, (name.length() + 2) / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(typed, name))
                .thenComparing(name -> name));
  }

  /** A clause for the end of a message, empty where nothing is close. */
  static String hint(String typed, Collection<String> allowed) {
    return of(typed, allowed).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /**
   * The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
   */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[] twoAgo = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(last[j], current[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], twoAgo[j - 2] + 1);
        }
      }
      twoAgo = last;
      last = current;
    }
    return last[b.length()];
  }
}
