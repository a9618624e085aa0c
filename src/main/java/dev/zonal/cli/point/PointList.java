package dev.zonal.cli.point;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * A list of frequencies or of cosines as the user writes it: {@code 0..20,100,1e6}, ranges with
 * {@code :step=10}, {@code :points=11} or {@code :log=7}, and {@code :parity=both} for k and k+1.
 * The grammar stands in docs/specification.md.
 */
public final class PointList {
  /** The most points that one list may hold: 0..1e6 is one. */
  static final int LONGEST = 1_000_001;

  private static final long MOST_SPACED = 1_000_000;
  private static final String DOUBLING = "log";

  private final Axis axis;
  private final String element;
  private final List<Rational> chosen = new ArrayList<>();
  private boolean bothParities;

  private PointList(Axis axis, String element) {
    this.axis = axis;
    this.element = element;
  }

  /**
   * The frequencies, ascending, without duplicates, at most 10^6 + 1 of them, each from 0 to 10^18.
   *
   * @throws UsageException naming the element at fault and what is allowed
   */
  public static SortedSet<Long> frequencies(String list) {
    if (list.isBlank()) {
      throw new UsageException("the list of frequencies is empty: write for example 0..20,100,1e6");
    }
    TreeSet<Long> all = new TreeSet<>();
    for (String element : list.split(",", -1)) {
      if (element.isBlank()) {
        throw new UsageException(
            "an element of the list of frequencies is empty: write for example 0..20,100,1e6");
      }
      for (Rational k : new PointList(Axis.FREQUENCY, element.strip()).expand()) {
        all.add(k.longValue());
      }
      if (all.size() > LONGEST) {
        throw Axis.FREQUENCY.tooMany(list);
      }
    }
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * The cosines, in the order given, at most 10^6 + 1 of them, each from -1 to 1.
   *
   * @throws UsageException naming the element at fault and what is allowed
   * @throws dev.zonal.kernel.KernelSpecificationException if an element is no number
   */
  public static List<Rational> cosines(String list) {
    List<Rational> all = new ArrayList<>();
    for (String element : list.split(",", -1)) {
      all.addAll(new PointList(Axis.COSINE, element.strip()).expand());
      if (all.size() > LONGEST) {
        throw Axis.COSINE.tooMany(list);
      }
    }
    return List.copyOf(all);
  }

  private List<Rational> expand() {
    String[] parts = element.split(":", -1);
    String spacing = null;
    for (int i = 1; i < parts.length; i++) {
      String name = nameOf(parts[i]);
      if (name.equals("parity")) {
        setParity(parts[i]);
      } else if (spacing == null) {
        spacing = parts[i];
      } else {
        throw wrong("has two spacings, allowed is one of step, points and log");
      }
    }
    int dots = parts[0].indexOf("..");
    if (dots >= 0) {
      range(number(parts[0].substring(0, dots)), number(parts[0].substring(dots + 2)), spacing);
    } else if (spacing == null) {
      chosen.add(number(parts[0]));
    } else {
      throw wrong("is no range, and " + nameOf(spacing) + " needs one, such as " + axis.range);
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
      throw notAllowed(modifier, "parity=both");
    }
    bothParities = true;
  }

  private void addNeighbours() {
    if (2L * chosen.size() > LONGEST) {
      throw axis.tooMany(element);
    }
    for (Rational k : List.copyOf(chosen)) {
      if (k.longValue() == SpectrumRequest.MAX_FREQUENCY) {
        throw wrong("with parity=both reaches 10^18 + 1, allowed are frequencies up to 10^18");
      }
      chosen.add(k.add(1));
    }
  }

  private void range(Rational first, Rational last, String spacing) {
    if (first.compareTo(last) > 0) {
      throw wrong("is a reversed range, write " + last + ".." + first);
    }
    switch (spacing == null ? "step" : nameOf(spacing)) {
      case "step" -> everyStep(first, last, step(spacing));
      case "points" -> evenly(first, last, count(spacing));
      default -> geometrically(first.longValue(), last.longValue(), spacing);
    }
  }

  private void everyStep(Rational first, Rational last, Rational step) {
    BigInteger steps = last.subtract(first).divide(step).floor();
    if (steps.compareTo(BigInteger.valueOf(LONGEST)) >= 0) {
      throw axis.tooMany(element);
    }
    Rational point = first;
    for (long i = 0; i <= steps.longValueExact(); i++) {
      chosen.add(point);
      point = point.add(step);
    }
  }

  private void evenly(Rational first, Rational last, int points) {
    Rational step = last.subtract(first).divide(points - 1);
    for (int i = 0; i < points; i++) {
      chosen.add(axis.nearest(first.add(step.multiply(i))));
    }
  }

  private void geometrically(long first, long last, String spacing) {
    if (first == 0) {
      throw wrong("starts at 0, and log needs a range that starts at 1 or above");
    }
    int points = spacing.equals(DOUBLING) ? doublings(first, last) + 1 : count(spacing);
    LongStream.of(GeometricPoints.between(first, last, Math.max(points, 2)))
        .mapToObj(Rational::of)
        .forEach(chosen::add);
  }

  /** How often the first must be doubled to come to the last, or past it. */
  private static int doublings(long first, long last) {
    int count = 0;
    for (long k = first; k < last; k *= 2) {
      count++;
    }
    return count;
  }

  private Rational step(String spacing) {
    if (spacing == null) {
      return axis.step.orElseThrow(
          () -> wrong("is a range without a spacing, add for example :points=9"));
    }
    if (axis == Axis.FREQUENCY) {
      return Rational.of(count(spacing, 1, SpectrumRequest.MAX_FREQUENCY));
    }
    Rational step = axis.number(valueOf(spacing), element);
    if (step.signum() <= 0) {
      throw notAllowed(spacing, "step=S with S a number above 0 and at most 1");
    }
    return step;
  }

  private int count(String modifier) {
    return Math.toIntExact(count(modifier, 2, MOST_SPACED));
  }

  private long count(String modifier, long least, long most) {
    long count;
    try {
      count = Axis.FREQUENCY.number(valueOf(modifier), element).longValue();
    } catch (UsageException e) {
      count = -1;
    }
    if (count < least || count > most) {
      String integers = "=N with N an integer from " + least + " to " + most;
      throw notAllowed(modifier, nameOf(modifier) + integers);
    }
    return count;
  }

  private static String valueOf(String modifier) {
    return modifier.substring(modifier.indexOf('=') + 1);
  }

  private String nameOf(String modifier) {
    int equals = modifier.indexOf('=');
    String name = equals < 0 ? modifier : modifier.substring(0, equals);
    boolean isWhole = equals >= 0 || name.equals(DOUBLING);
    if (!isWhole || !axis.modifiers.contains(name)) {
      throw wrong(
          "has the unknown modifier %s, allowed are %s%s"
              .formatted(
                  Quotation.of(modifier),
                  axis.allowed,
                  NearMatch.suggestion(name, axis.modifiers)));
    }
    return name;
  }

  private Rational number(String text) {
    return axis.number(text, element);
  }

  private UsageException notAllowed(String modifier, String allowed) {
    return wrong("has the modifier " + Quotation.of(modifier) + ", allowed is " + allowed);
  }

  private UsageException wrong(String what) {
    return axis.wrong(element, what);
  }
}
