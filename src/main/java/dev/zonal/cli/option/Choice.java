package dev.zonal.cli.option;

import dev.zonal.report.document.Words;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enumeration by their lower-case names. */
public final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  /** Of an enumeration, which is not loaded before a text is read. */
  public Choice(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Words.of(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private TypeConversionException unknown(String text) {
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    return new TypeConversionException(
        "%s is unknown, allowed are %s%s"
            .formatted(
                Quotation.of(text),
                String.join(", ", allowed),
                NearMatch.suggestion(text, allowed)));
  }

  /** The lower-case names of constants, for a shell that completes. */
  public static class Names implements Iterable<String> {
    private final List<String> names;

    public Names(Enum<?>... constants) {
      names = Arrays.stream(constants).map(Words::of).toList();
    }

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }
  }
}
