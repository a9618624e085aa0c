package dev.zonal.data.length;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.data.linear.EigenvalueBounds;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.Factor;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The eigenvalues of the matrices of some frequencies: with the multiplicity of the spherical
 * harmonics of their degree, those of the kernel on the sphere and the lengths (docs/theory.md,
 * Theorem 22.11; the eigenvalues of each matrix by Theorems 19.1 to 19.4).
 */
public final class LengthSpectrum {
  /** Of the entries, beyond the bits behind the binary point that a matrix has. */
  private static final int ENTRY_BITS = 48;

  private static final int GUARD_BITS = 16;

  /** Frequencies that need about the same precision share it. */
  private static final int STEP_BITS = 64;

  private static final int MOST_KEPT = 4;
  private static final int MOST_BOUNDS = 4_096;

  /** Beyond four times the first precision, for eigenvalues that are small beside the entries. */
  private static final int PATIENCE_BITS = 4_000;

  private final LengthMatrix matrix;
  private final SortedSet<Long> frequencies;
  private final int digits;
  private final Context context;
  private final Memo<Integer, List<List<Map<Long, Certification<Enclosure>>>>> kept =
      new Memo<>(MOST_KEPT);

  private final Memo<Kernel, EntryBound> bounds = new Memo<>(MOST_BOUNDS);

  /**
   * @param digits significant ones to prove, from 1 to 10,000
   */
  public LengthSpectrum(
      LengthMatrix matrix, SortedSet<Long> frequencies, int digits, Context context) {
    this.matrix = matrix;
    this.frequencies = frequencies;
    this.digits = digits;
    this.context = context;
  }

  /** Every eigenvalue, frequency by frequency, from the smallest one on. */
  public List<LengthEigenvalue> eigenvalues() {
    List<LengthEigenvalue> all = new ArrayList<>();
    for (long k : frequencies) {
      context.check();
      List<Certification<CertifiedValue>> ofMatrix = eigenvalues(k);
      for (int i = 0; i < ofMatrix.size(); i++) {
        all.add(new LengthEigenvalue(k, i + 1, ofMatrix.get(i)));
      }
    }
    return List.copyOf(all);
  }

  /**
   * A row that vanishes exactly is an eigenvalue that is zero; the others are those of the rest.
   */
  private List<Certification<CertifiedValue>> eigenvalues(long k) {
    int first = BallArithmetic.bitsFor(digits) + GUARD_BITS;
    List<Integer> rows =
        IntStream.range(0, size()).filter(i -> !vanishes(i, k, first)).boxed().toList();
    List<Certification<CertifiedValue>> found = new ArrayList<>();
    for (int i = rows.size(); i < size(); i++) {
      PiRational zero = PiRational.ZERO;
      found.add(LengthMatrix.rounded(Ball.exact(0), Optional.of(zero), digits));
    }
    if (!rows.isEmpty()) {
      found.addAll(ofRows(rows, k, first));
    }
    return found;
  }

  private List<Certification<CertifiedValue>> ofRows(List<Integer> rows, long k, int first) {
    EigenvalueBounds bounds =
        new EigenvalueBounds(bits -> fixed(rows, k, bits), 4 * first + PATIENCE_BITS);
    return Refinement.upTo(first, 4L * first)
        .run(
            accuracy -> {
              Certification<List<Ball>> all =
                  Certification.of(() -> bounds.all(accuracy)).flatMap(found -> found);
              List<Certification<CertifiedValue>> rounded = new ArrayList<>();
              for (int i = 0; i < rows.size(); i++) {
                int index = i;
                rounded.add(
                    all.flatMap(
                        list -> LengthMatrix.rounded(list.get(index), Optional.empty(), digits)));
              }
              boolean isRounded =
                  !all.isCertified() || rounded.stream().allMatch(Certification::isCertified);
              return new Refinement.Attempt<>(List.copyOf(rounded), isRounded ? 0 : accuracy);
            });
  }

  private int size() {
    return matrix.lengths().count();
  }

  private boolean vanishes(int i, long k, int bits) {
    return IntStream.range(0, size())
        .mapToObj(j -> enclosure(i, j, k, bits))
        .allMatch(found -> found.value().filter(Enclosure::isExactZero).isPresent());
  }

  private Certification<Enclosure> enclosure(int i, int j, long k, int bits) {
    int shared = (bits + ENTRY_BITS + STEP_BITS - 1) / STEP_BITS * STEP_BITS;
    return kept.get(shared, this::enclosures).get(Math.max(i, j)).get(Math.min(i, j)).get(k);
  }

  /** Row i has what is known of the entries 0 to i. */
  private List<List<Map<Long, Certification<Enclosure>>>> enclosures(int bits) {
    List<List<Map<Long, Certification<Enclosure>>>> rows = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      List<Map<Long, Certification<Enclosure>>> row = new ArrayList<>();
      for (int j = 0; j <= i; j++) {
        row.add(enclosures(i, j, bits));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Entries that are smaller than what matters are bounded, others computed. */
  private Map<Long, Certification<Enclosure>> enclosures(int i, int j, int bits) {
    Kernel kernel = matrix.lengths().kernel(i, j);
    Spectrum spectrum = matrix.engine().spectrum(kernel, matrix.dimension());
    SortedSet<Long> open = new TreeSet<>(frequencies);
    Map<Long, Certification<Enclosure>> found = new TreeMap<>();
    if (matrix.lengths().isAnalytic(i, j)) {
      EntryBound bound = bounds.get(kernel, EntryBound::of);
      for (long k : frequencies.tailSet(1L)) {
        OptionalLong zeros = spectrum.zerosFrom(Parity.of(k));
        if (zeros.isEmpty() || k < zeros.getAsLong()) {
          bound
              .below(k, bits)
              .map(ball -> Enclosure.of(Eigenvalue.Method.SERIES, ball))
              .ifPresent(small -> found.put(k, Certification.certified(small)));
        }
      }
      open.removeAll(found.keySet());
    }
    if (!open.isEmpty()) {
      found.putAll(spectrum.enclose(open, bits, Optional.empty(), context));
    }
    return found;
  }

  private FixedMatrix fixed(List<Integer> rows, long k, int bits) {
    Ball[][] entries = new Ball[rows.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j <= i; j++) {
        entries[i][j] = entry(rows.get(i), rows.get(j), k, bits);
      }
    }
    return FixedMatrix.of(rows.size(), bits, (i, j) -> entries[i][j]);
  }

  /**
   * An entry in the scale that is asked for.
   *
   * @throws DomainException if it is not certified
   */
  private Ball entry(int i, int j, long k, int bits) {
    Certification<Enclosure> unit = enclosure(i, j, k, bits);
    if (!unit.isCertified()) {
      throw new DomainException(unit.refusal().orElseThrow());
    }
    Kernel kernel = matrix.lengths().kernel(i, j);
    Factor factor = Factor.of(kernel, matrix.scale(), BallArithmetic.ofBits(bits + ENTRY_BITS));
    return factor.times(unit.get().ball());
  }
}
