package dev.zonal.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyCommandTest {
  private static final String WORDS = "symbols: ab\nx\taab\nx\taa\ny\tbb\ny\tbba\nx\taba\ny\tbbb\n";
  private static final String SERIES = "1\t0.5\t1\n2\t-1\t-2\tNaN\n1\t1\t2\n2\t-1\n";

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return file.toString();
  }

  private static ZonalRun classify(String... words) {
    return ZonalRun.of(
        Stream.concat(Stream.of("classify"), Arrays.stream(words)).toArray(String[]::new));
  }

  @Test
  void errorsAreCountedForEveryKernelAndRidge() throws IOException {
    ZonalRun run =
        classify(
            "rntk:sw2=1",
            "rnngp:sw2=1",
            "--points",
            file("w", WORDS),
            "--ridge",
            "1/10,1e1",
            "--format",
            "csv");
    assertEquals(0, run.exitCode(), run.messages());
    List<String> lines = run.results().lines().toList();
    assertEquals("kernel,ridge,wrong,undecided", lines.get(0));
    assertEquals(5, lines.size());
    assertTrue(lines.get(4).endsWith(",10,6,0"), lines.get(4));
  }

  @Test
  void furtherPointsGetALabelAndAMargin() throws IOException {
    String at = file("at", "symbols: ab\naaaa\nb\n");
    ZonalRun run =
        classify(
            "rntk:sw2=1",
            "--points",
            file("w", WORDS),
            "--ridge",
            "1/10",
            "--at",
            at,
            "--format",
            "csv");
    assertEquals(0, run.exitCode(), run.messages());
    List<String> lines = run.results().lines().toList();
    assertEquals("i,label,margin", lines.get(0));
    assertTrue(lines.get(1).startsWith("1,x,"));
    assertTrue(lines.get(2).startsWith("2,y,"));
  }

  @Test
  void theScoreIsThatOfTheLabels() throws IOException {
    String at = file("at", "symbols: ab\naaaa\nb\nbbbb\n");
    String labels = file("labels", "x\nx\ny\n");
    ZonalRun run =
        classify(
            "rntk:sw2=1",
            "--points",
            file("w", WORDS),
            "--ridge",
            "1/10",
            "--at",
            at,
            "--at-labels",
            labels);
    assertTrue(run.results().contains("2 of 3: 0.6667, standard error 0.2722"), run.results());
  }

  /** Zeros in the file and zeros by the option. */
  @Test
  void paddingIsWritingZeros() throws IOException {
    String sequences = file("s", "1\t1\t2\t3\n2\t4\t-5\n1\t2\t2\t2\n2\t6\n");
    String labels = file("labels", "1\n2\n1\n2\n");
    for (String side : List.of("start", "end")) {
      String vectors =
          side.equals("start") ? "1,2,3\n0,4,-5\n2,2,2\n0,0,6\n" : "1,2,3\n4,-5,0\n2,2,2\n6,0,0\n";
      String points = file(side + ".csv", vectors);
      String padded =
          classify(
                  "fcntk:L=2",
                  "gaussian:c=1/8",
                  "--points",
                  sequences,
                  "--ridge",
                  "1/100",
                  "--pad",
                  side,
                  "--at",
                  sequences,
                  "--format",
                  "csv")
              .results();
      String written =
          classify(
                  "fcntk:L=2",
                  "gaussian:c=1/8",
                  "--points",
                  points,
                  "--labels",
                  labels,
                  "--ridge",
                  "1/100",
                  "--at",
                  points,
                  "--format",
                  "csv")
              .results();
      assertEquals(5, written.lines().count(), written);
      assertEquals(written, padded);
    }
  }

  @Test
  void kernelsOfSequencesAndOfPaddedVectorsAreChosenAmong() throws IOException {
    ZonalRun run =
        classify(
            "fcntk:L=1",
            "rntk:sw2=1",
            "--points",
            file("s", SERIES),
            "--pad",
            "end",
            "--ridge",
            "1",
            "--normalised");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("kernels normalised to 1 at x = z"), run.results());
    assertTrue(run.results().contains("choice         fcntk:L=1"), run.results());
  }

  @Test
  void normalisedKernelsDoNotDependOnTheScaleOfPoints() throws IOException {
    List<String> margins = new ArrayList<>();
    for (String factor : List.of("", "0")) {
      String points = "1\t1" + factor + "\t2\n2\t-1" + factor + "\t3\n";
      String read =
          file(
              "p" + factor,
              points
                  .replace("\t2\n", "\t2" + factor + "\n")
                  .replace("\t3\n", "\t3" + factor + "\n"));
      margins.add(
          classify(
                  "fcntk:L=1",
                  "--points",
                  read,
                  "--ridge",
                  "1/3",
                  "--normalised",
                  "--at",
                  read,
                  "--format",
                  "csv")
              .results());
    }
    assertEquals(3, margins.get(0).lines().count());
    assertEquals(margins.get(0), margins.get(1));
  }

  @Test
  void aTieIsSaidAndNotGuessed() throws IOException {
    String points = file("p", "a\t1\t0\nb\t0\t1\n");
    String at = file("at", "c\t1\t1\n");
    ZonalRun run = classify("polynomial:[0,1]", "--points", points, "--ridge", "1", "--at", at);
    assertEquals(4, run.exitCode());
    assertTrue(run.messages().contains("undecided without themselves: points 1, 2"));
    assertTrue(run.messages().contains("label of point 1 undecided between a, b"));
    assertTrue(run.results().contains("0 to 2 of 2 without themselves"), run.results());
    ZonalRun json =
        classify(
            "polynomial:[0,1]", "--points", points, "--ridge", "1", "--at", at, "--format", "json");
    JsonNode results = new ObjectMapper().readTree(json.results()).get("results");
    assertEquals(2, results.at("/undecided/0/candidates").size());
    assertEquals(0, results.get("predictions").size());
  }

  @Test
  void equalPointsOfTwoLabelsAskForARidge() throws IOException {
    String points = file("p", "a\t1\t0\nb\t1\t0\n");
    ZonalRun run = classify("fcntk:L=2", "--points", points, "--ridge", "0,1/2");
    assertEquals(4, run.exitCode());
    assertTrue(
        run.messages().contains("ridge 0 not certified: the matrix is singular: points 1 and 2"),
        run.messages());
    assertTrue(run.results().contains("2 of 2 without themselves"), run.results());
  }

  @Test
  void whatTheTimeDoesNotReachIsNamed() throws IOException {
    String points =
        "symbols: ab\n"
            + Stream.iterate(1, i -> i + 1)
                .limit(900)
                .map(i -> (i % 2) + "\t" + Integer.toBinaryString(i + 100_000))
                .map(
                    line ->
                        line.substring(0, 2)
                            + line.substring(2).replace('0', 'a').replace('1', 'b'))
                .collect(Collectors.joining("\n"));
    ZonalRun run =
        classify(
            "rntk:readout=mean",
            "--points",
            file("p", points),
            "--ridge",
            "1",
            "--time-limit",
            "1s");
    assertEquals(4, run.exitCode(), run.results());
    assertTrue(run.messages().contains("not certified: stopped after 1 s"), run.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "fcntk:L=1 --points SERIES --ridge 1 ! 'SERIES', line 4: 1 coordinate, where line 1 has 2",
        "rntk --points SERIES ! missing --ridge R for classify",
        "rntk --points SERIES --ridge 1,-2 ! '-2' is not allowed, allowed are numbers from 0 on",
        "rntk --points PLAIN --ridge 1 ! the file of the points has no labels; give them by --labels",
        "rntk --points PLAIN --labels PLAIN --ridge 1 --at-labels PLAIN ! --at-labels needs the points of --at",
        "rntk --points SERIES --labels ONE --ridge 1 ! 'ONE': 2 labels for the 4 points of 'SERIES'",
        "rntk --points PLAIN --labels ONE --ridge 1 ! 'ONE': the only label is 'one'; there must be two",
        "rntk --points PLAIN --labels NONE --ridge 1 ! cannot read 'NONE': no such file",
        "rntk fcntk:L=1 --points SERIES --ridge 1 ! is a kernel of sequences and fcntk:L=1 one of vectors",
        "rntk --points SERIES --ridge 1 --pad middle ! 'middle' is unknown, allowed are start, end",
        "cntk --points SERIES --ridge 1 --pad end ! is a kernel of images",
        "rntk --points SERIES --ridge 1 --at PAIRS ! 2 coordinates, where 'SERIES' has 1 coordinate",
        "rntk --points SERIES --ridge 1 --at PLAIN --at-labels SERIES ! 'SERIES': 4 labels for the 2 points",
        "rntk:act=relu --points ZERO --ridge 1 --normalised ! line 2: the kernel is not positive at",
        "rntk --points SERIES --ridge 1 --output SERIES ! --output would replace 'SERIES', which is read",
      })
  void badInputIsOneLine(String words, String message) throws IOException {
    file("SERIES", SERIES);
    file("PLAIN", "1;2\n3\n");
    file("ONE", "one\none\n");
    file("PAIRS", "1,2\n");
    file("ZERO", "1\t1\n2\t0\n");
    String place = folder.toString() + "/";
    ZonalRun run =
        classify(
            Arrays.stream(words.strip().split(" "))
                .map(w -> w.matches("[A-Z]+") ? place + w : w)
                .toArray(String[]::new));
    assertEquals(2, run.exitCode(), run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    String told = run.messages().replace(place, "");
    assertTrue(told.contains(message.strip()), told);
  }
}
