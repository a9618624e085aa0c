package dev.zonal.paper;

import dev.zonal.symbolic.console.DerivationRequest.Subject;
import java.util.List;

/**
 * A paper with its claims.
 *
 * @param key a short name, for commands
 * @param reference authors, title, place and year
 * @param claims in the order of the paper
 * @param derivations formulas that belong to it, which are derived
 */
public record Paper(
    String key, String reference, List<PaperClaim> claims, List<Derivation> derivations) {
  /** What is derived of a kernel. */
  public record Derivation(Subject subject, String specification) {}

  public Paper {
    claims = List.copyOf(claims);
    derivations = List.copyOf(derivations);
  }

  /** One with nothing to derive. */
  public Paper(String key, String reference, List<PaperClaim> claims) {
    this(key, reference, claims, List.of());
  }

  /** The same with formulas. */
  public Paper deriving(Derivation... formulas) {
    return new Paper(key, reference, claims, List.of(formulas));
  }
}
