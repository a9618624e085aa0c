package dev.zonal.cli;

import dev.zonal.kernel.NearMatch;
import dev.zonal.kernel.Quotation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enumeration by their lower-case names. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final java.util.Map<String, E> constants;

  Choice(Class<E> type) {
    this.constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    c -> c.name().toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
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
