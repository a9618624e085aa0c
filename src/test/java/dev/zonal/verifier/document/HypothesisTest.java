package dev.zonal.verifier.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HypothesisTest {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+a?)?");

  /** As "**Theorem 12.3" or as a heading "## 9". */
  @ParameterizedTest
  @EnumSource
  void whatAHypothesisBelongsToStandsInTheTheory(Hypothesis hypothesis) throws IOException {
    String theory = Files.readString(Path.of("docs/theory.md"));
    Matcher numbers = NUMBER.matcher(hypothesis.source());
    assertTrue(numbers.find());
    numbers.reset();
    while (numbers.find()) {
      String number = Pattern.quote(numbers.group());
      String statement =
          "(?s).*(\\*\\*(Theorem|Lemma|Proposition|Corollary) "
              + number
              + "\\b|\n## "
              + number
              + "\\.).*";
      assertTrue(theory.matches(statement), hypothesis.source());
    }
    assertFalse(hypothesis.meaning().isBlank());
  }
}
