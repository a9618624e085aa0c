package dev.zonal.theorem.family;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.law.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The statement that on the sphere of R^d, for every d at least 2, all eigenvalues of all kernels
 * of a family are positive (docs/theory.md, Theorem 27.2). A member with an eigenvalue that is zero
 * refutes it.
 *
 * @param proofs of the parts of the family, by the weights that are zero there; all of them if the
 *     statement is proven
 * @param counterexample what is refuted of a member
 */
public record FamilyPositivity(
    ParameterFamily family,
    Map<SortedSet<String>, StructureProof> proofs,
    Optional<AllDimensions> counterexample) {
  /** So many depths are searched for a member that refutes the statement. */
  private static final int DEPTHS = 4;

  /** Weights of a member to look at; all positive ones have the same zeros. */
  private static final Map<String, Rational> WEIGHTS =
      Map.of("sw2", Rational.of(2), "sb2", Rational.ONE);

  /** Tries to prove it. */
  public static FamilyPositivity of(ParameterFamily family) {
    Map<SortedSet<String>, StructureProof> proofs = new LinkedHashMap<>();
    Optional<AllDimensions> counterexample = Optional.empty();
    for (ParameterFamily.Case part : family.cases()) {
      Optional<StructureProof> proof =
          StructureProof.of(part.kernel().recursion(), family.least(), family.greatest());
      proof.ifPresent(p -> proofs.put(part.zero(), p));
      if (proof.isEmpty() && counterexample.isEmpty()) {
        counterexample = counterexample(family, part);
      }
    }
    return new FamilyPositivity(family, proofs, counterexample);
  }

  private static Optional<AllDimensions> counterexample(
      ParameterFamily family, ParameterFamily.Case part) {
    int last = Math.min(family.greatest().orElse(Integer.MAX_VALUE), family.least() + DEPTHS - 1);
    for (int depth = family.least(); depth <= last; depth++) {
      AllDimensions result = AllDimensions.positivity(member(part, depth));
      if (result.verdict() == Verdict.REFUTED) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  private static Kernel member(ParameterFamily.Case part, int depth) {
    Map<String, Rational> weights = new HashMap<>();
    part.kernel()
        .withParameters(
            (key, value) -> {
              weights.put(key, WEIGHTS.getOrDefault(key, Rational.ONE));
              return value;
            });
    return part.member(depth, weights);
  }

  public Verdict verdict() {
    if (counterexample.isPresent()) {
      return Verdict.REFUTED;
    }
    return proofs.size() == family.cases().size() ? Verdict.PROVEN : Verdict.UNDECIDED;
  }

  /** One sentence; empty if the statement is proven. */
  public String reason() {
    return counterexample
        .map(member -> member.kernel() + ": " + member.reason())
        .orElse(
            verdict() == Verdict.PROVEN
                ? ""
                : "the rules show no infinity of positive coefficients of either parity, and no"
                    + " member that is looked at has an eigenvalue zero");
  }
}
