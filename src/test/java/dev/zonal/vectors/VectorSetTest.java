package dev.zonal.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.array.DoubleMatrix;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Matrices of a set of vectors. */
class VectorSetTest {
  private static final Kernel KERNEL = KernelSpecification.parse("fcntk:L=2");

  private static VectorSet set(Scale scale) {
    return new VectorSet(List.of(KERNEL), List.of(3), new TreeSet<>(), 5, 17, scale);
  }

  private static List<VectorSet.EntryRow> rows(Scale scale) {
    VectorSet.Found<VectorSet.EntryRow> found = set(scale).matrices(Context.NONE);
    assertEquals(List.of(), found.gaps());
    return found.rows();
  }

  @Test
  void matricesAreInTheScaleThatIsAskedFor() {
    List<VectorSet.EntryRow> unit = rows(Scale.UNIT);
    List<VectorSet.EntryRow> paper = rows(Scale.PAPER);
    assertEquals(15, unit.size());
    for (int i = 0; i < unit.size(); i++) {
      // fcntk:L=2 is 3 at coincidence in the literature.
      assertEquals(3, paper.get(i).number().nearest() / unit.get(i).number().nearest(), 1e-15);
    }
  }

  @Test
  void aMatrixOfDoublesHasBothHalves() {
    List<VectorSet.EntryRow> rows = rows(Scale.UNIT);
    DoubleMatrix matrix = VectorDocument.matrix(set(Scale.UNIT), rows, KERNEL);
    assertEquals(5, matrix.rows());
    assertEquals(5, matrix.columns());
    for (VectorSet.EntryRow row : rows) {
      assertTrue(row.i() <= row.j());
      double nearest = row.number().nearest();
      assertEquals(nearest, matrix.entry().at(row.i() - 1, row.j() - 1));
      assertEquals(nearest, matrix.entry().at(row.j() - 1, row.i() - 1));
    }
    assertEquals(1, matrix.entry().at(0, 0));
    assertTrue(matrix.entry().at(0, 1) > 0.999 && matrix.entry().at(0, 1) < 1);
  }
}
