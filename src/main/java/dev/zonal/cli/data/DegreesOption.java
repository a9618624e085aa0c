package dev.zonal.cli.data;

import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import dev.zonal.text.Quotation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The degrees of the products of harmonics that a command is about. */
final class DegreesOption {
  private static final int LARGEST_DEGREE = 1_000_000;
  private static final int MOST = 100_000;

  @Option(
      names = "--k",
      paramLabel = "K,K,...",
      description =
          "Degrees, one for each pixel, such as 2,1,1; pixels at the end that are not named have 0."
              + " May be given more than once.")
  private List<String> words = List.of();

  @Option(
      names = "--up-to",
      paramLabel = "N",
      converter = Sum.class,
      description = "All degrees whose sum is at most N, up to cyclic shifts.")
  private Integer sum;

  /** A sum of degrees. */
  static final class Sum extends WholeNumber {
    Sum() {
      super(0, LARGEST_DEGREE);
    }
  }

  /**
   * All of them, each once up to cyclic shifts, in order.
   *
   * @throws UsageException if there are none, too many, or some that are no degrees of so many
   *     pixels
   */
  SortedSet<PixelDegrees> of(int pixels) {
    if (words.isEmpty() && sum == null) {
      throw new UsageException("no degrees given: write for example --k 2,1,1 or --up-to 4");
    }
    SortedSet<PixelDegrees> all = new TreeSet<>();
    for (String word : words) {
      all.add(degrees(word, pixels));
    }
    if (sum != null) {
      BigInteger count = PixelDegrees.leastCount(pixels, sum);
      if (count.compareTo(BigInteger.valueOf(MOST)) > 0) {
        throw new UsageException(
            "--up-to %s has %s degrees or more for %s pixels, and %s is the most"
                .formatted(sum, count.bitLength() > 64 ? "2^64" : count, pixels, MOST));
      }
      all.addAll(PixelDegrees.upTo(pixels, sum));
    }
    return all;
  }

  private static PixelDegrees degrees(String word, int pixels) {
    List<Integer> degrees = new ArrayList<>();
    for (String element : word.split(",", -1)) {
      String digits = element.strip();
      if (!digits.matches("\\d{1,7}") || Integer.parseInt(digits) > LARGEST_DEGREE) {
        throw new UsageException(
            "--k %s: %s is no degree, allowed are integers from 0 to %s"
                .formatted(Quotation.of(word), Quotation.of(element), LARGEST_DEGREE));
      }
      degrees.add(Integer.valueOf(digits));
    }
    if (degrees.size() > pixels) {
      throw new UsageException(
          "--k %s: %s degrees, and there are %s pixels"
              .formatted(Quotation.of(word), degrees.size(), pixels));
    }
    degrees.addAll(Collections.nCopies(pixels - degrees.size(), 0));
    return new PixelDegrees(degrees);
  }
}
