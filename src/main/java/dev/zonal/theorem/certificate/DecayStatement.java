package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That the eigenvalues obey a power law or a geometric law along each parity, or are zero
 * (docs/theory.md, Theorems 13.3 and 17.8).
 */
public record DecayStatement() implements Statement {
  @Override
  public String name() {
    return "decay";
  }

  @Override
  public void conclude(List<Evidence> about, Conclusion conclusion) {
    Evidence evidence = about.get(0);
    int dimension = conclusion.dimension();
    SortedMap<String, Ball> constants = conclusion.constants();
    SortedMap<Long, Ball> rows = new TreeMap<>();
    evidence.enclosures().forEach((k, interval) -> rows.put(k, interval.ball()));
    for (Parity parity : Parity.values()) {
      Optional<GeometricLaw> geometric = evidence.geometric(parity, dimension);
      if (geometric.isPresent()) {
        conclude(geometric.get(), evidence, rows, conclusion);
        continue;
      }
      Optional<UniformExpansion> expansion = evidence.expansion(parity, dimension);
      if (expansion.isEmpty() && evidence.zerosFrom(parity, dimension).isPresent()) {
        continue;
      }
      if (expansion.isEmpty() || !DecayLaw.isApplicable(expansion.get())) {
        conclusion.missing("there is no uniform tail of the " + parity + " eigenvalues");
        return;
      }
      DecayLaw decay = DecayLaw.of(expansion.get());
      if (!decay.remainder().certainlyLess(Ball.exact(1))) {
        conclusion.missing("the remainder of the " + parity + " eigenvalues is too large");
        return;
      }
      conclusion.requireRows(evidence, parity, 1, decay.from());
      Decay.PowerLaw law = Decay.PowerLaw.of(decay, rows, Optional.empty());
      constants.put("constant." + parity, decay.constant());
      constants.put("remainder." + parity, Conclusion.fromZero(decay.remainderConstant()));
      constants.put("c1." + parity, law.least().value());
      constants.put("c2." + parity, law.greatest().value());
    }
    if (constants.isEmpty()) {
      conclusion.missing("there is no power law");
    }
  }

  /** Theorems 17.8 and 17.9. */
  private static void conclude(
      GeometricLaw law, Evidence evidence, SortedMap<Long, Ball> rows, Conclusion conclusion) {
    if (law.remainder().compareTo(Rational.ONE) >= 0 || !law.constant().isPositive()) {
      conclusion.missing("the remainder of the " + law.parity() + " eigenvalues is too large");
      return;
    }
    conclusion.requireRows(evidence, law.parity(), 1, law.from());
    Decay.Geometric bounded = Decay.Geometric.of(law, rows);
    SortedMap<String, Ball> constants = conclusion.constants();
    constants.put("constant." + law.parity(), law.constant());
    constants.put("rate." + law.parity(), law.rate());
    constants.put("c1." + law.parity(), bounded.least().value());
    constants.put("c2." + law.parity(), bounded.greatest().value());
  }

  @Override
  public Optional<Refutation> refute(int dimension, List<Evidence> evidence) {
    return Refutation.isSmooth(dimension, evidence.get(0))
        ? Optional.of(Refutation.SMOOTH)
        : Optional.empty();
  }
}
