package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Parity;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Verifies certificates (docs/certificates.md). Each claim is compared with what is found out here:
 * a claimed interval must contain the number as enclosed here, a claimed bound must be at least the
 * bound found here. The conclusion is then derived from the numbers found here, so that an interval
 * that is wider than need be can make no other conclusion.
 *
 * <p>Keeps what it found out about kernels for the next certificate; for one thread.
 */
public final class Verifier {
  private record Key(Kernel kernel, int dimension) {}

  private final Map<Key, KernelFacts> known = new HashMap<>();
  private final Context context;

  /**
   * What came of it.
   *
   * @param verdict verified if every claim was
   * @param findings the claims that were not
   */
  public record Report(Verdict verdict, List<Finding> findings) {}

  public Verifier(Context context) {
    this.context = context;
  }

  /** Verifies a certificate. */
  public Report check(Claims claims) {
    Findings findings = new Findings();
    List<Evidence> evidence =
        claims.kernels().stream().map(k -> evidence(k, claims.dimension(), findings)).toList();
    // A conclusion from claims that are not true would be worth nothing.
    if (findings.all().isEmpty()) {
      try {
        conclude(claims, evidence, findings);
      } catch (DomainException e) {
        findings.require(false, Hypothesis.PRECISION, "the conclusion: " + e.getMessage());
      }
    }
    Verdict verdict =
        findings.all().stream().map(Finding::verdict).reduce(Verdict.VERIFIED, Verdict::and);
    return new Report(verdict, findings.all());
  }

  private Evidence evidence(Claims.OfKernel claims, int dimension, Findings findings) {
    KernelFacts facts =
        known.computeIfAbsent(
            new Key(claims.kernel(), dimension), k -> new KernelFacts(k.kernel(), k.dimension()));
    SortedMap<Long, Ball> rows =
        new EigenvalueClaims(facts, context).check(claims.rows(), findings);
    Map<Parity, Tail> tails = new EnumMap<>(Parity.class);
    try {
      tails(claims, facts, findings).forEach(tail -> tails.put(tail.parity(), tail));
    } catch (DomainException e) {
      findings.require(false, Hypothesis.PRECISION, facts.kernel() + ": " + e.getMessage());
    }
    return new Evidence(facts, tails, rows);
  }

  private static List<Tail> tails(Claims.OfKernel claims, KernelFacts facts, Findings findings) {
    Optional<RegionClaims> regions =
        claims.regions().flatMap(claim -> RegionClaims.check(facts, claim, findings));
    if (!claims.tails().isEmpty() && claims.regions().isEmpty()) {
      findings.require(false, Hypothesis.REGION, facts.kernel() + ", no regions are given");
    }
    List<Tail> tails = new ArrayList<>();
    if (regions.isPresent()) {
      TailClaims theorem = new TailClaims(facts, regions.get(), findings);
      claims.tails().forEach(claim -> theorem.check(claim).ifPresent(tails::add));
    }
    ExpansionClaims theorem = new ExpansionClaims(facts, findings);
    for (Claims.Expansion claim : claims.expansions()) {
      boolean isSecond = claims.tails().stream().anyMatch(t -> t.parity() == claim.parity());
      theorem.check(claim).filter(tail -> !isSecond).ifPresent(tails::add);
    }
    return tails;
  }

  private void conclude(Claims claims, List<Evidence> evidence, Findings findings) {
    Constants constants = new Constants(claims.constants(), findings);
    Evidence one = evidence.get(0);
    if (claims.refutation().isPresent()) {
      new RefutationClaims(claims.statement(), evidence).check(claims.refutation().get(), findings);
      return;
    }
    switch (claims.statement()) {
      case POSITIVITY -> new PositivityClaims(one, constants, findings).checkStrict();
      case SEMIDEFINITE ->
          new PositivityClaims(one, constants, findings)
              .checkSemidefinite(claims.zeros().orElseThrow());
      case DECAY -> new DecayClaims(one, constants, findings).check();
      case EQUIVALENCE -> new EquivalenceClaims(one, evidence.get(1), constants, findings).check();
    }
  }
}
