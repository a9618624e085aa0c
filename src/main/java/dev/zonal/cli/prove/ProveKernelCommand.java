package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * What the proofs of statements about one kernel have in common.
 *
 * @param <P> what proves the statement
 */
abstract class ProveKernelCommand<P extends Outcome.Proof> implements Callable<Integer> {
  private final Statement statement;
  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelParameter kernel;

  @Mixin private SphereOption sphere;

  @Mixin private ProofOptions output;

  @Mixin private TimeLimit limit;

  @Mixin private CertificateOption certificate;

  ProveKernelCommand(Statement statement, Streams streams, Engine engine) {
    this.statement = statement;
    this.streams = streams;
    this.engine = engine;
  }

  abstract Outcome<P> prove(Spectrum spectrum, Context context);

  abstract Document report(Kernel kernel, int dimension, Outcome<P> outcome);

  @Override
  public Integer call() {
    Spectrum spectrum = engine.spectrum(kernel.kernel(), sphere.dimension());
    try (Destination destination = output.open(streams);
        Destination proof = certificate.open(streams, destination)) {
      Outcome<P> outcome = prove(spectrum, Context.current());
      output.write(report(spectrum.kernel(), sphere.dimension(), outcome), destination);
      certificate.write(statement, outcome, proof, streams);
      return ProofOptions.exitCode(outcome.verdict());
    }
  }
}
