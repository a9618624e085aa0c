package dev.zonal.cli.option;

import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enumeration by their lower-case names. */
public final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final java.util.Map<String, E> constants;

  public Choice(Class<E> type) {
    this.constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    c -> c.name().toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
  }

  /** The lower-case names of the constants, for a shell that completes. */
  public static class Names<E extends Enum<E>> implements Iterable<String> {
    private final List<String> names;

    public Names(Class<E> type, List<E> without) {
      this.names =
          Arrays.stream(type.getEnumConstants())
              .filter(c -> !without.contains(c))
              .map(c -> c.name().toLowerCase(Locale.ROOT))
              .toList();
    }

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }
  }

  /** The scales. */
  public static final class Scales extends Names<Scale> {
    Scales() {
      super(Scale.class, List.of());
    }
  }

  /** The measures. */
  public static final class Normalizations extends Names<Normalization> {
    Normalizations() {
      super(Normalization.class, List.of());
    }
  }

  @Override
  public E convert(String text) {
    E constant = constants.get(text);
    if (constant == null) {
      List<String> allowed = List.copyOf(constants.keySet());
      throw new TypeConversionException(
          Quotation.of(text)
              + " is unknown, allowed are "
              + String.join(", ", allowed)
              + NearMatch.suggestion(text, allowed));
    }
    return constant;
  }
}
