package dev.zonal.paper;

import dev.zonal.report.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * What is found of a claim.
 *
 * @param evidence what it rests on
 * @param comparisons with what is claimed, at least one
 * @param remark what else there is to say; empty if nothing
 * @param command how to see it for oneself, without the name of the program
 * @param figure which shows it
 */
public record Finding(
    Evidence evidence,
    List<Comparison> comparisons,
    String remark,
    Optional<String> command,
    Optional<Figure> figure) {
  public Finding {
    comparisons = List.copyOf(comparisons);
    if (comparisons.isEmpty()) {
      throw new IllegalArgumentException("nothing was compared");
    }
  }

  public static Finding of(Evidence evidence, List<Comparison> comparisons) {
    return new Finding(evidence, comparisons, "", Optional.empty(), Optional.empty());
  }

  /** The same with something to say beside it. */
  public Finding saying(String words) {
    return new Finding(evidence, comparisons, words, command, figure);
  }

  /** The same with a command that shows it. */
  public Finding by(String words) {
    return new Finding(evidence, comparisons, remark, Optional.of(words), figure);
  }

  /** The same with a figure. */
  public Finding with(Figure picture) {
    return new Finding(evidence, comparisons, remark, command, Optional.of(picture));
  }

  public Verdict verdict() {
    if (comparisons.stream().anyMatch(c -> c.agrees().filter(agrees -> !agrees).isPresent())) {
      return Verdict.FALSE;
    }
    return comparisons.stream().allMatch(c -> c.agrees().isPresent())
        ? Verdict.CONFIRMED
        : Verdict.OPEN;
  }
}
