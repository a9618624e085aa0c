package dev.zonal.cli;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.Document;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * What the proofs of statements about one kernel have in common.
 *
 * @param <R> what comes of an attempt
 */
abstract class ProveKernelCommand<R> implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelParameter kernel;

  @Mixin private SphereOption sphere;

  @Mixin private ProofOptions output;

  @Mixin private TimeLimit limit;

  @Mixin private CertificateOption certificate;

  ProveKernelCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  abstract R prove(Spectrum spectrum, Context context);

  abstract Verdict verdict(R result);

  abstract Document report(Kernel kernel, int dimension, R result);

  abstract Certificate certificate(Spectrum spectrum, R result);

  @Override
  public Integer call() {
    Spectrum spectrum = engine.spectrum(kernel.kernel(), sphere.dimension());
    try (Destination destination = output.open(streams);
        Destination proof = certificate.open(streams, destination)) {
      R result = prove(spectrum);
      output.write(report(spectrum.kernel(), sphere.dimension(), result), destination);
      certificate.write(verdict(result), () -> certificate(spectrum, result), proof, streams);
      return ProofOptions.exitCode(verdict(result));
    }
  }

  private R prove(Spectrum spectrum) {
    return prove(spectrum, Context.current());
  }
}
