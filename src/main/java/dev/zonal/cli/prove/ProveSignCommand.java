package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.SphereRange;
import dev.zonal.cli.option.SpheresOption;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.report.DimensionRangeReport;
import dev.zonal.report.document.Document;
import dev.zonal.report.proof.AllDimensionsReport;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.report.proof.FamilyReport;
import dev.zonal.report.proof.PositivityReport;
import dev.zonal.report.proof.SemidefiniteReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.SignStatement;
import dev.zonal.theorem.certificate.Statement;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.dimension.DimensionRange;
import dev.zonal.theorem.family.FamilyPositivity;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The proof of a statement about the signs of eigenvalues, on one sphere or on all of them. */
abstract class ProveSignCommand extends ProofCommand {
  private final Engine engine;

  @Mixin private KernelParameter kernel;

  @Mixin private SpheresOption spheres;

  ProveSignCommand(Streams streams, Engine engine) {
    super(streams);
    this.engine = engine;
  }

  abstract Statement statement();

  abstract boolean zerosAllowed();

  abstract Outcome<?> attempt(Spectrum spectrum);

  abstract Reported on(Spectrum spectrum);

  abstract AllDimensions onAll(Kernel kernel);

  /** Whether the statement is about all members of a family. */
  boolean isOfFamily() {
    return false;
  }

  @Override
  public final Integer call() {
    Optional<SphereRange.Dimensions> range = spheres.range();
    if (isOfFamily()) {
      if (range.isPresent()) {
        throw new UsageException(
            "--all-parameters is for all dimensions at once: give --all-dimensions");
      }
      ParameterFamily family = kernel.family();
      return write(() -> of(family));
    }
    Kernel function = kernel.kernel();
    if (range.isPresent() && range.get().isOne()) {
      Spectrum spectrum = engine.spectrum(function, range.get().least());
      return write(() -> on(spectrum));
    }
    if (range.isPresent()) {
      return write(() -> on(function, range.get()));
    }
    AllDimensions result = onAll(function);
    return write(
        () ->
            new Reported(
                result.verdict(),
                AllDimensionsReport.of(result),
                (origin, out) -> CertificateDocument.write(result, origin, out)));
  }

  /** The certificate is that of the greatest dimension, which decides all of the range. */
  private Reported on(Kernel kernel, SphereRange.Dimensions range) {
    DimensionRange result =
        DimensionRange.of(
            kernel,
            range.least(),
            range.greatest(),
            dimension -> attempt(engine.spectrum(kernel, dimension)));
    return Reported.of(
        statement(), result.decisive(), DimensionRangeReport.of(result, zerosAllowed()));
  }

  private static Reported of(ParameterFamily family) {
    FamilyPositivity result = FamilyPositivity.of(family);
    return new Reported(
        result.verdict(),
        FamilyReport.of(result),
        (origin, out) -> CertificateDocument.write(result, origin, out));
  }

  /** {@code zonal prove positivity}. */
  @Command(
      name = "positivity",
      description =
          "Prove that every eigenvalue is positive: the kernel is strictly positive definite.",
      footer = {
        "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3",
        "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 2..100",
        "  zonal prove positivity resntk:L=3,alpha=1/2 --all-dimensions",
        "  zonal prove positivity resntk --all-parameters --all-dimensions",
        "  zonal prove positivity fcntk:L=1..,beta=positive --all-parameters --all-dimensions",
        "",
        "Families: a weight is a number, 'positive', or 'any' that it may be, which is the default;"
            + " L is a depth, 2..5, or 2.. for all from 2 on, the default"
      })
  static final class PositivityCommand extends ProveSignCommand {
    @Option(
        names = "--all-parameters",
        description =
            "SPEC names all kernels of a network: of every depth and all weights; see below.")
    private boolean ofFamily;

    PositivityCommand(Streams streams, Engine engine) {
      super(streams, engine);
    }

    @Override
    boolean isOfFamily() {
      return ofFamily;
    }

    @Override
    Statement statement() {
      return SignStatement.POSITIVITY;
    }

    @Override
    boolean zerosAllowed() {
      return false;
    }

    @Override
    Outcome<Positivity.Proof> attempt(Spectrum spectrum) {
      return Positivity.prove(spectrum, Context.current());
    }

    @Override
    Reported on(Spectrum spectrum) {
      Outcome<Positivity.Proof> outcome = attempt(spectrum);
      Optional<Outcome<Semidefinite.Proof>> weaker =
          outcome instanceof Outcome.Refuted<Positivity.Proof> refuted
              ? Optional.of(Positivity.weaker(refuted, Context.current()))
              : Optional.empty();
      Document report = PositivityReport.of(spectrum, outcome, weaker);
      return Reported.of(statement(), outcome, report);
    }

    @Override
    AllDimensions onAll(Kernel kernel) {
      return AllDimensions.positivity(kernel);
    }
  }

  /** {@code zonal prove semidefinite}. */
  @Command(
      name = "semidefinite",
      description =
          "Prove that no eigenvalue is negative: positive semidefinite; the zeros are listed.",
      footer = {
        "  zonal prove semidefinite fcntk:L=1 --dimension 3",
        "  zonal prove semidefinite polynomial:[0,-1,0,4] --dimension 2..20",
        "  zonal prove semidefinite fcntk:L=1 --all-dimensions"
      })
  static final class SemidefiniteCommand extends ProveSignCommand {
    SemidefiniteCommand(Streams streams, Engine engine) {
      super(streams, engine);
    }

    @Override
    Statement statement() {
      return SignStatement.SEMIDEFINITE;
    }

    @Override
    boolean zerosAllowed() {
      return true;
    }

    @Override
    Outcome<Semidefinite.Proof> attempt(Spectrum spectrum) {
      return Semidefinite.prove(spectrum, Context.current());
    }

    @Override
    Reported on(Spectrum spectrum) {
      Outcome<Semidefinite.Proof> outcome = attempt(spectrum);
      Document report = SemidefiniteReport.of(spectrum, outcome);
      return Reported.of(statement(), outcome, report);
    }

    @Override
    AllDimensions onAll(Kernel kernel) {
      return AllDimensions.semidefinite(kernel);
    }
  }
}
