package dev.zonal.verifier;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Constants;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.family.FamilyClaims;
import dev.zonal.verifier.geometric.GeometricClaims;
import dev.zonal.verifier.geometric.GeometricTail;
import dev.zonal.verifier.matrix.MatrixClaims;
import dev.zonal.verifier.tail.Tail;
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

  /** A verifier that tells how far it is. */
  public Verifier(Context context) {
    this.context = context;
  }

  /** Verifies a certificate. */
  public Report check(Claims claims) {
    Findings findings = new Findings();
    if (claims.matrix().isPresent()) {
      new MatrixClaims<>(claims.matrix().get(), findings).check();
      return report(findings);
    }
    if (claims.family().isPresent()) {
      check(claims, claims.family().get(), findings);
      return report(findings);
    }
    if (claims.series().isPresent()) {
      checkSeries(claims, findings);
      return report(findings);
    }
    if (claims.boxes().isPresent()) {
      checkBoxes(claims.statement(), claims.boxes().get(), findings);
      return report(findings);
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Claims.OfKernel kernel : claims.kernels()) {
      KernelFacts facts = facts(kernel.kernel(), claims.dimension());
      evidence.add(evidence(kernel, facts, findings));
    }
    // A conclusion from claims that are not true would be worth nothing.
    if (findings.all().isEmpty()) {
      try {
        conclude(claims, evidence, findings);
      } catch (DomainException e) {
        findings.require(false, Hypothesis.PRECISION, "the conclusion: " + e.getMessage());
      }
    }
    return report(findings);
  }

  private void checkBoxes(Claims.Statement statement, Claims.OfBoxes boxes, Findings findings) {
    BoxClaims claims = new BoxClaims(boxes, findings);
    if (!claims.checkCover()) {
      return;
    }
    long done = 0;
    for (Claims.OfLeaf leaf : boxes.leaves()) {
      context.report(done++, boxes.leaves().size());
      check(statement, leaf, findings);
    }
    if (findings.all().isEmpty()) {
      claims.checkBounds();
    }
  }

  /** A leaf says of its kernels what a certificate of version 2 does, but for the rows. */
  private void check(Claims.Statement statement, Claims.OfLeaf leaf, Findings findings) {
    Findings here = new Findings();
    try {
      List<Evidence> evidence = new ArrayList<>();
      long end = leaf.kernels().stream().mapToLong(Verifier::firstOfTails).max().orElse(0);
      for (Claims.OfKernel kernel : leaf.kernels()) {
        KernelFacts facts = facts(kernel.kernel(), leaf.dimension());
        for (Parity parity : Parity.values()) {
          end = Math.max(end, facts.zerosFrom(parity).orElse(0) + 1);
        }
      }
      for (Claims.OfKernel kernel : leaf.kernels()) {
        KernelFacts facts = facts(kernel.kernel(), leaf.dimension());
        Map<Parity, Tail> tails = new EnumMap<>(Parity.class);
        tails(kernel, facts, here).forEach(tail -> tails.put(tail.parity(), tail));
        evidence.add(
            new Evidence(
                facts, tails, Map.of(), facts.below(end, EigenvalueClaims.BITS, context.silent())));
      }
      if (here.all().isEmpty()) {
        conclude(statement, evidence, new Constants(leaf.constants(), here), here);
      }
    } catch (DomainException e) {
      here.require(false, Hypothesis.PRECISION, e.getMessage());
    }
    for (Finding finding : here.all()) {
      findings.note(
          finding.verdict(), finding.hypothesis(), BoxClaims.where(leaf) + ": " + finding.where());
    }
  }

  private static long firstOfTails(Claims.OfKernel claims) {
    long tails = claims.tails().stream().mapToLong(Claims.OfTail::from).max().orElse(0);
    return Math.max(
        tails, claims.expansions().stream().mapToLong(Claims.OfExpansion::from).max().orElse(0));
  }

  /** What is known of a kernel; of one that stands for many until there is another. */
  private KernelFacts facts(Kernel kernel, int dimension) {
    Key key = new Key(kernel, dimension);
    if (KernelBox.isMany(kernel) && !known.containsKey(key)) {
      known.keySet().removeIf(k -> KernelBox.isMany(k.kernel()) && !k.kernel().equals(kernel));
    }
    return known.computeIfAbsent(
        key,
        k ->
            known.entrySet().stream()
                .filter(other -> other.getKey().kernel().equals(kernel))
                .findFirst()
                .map(other -> other.getValue().onSphere(dimension))
                .orElseGet(() -> new KernelFacts(kernel, dimension)));
  }

  private static void checkSeries(Claims claims, Findings findings) {
    Kernel kernel = claims.kernels().get(0).kernel();
    new SeriesClaims(kernel, findings).check(claims, claims.series().orElseThrow());
  }

  private static void check(Claims claims, Claims.OfFamily family, Findings findings) {
    if (claims.refutation().isEmpty()) {
      new FamilyClaims(family.family(), findings).check(family.cases());
      return;
    }
    Kernel member = claims.kernels().get(0).kernel();
    boolean isMember = family.family().contains(member);
    if (findings.note(
        isMember ? Verdict.VERIFIED : Verdict.REFUTED,
        Hypothesis.FAMILY_MEMBER,
        member.toString())) {
      checkSeries(claims, findings);
    }
  }

  private static Report report(Findings findings) {
    Verdict verdict =
        findings.all().stream()
            .map(Finding::verdict)
            .max(Verdict::compareTo)
            .orElse(Verdict.VERIFIED);
    return new Report(verdict, findings.all());
  }

  private Evidence evidence(Claims.OfKernel claims, KernelFacts facts, Findings findings) {
    SortedMap<Long, Ball> rows =
        new EigenvalueClaims(facts, context).check(claims.rows(), findings);
    Map<Parity, Tail> tails = new EnumMap<>(Parity.class);
    try {
      tails(claims, facts, findings).forEach(tail -> tails.put(tail.parity(), tail));
    } catch (DomainException e) {
      findings.require(false, Hypothesis.PRECISION, facts.kernel() + ": " + e.getMessage());
    }
    Map<Parity, GeometricTail> laws = new EnumMap<>(Parity.class);
    GeometricClaims geometric = new GeometricClaims(facts.kernel(), facts.dimension(), findings);
    for (Claims.OfGeometric claim : claims.geometric()) {
      geometric.check(claim).ifPresent(law -> laws.put(law.parity(), law));
    }
    return new Evidence(facts, tails, laws, rows);
  }

  private static List<Tail> tails(Claims.OfKernel claims, KernelFacts facts, Findings findings) {
    List<Tail> tails = new ArrayList<>();
    RegionClaims theorem = new RegionClaims(facts, findings);
    Optional<RegionClaims.Regions> regions = claims.regions().flatMap(theorem::check);
    boolean areThere = claims.regions().isPresent() || claims.tails().isEmpty();
    findings.require(areThere, Hypothesis.REGION, facts.kernel() + ": there are no regions");
    if (regions.isPresent() && !claims.tails().isEmpty()) {
      TailClaims tail = new TailClaims(facts, regions.get(), findings);
      claims.tails().forEach(claim -> tail.check(claim).ifPresent(tails::add));
    }
    ExpansionClaims expansion = new ExpansionClaims(facts, findings);
    claims.expansions().forEach(claim -> expansion.check(claim).ifPresent(tails::add));
    return tails;
  }

  private void conclude(Claims claims, List<Evidence> evidence, Findings findings) {
    Evidence one = evidence.get(0);
    if (claims.refutation().isPresent()) {
      String reason = claims.refutation().get();
      RefutationClaims refutation = new RefutationClaims(one, evidence.get(evidence.size() - 1));
      boolean holds = refutation.holds(claims.statement(), reason);
      findings.require(holds, Hypothesis.REFUTATION, reason);
      return;
    }
    Constants constants = new Constants(claims.constants(), findings);
    if (claims.statement() == Claims.Statement.POSITIVITY
        || claims.statement() == Claims.Statement.SEMIDEFINITE) {
      new PositivityClaims(one, constants, findings).check(claims.zeros());
    } else {
      conclude(claims.statement(), evidence, constants, findings);
    }
  }

  private static void conclude(
      Claims.Statement statement, List<Evidence> evidence, Constants constants, Findings findings) {
    Evidence one = evidence.get(0);
    switch (statement) {
      case DECAY -> new DecayClaims(one, constants, findings).check();
      case EQUIVALENCE -> new EquivalenceClaims(one, evidence.get(1), constants, findings).check();
      case POSITIVITY, SEMIDEFINITE, EIGENVALUE, DEFINITE ->
          throw new IllegalArgumentException("a statement about a matrix that is not there");
    }
  }
}
