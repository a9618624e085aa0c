package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole commands with parameters that are allowed and extreme: each ends in its time, with an exit
 * code that is documented, and says in one line for each failure what was not possible.
 *
 * <p>The seed is the time, or the property {@code zonal.seed}; a failure names it.
 */
class ExtremeCommandsTest {

  /**
   * What a command may take beyond its limit: a step between two checkpoints, on a busy machine.
   */
  private static final double SLACK_SECONDS = 5;

  private static final String[] NUMBERS = {
    "1",
    "1/2",
    "2",
    "3",
    "7",
    "1000",
    "1e6",
    "1e9",
    "1e300",
    "1e-3",
    "1e-9",
    "1e-300",
    "0.999999999",
    "1/3",
    "22/7",
    "5000",
    "5001",
    "20",
    "100"
  };

  private static final String[] DEPTHS = {
    "1", "2", "3", "5", "20", "100", "1000", "30000", "1000000"
  };

  private static final String[] DIMENSIONS = {
    "2",
    "3",
    "4",
    "5",
    "10",
    "11",
    "100",
    "101",
    "1000",
    "12345",
    "1000000",
    "999999999",
    "1000000000"
  };

  private static final String[] FREQUENCIES = {
    "0",
    "1",
    "2",
    "3",
    "0..3",
    "7,8",
    "100,101",
    "1000..1003",
    "1e4",
    "30001",
    "1e6..1e7:log=3",
    "1e9,1000000001",
    "1e15",
    "1e18",
    "999999999999999999",
    "0..2000"
  };

  private static final String[] DIGITS = {"1", "2", "20", "50", "300", "1000", "10000"};

  private static final String[] POINTS = {
    "0", "1", "-1", "1/2,-1/2", "0.999999", "-0.999999", "1e-300", "1/3"
  };

  private Random random = new Random(Long.getLong("zonal.seed", System.nanoTime()));
  private String limit = "0.4";

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String weight() {
    return any("alpha=" + number(), "alpha=L^(-1/2)", "alpha=L^2", "alpha2=" + number());
  }

  private String number() {
    return any(NUMBERS);
  }

  private String kernel() {
    return switch (random.nextInt(12)) {
      case 0 -> "resntk:L=" + any(DEPTHS) + "," + weight() + any("", ",train=all", ",tau=1/3");
      case 1 -> "resnngp:L=" + any(DEPTHS) + "," + weight();
      case 2 -> "fcntk:L=" + any(DEPTHS) + any("", ",beta=" + number(), ",bias=propagated,beta=1");
      case 3 -> "fcnngp:L=" + any(DEPTHS) + any("", ",bias=propagated,beta=" + number());
      case 4 -> "arccos:n=" + any("0", "1");
      case 5 -> "laplace:c=" + number();
      case 6 ->
          "gammaexp:c=" + number() + ",gamma=" + any("1/2", "1", "2", "3/2", "1e-9", "1999/1000");
      case 7 -> "matern:nu=" + any("1/2", "3/2", "25/2", "2001/2") + ",c=" + number();
      case 8 -> "gaussian:c=" + number();
      case 9 -> "chord:s=" + any("1", "2", "-1", "1/2", "1000", "-1000", "999", "-1/3", "1e-9");
      case 10 -> "polynomial:[" + any("0", "1", "-1,2", "0,0,1e300", "1e-300,1/3") + "]";
      default -> "fcntk:L=" + any("1", "2", "3");
    };
  }

  private List<String> command() {
    String sphere = any(DIMENSIONS);
    List<String> words =
        new ArrayList<>(
            switch (random.nextInt(8)) {
              case 0, 1 ->
                  List.of(
                      "spectrum",
                      kernel(),
                      "--k",
                      any(FREQUENCIES),
                      "--digits",
                      any(DIGITS),
                      "--method",
                      any("auto", "auto", "exact", "tail", "quadrature"),
                      "--normalization",
                      any("probability", "surface"),
                      "--scale",
                      any("unit", "paper"),
                      "--dimension",
                      sphere);
              case 2 ->
                  List.of(
                      "kernel",
                      kernel(),
                      "--at",
                      any(POINTS),
                      "--digits",
                      any(DIGITS),
                      "--scale",
                      any("unit", "paper"));
              case 3 ->
                  List.of(
                      "asymptotics",
                      kernel(),
                      "--digits",
                      any(DIGITS),
                      "--terms",
                      any("0", "4", "50", "1000"),
                      "--dimension",
                      sphere);
              case 4 ->
                  List.of(
                      "confirm",
                      kernel(),
                      "--k",
                      any(FREQUENCIES),
                      "--digits",
                      any("1", "20", "1000"),
                      "--dimension",
                      sphere);
              case 5 -> List.of("prove", "positivity", kernel(), "--dimension", sphere);
              case 6 -> List.of("prove", "decay", kernel(), "--dimension", sphere);
              default -> List.of("prove", "equivalence", kernel(), kernel(), "--dimension", sphere);
            });
    words.addAll(List.of("--time-limit", limit));
    if (random.nextInt(3) == 0) {
      words.addAll(List.of("--format", "json"));
    }
    return words;
  }

  private void runFor(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      String[] words = command().toArray(String[]::new);
      String line = String.join(" ", words);
      long start = System.nanoTime();
      ZonalRun run = ZonalRun.of(words);
      double took = (System.nanoTime() - start) * 1e-9;
      String seen = line + "\n" + run.exitCode() + " after " + took + " s\n" + run.messages();
      assertTrue(Set.of(0, 2, 3, 4).contains(run.exitCode()), seen);
      assertTrue(took < Double.parseDouble(limit) + SLACK_SECONDS, seen);
      assertTrue(run.messages().lines().allMatch(message -> message.startsWith("zonal: ")), seen);
      long lines = run.messages().lines().count();
      assertTrue(run.exitCode() != 2 || lines == 1, seen);
      assertEquals(lines, run.messages().lines().distinct().count(), seen);
      if (run.exitCode() == 4 && !words[0].equals("prove")) {
        assertTrue(lines > 0, seen);
      }
      if (Boolean.getBoolean("zonal.show")) {
        System.out.println(Arrays.toString(words) + " " + run.exitCode() + " " + took);
      }
    }
  }

  @Test
  void extremeCommandsEndInTimeWithWords() {
    runFor(5);
  }

  @Test
  @Tag("long")
  void manyExtremeCommandsEndInTimeWithWords() {
    limit = "2";
    runFor(Integer.getInteger("zonal.seconds", 1200));
  }
}
