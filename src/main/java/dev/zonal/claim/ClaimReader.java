package dev.zonal.claim;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.file.Place;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes claims of what stands in the columns of a line. */
final class ClaimReader {
  private static final int LARGEST_DIMENSION = 1_000_000_000;

  private record OnSphere(Kernel kernel, int dimension) {}

  private final Map<String, Kernel> kernels = new HashMap<>();
  private final Map<OnSphere, Optional<String>> refusals = new HashMap<>();

  /**
   * The claim of one line.
   *
   * @param cells what stands there, blank ones left out
   * @throws DataException if it is none
   */
  Claim read(Place place, int line, Map<ClaimColumn, String> cells) {
    Cells of = new Cells(place, cells);
    Kernel kernel =
        of.required(
            ClaimColumn.KERNEL, s -> kernels.computeIfAbsent(s, KernelSpecification::parse));
    Optional<Integer> dimension =
        of.optional(ClaimColumn.DIMENSION, s -> Math.toIntExact(integer(s, 2, LARGEST_DIMENSION)));
    Optional<Long> k =
        of.optional(ClaimColumn.K, s -> integer(s, 0, SpectrumRequest.MAX_FREQUENCY));
    Optional<Rational> u = of.optional(ClaimColumn.U, ClaimReader::cosine);
    if (k.isPresent() == u.isPresent()) {
      throw place.wrong(
          k.isPresent()
              ? "both k and u are given: a claim is an eigenvalue or a value of the kernel"
              : "neither k nor u is given: an eigenvalue has k, a value of the kernel has u");
    }
    Optional<Convention> convention =
        of.optional(ClaimColumn.CONVENTION, s -> constant(s, Convention.values()));
    Subject subject =
        k.isPresent()
            ? eigenvalue(place, kernel, dimension, k.get(), convention)
            : value(place, kernel, dimension, u.get(), convention);
    return new Claim(
        line,
        subject,
        of.optional(ClaimColumn.SCALE, s -> constant(s, Scale.values())).orElse(Scale.UNIT),
        of.number(),
        of.optional(ClaimColumn.REFERENCE, s -> Quotation.shown(s.replaceAll("\\s+", " "))));
  }

  private Subject eigenvalue(
      Place place,
      Kernel kernel,
      Optional<Integer> dimension,
      long k,
      Optional<Convention> convention) {
    if (dimension.isEmpty()) {
      throw place.wrong("an eigenvalue needs the dimension of the space that the sphere is in");
    }
    if (convention.filter(c -> c == Convention.GEGENBAUER).isPresent() && dimension.get() == 2) {
      throw place.wrong("convention: there are no Gegenbauer coefficients in dimension 2");
    }
    requireOnSphere(place, kernel, dimension.get());
    return new Subject.Eigenvalue(
        kernel, dimension.get(), k, convention.orElse(Convention.PROBABILITY));
  }

  private Subject value(
      Place place,
      Kernel kernel,
      Optional<Integer> dimension,
      Rational u,
      Optional<Convention> convention) {
    if (convention.isPresent()) {
      throw place.wrong("a value of the kernel has no convention: only numbers at k have one");
    }
    if (kernel.structure() instanceof Structure.Spectral) {
      if (dimension.isEmpty()) {
        throw place.wrong(
            "a kernel that is given by its spectrum has values on a sphere: give its dimension");
      }
      requireOnSphere(place, kernel, dimension.get());
    }
    return new Subject.Value(kernel, dimension, u);
  }

  private void requireOnSphere(Place place, Kernel kernel, int dimension) {
    refusals
        .computeIfAbsent(new OnSphere(kernel, dimension), ClaimReader::refusal)
        .ifPresent(
            why -> {
              throw place.wrong(why);
            });
  }

  private static Optional<String> refusal(OnSphere where) {
    try {
      ExactSpectra.of(where.kernel(), where.dimension());
      return Optional.empty();
    } catch (NotIntegrableException none) {
      return Optional.of(none.getMessage());
    }
  }

  private static long integer(String text, long least, long most) {
    Rational number = ClaimedNumber.number(text);
    if (!number.isInteger() || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
      throw new KernelSpecificationException(
          "%s is not allowed, allowed are integers from %s to %s"
              .formatted(Quotation.of(text), least, most));
    }
    return number.longValue();
  }

  private static Rational cosine(String text) {
    Rational u = ClaimedNumber.number(text);
    if (u.abs().compareTo(Rational.ONE) > 0) {
      throw new KernelSpecificationException(
          Quotation.of(text) + " is not allowed, allowed are numbers from -1 to 1");
    }
    return u;
  }

  private static <E extends Enum<E>> E constant(String text, E[] all) {
    List<String> names = Arrays.stream(all).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw new KernelSpecificationException(
          "%s is unknown, allowed are %s%s"
              .formatted(
                  Quotation.of(text), String.join(", ", names), NearMatch.suggestion(text, names)));
    }
    return all[index];
  }

  /** The cells of one line. */
  private record Cells(Place place, Map<ClaimColumn, String> texts) {
    <T> T required(ClaimColumn column, Function<String, T> reading) {
      return optional(column, reading)
          .orElseThrow(() -> place.wrong("there is no " + column.heading()));
    }

    <T> Optional<T> optional(ClaimColumn column, Function<String, T> reading) {
      try {
        return Optional.ofNullable(texts.get(column)).map(reading);
      } catch (KernelSpecificationException e) {
        throw place.wrong(column.heading() + ": " + e.getMessage());
      }
    }

    ClaimedNumber number() {
      required(ClaimColumn.VALUE, ClaimedNumber::number);
      Optional<String> tolerance = Optional.ofNullable(texts.get(ClaimColumn.TOLERANCE));
      return required(
          tolerance.isPresent() ? ClaimColumn.TOLERANCE : ClaimColumn.VALUE,
          text -> ClaimedNumber.of(texts.get(ClaimColumn.VALUE), tolerance));
    }
  }
}
