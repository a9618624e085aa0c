package dev.zonal.spectrum.multisphere;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The degrees of a product of harmonics, one for each pixel of a circle, up to cyclic shifts, which
 * change no eigenvalue: of all shifts the greatest in the order of words stands for them. Sorted by
 * the sum, and then from the greatest word on.
 *
 * @param degrees the greatest shift
 */
public record PixelDegrees(List<Integer> degrees) implements Comparable<PixelDegrees> {
  private static final Comparator<List<Integer>> WORDS =
      (first, second) -> {
        int i = 0;
        while (i < first.size() && first.get(i).equals(second.get(i))) {
          i++;
        }
        return i == first.size() ? 0 : Integer.compare(first.get(i), second.get(i));
      };

  private static final Comparator<PixelDegrees> ORDER =
      Comparator.comparingLong(PixelDegrees::sum)
          .thenComparing(PixelDegrees::degrees, WORDS.reversed());

  /**
   * Any of the shifts.
   *
   * @param degrees not empty, none of them negative
   */
  public PixelDegrees {
    if (degrees.isEmpty() || degrees.stream().anyMatch(k -> k < 0)) {
      throw new IllegalArgumentException(degrees + " are no degrees");
    }
    degrees = greatestShift(degrees);
  }

  private static List<Integer> greatestShift(List<Integer> degrees) {
    List<Integer> shifted = new ArrayList<>(degrees);
    List<Integer> greatest = List.copyOf(degrees);
    for (int i = 1; i < degrees.size(); i++) {
      Collections.rotate(shifted, 1);
      greatest = WORDS.compare(shifted, greatest) > 0 ? List.copyOf(shifted) : greatest;
    }
    return greatest;
  }

  /** The sum of the degrees. */
  public long sum() {
    return degrees.stream().mapToLong(k -> k).sum();
  }

  /** How many of the shifts differ. */
  public int shifts() {
    return ProductOfSpheres.period(degrees);
  }

  /** A lower bound of the number of all with at most this sum: words over shifts. */
  public static BigInteger leastCount(int pixels, int sum) {
    BigInteger words = BigInteger.ONE;
    for (int i = 1; i <= sum; i++) {
      words = words.multiply(BigInteger.valueOf((long) pixels + i)).divide(BigInteger.valueOf(i));
    }
    return words.divide(BigInteger.valueOf(pixels));
  }

  /** All with at most this sum, in order. */
  public static List<PixelDegrees> upTo(int pixels, int sum) {
    TreeSet<PixelDegrees> all = new TreeSet<>();
    List<Integer> word = new ArrayList<>(Collections.nCopies(pixels, 0));
    addWords(word, 0, sum, all);
    return List.copyOf(all);
  }

  /** Only words that begin with their greatest degree are greatest shifts. */
  private static void addWords(List<Integer> word, int next, int left, TreeSet<PixelDegrees> all) {
    if (next == word.size()) {
      all.add(new PixelDegrees(word));
      return;
    }
    int most = next == 0 ? left : Math.min(left, word.get(0));
    for (int k = 0; k <= most; k++) {
      word.set(next, k);
      addWords(word, next + 1, left - k, all);
    }
    word.set(next, 0);
  }

  @Override
  public int compareTo(PixelDegrees other) {
    return ORDER.compare(this, other);
  }

  /** As in {@code 2,1,1}. */
  @Override
  public String toString() {
    return degrees.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
