package dev.zonal.symbolic.form;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A derivation as it is read: its formulas in their {@link NormalForm}, and in sigma = s^2/(1 +
 * s^2) or v = (1 + s^2)^(-1/2) for a parameter s where that is shorter.
 */
public final class ReaderForm {
  /** Longer equations stay as they were found: their forms take long, and are not much shorter. */
  private static final long LONGEST = 600;

  /** The same among the steps, and in documents that are long themselves. */
  private static final long LONGEST_OF_MANY = 120;

  private static final long MANY = 4000;

  private ReaderForm() {}

  /** The derivation with formulas that say the same and are not longer. */
  public static Derivation of(Derivation derivation) {
    // Steps do not count, and take long.
    Derivation result =
        derivation
            .withSteps(List.of())
            .withDefinitions(derivation.definitions(!derivation.steps().isEmpty()));
    Set<String> parameters = Symja.names(F.List(rightSides(result).toArray(IExpr[]::new)));
    result.definitions().forEach(e -> parameters.remove(e.left().toString()));
    List<Form> forms = new ArrayList<>(List.of(Form.of(Optional.empty(), result)));
    for (String name : parameters) {
      Weight.of(Symja.symbol(name), rightSides(result))
          .filter(weight -> isPossible(weight, result))
          .ifPresent(weight -> forms.add(Form.of(Optional.of(weight), result)));
    }
    Form best = forms.stream().min(Comparator.comparingLong(Form::length)).orElseThrow();
    return derivation.steps().isEmpty()
        ? best.derivation
        : best.derivation.withSteps(
            in(best.weight, derivation).steps().stream()
                .map(step -> step.mapped(normalUpTo(LONGEST_OF_MANY)))
                .toList());
  }

  /** A derivation in a name for a parameter or in none. */
  private record Form(Optional<Weight> weight, Derivation derivation) {
    static Form of(Optional<Weight> weight, Derivation derivation) {
      return new Form(weight, normal(in(weight, derivation)));
    }

    long length() {
      return ReaderForm.length(derivation);
    }
  }

  /** The number of leaves of the formulas and of the definitions that they use. */
  public static long length(Derivation derivation) {
    return rightSides(derivation).stream().mapToLong(IExpr::leafCount).sum();
  }

  private static List<IExpr> rightSides(Derivation derivation) {
    return Stream.concat(derivation.definitions(false).stream(), derivation.result().stream())
        .map(Equation::right)
        .toList();
  }

  private static Derivation normal(Derivation derivation) {
    long longest = length(derivation) > MANY ? LONGEST_OF_MANY : LONGEST;
    return derivation.mapped(normalUpTo(longest));
  }

  private static UnaryOperator<Equation> normalUpTo(long longest) {
    return e ->
        isOfLayer(e.left()) || Weight.isNamed(e.left()) || e.right().leafCount() > longest
            ? e
            : e.withRight(NormalForm::of);
  }

  /**
   * Whether a name is u_l, kappa_0(u_l) or kappa_1(u_l), which stay as they are defined: means of
   * cosines with weights that add up to 1, which rounding leaves in [-1, 1].
   */
  public static boolean isOfLayer(IExpr name) {
    return name.toString().matches("[ukd]([0-9]+|\\(l\\))");
  }

  /** Whether the formulas are functions of the name alone, and the name has no other meaning. */
  private static boolean isPossible(Weight weight, Derivation derivation) {
    boolean isFree =
        derivation.definitions().stream()
            .filter(e -> e.left().equals(weight.name()))
            .allMatch(weight.definition()::equals);
    return isFree
        && rightSides(replaced(weight, derivation)).stream()
            .allMatch(right -> right.isFree(weight.parameter()));
  }

  private static Derivation replaced(Weight weight, Derivation derivation) {
    List<Equation> others =
        derivation.definitions().stream().filter(e -> !weight.definition().equals(e)).toList();
    return derivation.withDefinitions(others).mapped(e -> e.withRight(weight::replaced));
  }

  private static Derivation in(Optional<Weight> weight, Derivation derivation) {
    if (weight.isEmpty()) {
      return derivation;
    }
    Derivation replaced = replaced(weight.get(), derivation);
    List<Equation> definitions = new ArrayList<>(List.of(weight.get().definition()));
    definitions.addAll(replaced.definitions());
    return replaced.withDefinitions(definitions);
  }
}
