package dev.zonal.cli.prove;

import dev.zonal.cli.option.SphereRange;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.report.box.BoxReport;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.theorem.box.BoxEstimate;
import dev.zonal.theorem.box.BoxProof;
import dev.zonal.theorem.box.BoxSearch;
import dev.zonal.theorem.box.BoxStatement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the commands share that prove a statement of one kernel, or of all of a family. */
final class BoxProofs {
  private BoxProofs() {}

  /** Whether the specifications or the dimensions name more than one statement. */
  static boolean isMany(List<String> specifications, SphereRange sphere) {
    return !sphere.isOne() || specifications.stream().anyMatch(IntervalFamily::isMany);
  }

  /**
   * The attempt to prove a statement of all members.
   *
   * @throws UsageException if that is too much
   */
  static Supplier<ProofCommand.Reported> attempt(
      BoxStatement statement, List<String> specifications, SphereRange sphere) {
    List<IntervalFamily> families = specifications.stream().map(IntervalFamily::parse).toList();
    int least = sphere.least();
    int greatest = sphere.greatest();
    Optional<String> refusal = BoxEstimate.of(families, least, greatest).refusal();
    if (refusal.isPresent()) {
      throw new UsageException(refusal.get());
    }
    return () -> {
      BoxProof proof = BoxSearch.run(statement, families, least, greatest);
      return new ProofCommand.Reported(
          proof.verdict(),
          BoxReport.of(proof),
          (origin, out) -> CertificateDocument.write(proof, origin, out));
    };
  }
}
