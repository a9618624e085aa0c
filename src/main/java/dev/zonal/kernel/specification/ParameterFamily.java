package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.Range;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernels of a network for all depths from some one on and all values of its weights, written
 * like one of them: {@code resntk:L=2..,alpha=positive,tau=any}. A weight that is not given is any
 * that it may be, and the depth is 2 or more; words keep their defaults.
 *
 * @param name that of the catalogue
 * @param least the least depth
 * @param greatest the greatest depth; empty if there is none
 * @param free the weights that are not given as a number
 * @param given everything else, as it is written
 */
public record ParameterFamily(
    String name,
    int least,
    OptionalInt greatest,
    Map<String, Values> free,
    Map<String, String> given) {
  /** The weights by which a network may differ from another one with the same layers. */
  private static final List<String> POSITIVE = List.of("alpha", "sw2");

  private static final List<String> NON_NEGATIVE = List.of("tau", "beta", "sb2");

  private static final String SQUARE = "alpha2";
  private static final Pattern DEPTHS =
      Pattern.compile("\\s*([0-9]{1,7})\\s*(\\.\\.\\s*([0-9]{1,7})?)?\\s*");

  /** What a weight may be. */
  public enum Values {
    /** Positive. */
    POSITIVE,
    /** Positive or zero. */
    ANY;

    @Override
    public String toString() {
      return this == ANY ? "any" : "positive";
    }
  }

  /**
   * The members of which certain weights are zero and all others are positive.
   *
   * @param zero which of the free weights
   * @param kernel the one of the least depth, with a {@link Symbol} for each of the others
   */
  public record Case(SortedSet<String> zero, NetworkKernel kernel) {
    /** The member of a depth whose free weights are those given, by name. */
    public Kernel member(int depth, Map<String, ? extends Parameter> weights) {
      return kernel
          .withDepth(depth)
          .withParameters((key, value) -> value instanceof Symbol ? weights.get(key) : value);
    }

    private boolean contains(NetworkKernel member) {
      Map<String, Parameter> weights = new HashMap<>();
      member.withParameters(
          (key, value) -> {
            weights.put(key, value);
            return value;
          });
      Set<String> symbols = new TreeSet<>();
      kernel.withParameters(
          (key, value) -> {
            symbols.addAll(value instanceof Symbol ? Set.of(key) : Set.of());
            return value;
          });
      return weights.keySet().containsAll(symbols)
          && symbols.stream().noneMatch(key -> weights.get(key).isZero())
          && member(member.depth(), weights).equals(member);
    }
  }

  /**
   * The family that a text names.
   *
   * @throws KernelSpecificationException if there is none, or its members have nothing in common
   *     from layer to layer; the message is one line for the person who wrote it
   */
  public static ParameterFamily parse(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    CatalogueEntry entry =
        Catalogue.entry(name)
            .filter(e -> e.keys().contains("L") && !e.keys().contains("T"))
            .orElseThrow(
                () ->
                    new KernelSpecificationException(
                        Quotation.of(name)
                            + " has no family of all depths; networks do: "
                            + networks()));
    Map<String, String> values =
        new LinkedHashMap<>(
            colon < 0 ? Map.of() : KernelSpecification.values(entry, text.substring(colon + 1)));
    Matcher depths = depths(values.getOrDefault("L", "2.."));
    values.remove("L");
    Map<String, Values> free = new LinkedHashMap<>();
    for (String key : entry.keys()) {
      free(key, values).ifPresent(range -> free.put(key, range));
    }
    values.keySet().removeAll(free.keySet());
    ParameterFamily family =
        new ParameterFamily(
            name, Integer.parseInt(depths.group(1)), greatest(depths), free, values);
    family.check();
    return family;
  }

  private static String networks() {
    return Catalogue.entries().stream()
        .filter(e -> e.keys().contains("L") && !e.keys().contains("T"))
        .map(CatalogueEntry::name)
        .collect(Collectors.joining(", "));
  }

  private static Matcher depths(String text) {
    Matcher matcher = DEPTHS.matcher(text);
    if (!matcher.matches()) {
      throw new KernelSpecificationException(
          "L=%s: the depths of a family are 3, 2..5 or 2.., all from 2 on"
              .formatted(Quotation.shortened(text)));
    }
    Range.DEPTH.check("L", Integer.parseInt(matcher.group(1)));
    return matcher;
  }

  private static OptionalInt greatest(Matcher depths) {
    if (depths.group(2) == null) {
      return OptionalInt.of(Integer.parseInt(depths.group(1)));
    }
    if (depths.group(3) == null) {
      return OptionalInt.empty();
    }
    int last = Range.DEPTH.check("L", Integer.parseInt(depths.group(3)));
    if (last < Integer.parseInt(depths.group(1))) {
      throw new KernelSpecificationException(
          "L=%s..%s: there is no such depth".formatted(depths.group(1), last));
    }
    return OptionalInt.of(last);
  }

  /** What a weight may be, if it is one and is not given as a number. */
  private static Optional<Values> free(String key, Map<String, String> values) {
    boolean isPositive = POSITIVE.contains(key);
    if (!isPositive && !NON_NEGATIVE.contains(key)
        || key.equals("alpha") && values.containsKey(SQUARE)) {
      return Optional.empty();
    }
    String value = values.getOrDefault(key, "any");
    boolean isWord = Stream.of(Values.values()).anyMatch(word -> word.toString().equals(value));
    return isWord
        ? Optional.of(isPositive || value.equals("positive") ? Values.POSITIVE : Values.ANY)
        : Optional.empty();
  }

  private void check() {
    for (Case part : cases()) {
      if (!part.kernel().recursion().hasOneSeriesStep()) {
        throw new KernelSpecificationException(
            this + ": in a family of all depths every layer is trained, or the read-out alone");
      }
    }
  }

  /** The families of which this one consists, each with the same positive weights throughout. */
  public List<Case> cases() {
    List<SortedSet<String>> zeros = List.of(new TreeSet<>());
    for (Map.Entry<String, Values> weight : free.entrySet()) {
      if (weight.getValue() == Values.ANY) {
        List<SortedSet<String>> more = new ArrayList<>(zeros);
        for (SortedSet<String> zero : zeros) {
          SortedSet<String> larger = new TreeSet<>(zero);
          larger.add(weight.getKey());
          more.add(larger);
        }
        zeros = more;
      }
    }
    return zeros.stream().map(zero -> new Case(zero, kernel(zero))).toList();
  }

  private NetworkKernel kernel(Set<String> zero) {
    Map<String, String> values = new HashMap<>(given);
    values.put("L", "1");
    free.keySet().forEach(key -> values.put(key, zero.contains(key) ? "0" : "1"));
    return Catalogue.kernel(new Arguments(name, values))
        .withParameters(
            (key, value) -> free.containsKey(key) && !zero.contains(key) ? new Symbol(key) : value)
        .network()
        .orElseThrow()
        .withDepth(least);
  }

  /** Whether a kernel is a member, as it is written. */
  public boolean contains(Kernel member) {
    return member
        .network()
        .filter(n -> n.depth() >= least && n.depth() <= greatest.orElse(Integer.MAX_VALUE))
        .filter(n -> cases().stream().anyMatch(part -> part.contains(n)))
        .isPresent();
  }

  /** The canonical text: {@code parse(toString())} is equal to the family. */
  @Override
  public String toString() {
    String depths = greatest.isEmpty() ? least + ".." : least + ".." + greatest.getAsInt();
    String depth = greatest.isPresent() && greatest.getAsInt() == least ? "" + least : depths;
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.putAll(free);
    return Catalogue.entry(name).orElseThrow().keys().stream()
        .filter(values::containsKey)
        .map(key -> key + "=" + values.get(key))
        .collect(Collectors.joining(",", name + ":L=" + depth + ",", ""))
        .replaceAll(",$", "");
  }
}
