package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Parameter.Interval.Coordinate;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Kernels of one name whose depth is an integer of a range and one of whose parameters is any
 * number of an interval, written like one of them: {@code resntk:L=2..10,alpha=[1/10,1]}. The
 * branch weight alpha of blocks of ReLUs may be infinite (docs/theory.md, Corollary 28.8). A kernel
 * without either is a family of one.
 *
 * @param name that of the catalogue
 * @param least the least depth; 0 for kernels without depth
 * @param greatest the greatest depth
 * @param interval the parameter that is not one number, if there is one
 * @param given everything else, as it is written
 */
public record IntervalFamily(
    String name, int least, int greatest, Optional<Bounds> interval, Map<String, String> given) {
  private static final Pattern DEPTHS =
      Pattern.compile("([1-9][0-9]{0,6})\\s*\\.\\.\\s*([1-9][0-9]{0,6})");

  private static final Pattern INTERVAL = Pattern.compile("\\[([^,\\[\\]]*),([^,\\[\\]]*)]");

  /** By which coordinate each of the parameters that may be intervals is known. */
  private static final Map<String, Map<String, Coordinate>> COORDINATES =
      Map.of(
          "resntk", Map.of("alpha", Coordinate.SHARE, "tau", Coordinate.SQUARE),
          "resnngp", Map.of("alpha", Coordinate.SHARE),
          "fcntk", Map.of("beta", Coordinate.SQUARE),
          "fcnngp", Map.of("beta", Coordinate.SQUARE),
          "laplace", Map.of("c", Coordinate.VALUE));

  public IntervalFamily {
    given = Map.copyOf(given);
  }

  /**
   * The family that a text names.
   *
   * @throws KernelSpecificationException if there is none; the message is one line for the person
   *     who wrote it
   */
  public static IntervalFamily parse(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    Optional<CatalogueEntry> entry = Catalogue.entry(name);
    if (entry.isEmpty() || colon < 0) {
      // It has no parameters, or is refused with the reason.
      KernelSpecification.parse(text);
      return new IntervalFamily(name, 0, 0, Optional.empty(), Map.of());
    }
    Map<String, String> values =
        new LinkedHashMap<>(KernelSpecification.values(entry.get(), text.substring(colon + 1)));
    int least = 0;
    int greatest = 0;
    if (entry.get().keys().contains("L")) {
      Matcher depths = DEPTHS.matcher(values.getOrDefault("L", ""));
      boolean isRange = depths.matches();
      least = depth(isRange ? depths.group(1) : new Arguments(name, values).text("L"));
      greatest = isRange ? depth(depths.group(2)) : least;
      if (least > greatest) {
        throw new KernelSpecificationException(
            "L=%s..%s: there is no such depth".formatted(least, greatest));
      }
      values.remove("L");
    }
    Optional<Bounds> interval = interval(name, values);
    interval.ifPresent(bounds -> values.remove(bounds.key()));
    IntervalFamily family = new IntervalFamily(name, least, greatest, interval, values);
    family.kernel(least);
    family.kernel(greatest);
    return family;
  }

  private static int depth(String text) {
    return Range.DEPTH.check("L", NumberSyntax.rational("L=" + text, text)).intValue();
  }

  private static Optional<Bounds> interval(String name, Map<String, String> values) {
    List<Bounds> intervals = new ArrayList<>();
    Map<String, Coordinate> possible = COORDINATES.getOrDefault(name, Map.of());
    for (Map.Entry<String, String> value : List.copyOf(values.entrySet())) {
      Matcher ends = INTERVAL.matcher(value.getValue());
      if (possible.containsKey(value.getKey()) && ends.matches()) {
        String what = value.getKey() + "=" + value.getValue();
        Rational lower = NumberSyntax.rational(what, ends.group(1).strip());
        if (ends.group(2).strip().equals(Bounds.INFINITY)) {
          if (possible.get(value.getKey()) != Coordinate.SHARE) {
            throw new KernelSpecificationException(what + ": only alpha may be infinite");
          }
          intervals.add(new Bounds(value.getKey(), lower, Optional.empty()));
          continue;
        }
        Rational upper = NumberSyntax.rational(what, ends.group(2).strip());
        if (lower.compareTo(upper) > 0) {
          throw new KernelSpecificationException(
              Quotation.shortened(what) + ": an empty interval, its ends are in the wrong order");
        }
        if (lower.equals(upper)) {
          values.put(value.getKey(), lower.toString());
        } else {
          intervals.add(new Bounds(value.getKey(), lower, upper));
        }
      }
    }
    if (intervals.size() > 1) {
      throw new KernelSpecificationException(
          name + ": one parameter may be an interval, not both " + keys(intervals));
    }
    return intervals.stream().findFirst();
  }

  private static String keys(List<Bounds> intervals) {
    return intervals.stream().map(Bounds::key).collect(Collectors.joining(" and "));
  }

  /** Whether a text names more than one kernel in the way of these families. */
  public static boolean isMany(String text) {
    int colon = text.indexOf(':');
    Map<String, Coordinate> possible =
        COORDINATES.getOrDefault(text.substring(0, Math.max(0, colon)).strip(), Map.of());
    return colon >= 0
        && KernelSpecification.pieces(text.substring(colon + 1)).stream()
            .anyMatch(
                piece -> {
                  String[] sides = piece.split("=", 2);
                  return sides.length == 2
                      && (sides[0].strip().equals("L") && sides[1].contains("..")
                          || possible.containsKey(sides[0].strip())
                              && sides[1].strip().startsWith("["));
                });
  }

  /** The depths, or the one 0 of a kernel that has none. */
  public List<Integer> depths() {
    return IntStream.rangeClosed(least, greatest).boxed().toList();
  }

  /** The members of one depth. */
  public IntervalFamily ofDepth(int depth) {
    return new IntervalFamily(name, depth, depth, interval, given);
  }

  /** The members whose parameter lies between other bounds. */
  public IntervalFamily within(Bounds bounds) {
    return new IntervalFamily(name, least, greatest, Optional.of(bounds), given);
  }

  /**
   * Whether the other family has the same members but for depths and the bounds of the interval.
   */
  public boolean isAlike(IntervalFamily other) {
    return name.equals(other.name)
        && given.equals(other.given)
        && interval.map(Bounds::key).equals(other.interval.map(Bounds::key));
  }

  /** The coordinate of the parameter that is an interval. */
  public Coordinate coordinate() {
    return COORDINATES.get(name).get(interval.orElseThrow().key());
  }

  /** The kernel of a depth with the interval for its parameter. */
  public Kernel kernel(int depth) {
    if (interval.isEmpty()) {
      return kernel(depth, Map.of());
    }
    Bounds bounds = interval.get();
    // Both ends are in the range of the parameter, and so is what is between.
    Kernel end = member(depth, bounds.lower());
    bounds.end().ifPresent(upper -> member(depth, upper));
    Parameter all =
        bounds.isBounded()
            ? Parameter.Interval.between(coordinate(), bounds.lower(), bounds.upper())
            : Parameter.Interval.from(bounds.lower());
    return end.withParameters((key, value) -> key.equals(bounds.key()) ? all : value);
  }

  /** The member of a depth whose parameter is a number. */
  public Kernel member(int depth, Rational value) {
    String key = interval.orElseThrow().key();
    return kernel(depth, Map.of(key, value.toString()));
  }

  /** A member of every depth: the one in the middle of the interval. */
  public Kernel middle(int depth) {
    return interval.map(b -> member(depth, b.middle())).orElseGet(() -> kernel(depth));
  }

  private Kernel kernel(int depth, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(given);
    values.putAll(more);
    if (least > 0) {
      values.put("L", Integer.toString(depth));
    }
    return Catalogue.kernel(new Arguments(name, values));
  }

  /** The canonical text: {@code parse(toString())} is equal to the family. */
  @Override
  public String toString() {
    Map<String, Object> values = new LinkedHashMap<>(given);
    if (least > 0) {
      values.put("L", least == greatest ? "" + least : least + ".." + greatest);
    }
    interval.ifPresent(bounds -> values.put(bounds.key(), bounds));
    if (values.isEmpty()) {
      return name;
    }
    return Catalogue.entry(name).orElseThrow().keys().stream()
        .filter(values::containsKey)
        .map(key -> key + "=" + values.get(key))
        .collect(Collectors.joining(",", name + ":", ""));
  }
}
