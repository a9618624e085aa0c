package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words, one a line, as sequences: the first line is {@code symbols:} and all symbols that there
 * are, and the n-th of them is the n-th unit vector. A label may stand before a word, and a tab
 * between them.
 *
 * @param symbols in their order
 * @param lines of the file, from the second one on
 */
record SymbolLayout(Place file, List<String> symbols, List<String> lines) implements Layout {
  static final String HEAD = "symbols:";

  /**
   * @throws DataException if a symbol is there twice, or none
   */
  static SymbolLayout of(Place file, String text) {
    List<String> lines = TextLayout.lines(text);
    List<String> symbols = symbols(lines.get(0).substring(HEAD.length()).strip());
    Place first = file.part("line", 1);
    if (symbols.isEmpty()) {
      throw first.wrong("there is no symbol");
    }
    if (symbols.stream().distinct().count() < symbols.size()) {
      throw first.wrong("a symbol is there twice");
    }
    if (symbols.stream().anyMatch(String::isBlank)) {
      throw first.wrong("white space between symbols");
    }
    return new SymbolLayout(file, symbols, lines.subList(1, lines.size()));
  }

  private static List<String> symbols(String word) {
    return word.codePoints().mapToObj(Character::toString).toList();
  }

  @Override
  public long count() {
    return lines.size();
  }

  @Override
  public List<Nested.Item> items(InputKind<?> kind) {
    if (kind != InputKind.SEQUENCES) {
      throw file.wrong("words are sequences of symbols, and the kernel is one of " + kind.name());
    }
    List<Nested> units = units();
    List<Nested.Item> items = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        Place place = file.part("line", i + 2);
        items.add(new Nested.Item(place, word(place, units, lines.get(i))));
      }
    }
    return items;
  }

  private Nested word(Place line, List<Nested> units, String text) {
    List<String> word = symbols(text.substring(text.indexOf(TextLayout.TAB) + 1).strip());
    if (word.isEmpty()) {
      throw line.wrong("there is no word");
    }
    List<Nested> steps = new ArrayList<>();
    for (String symbol : word) {
      int which = symbols.indexOf(symbol);
      if (which < 0) {
        throw line.wrong(Quotation.of(symbol) + " is none of the symbols of line 1");
      }
      steps.add(units.get(which));
    }
    return new Nested.Array(steps);
  }

  /** One for each symbol. */
  private List<Nested> units() {
    List<Nested> units = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      List<Nested> coordinates = new ArrayList<>();
      for (int j = 0; j < symbols.size(); j++) {
        coordinates.add(new Nested.Leaf(i == j ? Rational.ONE : Rational.ZERO));
      }
      units.add(new Nested.Array(coordinates));
    }
    return units;
  }

  @Override
  public Optional<Labels> labels() {
    return TextLayout.labels(file, lines, 2);
  }
}
