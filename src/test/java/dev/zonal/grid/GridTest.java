package dev.zonal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final List<Kernel> KERNELS =
      Stream.of("resntk:L=2,alpha=1", "fcntk:L=1", "laplace:c=1")
          .map(KernelSpecification::parse)
          .toList();
  private static final List<Rational> POINTS =
      List.of(Rational.ONE, Rational.of(-1, 3), Rational.ZERO);

  private static EigenvalueGrid eigenvalues(
      List<Kernel> kernels, List<Integer> dimensions, SortedSet<Long> frequencies) {
    return new EigenvalueGrid(
        kernels, dimensions, frequencies, 12, Optional.empty(), Normalization.SURFACE, Scale.PAPER);
  }

  private static <K extends Key> Map<K, BigDecimal> numbers(List<Block<K>> blocks) {
    Map<K, BigDecimal> numbers = new LinkedHashMap<>();
    for (Block<K> block : blocks) {
      assertTrue(block.gaps().isEmpty());
      block.rows().forEach(row -> numbers.put(row.key(), row.number().rounded()));
    }
    return numbers;
  }

  @Test
  void anEigenvalueIsTheSameWhateverItIsComputedBeside() {
    SortedSet<Long> frequencies = new TreeSet<>(List.of(0L, 1L, 2L, 7L, 5000L));
    Map<Key.Eigenvalue, BigDecimal> together =
        numbers(
            eigenvalues(KERNELS, List.of(2, 5), frequencies)
                .compute(new Engine()::compute, Context.NONE));
    assertEquals(30, together.size());
    together.forEach(
        (key, number) ->
            assertEquals(
                Map.of(key, number),
                numbers(
                    eigenvalues(
                            List.of(key.kernel()),
                            List.of(key.dimension()),
                            new TreeSet<>(List.of(key.k())))
                        .compute(new Engine()::compute, Context.NONE))));
  }

  @Test
  void aValueIsTheSameWhateverItIsComputedBeside() {
    Map<Key.Value, BigDecimal> together =
        numbers(new ValueGrid(KERNELS, POINTS, 12, Scale.PAPER).compute(Context.NONE));
    assertEquals(9, together.size());
    together.forEach(
        (key, number) ->
            assertEquals(
                Map.of(key, number),
                numbers(
                    new ValueGrid(List.of(key.kernel()), List.of(key.u()), 12, Scale.PAPER)
                        .compute(Context.NONE))));
  }

  @Test
  void blocksComeByKernelsFirstAndCountAsEqualSharesOfTheWork() {
    List<Double> shares = Collections.synchronizedList(new ArrayList<>());
    List<Block<Key.Eigenvalue>> blocks =
        eigenvalues(KERNELS, List.of(5, 2), new TreeSet<>(List.of(0L, 1L)))
            .compute(
                new Engine()::compute,
                Context.NONE.heardBy((done, total) -> shares.add((double) done / total)));
    assertEquals(
        List.of(5, 2, 5, 2, 5, 2), blocks.stream().map(b -> b.first().dimension()).toList());
    assertEquals(KERNELS, blocks.stream().map(b -> b.first().kernel()).distinct().toList());
    // Several threads tell of the steps of one block, and may overtake one another.
    List<Long> ended =
        shares.stream().map(share -> Math.round(Math.ceil(6 * share - 1e-9))).toList();
    assertEquals(ended.stream().sorted().toList(), ended);
    assertEquals(1.0, shares.get(shares.size() - 1));
  }

  @Test
  void whatAStoppedContextDoesNotReachIsAGap() {
    Context context = Context.unlimited();
    context.cancel("enough");
    List<Block<Key.Value>> blocks =
        context.call(() -> new ValueGrid(KERNELS, POINTS, 12, Scale.UNIT).compute(context));
    assertEquals(3, blocks.size());
    for (Block<Key.Value> block : blocks) {
      assertTrue(block.rows().isEmpty());
      assertEquals(POINTS, block.gaps().stream().map(gap -> gap.key().u()).toList());
      block.gaps().forEach(gap -> assertEquals("enough", gap.reason()));
    }
  }
}
