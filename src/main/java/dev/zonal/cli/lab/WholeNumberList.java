package dev.zonal.cli.lab;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.text.Quotation;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of whole numbers such as {@code 2..4,8}, without repetition, in increasing order.
 *
 * @param option that the list is given with
 * @param least of the numbers that are allowed
 * @param most of them
 */
record WholeNumberList(String option, int least, int most) {
  private static final Pattern PIECE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  /** More than anybody wants of an experiment. */
  private static final int LONGEST = 1_000;

  /**
   * The numbers.
   *
   * @throws UsageException naming what is wrong
   */
  List<Integer> parse(String list) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String piece : list.split(",", -1)) {
      Matcher matcher = PIECE.matcher(piece.strip());
      if (!matcher.matches()) {
        throw wrong(piece);
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first < least || last < first || last > most || last - first >= LONGEST) {
        throw wrong(piece);
      }
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return List.copyOf(numbers);
  }

  private UsageException wrong(String piece) {
    return new UsageException(
        "%s: %s is not allowed, allowed are integers from %d to %d and ranges such as %d..%d"
            .formatted(option, Quotation.of(piece.strip()), least, most, least, least + 2));
  }
}
