package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.Zonal;
import dev.zonal.cli.ZonalRun;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.report.document.Origin;
import dev.zonal.spectrum.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --store} of the commands that print many numbers. */
class StoreCommandTest {
  @TempDir private Path directory;

  private ZonalRun stored(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--store", file()));
    return ZonalRun.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum fcntk:L=2 laplace:c=1 --dimension 3,4 --k 0..6,50 --digits 12 --format json",
        "spectrum fcntk:L=1 --dimension 3 --k 0..6 --normalization surface --scale paper",
        "spectrum laplace:c=1 --dimension 3 --k 0..3 --method exact --format csv",
        "kernel fcntk:L=2 gaussian:c=1 --at -1..1:points=5 --digits 25 --format json",
        "kernel heat:t=1/10 --dimension 3 --at 1,0 --format csv"
      })
  void theOutputIsThatOfARunWithoutAStore(String command) {
    ZonalRun plain = ZonalRun.of(command.split(" "));
    assertEquals(0, plain.exitCode(), plain.messages());
    assertEquals(plain.results(), stored(command).results());
    assertEquals(plain.results(), stored(command).results());
  }

  /** What is not certified is tried again. */
  @Test
  void gapsAreNotKept() {
    String command = "kernel chord:s=-1 --at 1,0 --format csv";
    assertEquals(4, stored(command).exitCode());
    ZonalRun again = stored(command);
    assertEquals(4, again.exitCode());
    assertTrue(again.messages().contains("u = 1 not certified"), again.messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum fcntk:L=1 --dimension 3 --k 0 --columns k,share",
        "kernel fcntk:L=1 --series 3",
        "kernel fcntk:L=1 --at 0 --store /"
      })
  void whatCannotBeKeptIsRefused(String command) {
    ZonalRun run = command.contains("--store") ? ZonalRun.of(command.split(" ")) : stored(command);
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains("store"), run.messages());
  }

  @Test
  void aResultDoesNotTakeThePlaceOfTheStore() throws IOException {
    String command = "spectrum laplace:c=1 --dimension 3 --k 0..3 --digits 5";
    stored(command);
    byte[] before = Files.readAllBytes(Path.of(file()));
    ZonalRun refused = stored(command + " --output " + file());
    assertEquals(2, refused.exitCode());
    assertTrue(refused.messages().contains("--output would replace"), refused.messages());
    assertArrayEquals(before, Files.readAllBytes(Path.of(file())));
  }

  private ZonalRun store(String command) {
    return ZonalRun.of(("store " + command.replace("FILE", file())).split(" "));
  }

  private String file() {
    return directory.resolve("s.db").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "markdown"})
  void anExportIsWhatTheCommandPrinted(String format) {
    String command =
        "spectrum laplace:c=1 fcntk:L=2 --dimension 3,4 --k 5,0..2,10 --digits 12 --format "
            + format;
    ZonalRun printed = stored(command);
    ZonalRun exported = store("export FILE laplace:c=1 fcntk:L=2 --format " + format);
    assertEquals(0, exported.exitCode(), exported.messages());
    assertEquals(afterCommand(printed), afterCommand(exported));
  }

  /** A published table names the command that it came from. */
  private static List<String> afterCommand(ZonalRun run) {
    return run.results().lines().filter(line -> !line.contains("zonal ")).toList();
  }

  @Test
  void anExportChoosesAmongDigitsAndMethodsAndNeverMixes() {
    stored("spectrum laplace:c=1 --dimension 3 --k 0..2 --digits 5");
    stored("spectrum laplace:c=1 --dimension 3 --k 0..2 --digits 9");
    stored("spectrum laplace:c=1 --dimension 3 --k 7 --digits 9 --method exact");
    stored("kernel laplace:c=1 --at 0 --digits 4");
    ZonalRun mixed = store("export FILE");
    assertEquals(2, mixed.exitCode());
    assertTrue(mixed.messages().contains("several digits, 5, 9: choose one by --digits"));
    assertEquals(4, store("export FILE --digits 9 --format csv").results().lines().count());
    assertEquals(2, store("export FILE --method exact --format csv").results().lines().count());
    assertEquals("u,value\n0,2.431e-1\n", store("export FILE --values --format csv").results());
    assertEquals(2, store("export FILE --digits 6").exitCode());
    assertEquals(2, store("export FILE --values --dimension 3").exitCode());
  }

  @Test
  void numbersOfAnotherVersionAreListedAndVerifiedAndNotExported() {
    stored("spectrum laplace:c=1 --dimension 3 --k 0..2 --digits 5");
    try (Store old = Store.open(file(), "zonal 0.0.9");
        Store now = Store.read(file(), Origin.thisProgram())) {
      StoredGrid grid = now.grids().get(0);
      StoredNumber right = now.find(new StoreKey(grid, "2")).orElseThrow();
      old.put(new StoreKey(grid, "2"), right);
    }
    String list = store("list FILE --format csv").results();
    assertTrue(list.contains("0..1,zonal 0.1.0") && list.contains("2,zonal 0.0.9"), list);
    assertEquals(0, store("verify FILE --all").exitCode());
    ZonalRun export = store("export FILE --format csv");
    assertEquals(3, export.results().lines().count());
    assertTrue(export.messages().contains("left out are 1 numbers"), export.messages());
  }

  /** One row says what it never was; a run refuses it, and goes on when it is removed. */
  @Test
  void aWrongRowIsNamedAndRemovedAndComputedAgain() throws SQLException {
    String command = "spectrum laplace:c=1 --dimension 3 --k 0..5 --digits 5 --format csv";
    String right = stored(command).results();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE number SET rounded = '0.1' WHERE point = 3");
    }
    ZonalRun refused = stored(command);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.messages().contains("is damaged at laplace:c=1, d = 3, k = 3"));
    ZonalRun named = store("verify FILE --sample 0");
    assertEquals(3, named.exitCode());
    assertTrue(named.messages().contains("laplace:c=1, d = 3, k = 3 damaged"), named.messages());
    assertEquals(3, store("verify FILE --remove").exitCode());
    assertEquals(0, store("verify FILE --all").exitCode());
    assertEquals(right, stored(command).results());
    assertEquals(6, store("export FILE --format csv").results().lines().count() - 1);
  }

  @Test
  void aTableKeepsItsNumbers() throws IOException {
    Path description = directory.resolve("t.yaml");
    Files.writeString(
        description, "table: spectrum\nkernels: [laplace:c=1]\ndimension: 3\nk: 0..3\n");
    ZonalRun plain = ZonalRun.of("table", description.toString());
    assertEquals(plain.results(), stored("table " + description).results());
    assertTrue(store("list FILE").results().contains("0..3"));
  }

  /** The source waits once, for longer than a reader of the rows is left without news. */
  @Test
  void rowsOfCsvAreWrittenWhileTheNextIsComputed() {
    Engine engine = new Engine();
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    EigenvalueGrid.Source slow =
        (request, context) -> {
          long k = request.frequencies().first();
          if (k == 2) {
            LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
          }
          seen.add(k + " after " + results.toString(StandardCharsets.UTF_8).lines().count());
          return engine.compute(request, context);
        };
    String command =
        "spectrum laplace:c=1 --dimension 3 --k 0..3 --digits 5 --format csv --store " + file();
    Streams streams = new Streams(results, new PrintWriter(new StringWriter()), false);
    assertEquals(0, Zonal.run(streams, engine, slow, command.split(" ")));
    assertEquals(List.of("0 after 1", "1 after 1", "2 after 1", "3 after 4"), seen);
  }
}
