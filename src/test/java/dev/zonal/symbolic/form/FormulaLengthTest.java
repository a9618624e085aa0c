package dev.zonal.symbolic.form;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.expansion.End;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fixed list of formulas, their lengths before there was a normal form, and with it. */
class FormulaLengthTest {

  /**
   * @param before leaves
   * @param with leaves of the formula in its normal form
   */
  record Line(String request, long before, long with, boolean isQuick) {
    static Line of(String text) {
      String[] parts = text.split("\t");
      return new Line(
          parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3].equals("quick"));
    }

    /** Numbers in place of options that are not given. */
    Derivation derivation() {
      List<String> words = List.of(request.split(" "));
      String kernel = words.get(1);
      return switch (words.get(0)) {
        case "recursion" -> Derivations.recursion(kernel, false);
        case "expansion" -> {
          Integer order = option(words, "--order");
          End end = null;
          yield order == null && kernel.contains("L=L")
              ? Derivations.firstCoefficient(kernel, end)
              : Derivations.expansion(kernel, order == null ? 5 : order, end);
        }
        case "eigenvalue" ->
            Derivations.eigenvalue(kernel, option(words, "--k"), option(words, "--dimension"));
        default -> Derivations.constant(kernel, 5);
      };
    }

    private static Integer option(List<String> words, String name) {
      int i = words.indexOf(name);
      return i < 0 ? null : Integer.valueOf(words.get(i + 1));
    }
  }

  private static List<Line> lines() {
    try (InputStream in = FormulaLengthTest.class.getResourceAsStream("lengths.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Line::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Line> quick() {
    return lines().stream().filter(Line::isQuick);
  }

  static Stream<Line> slow() {
    return lines().stream().filter(line -> !line.isQuick());
  }

  /** Without what came later, for a depth L: the limit for large L, and the constants by parity. */
  private static Derivation asRecorded(Derivation derivation) {
    boolean isMean = derivation.result().stream().anyMatch(e -> name(e).equals("average"));
    return derivation.withResult(
        derivation.result().stream()
            .filter(e -> !name(e).equals("limit") && (!isMean || name(e).equals("average")))
            .toList());
  }

  private static String name(Equation e) {
    return e.left().toString();
  }

  @Test
  void noFormulaOfTheListHasGrownAndTogetherTheyAreHalfAsLong() {
    lines().forEach(line -> assertTrue(line.with <= line.before, line::request));
    long before = lines().stream().mapToLong(Line::before).sum();
    long with = lines().stream().mapToLong(Line::with).sum();
    assertTrue(100 * with < 55 * before, () -> with + " of " + before);
  }

  @ParameterizedTest
  @MethodSource("quick")
  void aFormulaIsNoLongerThanRecorded(Line line) {
    long length = ReaderForm.length(asRecorded(line.derivation()));
    assertTrue(length <= line.with, () -> line.request + " has " + length + " leaves");
  }

  @ParameterizedTest
  @MethodSource("slow")
  @Tag("long")
  void aLongFormulaIsNoLongerThanRecordedEither(Line line) {
    aFormulaIsNoLongerThanRecorded(line);
  }
}
