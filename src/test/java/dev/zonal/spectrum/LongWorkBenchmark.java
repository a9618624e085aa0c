package dev.zonal.spectrum;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Positivity;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The work of docs/benchmarks.md, a method a row, each by an engine that knows nothing yet; not run
 * by the tests.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class LongWorkBenchmark {
  /** Rules and tables that are kept serve one precision: each repetition asks for another. */
  private int repetition;

  @Benchmark
  public SpectrumResult firstResult() {
    return compute("fcntk:L=3", 3, 20, 20, 50);
  }

  @Benchmark
  public SpectrumResult tableTo200() {
    return compute("fcntk:L=3", 3, 0, 200, 50);
  }

  @Benchmark
  public SpectrumResult tableTo1000() {
    return compute("fcntk:L=3", 3, 0, 1000, 50);
  }

  @Benchmark
  public SpectrumResult residualWith300Digits() {
    return compute("resntk:L=10,alpha=1/10", 5, 0, 20, 300);
  }

  @Benchmark
  public SpectrumResult fullyConnectedWith1000Digits() {
    return compute("fcntk:L=3", 3, 0, 5, 1000);
  }

  @Benchmark
  public SpectrumResult residualWith1000Digits() {
    return compute("resntk:L=10,alpha=1/10", 3, 0, 5, 1000);
  }

  @Benchmark
  public SpectrumResult tenThousandthWith1000Digits() {
    return compute("fcntk:L=3", 3, 10_000, 10_000, 1000);
  }

  @Benchmark
  public SpectrumResult closedForms() {
    return compute("fcntk:L=1", 3, 0, 20_000, 20);
  }

  @Benchmark
  public SpectrumResult closedFormsInManyDimensions() {
    return compute("fcntk:L=1", 1_000_000_000, 0, 500, 20);
  }

  @Benchmark
  public SpectrumResult aThousandLayers() {
    return compute("fcntk:L=1000", 3, 20, 20, 50);
  }

  @Benchmark
  public Object decayInAThousandDimensions() {
    return Decay.prove(spectrum("fcntk:L=3", 1000), Context.NONE);
  }

  @Benchmark
  public Object equivalence() {
    return Equivalence.prove(
        spectrum("fcntk:L=2", 3), spectrum("resntk:L=2,alpha=1/2", 3), Context.NONE);
  }

  @Benchmark
  public Object positivityByTails() {
    return Positivity.prove(spectrum("resntk:L=10,alpha=1/1000", 3), Context.NONE);
  }

  private static Spectrum spectrum(String specification, int dimension) {
    return new Engine().spectrum(KernelSpecification.parse(specification), dimension);
  }

  private SpectrumResult compute(
      String specification, int dimension, long first, long last, int digits) {
    Kernel kernel = KernelSpecification.parse(specification);
    repetition++;
    return new Engine()
        .compute(
            new SpectrumRequest(
                kernel,
                dimension,
                new TreeSet<>(LongStream.rangeClosed(first, last).boxed().toList()),
                digits + repetition % 8,
                Optional.empty(),
                SpectrumRequest.Normalization.PROBABILITY,
                SpectrumRequest.Scale.UNIT),
            Context.NONE);
  }
}
