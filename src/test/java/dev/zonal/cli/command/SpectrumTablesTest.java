package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of spectra: the same numbers, long and wide, in every format. */
class SpectrumTablesTest {
  private static ZonalRun spectrum(String words) {
    return ZonalRun.of(("spectrum " + words).split(" "));
  }

  private static List<List<String>> csv(String words) {
    ZonalRun run = spectrum(words + " --format csv");
    assertEquals(0, run.exitCode(), run.messages());
    try (CSVParser rows = CSVParser.parse(run.results(), CSVFormat.DEFAULT)) {
      return rows.stream().map(CSVRecord::toList).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String numbers(Stream<String> cells) {
    return cells.filter(cell -> cell.matches("-?[0-9.]+(e-?[0-9]+)?")).toList().toString();
  }

  @Test
  void aTableByKernelsHasTheNumbersOfTheLongOne() {
    String words = "laplace:c={1,2} gaussian:c=1 --dimension 3,5 --k 0..6 --digits 7";
    List<List<String>> wide = csv(words + " --columns k,eigenvalue,share:3 --wide kernel");
    List<List<String>> rows = csv(words + " --columns k,eigenvalue,share:3");
    assertEquals(1 + 2 * 6, wide.get(0).size(), wide.get(0)::toString);
    for (int k = 0; k <= 6; k++) {
      List<String> expected = new ArrayList<>(List.of(Integer.toString(k)));
      for (List<String> row : rows.subList(1, rows.size())) {
        if (row.get(2).equals(Integer.toString(k))) {
          expected.addAll(row.subList(3, 5));
        }
      }
      assertEquals(expected, wide.get(k + 1));
    }
  }

  @Test
  void aTableByParityHasTheNumbersOfTheLongOne() {
    List<List<String>> wide = csv("laplace:c=1 --dimension 3 --k 1..6,9 --digits 5 --wide parity");
    List<List<String>> rows =
        csv("laplace:c=1 --dimension 3 --k 1..6,9 --digits 5 --columns k,eigenvalue");
    assertEquals(
        List.of("k even k", "eigenvalue even k", "k odd k", "eigenvalue odd k"), wide.get(0));
    List<List<String>> unfolded = new ArrayList<>();
    for (List<String> row : wide.subList(1, wide.size())) {
      unfolded.add(row.subList(0, 2));
      unfolded.add(row.subList(2, 4));
    }
    unfolded.removeIf(pair -> pair.equals(List.of("", "")));
    assertEquals(rows.subList(1, rows.size()), unfolded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latex", "markdown", "html"})
  void everyFormatHasTheNumbersOfTheCsv(String format) {
    String words =
        "chord:s=1 laplace:c=1 --dimension 4 --k 0..5 --digits 9 --columns k,eigenvalue,scaled:4";
    String published = spectrum(words + " --format " + format).results();
    Stream<String> cells =
        switch (format) {
          case "latex" ->
              published
                  .lines()
                  .dropWhile(line -> !line.contains("midrule"))
                  .takeWhile(line -> !line.contains("bottomrule"))
                  .flatMap(line -> Arrays.stream(line.replace("\\\\", "").split("&")));
          case "markdown" ->
              published
                  .lines()
                  .filter(line -> line.startsWith("|"))
                  .flatMap(line -> Arrays.stream(line.split("\\|")));
          default ->
              Arrays.stream(published.replaceAll("(?s).*<tbody>|</tbody>.*", "").split("<[^>]*>"));
        };
    String expected = numbers(csv(words).stream().flatMap(List::stream));
    assertEquals(expected, numbers(cells.map(String::strip)));
  }

  @Test
  void theConventionsAndTheCommandAreNamed() {
    String table =
        spectrum(
                "laplace:c=1 --dimension 3 --k 0..2 --columns k,eigenvalue,scaled,gegenbauer"
                    + " --normalization surface --format latex")
            .results();
    for (String part :
        List.of(
            "surface measure",
            "K=k+(d-2)/2",
            "\\lambda=(d-2)/2",
            "unit (the normalised kernel)",
            "20 significant, all proved",
            "% zonal 0.1.0\n% zonal spectrum laplace:c=1 --dimension 3")) {
      assertTrue(table.contains(part), part + " in " + table);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--wide parity --dimension 3,4 | one kernel in one dimension",
        "--wide kernel --format json   | a JSON document has its rows",
        "--wide kernl                  | did you mean 'kernel'?",
        "--columns k,ratio             | --ratio-to",
        "--columns k,share:0           | 1 to 10000",
        "--columns k,share:x           | 1 to 10000",
        "--columns k:3,share           | 'k' is not rounded",
        "--columns k,shar:3            | did you mean 'share'?",
        "--ratio-to laplace:c=2        | --ratio-to is for the column ratio",
        "--caption x                   | --caption is for latex, markdown and html",
        "--standalone --format html    | --standalone is for latex",
        "--label x --format csv        | --label is for latex, markdown and html",
        "--label 1x --format latex     | a label is a letter",
        "--date x --format latex       | is no date",
        "--date 2026-02-30 --format html | is no date",
        "--caption $a{$ --format latex | the formula 'a{' is not closed",
        "--format latx                 | did you mean 'latex'?"
      })
  void whatCannotBeIsRefusedInOneLine(String words, String message) {
    String dimension = words.contains("--dimension") ? "" : " --dimension 3";
    ZonalRun run = spectrum("laplace:c=1 --k 0..2 " + words.strip() + dimension);
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains(message), run.messages());
  }
}
