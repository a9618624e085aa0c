package dev.zonal.symbolic;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A result with the way to it.
 *
 * <p>Texts are lines in which formulas stand between dollars, in the notation of LaTeX, and codes
 * between backquotes ({@link dev.zonal.text.markup.Prose}).
 *
 * @param title what was derived, in one line
 * @param steps the way, in order; each can be followed on paper
 * @param definitions the names that the result uses
 * @param result the derived identities
 * @param verification how the result was checked, in one line
 */
public record Derivation(
    String title,
    List<Step> steps,
    List<Equation> definitions,
    List<Equation> result,
    String verification) {
  public Derivation {
    steps = List.copyOf(steps);
    definitions = List.copyOf(definitions);
    result = List.copyOf(result);
  }

  /**
   * One step of a derivation.
   *
   * @param reason the rule that is applied
   * @param equations what it gives
   */
  public record Step(String reason, List<Equation> equations) {
    public Step {
      equations = List.copyOf(equations);
    }

    /** With every equation replaced. */
    public Step mapped(UnaryOperator<Equation> map) {
      return new Step(reason, all(equations, map));
    }

    public static Step of(String reason, Equation... equations) {
      return new Step(reason, List.of(equations));
    }
  }

  public Derivation withTitle(String newTitle) {
    return new Derivation(newTitle, steps, definitions, result, verification);
  }

  public Derivation withSteps(List<Step> newSteps) {
    return new Derivation(title, newSteps, definitions, result, verification);
  }

  public Derivation withDefinitions(List<Equation> newDefinitions) {
    return new Derivation(title, steps, newDefinitions, result, verification);
  }

  public Derivation withResult(List<Equation> newResult) {
    return new Derivation(title, steps, definitions, newResult, verification);
  }

  public Derivation withVerification(String newVerification) {
    return new Derivation(title, steps, definitions, result, newVerification);
  }

  /** With every equation, those of the steps as well, replaced. */
  public Derivation mapped(UnaryOperator<Equation> map) {
    return new Derivation(
        title,
        steps.stream().map(step -> step.mapped(map)).toList(),
        all(definitions, map),
        all(result, map),
        verification);
  }

  private static List<Equation> all(List<Equation> equations, UnaryOperator<Equation> map) {
    return equations.stream().map(map).toList();
  }

  /** The definitions that the result uses, and the steps if they are wanted. */
  public List<Equation> definitions(boolean withSteps) {
    Stream<Equation> readers = result.stream();
    if (withSteps) {
      readers = Stream.concat(readers, steps.stream().flatMap(step -> step.equations().stream()));
    }
    return Definitions.used(definitions, readers.map(Equation::right).toList());
  }
}
