package dev.zonal.verifier.family;

import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The claims about all kernels of a family (docs/theory.md, Theorem 27.2). */
public record FamilyClaims(ParameterFamily family, Findings findings) {
  /** Checks that the eigenvalues of all members are positive in every dimension. */
  public void check(List<Claims.OfCase> cases) {
    List<ParameterFamily.Case> parts = family.cases();
    Set<SortedSet<String>> needed =
        parts.stream().map(ParameterFamily.Case::zero).collect(Collectors.toSet());
    Set<SortedSet<String>> claimed =
        cases.stream().map(Claims.OfCase::zero).collect(Collectors.toSet());
    boolean areAll = claimed.equals(needed) && cases.size() == parts.size();
    if (!findings.require(areAll, Hypothesis.FAMILY_CASES, family.toString())) {
      return;
    }
    for (ParameterFamily.Case part : parts) {
      cases.stream()
          .filter(claim -> claim.zero().equals(part.zero()))
          .forEach(claim -> new CaseClaims(family, part, claim, findings).check());
    }
  }
}
