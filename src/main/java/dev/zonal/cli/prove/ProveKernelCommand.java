package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.report.document.Document;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Statement;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/**
 * The proof of a statement about one kernel.
 *
 * @param <P> what proves the statement
 */
abstract class ProveKernelCommand<P extends Outcome.Proof> extends ProofCommand<P> {
  private final BiFunction<Spectrum, Context, Outcome<P>> prover;
  private final BiFunction<Spectrum, Outcome<P>, Document> report;

  @Mixin private KernelParameter kernel;

  ProveKernelCommand(
      Statement statement,
      BiFunction<Spectrum, Context, Outcome<P>> prover,
      BiFunction<Spectrum, Outcome<P>, Document> report,
      Streams streams,
      Engine engine) {
    super(statement, streams, engine);
    this.prover = prover;
    this.report = report;
  }

  @Override
  public final Integer call() {
    Spectrum spectrum = spectrum(kernel.kernel());
    return write(
        () -> {
          Outcome<P> outcome = prover.apply(spectrum, Context.current());
          return new Reported<>(outcome, report.apply(spectrum, outcome));
        });
  }
}
