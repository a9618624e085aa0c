package dev.zonal.kernel.specification;

import dev.zonal.kernel.Kernel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the catalogue: what is printed about a kernel, and how it is made from the arguments
 * of a specification.
 */
public final class CatalogueEntry {

  /**
   * A parameter of a kernel.
   *
   * @param key its name in a specification
   * @param range what it must be
   * @param byDefault its value where it is not given, or empty if there is none
   */
  public record ParameterEntry(String key, String range, Optional<String> byDefault) {}

  private final String name;
  private final String title;
  private final String formula;
  private final String source;
  private final String example;
  private final List<ParameterEntry> parameters;
  private final Function<Arguments, Kernel> constructor;

  CatalogueEntry(
      String name,
      String title,
      String formula,
      String source,
      String example,
      List<ParameterEntry> parameters,
      Function<Arguments, Kernel> constructor) {
    this.name = name;
    this.title = title;
    this.formula = formula;
    this.source = source;
    this.example = example;
    this.parameters = List.copyOf(parameters);
    this.constructor = constructor;
  }

  /** The name that starts a specification, as in {@code resntk}. */
  public String name() {
    return name;
  }

  /** What the kernel is, in a few words. */
  public String title() {
    return title;
  }

  /** The definition, in plain text; lines are separated by line feeds. */
  public String formula() {
    return formula;
  }

  /** The publication the formula comes from. */
  public String source() {
    return source;
  }

  /** A valid specification, in canonical form. */
  public String example() {
    return example;
  }

  /** The parameters, in the order in which values without a key are taken. */
  public List<ParameterEntry> parameters() {
    return parameters;
  }

  public List<String> keys() {
    return parameters.stream().map(ParameterEntry::key).toList();
  }

  Kernel construct(Arguments arguments) {
    return constructor.apply(arguments);
  }
}
