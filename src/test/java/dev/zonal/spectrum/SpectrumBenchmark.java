package dev.zonal.spectrum;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.tail.OddExpansion;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tables and single eigenvalues on S^2, every digit proved; not run by the tests. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SpectrumBenchmark {
  @Param({"fcntk:L=3", "resntk:L=10,alpha=1/10"})
  private String specification;

  private Kernel kernel;
  private Engine engine;
  private SortedSet<Long> logarithmic;

  @Setup
  public void prepare() {
    kernel = KernelSpecification.parse(specification);
    engine = new Engine();
    logarithmic = new TreeSet<>();
    for (int i = 0; i < 1000; i++) {
      logarithmic.add(Math.round(1000 * Math.pow(1000, i / 999.0)));
    }
  }

  @Benchmark
  public SpectrumResult tableTo200With50Digits() {
    return compute(range(0, 200), 50);
  }

  @Benchmark
  public SpectrumResult tableTo1000With50Digits() {
    return compute(range(0, 1000), 50);
  }

  @Benchmark
  public SpectrumResult thousandUpToAMillionWith100Digits() {
    return compute(logarithmic, 100);
  }

  @Benchmark
  public SpectrumResult tenThousandthWith50Digits() {
    return compute(range(10_000, 10_000), 50);
  }

  @Benchmark
  public SpectrumResult millionthWith50Digits() {
    return compute(range(1_000_000, 1_000_000), 50);
  }

  @Benchmark
  public SpectrumResult trillionthWith50Digits() {
    return compute(range(1_000_000_000_000L, 1_000_000_000_000L), 50);
  }

  /** The certified regions and the first coefficients, from nothing. */
  @Benchmark
  public Ball analyticData() {
    AnalyticData data = AnalyticData.of(kernel);
    data.rectangle();
    return OddExpansion.of(data).coefficients(200, 16).atCoincidence().get(0);
  }

  private SpectrumResult compute(SortedSet<Long> frequencies, int digits) {
    return engine.compute(
        new SpectrumRequest(
            kernel,
            3,
            frequencies,
            digits,
            Optional.empty(),
            SpectrumRequest.Normalization.PROBABILITY,
            SpectrumRequest.Scale.UNIT),
        Context.NONE);
  }

  private static SortedSet<Long> range(long from, long to) {
    return new TreeSet<>(LongStream.rangeClosed(from, to).boxed().toList());
  }
}
