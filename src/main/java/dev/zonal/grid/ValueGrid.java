package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The values of every kernel at every point: a block for each kernel, in the order given.
 *
 * @param dimension of the space that the sphere is in, which kernels need that are given by their
 *     eigenvalues; others have the same values on every sphere
 * @param points u, not empty, each from -1 to 1
 */
public record ValueGrid(
    List<Kernel> kernels,
    Optional<Integer> dimension,
    List<Rational> points,
    int digits,
    Scale scale) {
  /** What computes values. */
  @FunctionalInterface
  public interface Source {
    Certification<CertifiedNumber> value(Key.Value key);
  }

  /** Of kernels that are functions of u without a dimension. */
  public ValueGrid(List<Kernel> kernels, List<Rational> points, int digits, Scale scale) {
    this(kernels, Optional.empty(), points, digits, scale);
  }

  /** Computes the blocks; the points that a stopped context does not reach are gaps. */
  public List<Block<Key.Value>> compute(Context context) {
    return compute(ValueGrid::computed, context);
  }

  /** The same with another source of values. */
  public List<Block<Key.Value>> compute(Source source, Context context) {
    List<Block<Key.Value>> blocks = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      List<Row<Key.Value>> rows = new ArrayList<>();
      List<Gap<Key.Value>> gaps = gaps(i, source, context, rows::add);
      blocks.add(new Block<>(first(i), rows, gaps));
    }
    return List.copyOf(blocks);
  }

  /** The first keys of the blocks. */
  public List<Key.Value> firsts() {
    return kernels.stream().map(kernel -> key(kernel, points.get(0))).toList();
  }

  /**
   * The same, each row handed over when it is known and kept nowhere.
   *
   * @return the blocks with their gaps, and without rows
   */
  public List<Block<Key.Value>> each(
      Source source, Context context, Consumer<Row<Key.Value>> found) {
    List<Block<Key.Value>> blocks = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      blocks.add(new Block<>(first(i), List.of(), gaps(i, source, context, found)));
    }
    return List.copyOf(blocks);
  }

  private Key.Value first(int kernel) {
    return key(kernels.get(kernel), points.get(0));
  }

  /** Hands over the rows of one kernel, and returns its gaps. */
  private List<Gap<Key.Value>> gaps(
      int kernel, Source source, Context context, Consumer<Row<Key.Value>> found) {
    List<Gap<Key.Value>> gaps = new ArrayList<>();
    long all = (long) kernels.size() * points.size();
    long done = (long) kernel * points.size();
    for (Rational u : points) {
      Key.Value key = key(kernels.get(kernel), u);
      Certification<CertifiedNumber> value = value(key, source, context);
      if (value.isCertified()) {
        found.accept(new Row<>(key, value.get(), Optional.empty()));
      } else {
        gaps.add(new Gap<>(key, Cause.NOT_CERTIFIED, value.refusal().get()));
      }
      context.heard(++done, all);
    }
    return gaps;
  }

  private Key.Value key(Kernel kernel, Rational u) {
    boolean isGiven = kernel.structure() instanceof Structure.Spectral;
    return new Key.Value(kernel, isGiven ? dimension : Optional.empty(), u, digits, scale);
  }

  /** The value of a key, computed. */
  public static Certification<CertifiedNumber> computed(Key.Value key) {
    Certification<CertifiedValue> value =
        key.dimension().isPresent() && key.kernel().structure() instanceof Structure.Spectral given
            ? CertifiedValue.onSphere(given, key.dimension().get(), key.u(), key.digits())
            : CertifiedValue.of(key.kernel(), key.scale(), key.u(), key.digits());
    return value.map(v -> new CertifiedNumber(v.rounded(), v.enclosure(), v.exact(), key.digits()));
  }

  private static Certification<CertifiedNumber> value(
      Key.Value key, Source source, Context context) {
    try {
      context.check();
      return source.value(key);
    } catch (StoppedException e) {
      return Certification.refused(e.getMessage());
    }
  }
}
