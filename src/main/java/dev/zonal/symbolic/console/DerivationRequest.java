package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.parameter.ParameterDerivation;
import dev.zonal.symbolic.parameter.Variation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A derivation that is asked for, in words: it can be sent to another process. Making one loads
 * nothing of Symja.
 *
 * @param specification the kernel
 * @param order the last power of the chord, or null for the usual one
 * @param end one end of an expansion, or null for both
 * @param inAngle whether a recursion is written in theta instead of u
 * @param frequency k of an eigenvalue, or null
 * @param dimension d of an eigenvalue, or null
 * @param terms how many of the law of decay, or null for its limits
 * @param format a {@link Format} by its name
 * @param steps whether the steps are printed as well
 * @param standalone whether LaTeX gets a document of its own
 * @param variation what is asked of the formulas as functions of a parameter, or null
 */
public record DerivationRequest(
    Subject subject,
    String specification,
    Integer order,
    End end,
    boolean inAngle,
    Integer frequency,
    Integer dimension,
    Integer terms,
    String format,
    boolean steps,
    boolean standalone,
    Variation variation) {
  /** What is derived. */
  public enum Subject {
    RECURSION,
    EXPANSION,
    EIGENVALUE,
    CONSTANT
  }

  /** The last power where none is asked for. */
  public static final int ORDER = 5;

  private static final String SEPARATOR = "\0";

  /** Formulas as they are. */
  public DerivationRequest(
      Subject subject,
      String specification,
      Integer order,
      End end,
      boolean inAngle,
      Integer frequency,
      Integer dimension,
      Integer terms,
      String format,
      boolean steps,
      boolean standalone) {
    this(
        subject,
        specification,
        order,
        end,
        inAngle,
        frequency,
        dimension,
        terms,
        format,
        steps,
        standalone,
        null);
  }

  /** The same formulas as functions of a parameter. */
  public DerivationRequest with(Variation asked) {
    return new DerivationRequest(
        subject,
        specification,
        order,
        end,
        inAngle,
        frequency,
        dimension,
        terms,
        format,
        steps,
        standalone,
        asked);
  }

  /** The request as one text; no argument of a command line contains the separator. */
  String text() {
    return Stream.of(
            subject,
            specification,
            order,
            end,
            inAngle,
            frequency,
            dimension,
            terms,
            format,
            steps,
            standalone,
            variation == null ? null : variation.parameter(),
            variation == null ? null : variation.place(),
            variation == null ? null : variation.order())
        .map(part -> Objects.toString(part, ""))
        .collect(Collectors.joining(SEPARATOR));
  }

  /** Reads what {@link #text} wrote. */
  static DerivationRequest of(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    return new DerivationRequest(
        Subject.valueOf(parts[0]),
        parts[1],
        integerOrNull(parts[2]),
        parts[3].isEmpty() ? null : End.valueOf(parts[3]),
        Boolean.parseBoolean(parts[4]),
        integerOrNull(parts[5]),
        integerOrNull(parts[6]),
        integerOrNull(parts[7]),
        parts[8],
        Boolean.parseBoolean(parts[9]),
        Boolean.parseBoolean(parts[10]),
        parts[11].isEmpty()
            ? null
            : new Variation(parts[11], parts[12], Integer.parseInt(parts[13])));
  }

  private static Integer integerOrNull(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  /** The formulas as text, or what stands against them. */
  Answer answer() {
    try {
      return new Answer(Outcome.VALUE, Derivations.write(derive(), format, steps, standalone));
    } catch (RuntimeException | StackOverflowError e) {
      if (e instanceof RuntimeException refusal && Derivations.isRefusal(refusal)) {
        return new Answer(Outcome.REFUSED, e.getMessage());
      }
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      return new Answer(Outcome.FAILED, trace.toString());
    }
  }

  private Derivation derive() {
    Derivation formulas = formulas();
    return variation == null
        ? formulas
        : ParameterDerivation.of(specification, formulas, variation);
  }

  private Derivation formulas() {
    int last = order == null ? ORDER : order;
    return switch (subject) {
      case RECURSION -> Derivations.recursion(specification, inAngle);
      case EXPANSION ->
          order == null && SymbolicKernel.parse(specification).hasSymbolicDepth()
              ? Derivations.firstCoefficient(specification, end)
              : Derivations.expansion(specification, last, end);
      case EIGENVALUE -> eigenvalue();
      case CONSTANT -> constant();
    };
  }

  /** The constants ask for as many coefficients as they need. */
  private Derivation constant() {
    if (order != null && SymbolicKernel.parse(specification).hasSymbolicDepth()) {
      throw new UnsupportedExpressionException(
          specification
              + ": for the depth L the constants rest on the first odd coefficients alone, so that"
              + " --order has no meaning; give L");
    }
    int least = order == null ? 1 : order;
    return terms == null
        ? Derivations.constant(specification, least)
        : Derivations.terms(specification, terms, least);
  }

  private Derivation eigenvalue() {
    return format.equalsIgnoreCase("java")
        ? Derivations.generalEigenvalue(specification, frequency, dimension)
        : Derivations.eigenvalue(specification, frequency, dimension);
  }
}
