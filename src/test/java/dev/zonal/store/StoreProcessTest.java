package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, whose end, whatever it is, takes nothing away that was in the file. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoreProcessTest {
  private static final String QUICK =
      "spectrum laplace:c=1 --dimension 3 --k 0..799 --digits 20 --format json";
  private static final String LONG =
      "spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..1999 --digits 30 --format json";
  private static final int KILLS = 20;

  @TempDir private Path directory;

  private List<String> java(String command, String store, String output) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonal.cli.Main"));
    words.addAll(List.of(command.split(" ")));
    words.addAll(List.of("--store", at(store), "--output", at(output)));
    return words;
  }

  /** Where the processes put files that are none of ours. */
  private Path temporary() {
    return directory.resolve("temporary");
  }

  @BeforeEach
  void makeTemporary() throws IOException {
    Files.createDirectory(temporary());
  }

  private Process start(List<String> words) throws IOException {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(new File(at("messages")))
        .start();
  }

  private String messages() throws IOException {
    return Files.readString(directory.resolve("messages"));
  }

  private String at(String name) {
    return directory.resolve(name).toString();
  }

  /** How many rows there are. */
  private long count(String store) {
    if (Files.notExists(directory.resolve(store))) {
      return 0;
    }
    try (Store reader = Store.read(at(store), "")) {
      return reader.numbers();
    } catch (StoreException e) {
      assertTrue(e.getMessage().endsWith("is empty"), e.getMessage());
      return 0;
    }
  }

  /** The same, each of them whole. */
  private long rows(String store) {
    long rows = 0;
    try (Store reader = Store.read(at(store), "")) {
      for (StoredGrid grid : reader.grids()) {
        long next = 0;
        for (StoredRow row : reader.rows(grid)) {
          assertTrue(row.number().isPresent());
          assertEquals(next++, Long.parseLong(row.key().point()));
        }
        rows += next;
      }
    }
    return rows;
  }

  private void finish(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), messages());
  }

  /** Starts a run and ends it as soon as it has found some rows more. */
  private long endAfter(String command, long rows, long more, String signal) throws Exception {
    Process process = start(java(command, "s.db", "ended.json"));
    while (process.isAlive() && count("s.db") < rows + more) {
      Thread.sleep(10);
    }
    assertTrue(process.isAlive(), "it came to its end: " + messages());
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertNotEquals(0, process.exitValue());
    assertTrue(Files.notExists(directory.resolve("ended.json")));
    try (Stream<Path> left = Files.list(temporary())) {
      assertEquals(List.of(), left.toList(), "left behind");
    }
    long now = rows("s.db");
    assertTrue(now >= rows + more, rows + " rows and " + more + ", then " + now);
    return now;
  }

  private void theSameIsPrinted(String command) throws Exception {
    finish(start(java(command, "s.db", "ended.json")));
    assertEquals(
        ZonalRun.of(command.split(" ")).results(),
        Files.readString(directory.resolve("ended.json")));
  }

  @Test
  void aRunThatIsKilledAndInterruptedGoesOnAndGivesTheSameBytes() throws Exception {
    long rows = endAfter(QUICK, 0, 1, "KILL");
    endAfter(QUICK, rows, 10, "INT");
    theSameIsPrinted(QUICK);
    assertEquals(800, rows("s.db"));
  }

  @Tag("long")
  @Test
  void aRunThatIsKilledTwentyTimesGivesTheSameBytes() throws Exception {
    Random random = new Random(20);
    long rows = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      rows = endAfter(LONG, rows, 1 + random.nextInt(20), kill % 4 == 3 ? "INT" : "KILL");
    }
    theSameIsPrinted(LONG);
    assertEquals(2000, rows("s.db"));
    assertEquals(0, ZonalRun.of("store", "verify", at("s.db"), "--all").exitCode());
  }

  @Tag("long")
  @Test
  void twoProcessesShareAFile() throws Exception {
    for (int round = 0; round < 3; round++) {
      String store = "shared" + round + ".db";
      Process one = start(java(LONG, store, "one.json"));
      Process other = start(java(LONG, store, "other.json"));
      finish(one);
      finish(other);
      assertEquals(2000, rows(store));
      String printed = Files.readString(directory.resolve("one.json"));
      assertEquals(printed, Files.readString(directory.resolve("other.json")));
      assertEquals(ZonalRun.of(LONG.split(" ")).results(), printed);
    }
  }

  /** A file that may not grow stands for a disk that is full. */
  @Tag("long")
  @Test
  void aFullDiskLosesNothingThatIsFinished() throws Exception {
    List<String> limited =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 1300 && exec \"$@\"", "bash"));
    limited.addAll(java(QUICK.replace("799", "8999"), "s.db", "ended.json"));
    Process process = start(limited);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(2, process.exitValue());
    String last = messages().lines().filter(line -> !line.contains("steps after")).toList().get(0);
    assertTrue(last.endsWith("what was finished is kept"), messages());
    assertTrue(Files.notExists(directory.resolve("ended.json")));
    long rows = rows("s.db");
    assertTrue(rows > 100 && rows < 9000, rows + " rows");
    theSameIsPrinted(QUICK.replace("799", "8999"));
    assertEquals(9000, rows("s.db"));
  }
}
