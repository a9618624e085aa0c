package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Symbol;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The textual specification of a kernel, as in {@code resntk:L=3,alpha=1/2}. The grammar is in
 * docs/specification.md, the kernels and their parameters in {@link Catalogue}.
 */
public final class KernelSpecification {
  private static final int LONGEST = 2_500_000;

  private KernelSpecification() {}

  /**
   * The kernel that a specification names. {@code parse(kernel.toString())} is equal to the kernel,
   * unless a parameter of it is a {@link Symbol}.
   *
   * @throws KernelSpecificationException if there is none; the message is one line for the person
   *     who wrote the specification
   */
  public static Kernel parse(String specification) {
    return Catalogue.kernel(arguments(specification, Catalogue.entries()));
  }

  /**
   * What a specification gives to the parameters of one of some kernels.
   *
   * @param known one kernel at least
   * @throws KernelSpecificationException if it names none of them, or gives what the kernel has not
   */
  public static Arguments arguments(String specification, List<CatalogueEntry> known) {
    requirePrintable(specification);
    requireOne(specification);
    int colon = specification.indexOf(':');
    String given = (colon < 0 ? specification : specification.substring(0, colon)).strip();
    String name = Catalogue.ALIASES.getOrDefault(given, given);
    List<String> names = known.stream().map(CatalogueEntry::name).toList();
    if (name.isEmpty()) {
      throw new KernelSpecificationException(
          "no kernel is named; expected a specification such as " + known.get(0).example());
    }
    CatalogueEntry entry =
        known.stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(specification, given, names));
    Map<String, String> values =
        colon < 0 ? Map.of() : assignments(entry, specification.substring(colon + 1));
    return new Arguments(name, values);
  }

  private static KernelSpecificationException unknown(
      String specification, String name, List<String> names) {
    String meant =
        Misspelling.mended(specification, names)
            .map(text -> "; did you mean " + Quotation.of(text) + "?")
            .orElseGet(() -> NearMatch.suggestion(name, names));
    return new KernelSpecificationException(
        "unknown kernel %s%s (known: %s)"
            .formatted(Quotation.of(name), meant, String.join(", ", names)));
  }

  /** The values that a text behind the colon gives to the parameters of a kernel. */
  static Map<String, String> values(CatalogueEntry entry, String parameters) {
    requirePrintable(entry.name() + ":" + parameters);
    return assignments(entry, parameters);
  }

  /** Ranges and lists are for who takes several kernels, {@link KernelRange}. */
  private static void requireOne(String specification) {
    if (specification.contains("..") || specification.indexOf('{') >= 0) {
      throw new KernelSpecificationException(
          Quotation.of(specification) + " names several kernels, and one is expected here");
    }
  }

  private static void requirePrintable(String specification) {
    if (specification.length() > LONGEST) {
      throw new KernelSpecificationException(
          "a specification has at most %s characters, this one has %s"
              .formatted(LONGEST, specification.length()));
    }
    for (int i = 0; i < specification.length(); i++) {
      char c = specification.charAt(i);
      if (c < ' ' || c > '~') {
        throw new KernelSpecificationException(
            "%s at position %s: a specification is made of printable ASCII characters"
                .formatted(Quotation.of(String.valueOf(c)), i + 1));
      }
    }
  }

  /**
   * The values by key: first the ones without a key, in the entry's order, then {@code key=value}.
   */
  private static Map<String, String> assignments(CatalogueEntry entry, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean keyed = false;
    for (String piece : pieces(text)) {
      if (piece.isBlank()) {
        throw new KernelSpecificationException(
            entry.name() + ": a parameter is missing after " + (values.isEmpty() ? "':'" : "','"));
      }
      int equals = piece.indexOf('=');
      String value = piece.substring(equals + 1).strip();
      String key;
      if (equals < 0) {
        key = keyOfPosition(entry, values.size(), keyed, value);
      } else {
        keyed = true;
        key = piece.substring(0, equals).strip();
        requireKnown(entry, key);
      }
      if (value.isEmpty()) {
        throw new KernelSpecificationException(
            entry.name() + ": the value of " + key + " is missing");
      }
      if (values.put(key, value) != null) {
        throw new KernelSpecificationException(
            Quotation.of(piece.strip()) + ": the parameter " + key + " is given twice");
      }
    }
    return values;
  }

  private static String keyOfPosition(
      CatalogueEntry entry, int position, boolean keyed, String value) {
    List<String> keys = entry.keys();
    if (keyed) {
      throw new KernelSpecificationException(
          "%s: after a key=value, every value needs its key (%s)"
              .formatted(Quotation.of(value), String.join(", ", keys)));
    }
    if (position >= keys.size()) {
      throw new KernelSpecificationException(
          "%s: too many values; %s has the parameters %s"
              .formatted(Quotation.of(value), entry.name(), String.join(", ", keys)));
    }
    return keys.get(position);
  }

  private static void requireKnown(CatalogueEntry entry, String key) {
    if (!entry.keys().contains(key)) {
      throw new KernelSpecificationException(
          "unknown parameter %s of %s%s"
              .formatted(Quotation.of(key), entry.name(), instead(key, entry.keys())));
    }
  }

  /** What may be meant by a name that is not known. */
  private static String instead(String name, List<String> known) {
    return NearMatch.suggestion(name, known) + " (known: " + String.join(", ", known) + ")";
  }

  /** The arguments of a specification: what stands between the commas outside brackets. */
  public static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '[', '{' -> open++;
        case ']', '}' -> open--;
        case ',' -> {
          if (open == 0) {
            pieces.add(text.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
