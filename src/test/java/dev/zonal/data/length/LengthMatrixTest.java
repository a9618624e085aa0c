package dev.zonal.data.length;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.sequence.RecurrentSpecification;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.recurrent.RecurrentNetwork;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthMatrixTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(150);
  private static final Engine ENGINE = new Engine();

  private static LengthKernel kernel(String specification, Integer... lengths) {
    return LengthKernel.parse(
        specification, Arrays.stream(lengths).map(RecurrentNetwork::constant).toList());
  }

  private static LengthMatrix matrix(String specification, Scale scale, Integer... lengths) {
    return new LengthMatrix(ENGINE, kernel(specification, lengths).lengths(), scale, 3);
  }

  private static TreeSet<Long> upTo(long last) {
    return new TreeSet<>(LongStream.rangeClosed(0, last).boxed().toList());
  }

  /** Points of the circle of radius sqrt(2), by the parameter of a rational one. */
  private static Vector point(Rational t) {
    Rational square = t.multiply(t);
    Rational norm = Rational.ONE.add(square);
    Rational c = Rational.ONE.subtract(square).divide(norm);
    Rational s = t.add(t).divide(norm);
    return Vector.of(List.of(c.subtract(s), c.add(s)));
  }

  private static Sequence sequence(Vector point, List<Rational> profile) {
    List<Vector> steps = new ArrayList<>();
    for (Rational a : profile) {
      steps.add(
          Vector.of(List.of(point.coordinate(0).multiply(a), point.coordinate(1).multiply(a))));
    }
    return new Sequence(steps);
  }

  /** The kernels of sequences are written independently of those of the sphere. */
  @Property(tries = 60)
  void itIsTheKernelOfTheSequences(
      @ForAll("specifications") String specification,
      @ForAll("profiles") List<Rational> first,
      @ForAll("profiles") List<Rational> second,
      @ForAll("fractions") Rational s,
      @ForAll("fractions") Rational t) {
    if (first.size() == second.size() || s.equals(t)) {
      return;
    }
    Vector x = point(s);
    Vector z = point(t);
    Rational u =
        x.coordinate(0)
            .multiply(z.coordinate(0))
            .add(x.coordinate(1).multiply(z.coordinate(1)))
            .divide(2);
    LengthKernel kernel = LengthKernel.parse(specification, List.of(first, second));
    List<List<Rational>> profiles = List.of(first, second);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        Kernel zonal = kernel.lengths().kernel(i, j);
        Ball value =
            OVER.multiply(
                zonal.paperScale(OVER), zonal.evaluate(OVER, ChordAngle.ofCosine(OVER, u)));
        Ball expected =
            RecurrentSpecification.parse(specification)
                .value(OVER, sequence(x, profiles.get(i)), sequence(z, profiles.get(j)));
        assertTrue(value.overlaps(expected), () -> value + ", not " + expected);
        assertTrue(value.accuracyBits() > 100);
      }
    }
  }

  /** Computed elsewhere, by two quadratures of 50 digits. */
  @ParameterizedTest
  @CsvSource({
    "rntk:sv2=2,1,3,0,0.64607143409385666986302737511458575",
    "rntk:sv2=2,1,3,2,0.038418359205416072372827116810124361",
    "rntk:sv2=2,1,3,5,0",
    "rntk:sv2=2,1,3,20,1.033772527529900322525999677313182e-13",
    "'rntk:sv2=2,sh2=1/8',3,3,0,2.7696143563826788175549684462947956",
    "'rntk:sv2=2,sh2=1/8',3,3,7,0.0008124423191567459092478863186462097",
    "'rntk:sv2=2,sh2=1/8',3,3,20,0.00000040565843761092004756393201261380915"
  })
  void theEntriesAreTheReferenceValues(
      String specification, int first, int second, long k, BigDecimal expected) {
    Integer[] lengths = first == second ? new Integer[] {first} : new Integer[] {first, second};
    List<LengthEntry> entries =
        matrix(specification, Scale.PAPER, lengths)
            .entries(new TreeSet<>(Set.of(k)), 30, Context.current());
    LengthEntry entry = entries.get(lengths.length - 1);
    assertEquals(first, entry.first());
    assertEquals(second, entry.second());
    BigDecimal found = entry.value().get().rounded();
    BigDecimal error = found.subtract(expected).abs();
    assertTrue(error.compareTo(expected.movePointLeft(29)) <= 0, () -> found + ", " + expected);
  }

  /** sum of N(d,k) E_k = f(1), up to a rest that falls geometrically. */
  @Example
  void theEntriesAddUpToTheValueAtOne() {
    LengthMatrix matrix = matrix("rntk:sb2=1/5,sh2=1", Scale.UNIT, 2);
    Ball sum = Ball.exact(0);
    for (LengthEntry entry : matrix.entries(upTo(40), 20, Context.current())) {
      Ball value = entry.value().get().enclosure();
      sum = OVER.add(sum, OVER.scale(value, Rational.of(2 * entry.frequency() + 1)));
    }
    Ball limit = matrix.lengths().kernel(0, 0).atCoincidence(OVER);
    Ball rest = OVER.subtract(limit, sum);
    assertTrue(rest.upperDecimal(3).abs().doubleValue() < 1e-14, rest::toString);
  }

  /** Theorem 22.9: with one unit u_* = sqrt(1 + q), and the next factor is k^(-1/2-d/2). */
  @Example
  void offTheDiagonalTheEntriesFallAsTheSingularityBeyondOneSays() {
    List<LengthEntry> entries =
        matrix("rntk", Scale.PAPER, 1, 2)
            .entries(new TreeSet<>(Set.of(100L, 102L)), 20, Context.current());
    double first = entries.get(1).value().get().rounded().doubleValue();
    double next = entries.get(4).value().get().rounded().doubleValue();
    double rate = Math.sqrt(2) - 1;
    assertEquals(rate * rate * Math.pow(100.0 / 102, 2), next / first, 2e-4);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1935, 0.4038, 3.8785", "3, 0, 0.0236626, 0.0706758"})
  void theEigenvaluesAreThoseOfTheMatrices(long k, double low, double middle, double high) {
    LengthMatrix matrix = matrix("rntk:sv2=2", Scale.PAPER, 1, 2, 3);
    List<LengthEigenvalue> found =
        new LengthSpectrum(matrix, new TreeSet<>(Set.of(k)), 20, Context.current()).eigenvalues();
    double[] expected = {low, middle, high};
    for (int i = 0; i < 3; i++) {
      assertEquals(i + 1, found.get(i).number());
      double value = found.get(i).value().get().rounded().doubleValue();
      assertEquals(expected[i], value, 5e-5 * Math.max(1, expected[i]));
    }
  }

  /** Every bound holds, and where the singularity is far away it is not far from the truth. */
  @ParameterizedTest
  @ValueSource(strings = {"rntk", "rnngp:sb2=1/3", "rntk:sh2=1/2"})
  void theBoundOfAnEntryHolds(String specification) {
    LengthMatrix matrix = matrix(specification, Scale.UNIT, 1, 3);
    TreeSet<Long> frequencies = new TreeSet<>(Set.of(1L, 2L, 6L, 20L));
    Kernel kernel = matrix.lengths().kernel(0, 1);
    EntryBound bound = EntryBound.of(kernel);
    for (LengthEntry entry : matrix.entries(frequencies, 10, Context.current())) {
      if (entry.first() != entry.second()) {
        Ball value = entry.value().get().enclosure();
        int bits = 200;
        while (bound.below(entry.frequency(), bits).isEmpty()) {
          bits--;
        }
        Ball interval = bound.below(entry.frequency(), bits).get();
        assertTrue(value.certainlyLess(Ball.exact(1).shifted(-bits)), specification);
        assertTrue(interval.overlaps(value) && interval.contains(Rational.ZERO));
        assertTrue(entry.frequency() < 20 || bits > 10, specification);
      }
    }
  }

  /** The eigenvalues are those of the diagonal, but for what is far below their digits. */
  @Example
  void atHighFrequenciesTheLengthsDecouple() {
    LengthMatrix matrix = matrix("rntk", Scale.UNIT, 2, 3);
    TreeSet<Long> frequencies = new TreeSet<>(Set.of(1_000_000_000_000L));
    List<LengthEigenvalue> found =
        new LengthSpectrum(matrix, frequencies, 15, Context.current()).eigenvalues();
    List<LengthEntry> diagonal = new ArrayList<>();
    for (int length : new int[] {2, 3}) {
      diagonal.addAll(
          matrix("rntk", Scale.UNIT, length).entries(frequencies, 15, Context.current()));
    }
    for (int i = 0; i < 2; i++) {
      assertEquals(diagonal.get(i).value().get().rounded(), found.get(i).value().get().rounded());
    }
  }

  /** One step and an odd frequency: a row of zeros, which no bound takes for small numbers. */
  @Example
  void atHighFrequenciesZerosStayZeros() {
    TreeSet<Long> frequencies = new TreeSet<>(Set.of(1_000_001L));
    List<LengthEigenvalue> found =
        new LengthSpectrum(matrix("rntk", Scale.UNIT, 1, 2), frequencies, 10, Context.current())
            .eigenvalues();
    assertTrue(found.get(0).value().get().exact().orElseThrow().isZero());
    assertTrue(found.get(1).value().get().enclosure().isPositive());
  }

  /** Trace and determinant of two rows, and that positive digits are proved of a small one. */
  @ParameterizedTest
  @ValueSource(strings = {"rntk:sw2=1,sb2=1/7", "rnngp:act=leaky,slope=-1/2,sh2=2/5"})
  void theEigenvaluesHaveTheTraceAndTheDeterminant(String specification) {
    LengthMatrix matrix = matrix(specification, Scale.UNIT, 2, 3);
    TreeSet<Long> frequencies = new TreeSet<>(Set.of(1L, 30L));
    List<LengthEntry> entries = matrix.entries(frequencies, 30, Context.current());
    List<LengthEigenvalue> found =
        new LengthSpectrum(matrix, frequencies, 20, Context.current()).eigenvalues();
    for (int n = 0; n < 2; n++) {
      Ball a = entries.get(3 * n).value().get().enclosure();
      Ball b = entries.get(3 * n + 1).value().get().enclosure();
      Ball c = entries.get(3 * n + 2).value().get().enclosure();
      Ball low = found.get(2 * n).value().get().enclosure();
      Ball high = found.get(2 * n + 1).value().get().enclosure();
      assertTrue(low.isPositive());
      assertTrue(OVER.add(low, high).overlaps(OVER.add(a, c)));
      Ball determinant = OVER.subtract(OVER.multiply(a, c), OVER.multiply(b, b));
      assertTrue(OVER.multiply(low, high).overlaps(determinant));
    }
  }

  @Example
  void theJumpIsWhatTheLimitLacks() {
    LengthMatrix matrix = matrix("rntk:sh2=1/8", Scale.UNIT, 1, 3);
    List<LengthEntry> jumps = matrix.jumps(20);
    assertEquals(2, jumps.size());
    Ball limit = matrix.lengths().kernel(1, 1).atCoincidence(OVER);
    Ball jump = jumps.get(1).value().get().enclosure();
    assertTrue(OVER.add(jump, limit).contains(Rational.ONE));
    assertTrue(jump.isPositive());
    assertEquals(List.of(), matrix("rntk:sh2=1/8,hidden=shared", Scale.UNIT, 1, 3).jumps(20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rntk:act=erf | the spectra of others have no proof here",
        "rntk:readout=mean | spectra are known for readout=last only",
        "rntk:sw2=0 | sw2 must be a positive rational number",
        "rntk:T=3 | unknown parameter 'T'",
        "fcntk:L=1 | unknown kernel 'fcntk'"
      })
  void whatHasNoSpectrumIsRefusedInOneLine(String specification, String reason) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, () -> kernel(specification, 1, 2));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Provide
  Arbitrary<String> specifications() {
    return Combinators.combine(
            Arbitraries.of("rntk", "rnngp"),
            Arbitraries.of("act=relu", "act=leaky,slope=1/3", "act=leaky,slope=-1/2"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("", ",sb2=1/7"),
            Arbitraries.of("", ",sh2=1/3,hidden=shared", ",sh2=2/5", ",sh2=1/50", ",hidden=zero"))
        .as(
            (name, act, layers, bias, state) ->
                "%s:%s,L=%s,sw2=5/3,su2=3/4,sv2=2%s%s".formatted(name, act, layers, bias, state));
  }

  @Provide
  Arbitrary<List<Rational>> profiles() {
    return Arbitraries.of(Rational.ONE, Rational.of(1, 2), Rational.of(5, 3))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Rational> fractions() {
    return Arbitraries.integers().between(-30, 30).map(n -> Rational.of(n, 11));
  }
}
