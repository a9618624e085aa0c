package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed lose nothing that was on the disk. */
@Tag("long")
class StoreKillTest {
  private static final String COMMAND =
      "spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..1999 --digits 30 --format json";
  private static final int KILLS = 20;
  private static final int ROWS = 2000;

  @TempDir private Path directory;

  private Process start(String store, String output) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonal.cli.Main"));
    words.addAll(List.of(COMMAND.split(" ")));
    words.addAll(List.of("--store", at(store), "--output", at(output)));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(new File(at("messages")))
        .start();
  }

  private String at(String name) {
    return directory.resolve(name).toString();
  }

  private int rows(String store) throws SQLException {
    if (Files.notExists(directory.resolve(store))) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + at(store));
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT count(*), count(DISTINCT point) FROM number")) {
      assertEquals(result.getInt(1), result.getInt(2));
      return result.getInt(1);
    } catch (SQLException e) {
      // The table is not there yet.
      assertTrue(e.getMessage().contains("no such table"), e.getMessage());
      return 0;
    }
  }

  private void finish(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(directory.resolve("messages")));
  }

  @Test
  void aRunThatIsKilledTwentyTimesGivesTheSameBytes() throws Exception {
    Random random = new Random(20);
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start("s.db", "killed.json");
      int enough = Math.min(before + random.nextInt(ROWS / KILLS), ROWS - 1);
      while (process.isAlive() && rows("s.db") <= enough) {
        Thread.sleep(random.nextInt(50));
      }
      assertTrue(process.isAlive(), "killed " + kill + " times, it came to its end");
      process.destroyForcibly().waitFor();
      int after = rows("s.db");
      assertTrue(after >= before, before + " rows, then " + after);
      before = after;
      assertTrue(Files.notExists(directory.resolve("killed.json")));
    }
    finish(start("s.db", "killed.json"));
    finish(start("whole.db", "whole.json"));
    assertEquals(ROWS, rows("s.db"));
    String killed = Files.readString(directory.resolve("killed.json"));
    assertEquals(Files.readString(directory.resolve("whole.json")), killed);
    assertEquals(ZonalRun.of(COMMAND.split(" ")).results(), killed);
  }

  @Test
  void twoProcessesShareAFile() throws Exception {
    Process one = start("shared.db", "one.json");
    Process other = start("shared.db", "other.json");
    finish(one);
    finish(other);
    assertEquals(ROWS, rows("shared.db"));
    assertEquals(
        Files.readString(directory.resolve("one.json")),
        Files.readString(directory.resolve("other.json")));
  }
}
