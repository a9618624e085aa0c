package dev.zonal.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `zonal lab width` prints. */
class WidthCommandTest {
  private static ZonalRun run(String words) {
    return ZonalRun.of(("lab width " + words).split(" "));
  }

  private static List<Map<String, String>> rows(String words) {
    ZonalRun run = run(words + " --format csv");
    assertEquals(0, run.exitCode(), run.messages());
    List<String[]> lines = run.results().lines().map(line -> line.split(",", -1)).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.length; i++) {
        row.put(lines.get(0)[i], line[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  @Example
  void the_defaults_would_show_three_per_cent() {
    for (Map<String, String> row : rows("--digits 6")) {
      if (!row.get("n").equals("inf")) {
        double defect = Double.parseDouble(row.get("defect").replace("%", ""));
        assertTrue(defect <= 3, row::toString);
        assertTrue(Math.abs(Double.parseDouble(row.get("z"))) < 5, row::toString);
        assertTrue(Math.abs(Double.parseDouble(row.get("varZ"))) < 5, row::toString);
      }
    }
  }

  /** The paper's claim: the limit is the same, and from two layers on what is before it is not. */
  @Example
  void both_initialisations_have_one_limit_and_two_biases() {
    List<Map<String, String>> rows = rows("--depth 2 --widths 8 --nets 0 --digits 9");
    Map<String, String> gaussian = rows.get(5);
    Map<String, String> orthogonal = rows.get(7);
    assertEquals("ntk", gaussian.get("kernel"));
    assertEquals("inf", orthogonal.get("n"));
    assertEquals(gaussian.get("limit"), orthogonal.get("limit"));
    assertEquals("4.57638587e-1", gaussian.get("bias"));
    assertEquals("2.75486900e-1", orthogonal.get("bias"));
  }

  @Example
  void the_output_does_not_depend_on_the_number_of_threads() throws Exception {
    String words = "--depth 2 --widths 4,8 --nets 50 --digits 5 --seed 7";
    String usual = run(words).results();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      assertEquals(usual, one.submit(() -> run(words).results()).get());
    } finally {
      one.shutdown();
    }
    assertTrue(!usual.equals(run(words.replace("seed 7", "seed 8")).results()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--widths 1 | --widths: '1' is not allowed, allowed are integers from 2 to 65536",
        "--widths 8,,9 | --widths: '' is not allowed, allowed are integers from 2 to 65536",
        "--at 2 | u = '2' is not allowed, allowed are -1 to 1",
        "--cnn cntk:taps=5 | a filter of 5 taps is larger than 4 pixels",
        "--cnn fcntk:L=1 | --cnn: 'fcntk:L=1' is no convolutional kernel such as cntk:L=2,taps=3",
        "--cnn cntk --depth 2 | --act, --depth, --sw2 and --sb2 are not for --cnn; SPEC says them",
        "--pixels 3 | --pixels, --channels and --filter are for --cnn",
        "--cnn cntk --train drift | --train and --cnn exclude each other",
        "--at 0..1:points=65 | --at: 65 cosines are too many; 64 is the most here",
        "--widths 8,5000 | networks with matrices of 5000 x 5000 numbers, 200 MB each, are not drawn; 4096 is the most, and --nets 0 prints the laws alone",
        "--cnn cntk:taps=3 --widths 2000 | networks with matrices of 6000 x 6000 numbers, 288 MB each, are not drawn; 4096 is the most, and --nets 0 prints the laws alone",
        "--train depth --widths 9000 | networks with matrices of 9000 x 9000 numbers, 648 MB each, are not drawn; 4096 is the most, and --nets 0 prints the laws alone",
        "--depth 1,2 | --depth is one number here, not 2",
        "--rate 1 | --rate and --steps are for --train",
        "--train drift --at 0 | --at and --inputs are not for --train and --cnn, which have their own inputs",
        "--train drift --rate 1,2 | --rate is one number here, not 2",
        "--train depth --rate 0 | --rate: '0' is not allowed, allowed are decimals above 0 such as 0.5",
        "--train depth --nets 0 | --nets 0: there is nothing to train",
        "--nets 1 | --nets 1: a deviation needs two networks",
        "--sw2 2 | --sw2 and --sb2 are for erf and tanh; relu keeps lengths and has no biases",
        "--act erf --sw2 0 | --sw2=0: --sw2 must be a positive rational number",
        "--act erf --sb2 x | --sb2: expected an exact number such as 2, 1/2 or 0.1"
      })
  void bad_input_is_one_line(String words, String message) {
    ZonalRun run = run(words);
    assertEquals(2, run.exitCode());
    assertEquals("zonal: " + message, run.messages().strip());
  }

  @Example
  void a_time_limit_keeps_the_laws() {
    ZonalRun run = run("--widths 512 --depth 3 --digits 5 --nets 100000 --time-limit 1s");
    assertEquals(4, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("n = 512 and what follows not drawn"), run.messages());
    assertTrue(run.results().contains("7.3813e-1"), run.results());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--train drift --widths 4,2000", "--cnn cntk --widths 4,1000", "--train depth"})
  void a_time_limit_keeps_the_rows_that_are_there(String words) {
    ZonalRun run = run(words + " --time-limit 2s");
    assertEquals(4, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("rows are missing: stopped after 2"), run.messages());
    assertTrue(run.results().contains("seed"), run.results());
  }
}
