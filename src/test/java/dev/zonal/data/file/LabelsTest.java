package dev.zonal.data.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @TempDir private Path folder;

  private static DataFile file(String text) {
    return DataFile.of("f", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> labels(String text) {
    return file(text).labels().orElseThrow().each();
  }

  private static String refusal(Runnable run) {
    return assertThrows(DataException.class, run::run).getMessage();
  }

  @Test
  void theFirstFieldOfTheArchiveIsALabel() {
    String text = "# two series\n1\t0.5\t2\n walk \t1\tNaN\n";
    assertEquals(List.of("1", "walk"), labels(text));
    assertEquals(2, file(text).points(InputKind.SEQUENCES).count());
    assertEquals(List.of("2", "1"), file("2\t1\n1\t1\n2\t0\n").labels().orElseThrow().classes());
  }

  @Test
  void filesWithoutTabsHaveNone() {
    assertTrue(file("1,2\n3,4\n").labels().isEmpty());
    assertTrue(file("[[1,2],[3,4]]").labels().isEmpty());
    assertTrue(file("symbols: ab\nab\nba\n").labels().isEmpty());
  }

  @Test
  void aLineWithoutALabelIsNamed() {
    assertEquals("'f', line 2: there is no label", refusal(() -> labels("1\t2\n3,4\n")));
    assertEquals("'f', line 2: there is no label", refusal(() -> labels("1\t2\n\t3\n")));
    assertEquals(
        "'f', line 3: there is no label", refusal(() -> labels("symbols: ab\nx\tab\nba\n")));
  }

  @Test
  void theyMayStandInAFileOfTheirOwn() throws IOException {
    Path file = folder.resolve("labels");
    Files.writeString(file, "\uFEFFone\n# a comment\n 2\n\n");
    assertEquals(List.of("one", "2"), DataFile.readLabels(file.toString()).each());
    Files.writeString(file, "one\n\ntwo\n");
    String message = refusal(() -> read(file));
    assertTrue(message.endsWith("line 2: there is no label"), message);
    Files.writeString(file, "# nothing\n");
    assertTrue(refusal(() -> read(file)).endsWith("there are no labels in it"));
  }

  private static void read(Path file) {
    try {
      DataFile.readLabels(file.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void wordsAreSequencesOfUnitVectors() {
    DataFile words = file("symbols: acgt\nx\tgat\n# a comment\ny\tc\n");
    assertEquals(List.of("x", "y"), words.labels().orElseThrow().each());
    List<Sequence> read = words.points(InputKind.SEQUENCES).inputs();
    List<Sequence> written =
        file("0,0,1,0;1,0,0,0;0,0,0,1\n0,1,0,0\n").points(InputKind.SEQUENCES).inputs();
    assertEquals(written, read);
    assertEquals(Rational.ONE, read.get(0).steps().get(1).coordinate(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "symbols: ab/abc ! 'f', line 2: 'c' is none of the symbols of line 1",
        "symbols: ab/x_ ! 'f', line 2: there is no word",
        "symbols: aba/ab ! 'f', line 1: a symbol is there twice",
        "symbols: a b/ab ! 'f', line 1: white space between symbols",
        "symbols:/ab ! 'f', line 1: there is no symbol",
        "symbols: ab ! 'f': there are no sequences in it",
      })
  void wordsThatAreNoneAreRefused(String text, String message) {
    String content = text.replace('/', '\n').replace('_', '\t');
    assertEquals(message, refusal(() -> file(content).points(InputKind.SEQUENCES)));
  }

  @Test
  void wordsAreNoVectors() {
    String message = refusal(() -> file("symbols: ab\nab\n").points(InputKind.VECTORS));
    assertEquals("'f': words are sequences of symbols, and the kernel is one of vectors", message);
  }
}
