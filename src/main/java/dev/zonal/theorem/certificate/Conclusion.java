package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from the numbers of a certificate, taken to be true: the inequalities of
 * docs/theory.md, section 13, evaluated in ball arithmetic.
 */
public final class Conclusion {
  private final int dimension;
  private final SortedMap<String, Ball> constants = new TreeMap<>();
  private Optional<String> gap = Optional.empty();

  private Conclusion(int dimension) {
    this.dimension = dimension;
  }

  static Conclusion of(Statement statement, int dimension, List<Evidence> evidence) {
    Conclusion conclusion = new Conclusion(dimension);
    statement.conclude(evidence, conclusion);
    return conclusion;
  }

  /** Why the statement does not follow; empty if it does. */
  Optional<String> gap() {
    return gap;
  }

  void missing(String what) {
    gap = gap.or(() -> Optional.of(what));
  }

  int dimension() {
    return dimension;
  }

  /** The constants of the statement, by name; more are put there until a gap shows. */
  SortedMap<String, Ball> constants() {
    return constants;
  }

  /** Theorems 13.1 and, with zeros, 13.1a. */
  void requireSign(Evidence evidence, boolean zerosAllowed) {
    for (Interval interval : evidence.enclosures().values()) {
      if (interval.sign() <= 0 && !(zerosAllowed && interval.isZero())) {
        missing("an enclosure is not positive");
      }
    }
    boolean hasTails = !evidence.tails().isEmpty() || !evidence.expansions().isEmpty();
    for (Parity parity : Parity.values()) {
      OptionalLong zeros =
          zerosAllowed ? evidence.zerosFrom(parity, dimension) : OptionalLong.empty();
      Optional<UniformExpansion> tail = evidence.expansion(parity, dimension);
      if (zeros.isPresent()) {
        requireRows(evidence, parity, 0, zeros.getAsLong());
      } else if (tail.isPresent() && tail.get().sign() > 0) {
        requireRows(evidence, parity, 0, tail.get().from());
      } else if (hasTails || !SeriesDegrees.makePositive(evidence.kernel(), parity)) {
        missing("the tail of the " + parity + " eigenvalues is not proved positive");
      }
    }
  }

  void tellSign(Evidence evidence) {
    List<Extremum> least =
        evidence.enclosures().entrySet().stream()
            .filter(row -> !row.getValue().isZero())
            .map(row -> Extremum.at(row.getKey(), row.getValue().ball()))
            .toList();
    if (!least.isEmpty()) {
      constants.put("least", Extremum.of(Extremum.Side.INFIMUM, least).value());
    }
    for (Parity parity : Parity.values()) {
      evidence
          .expansion(parity, dimension)
          .ifPresent(
              tail ->
                  constants.put("relativeDistance." + parity, fromZero(tail.relativeDistance())));
    }
  }

  void requireRows(Evidence evidence, Parity parity, long from, long to) {
    for (long k = parity.firstFrom(from); k < to; k += 2) {
      if (!evidence.enclosures().containsKey(k)) {
        missing("there is no enclosure of the eigenvalue at k = " + k);
        return;
      }
    }
  }

  static Ball fromZero(Ball bound) {
    return Ball.hull(Ball.exact(0), bound);
  }
}
