package dev.zonal.cli;

import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A list of frequencies as the user writes it: {@code 0..20,100,1e6}, ranges with {@code :step=10}
 * or {@code :log=7}, and {@code :parity=both} for k and k+1. The grammar stands in docs/formats.md.
 */
final class FrequencyList {
  /** The most frequencies that one list may hold: 0..1e6 is one. */
  static final int LONGEST = 1_000_001;

  private static final long LARGEST = 1_000_000_000_000_000_000L;
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE]\\+?\\d{1,9})?");
  private static final List<String> MODIFIERS = List.of("step", "log", "parity");

  private final String element;
  private final List<Long> chosen = new ArrayList<>();
  private boolean bothParities;

  private FrequencyList(String element) {
    this.element = element;
  }

  /**
   * The frequencies, ascending, without duplicates, at most 10^6 + 1 of them, each from 0 to 10^18.
   *
   * @throws UsageException naming the element at fault and what is allowed
   */
  static SortedSet<Long> parse(String list) {
    if (list.isBlank()) {
      throw new UsageException("the list of frequencies is empty: write for example 0..20,100,1e6");
    }
    TreeSet<Long> all = new TreeSet<>();
    for (String element : list.split(",", -1)) {
      all.addAll(new FrequencyList(element.strip()).expand());
      if (all.size() > LONGEST) {
        throw tooMany(list);
      }
    }
    return Collections.unmodifiableSortedSet(all);
  }

  private List<Long> expand() {
    if (element.isEmpty()) {
      throw new UsageException(
          "an element of the list of frequencies is empty: write for example 0..20,100,1e6");
    }
    String[] parts = element.split(":", -1);
    String spacing = null;
    for (int i = 1; i < parts.length; i++) {
      String name = nameOf(parts[i]);
      if (name.equals("parity")) {
        setParity(parts[i]);
      } else if (spacing == null) {
        spacing = parts[i];
      } else {
        throw wrong("has two spacings, allowed is one of step and log");
      }
    }
    int dots = parts[0].indexOf("..");
    if (dots < 0) {
      if (spacing != null) {
        throw wrong(
            "is no range, and "
                + nameOf(spacing)
                + " needs one, such as 10..100:"
                + nameOf(spacing)
                + "=10");
      }
      chosen.add(number(parts[0]));
    } else {
      range(number(parts[0].substring(0, dots)), number(parts[0].substring(dots + 2)), spacing);
    }
    if (bothParities) {
      addNeighbours();
    }
    return chosen;
  }

  private void setParity(String modifier) {
    if (bothParities) {
      throw wrong("has parity twice");
    }
    if (!modifier.equals("parity=both")) {
      throw wrong("has the modifier " + Quotation.of(modifier) + ", allowed is parity=both");
    }
    bothParities = true;
  }

  private void addNeighbours() {
    if (2L * chosen.size() > LONGEST) {
      throw tooMany(element);
    }
    for (long k : List.copyOf(chosen)) {
      if (k == LARGEST) {
        throw wrong("with parity=both reaches 10^18 + 1, allowed are frequencies up to 10^18");
      }
      chosen.add(k + 1);
    }
  }

  private void range(long first, long last, String spacing) {
    if (first > last) {
      throw wrong("is a reversed range, write " + last + ".." + first);
    }
    if (spacing == null) {
      everyStep(first, last, 1);
    } else if (nameOf(spacing).equals("step")) {
      everyStep(first, last, count(spacing, 1, LARGEST));
    } else {
      int points = (int) count(spacing, 2, 1_000_000);
      if (first == 0) {
        throw wrong("starts at 0, and log needs a range that starts at 1 or above");
      }
      for (long k : GeometricPoints.between(first, last, points)) {
        chosen.add(k);
      }
    }
  }

  private void everyStep(long first, long last, long step) {
    if ((last - first) / step >= LONGEST) {
      throw tooMany(element);
    }
    for (long k = first; ; k += step) {
      chosen.add(k);
      if (last - k < step) {
        return;
      }
    }
  }

  private long count(String modifier, long least, long most) {
    String value = modifier.substring(modifier.indexOf('=') + 1);
    long count;
    try {
      count = number(value);
    } catch (UsageException e) {
      count = -1;
    }
    if (count < least || count > most) {
      throw wrong(
          "has the modifier "
              + Quotation.of(modifier)
              + ", allowed is "
              + nameOf(modifier)
              + "=N with N an integer from "
              + least
              + " to "
              + most);
    }
    return count;
  }

  private String nameOf(String modifier) {
    int equals = modifier.indexOf('=');
    String name = equals < 0 ? modifier : modifier.substring(0, equals);
    if (equals < 0 || !MODIFIERS.contains(name)) {
      throw wrong(
          "has the unknown modifier "
              + Quotation.of(modifier)
              + ", allowed are step=N, log=N and parity=both"
              + NearMatch.suggestion(name, MODIFIERS));
    }
    return name;
  }

  private long number(String text) {
    if (text.startsWith("-")) {
      throw wrong("is negative, allowed are frequencies from 0 to 10^18");
    }
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(
          "is not a frequency: write an integer such as 1000 or 1e6, or a range such as 0..20");
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() == 0) {
      return 0;
    }
    if ((long) value.precision() - value.scale() > 20
        || value.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
      throw wrong("is too large, allowed are frequencies from 0 to 10^18");
    }
    // A scale that the digits do not fill means a fraction; asking first keeps 1e-999999999
    // harmless.
    BigDecimal integral = value.stripTrailingZeros();
    if (integral.scale() > 0) {
      throw wrong("is not an integer");
    }
    return integral.longValueExact();
  }

  private UsageException wrong(String what) {
    return new UsageException("frequency " + Quotation.of(element) + " " + what);
  }

  private static UsageException tooMany(String text) {
    return new UsageException(
        "frequencies "
            + Quotation.of(text)
            + " are more than 10^6 + 1, allowed are at most so many in one run, such as 0..1e6");
  }
}
