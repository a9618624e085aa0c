package dev.zonal.store;

import dev.zonal.arithmetic.Rational;
import dev.zonal.grid.Key;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the kept numbers of a grid have in common: a key but for its point, in the words of a file.
 *
 * @param kind what the numbers are
 * @param kernel the canonical specification
 * @param dimension of the space that the sphere is in; 0 for what does not depend on it
 * @param digits significant digits
 * @param measure on the sphere; {@code none} for values
 * @param scale of the kernel
 * @param way that was forced, on which the last digits of bounds depend; {@code auto} if none was
 */
public record StoredGrid(
    Kind kind, String kernel, int dimension, int digits, String measure, String scale, String way) {
  private static final String AUTO = "auto";
  private static final String NONE = "none";

  /** What numbers are. */
  public enum Kind {
    EIGENVALUE,
    VALUE
  }

  static StoredGrid of(SpectrumRequest request) {
    return new StoredGrid(
        Kind.EIGENVALUE,
        request.kernel().toString(),
        request.dimension(),
        request.digits(),
        word(request.normalization()),
        word(request.scale()),
        request.method().map(StoredGrid::word).orElse(AUTO));
  }

  static StoredGrid of(Key.Value key) {
    return new StoredGrid(
        Kind.VALUE,
        key.kernel().toString(),
        key.dimension().orElse(0),
        key.digits(),
        NONE,
        word(key.scale()),
        AUTO);
  }

  /** The request for one eigenvalue of a grid of eigenvalues, and no other. */
  SpectrumRequest request(long k) {
    return new SpectrumRequest(
        KernelSpecification.parse(kernel),
        dimension,
        new TreeSet<>(List.of(k)),
        digits,
        way.equals(AUTO) ? Optional.empty() : Optional.of(constant(Method.class, way)),
        constant(Normalization.class, measure),
        constant(Scale.class, scale));
  }

  /** The key of one eigenvalue of a grid of eigenvalues. */
  public Key.Eigenvalue eigenvalue(long k) {
    SpectrumRequest request = request(k);
    return new Key.Eigenvalue(
        request.kernel(), dimension, k, digits, request.normalization(), request.scale());
  }

  /** The key of one value of a grid of values. */
  public Key.Value value(Rational u) {
    return new Key.Value(
        KernelSpecification.parse(kernel),
        dimension == 0 ? Optional.empty() : Optional.of(dimension),
        u,
        digits,
        constant(Scale.class, scale));
  }

  /** What a person calls it. */
  @Override
  public String toString() {
    return dimension == 0 ? kernel : kernel + ", d = " + dimension;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
