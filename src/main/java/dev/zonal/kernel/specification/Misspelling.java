package dev.zonal.kernel.specification;

import dev.zonal.text.NearMatch;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A specification that is written as a call, with brackets or blanks, as in {@code resntk(L=3,
 * alpha=1/2)}: how it is written here.
 */
final class Misspelling {
  private static final Pattern CALL =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*)\\s*[(\\[ ](.*?)[)\\]]?\\s*");

  private Misspelling() {}

  /** The same with a colon and commas, if its name is one of those known, or nearly. */
  static Optional<String> mended(String specification, Collection<String> names) {
    Matcher call = CALL.matcher(specification);
    if (specification.contains(":") || !call.matches() || call.group(2).isBlank()) {
      return Optional.empty();
    }
    String parameters =
        call.group(2).strip().replaceAll("\\s*([,=])\\s*", "$1").replaceAll("\\s+", ",");
    String name = call.group(1);
    return Optional.of(Catalogue.ALIASES.getOrDefault(name, name))
        .filter(names::contains)
        .or(() -> NearMatch.of(name, names))
        .map(meant -> meant + ":" + parameters);
  }
}
