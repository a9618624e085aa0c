package dev.zonal.kernel.specification;

import java.util.List;
import java.util.Optional;

/**
 * What is printed about a kernel of the catalogue.
 *
 * @param name the name that starts a specification, as in {@code resntk}
 * @param title what the kernel is, in a few words
 * @param formula the definition, in plain text; lines are separated by line feeds
 * @param source the publication the formula comes from
 * @param example a valid specification, in canonical form
 * @param parameters in the order in which values without a key are taken
 */
public record CatalogueEntry(
    String name,
    String title,
    String formula,
    String source,
    String example,
    List<ParameterEntry> parameters) {
  public CatalogueEntry {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter of a kernel.
   *
   * @param key its name in a specification
   * @param range what it must be
   * @param byDefault its value where it is not given, or empty if there is none
   */
  public record ParameterEntry(String key, String range, Optional<String> byDefault) {}

  public List<String> keys() {
    return parameters.stream().map(ParameterEntry::key).toList();
  }
}
