package dev.zonal.data.gram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramMatrixTest {
  private static final Accuracy TWENTY = new Accuracy(20, false);
  private static final Accuracy DOUBLE = new Accuracy(3, true);

  @TempDir private Path folder;

  private <X> Points<X> points(InputKind<X> kind, String lines) throws IOException {
    Path file = folder.resolve("points.csv");
    Files.writeString(file, lines);
    return DataFile.open(file.toString()).points(kind);
  }

  @SuppressWarnings("unchecked") // the kernels of the catalogue are kernels of vectors
  private GramMatrix<Vector> matrix(String specification, String lines) throws IOException {
    DataKernel<Vector> kernel =
        (DataKernel<Vector>) DataKernels.ALL.parse(specification, Scale.UNIT, false);
    return new GramMatrix<>(points(InputKind.VECTORS, lines), kernel.kernel());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8})
  void everyEntryIsThereOnceRowByRow(int size) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= size; i++) {
      lines.append(i).append('\n');
    }
    List<GramEntry> entries =
        matrix("polynomial:[0,1]", lines.toString()).certify(TWENTY, Context.unlimited());
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      for (int j = i; j <= size; j++) {
        expected.add(i + " " + j + " " + i * j);
      }
    }
    assertEquals(
        expected,
        entries.stream()
            .map(e -> e.row() + " " + e.column() + " " + e.value().get().rounded().toBigInteger())
            .toList());
  }

  @Test
  void enclosuresOfAnyPrecisionHoldTheCertifiedValues() throws IOException {
    GramMatrix<Vector> matrix = matrix("fcntk:L=2", "1,2\n0.5,-3\n1/3,1/7\n");
    Entries<Ball> coarse = matrix.enclose(50);
    Entries<Ball> fine = matrix.enclose(200);
    for (GramEntry entry : matrix.certify(TWENTY, Context.unlimited())) {
      Ball value = fine.at(entry.row() - 1, entry.column() - 1);
      assertTrue(value.overlaps(entry.value().get().enclosure()));
      assertTrue(value.overlaps(coarse.at(entry.column() - 1, entry.row() - 1)));
      assertEquals(value.decimal(20).orElseThrow(), entry.value().get().rounded());
    }
  }

  /** 1/8 is a tie of two digits, and 1/10 is no ball: only what is known exactly decides. */
  @Test
  void whatNoEnclosureDecidesIsDecidedExactly() throws IOException {
    List<GramEntry> entries =
        matrix("fcntk:L=1", "0.1,0.2\n-0.1,-0.2\n0.5,0.5\n0.75,0.25\n")
            .certify(new Accuracy(1, false), Context.unlimited());
    CertifiedValue opposite = entries.get(1).value().get();
    assertEquals(0, opposite.rounded().signum());
    assertEquals(Optional.of(PiRational.ZERO), opposite.exact());
    // |x|^2 = 1/20 is no tie, 5/8 is none, 1/2 is exact
    assertEquals(new BigDecimal("0.05"), entries.get(0).value().get().rounded());
    CertifiedValue tie =
        matrix("polynomial:[0,1]", "0.5\n0.3\n")
            .certify(new Accuracy(1, false), Context.unlimited())
            .get(1)
            .value()
            .get();
    assertEquals(0, tie.rounded().compareTo(new BigDecimal("0.2")));
    assertEquals(Optional.of(PiRational.of(Rational.of(3, 20))), tie.exact());
  }

  @Test
  void theNearestDoubleOfEveryValueIsDecided() throws IOException {
    GramMatrix<Vector> matrix = matrix("fcntk:L=1", "0.1,0.2\n-0.1,-0.2\n0.3,0.5\n");
    for (GramEntry entry : matrix.certify(DOUBLE, Context.unlimited())) {
      CertifiedValue value = entry.value().get();
      assertTrue(value.exact().isPresent() || Accuracy.nearest(value.enclosure()).isPresent());
    }
    Ball wide = Ball.exact(1).inflate(Ball.exact(0x1p-53));
    assertEquals(OptionalDouble.empty(), Accuracy.nearest(wide));
    assertEquals(
        OptionalDouble.of(1), Accuracy.nearest(Ball.exact(1).inflate(Ball.exact(0x1p-55))));
  }

  @Test
  void aPointWhereTheKernelIsNotDefinedIsNamed() throws IOException {
    DataKernel<?> kernel = DataKernels.ALL.parse("laplace:c=1", Scale.UNIT, true);
    GramMatrix<Vector> matrix = matrix(kernel, "1,2\n3,4\n0,0\n0,0\n");
    String message =
        assertThrows(DataException.class, () -> matrix.certify(TWENTY, Context.unlimited()))
            .getMessage();
    assertTrue(message.endsWith("points.csv', line 3: the zero vector has no direction"), message);
  }

  @SuppressWarnings("unchecked") // the kernels of the catalogue are kernels of vectors
  private GramMatrix<Vector> matrix(DataKernel<?> kernel, String lines) throws IOException {
    return new GramMatrix<>(
        points(InputKind.VECTORS, lines), ((DataKernel<Vector>) kernel).kernel());
  }

  @Test
  void whatIsInfiniteIsRefusedAndTheRestIsNot() throws IOException {
    List<GramEntry> entries =
        matrix("chord:s=-1", "1,2\n3,4\n").certify(TWENTY, Context.unlimited());
    assertFalse(entries.get(0).value().isCertified());
    assertTrue(entries.get(1).value().isCertified());
    assertFalse(entries.get(2).value().isCertified());
  }

  @Test
  void aContextThatIsStoppedLeavesWhatWasDoneAndSaysWhy() throws IOException {
    Context context = Context.unlimited();
    AtomicLong steps = new AtomicLong();
    Context stopping =
        context.heardBy(
            (done, total) -> {
              steps.incrementAndGet();
              context.cancel("enough");
            });
    List<GramEntry> entries =
        matrix("fcntk:L=1", "1,2\n3,4\n5,6\n7,8\n9,1\n2,3\n2,4\n2,5\n2,6\n")
            .certify(TWENTY, stopping);
    assertEquals(45, entries.size());
    assertTrue(steps.get() >= 1);
    assertTrue(entries.stream().anyMatch(entry -> entry.value().isCertified()));
    entries.stream()
        .flatMap(entry -> entry.value().refusal().stream())
        .forEach(reason -> assertEquals("enough", reason));
  }

  @Test
  void tooManyPointsAreRefusedWithWhatTheyTake() {
    long gigabyte = 1_000_000_000L;
    assertEquals(Optional.empty(), new GramSize(2_000).refusal(4 * gigabyte));
    String why = new GramSize(1_000_000).refusal(4 * gigabyte).orElseThrow();
    assertEquals(
        "1000000 points have 500000500000 entries, which take about 200000.2 GB of memory, and"
            + " 5555.561 h at 40 us each; Java has 4.0 GB, enough for about 4472 points"
            + " (ZONAL_JAVA_OPTS=-Xmx8g gives it 8 GiB)",
        why);
    assertTrue(new GramSize(Long.MAX_VALUE / 2).refusal(gigabyte).isPresent());
  }

  /** The product of the lengths: a kernel of sequences. */
  private record Lengths() implements PairKernel<Sequence> {
    @Override
    public <T> Entries<T> over(Arithmetic<T> over, List<Sequence> inputs) {
      return (i, j) -> over.of((long) inputs.get(i).length() * inputs.get(j).length());
    }

    @Override
    public String toString() {
      return "lengths";
    }
  }

  @Test
  void aFamilyOfKernelsOfOtherInputsIsFoundByItsNames() throws IOException {
    CatalogueEntry likeLaplace = Catalogue.entry("laplace").orElseThrow();
    DataKernels kernels =
        new DataKernels(
            List.of(
                new DataKernels.Family<>(
                    InputKind.SEQUENCES, List.of(likeLaplace), text -> new Lengths())));
    DataKernel<?> kernel = kernels.parse("laplace:c=1", Scale.UNIT, false);
    assertEquals("lengths", kernel.specification());
    assertEquals(InputKind.SEQUENCES, kernel.inputs());
    assertThrows(
        KernelSpecificationException.class, () -> kernels.parse("laplace:c=1", Scale.UNIT, true));
    assertEquals(InputKind.VECTORS, kernels.parse("gaussian:c=1", Scale.UNIT, false).inputs());
    GramMatrix<Sequence> matrix =
        new GramMatrix<>(points(InputKind.SEQUENCES, "1;2;3\n4;5\n"), new Lengths());
    assertEquals(
        new BigDecimal("6"),
        matrix.certify(new Accuracy(1, false), Context.unlimited()).get(1).value().get().rounded());
  }
}
