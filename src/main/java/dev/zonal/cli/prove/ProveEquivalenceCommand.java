package dev.zonal.cli.prove;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.cli.option.SphereRange;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.proof.EquivalenceReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.ClosestLaplace;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.box.BoxStatement;
import dev.zonal.theorem.certificate.EquivalenceStatement;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal prove equivalence}. */
@Command(
    name = "equivalence",
    description =
        "Prove that two kernels have the same reproducing kernel Hilbert space with "
            + "equivalent norms, with the best constants.",
    footer = {
      "  zonal prove equivalence resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3",
      "  zonal prove equivalence fcntk:L=3 laplace:c=1 --dimension 3 --optimise-laplace",
      "  zonal prove equivalence resntk:L=2..3,alpha=[1/2,1] laplace:c=1 --dimension 2..4",
      "",
      "Families: depths L=2..10, one parameter of a kernel an interval, as alpha=[1/10,1]: the"
          + " alpha or tau of resntk, alpha of resnngp, beta of fcntk and fcnngp, c of laplace."
          + " alpha may go up to infinity: alpha=[1,infinity]"
    })
final class ProveEquivalenceCommand extends ProofCommand {
  private final Engine engine;

  @Mixin private SphereRange sphere;

  @Parameters(index = "0", paramLabel = "SPEC1", description = "A kernel; see 'zonal kernels'.")
  private String first;

  @Parameters(index = "1", paramLabel = "SPEC2", description = "Another kernel.")
  private String second;

  @Option(
      names = "--optimise-laplace",
      description =
          "SPEC2 is a Laplace kernel whose c is a first guess: search for the c, of "
              + "three digits, that makes sup/inf smallest, and prove the equivalence for it.")
  private boolean optimise;

  ProveEquivalenceCommand(Streams streams, Engine engine) {
    super(streams);
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<String> both = List.of(first, second);
    if (BoxProofs.isMany(both, sphere)) {
      if (optimise) {
        throw new UsageException("--optimise-laplace is for one kernel on one sphere");
      }
      return write(BoxProofs.attempt(BoxStatement.EQUIVALENCE, both, sphere));
    }
    Kernel one = KernelSpecification.parse(first);
    Kernel named = KernelSpecification.parse(second);
    Optional<Parameter> rate = laplaceRate(named);
    if (optimise && rate.isEmpty()) {
      throw new UsageException(
          "--optimise-laplace needs a Laplace kernel as SPEC2, not " + Quotation.of(second));
    }
    return write(() -> prove(one, named, rate));
  }

  private Reported prove(Kernel one, Kernel named, Optional<Parameter> rate) {
    Spectrum first = spectrum(one);
    Spectrum second = spectrum(optimise ? ClosestLaplace.to(first, rate.get()) : named);
    Outcome<Equivalence.Proof> outcome = Equivalence.prove(first, second, Context.current());
    Optional<String> note =
        optimise
            ? Optional.of("(the best c of a search, not proved to be the best of all)")
            : Optional.empty();
    return Reported.of(
        new EquivalenceStatement(), outcome, EquivalenceReport.of(first, second, note, outcome));
  }

  private Spectrum spectrum(Kernel kernel) {
    return engine.spectrum(kernel, sphere.dimension());
  }

  /** c, if the kernel is exp(-c r). */
  private static Optional<Parameter> laplaceRate(Kernel kernel) {
    return kernel.structure() instanceof Structure.Radial radial && radial.isLaplace()
        ? Optional.of(radial.rate())
        : Optional.empty();
  }
}
