package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.store.StoreAudit.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit finds and what it does not. */
class StoreAuditTest {
  private static final int ROWS = 40;
  private static final SpectrumRequest REQUEST =
      new SpectrumRequest(
          KernelSpecification.parse("laplace:c=1"),
          3,
          new TreeSet<>(LongStream.range(0, ROWS).boxed().toList()),
          10,
          Optional.empty(),
          Normalization.PROBABILITY,
          Scale.UNIT);
  private static final Key.Value VALUE =
      new Key.Value(
          KernelSpecification.parse("fcntk:L=2"),
          Optional.empty(),
          Rational.of(1, 2),
          10,
          Scale.UNIT);

  private final Engine engine = new Engine();
  private final AtomicInteger computed = new AtomicInteger();
  private final EigenvalueGrid.Source counted =
      (request, context) -> {
        computed.incrementAndGet();
        return engine.compute(request, context);
      };

  @TempDir private Path directory;

  private Store open() {
    return Store.open(directory.resolve("s.db").toString(), "zonal 1");
  }

  @BeforeEach
  void fill() {
    try (Store store = open()) {
      new StoredEigenvalues(store, engine::compute).compute(REQUEST, Context.NONE);
      new StoredValues(store, ValueGrid::computed).value(VALUE);
    }
  }

  private StoreAudit.Result audit(OptionalInt sample, long seed) {
    try (Store store = open()) {
      return new StoreAudit(counted, ValueGrid::computed, sample, seed).of(store, Context.NONE);
    }
  }

  private static StoreKey key(long k) {
    return new StoreKey(StoredGrid.of(REQUEST), Long.toString(k));
  }

  /** Puts a number there in place of the one that is. */
  private void replace(StoreKey key, StoredNumber number, String program) {
    try (Store other = Store.open(directory.resolve("s.db").toString(), program)) {
      other.put(key, number);
    }
  }

  @Test
  void whatWasComputedIsConfirmed() {
    StoreAudit.Result all = audit(OptionalInt.empty(), 1);
    assertTrue(all.isSound());
    assertEquals(ROWS + 1, all.rows());
    assertEquals(ROWS + 1, all.recomputed());
    assertEquals(ROWS, computed.get());
  }

  @Test
  void aSampleIsAsLargeAsAskedForOrAsTheStore() {
    assertEquals(0, audit(OptionalInt.of(0), 1).recomputed());
    assertEquals(7, audit(OptionalInt.of(7), 1).recomputed());
    assertEquals(ROWS + 1, audit(OptionalInt.of(1000), 1).recomputed());
  }

  /** A false digit whose enclosure proves it: only the computation tells. */
  @Test
  void falseDigitsAreFound() {
    StoredNumber wrong =
        new StoredNumber(
            new BigDecimal("0.5"), Ball.exact(1).shifted(-1), Optional.empty(), "tail");
    replace(key(7), wrong, "zonal 0");
    StoreAudit.Result all = audit(OptionalInt.empty(), 1);
    assertEquals(List.of(key(7)), all.findings().stream().map(StoreAudit.Finding::key).toList());
    assertTrue(all.has(Verdict.DISAGREES));
    assertEquals(ROWS + 1, all.recomputed());
    long found = 0;
    for (long seed = 0; seed < 60; seed++) {
      found += audit(OptionalInt.of(10), seed).has(Verdict.DISAGREES) ? 1 : 0;
    }
    // 10 of 41, each with the same chance: 15 of 60 times, more or less three standard deviations.
    assertTrue(found > 4 && found < 26, found + " times");
  }

  /** The digits may be right, and the enclosure beside the number all the same. */
  @Test
  void anEnclosureBesideTheNumberIsFound() {
    StoredNumber right =
        StoredNumber.of(engine.compute(alone(7), Context.NONE).eigenvalues().get(0));
    Ball midpoint = right.enclosure().midpoint();
    Ball moved =
        Ball.of(
            midpoint.mantissa().add(midpoint.mantissa().shiftRight(50)),
            midpoint.exponent(),
            1L,
            midpoint.exponent());
    StoredNumber shifted =
        new StoredNumber(right.rounded(), moved, Optional.empty(), right.method());
    assertTrue(shifted.isProved(10));
    replace(key(7), shifted, "zonal 0");
    StoreAudit.Result all = audit(OptionalInt.empty(), 1);
    assertEquals(List.of(key(7)), all.findings().stream().map(StoreAudit.Finding::key).toList());
    assertTrue(all.has(Verdict.DISAGREES));
  }

  private static SpectrumRequest alone(long k) {
    return StoredGrid.of(REQUEST).request(k);
  }

  @Test
  void whatCannotBeComputedAgainIsUndecided() {
    EigenvalueGrid.Source fails =
        (request, context) ->
            new SpectrumResult(
                List.of(),
                List.of(
                    new Failure(
                        request.frequencies().first(), Cause.NOT_CERTIFIED, "out of order")));
    try (Store store = open()) {
      StoreAudit.Result all =
          new StoreAudit(fails, ValueGrid::computed, OptionalInt.empty(), 1)
              .of(store, Context.NONE);
      assertEquals(ROWS, all.findings().size());
      assertTrue(all.has(Verdict.UNDECIDED));
      assertEquals("out of order", all.findings().get(0).reason());
    }
  }

  @Test
  void aKernelThatIsNotKnownIsUndecided() {
    StoredGrid grid = StoredGrid.of(REQUEST);
    StoredGrid unknown =
        new StoredGrid(grid.kind(), "future:c=1", 3, 10, grid.measure(), grid.scale(), grid.way());
    replace(
        new StoreKey(unknown, "1"),
        new StoredNumber(BigDecimal.ONE, Ball.exact(1), Optional.empty(), "tail"),
        "zonal 2");
    StoreAudit.Result all = audit(OptionalInt.empty(), 1);
    assertEquals(1, all.findings().size());
    assertTrue(all.has(Verdict.UNDECIDED));
    assertTrue(all.findings().get(0).reason().contains("future"));
  }

  @Test
  void valuesAreComputedAgainToo() {
    try (Store store = open()) {
      ValueGrid.Source wrong =
          key ->
              Certification.certified(
                  new CertifiedNumber(
                      BigDecimal.ONE, Ball.exact(1), Optional.empty(), key.digits()));
      StoreAudit.Result all =
          new StoreAudit(counted, wrong, OptionalInt.empty(), 1).of(store, Context.NONE);
      assertEquals(1, all.findings().size());
      assertEquals("1/2", all.findings().get(0).key().point());
    }
  }

  @Test
  void anAuditCanBeStopped() {
    Context stopped = Context.unlimited();
    stopped.cancel("nobody waits");
    try (Store store = open()) {
      StoreAudit audit = new StoreAudit(counted, ValueGrid::computed, OptionalInt.empty(), 1);
      assertThrows(StoppedException.class, () -> audit.of(store, stopped));
    }
  }
}
