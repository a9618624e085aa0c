package dev.zonal.report.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A table in pieces is the table. */
class GridReportTest {
  private static List<Block<Key.Eigenvalue>> blocks() {
    return new EigenvalueGrid(
            List.of(
                KernelSpecification.parse("fcntk:L=1"), KernelSpecification.parse("laplace:c=1")),
            List.of(2, 3),
            new TreeSet<>(List.of(0L, 1L, 2L)),
            10,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT)
        .compute(new Engine()::compute, Context.NONE);
  }

  /** As it is written by several machines. */
  @Test
  void blocksOneByOneHaveTheRowsAndHeadingsOfAllTogether() {
    var whole = GridReport.ofEigenvalues(blocks()).table().orElseThrow();
    List<List<String>> pieces = new ArrayList<>();
    for (Block<Key.Eigenvalue> block : blocks()) {
      var piece = GridReport.ofEigenvaluesAmongOthers(block).table().orElseThrow();
      assertEquals(whole.headings(), piece.headings());
      pieces.addAll(piece.texts());
    }
    assertEquals(whole.texts(), pieces);
  }

  @Test
  void oneBlockAloneNamesItsKernelOnce() {
    assertEquals(
        List.of("k", "eigenvalue", "method"),
        GridReport.ofEigenvalues(blocks().subList(0, 1)).table().orElseThrow().headings());
  }
}
