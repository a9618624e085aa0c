package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  private static final StoredNumber NUMBER =
      new StoredNumber(
          new BigDecimal("0.25"),
          Ball.exact(1).shifted(-2),
          Optional.of(PiRational.of(Rational.of(1, 4))),
          "exact");

  @TempDir private Path directory;

  private String file() {
    return directory.resolve("numbers.db").toString();
  }

  private static StoreKey key(long k) {
    return new StoreKey(StoredGrid.of(request("laplace:c=1", k)), Long.toString(k));
  }

  private static SpectrumRequest request(String kernel, Long... frequencies) {
    return new SpectrumRequest(
        KernelSpecification.parse(kernel),
        3,
        new TreeSet<>(List.of(frequencies)),
        15,
        Optional.empty(),
        Normalization.SURFACE,
        Scale.PAPER);
  }

  @Property(tries = 200)
  void aBallComesBackAsItWas(
      @ForAll BigInteger mantissa,
      @ForAll @LongRange(min = -5000, max = 5000) long exponent,
      @ForAll @LongRange(min = 0, max = 1L << 62) long radius,
      @ForAll @IntRange(min = -100, max = 40) int order) {
    Ball ball = Ball.of(mantissa, exponent, radius, exponent + order);
    Ball again = StoredNumber.ball(StoredNumber.text(ball));
    assertEquals(ball.lower(), again.lower());
    assertEquals(ball.upper(), again.upper());
  }

  @Property(tries = 200)
  void anExactNumberComesBackAsItWas(
      @ForAll BigInteger numerator,
      @ForAll @IntRange(min = 1) int denominator,
      @ForAll @IntRange(min = -9, max = 9) int power) {
    Optional<PiRational> exact =
        Optional.of(new PiRational(Rational.of(numerator, BigInteger.valueOf(denominator)), power));
    assertEquals(exact, StoredNumber.exact(StoredNumber.text(exact)));
    assertEquals(Optional.empty(), StoredNumber.exact(StoredNumber.text(Optional.empty())));
  }

  @Test
  void whatIsClosedIsKept() {
    try (Store store = Store.open(file(), "zonal 1")) {
      store.put(key(3), NUMBER);
    }
    try (Store store = Store.open(file(), "zonal 1")) {
      StoredNumber found = store.find(key(3)).orElseThrow();
      assertEquals(NUMBER.rounded(), found.rounded());
      assertEquals(NUMBER.exact(), found.exact());
      assertEquals(NUMBER.enclosure().lower(), found.enclosure().lower());
      assertEquals(Optional.empty(), store.find(key(4)));
    }
  }

  /** Nothing is closed, as in a process that is killed. */
  @Test
  void whatWasPutIsThereForOthersAtOnce() {
    try (Store writer = Store.open(file(), "zonal 1");
        Store reader = Store.read(file(), "zonal 1")) {
      assertEquals(Optional.empty(), reader.find(key(1)));
      writer.put(key(1), NUMBER);
      assertEquals(NUMBER.rounded(), reader.find(key(1)).orElseThrow().rounded());
    }
  }

  /** The version belongs to the enclosure: there is one number for a key. */
  @Test
  void theNumbersOfAnotherVersionAreReplaced() {
    try (Store old = Store.open(file(), "zonal 1");
        Store next = Store.open(file(), "zonal 2")) {
      old.put(key(1), NUMBER);
      assertEquals(Optional.empty(), next.find(key(1)));
      assertEquals(1, next.others());
      next.put(key(1), new StoredNumber(BigDecimal.ONE, Ball.exact(1), Optional.empty(), "tail"));
      assertEquals(Optional.empty(), old.find(key(1)));
      assertEquals(BigDecimal.ONE, next.find(key(1)).orElseThrow().rounded());
      assertEquals(0, next.others());
    }
  }

  @Test
  void aNumberOfThisVersionStaysAsItIs() {
    try (Store store = Store.open(file(), "zonal 1")) {
      store.put(key(1), NUMBER);
      store.put(key(1), new StoredNumber(BigDecimal.ONE, Ball.exact(1), Optional.empty(), "tail"));
      assertEquals(NUMBER.rounded(), store.find(key(1)).orElseThrow().rounded());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?b.db", "a#b.db", "100%20.db", "a b.db", "a;b=c&mode=ro.db"})
  void everyNameOfAFileIsAllowed(String name) {
    String strange = directory.resolve(name).toString();
    try (Store store = Store.open(strange, "zonal 1")) {
      store.put(key(1), NUMBER);
    }
    assertTrue(Files.exists(Path.of(strange)));
    try (Store store = Store.read(strange, "zonal 1")) {
      assertTrue(store.find(key(1)).isPresent());
    }
  }

  /** Each sees an empty file, and one of them makes the tables. */
  @Test
  void manyMayMakeAFileAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        String shared = directory.resolve("shared" + round + ".db").toString();
        CountDownLatch start = new CountDownLatch(8);
        List<Callable<Boolean>> creators = new ArrayList<>();
        for (long k = 0; k < 8; k++) {
          StoreKey key = key(k);
          creators.add(
              () -> {
                start.countDown();
                start.await();
                try (Store store = Store.open(shared, "zonal 1")) {
                  store.put(key, NUMBER);
                }
                return true;
              });
        }
        for (Future<Boolean> creator : threads.invokeAll(creators)) {
          assertTrue(creator.get());
        }
        try (Store store = Store.read(shared, "zonal 1")) {
          assertEquals(8, Holding.of(store).get(0).numbers());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void rowsAreReadInOrderPageByPage() {
    try (Store store = Store.open(file(), "zonal 1")) {
      for (long k = 2500; k >= 0; k--) {
        store.put(key(k), NUMBER);
      }
      long next = 0;
      for (StoredRow row : store.rows(key(0).grid())) {
        assertEquals(next++, Long.parseLong(row.key().point()));
      }
      assertEquals(2501, next);
      assertEquals("0..2500", Holding.of(store).get(0).points());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rounded = '0.26'",
        "enclosure = '1 -3 0 0'",
        "exact = ''",
        "method = 'tail'",
        "digits = 9",
        "point = 2",
        "kernel = 'laplace:c=2'",
        "seal = 'x'"
      })
  void aRowThatIsChangedIsNoticed(String change) throws SQLException {
    try (Store store = Store.open(file(), "zonal 1")) {
      store.put(key(1), NUMBER);
    }
    execute("numbers.db", "UPDATE number SET " + change);
    try (Store store = Store.read(file(), "zonal 1")) {
      StoredGrid grid = store.grids().get(0);
      StoredRow row = store.rows(grid).iterator().next();
      assertEquals(Optional.empty(), row.number());
      StoreException damaged = assertThrows(StoreException.class, () -> store.find(row.key()));
      assertTrue(damaged.getMessage().contains("is damaged at " + row.key()));
    }
  }

  /** A seal that fits is not enough: the enclosure must prove the digits. */
  @Test
  void digitsThatTheEnclosureDoesNotProveAreNoticed() {
    for (String rounded : List.of("0.26", "0.25")) {
      StoredNumber number =
          new StoredNumber(
              new BigDecimal(rounded),
              Ball.of(BigInteger.ONE, -2, 1L, rounded.equals("0.26") ? -90 : -20),
              Optional.empty(),
              "tail");
      StoredRow row = StoredRow.of(key(1), "zonal 1", number);
      assertEquals(Optional.empty(), row.number());
    }
    assertTrue(StoredRow.of(key(1), "zonal 1", NUMBER).number().isPresent());
  }

  @Test
  void aFileToReadMustBeThere() throws IOException {
    String name = directory.resolve("none.db").toString();
    StoreException none = assertThrows(StoreException.class, () -> Store.read(name, "zonal 1"));
    assertTrue(none.getMessage().endsWith("cannot be read: no such file"), none.getMessage());
    assertTrue(Files.notExists(Path.of(name)));
    Files.createFile(Path.of(name));
    StoreException empty = assertThrows(StoreException.class, () -> Store.read(name, "zonal 1"));
    assertTrue(empty.getMessage().endsWith("is empty"), empty.getMessage());
    assertEquals(0, Files.size(Path.of(name)));
  }

  /** Half a file is named, whatever is missing, and never taken for an empty store. */
  @Test
  void aFileThatIsCutOffIsNamed() throws IOException {
    try (Store store = Store.open(file(), "zonal 1")) {
      for (long k = 0; k < 500; k++) {
        store.put(key(k), NUMBER);
      }
    }
    byte[] whole = Files.readAllBytes(Path.of(file()));
    for (int length : new int[] {50, 99, 1000, 4096, 8192, whole.length / 2, whole.length - 1}) {
      Files.write(Path.of(file()), Arrays.copyOf(whole, length));
      try {
        assertTrue(audit(20).has(StoreAudit.Verdict.DAMAGED), "cut at " + length);
      } catch (StoreException cut) {
        assertEquals(1, cut.getMessage().lines().count());
      }
    }
  }

  /** Reads all of the store, and computes some of it again. */
  private StoreAudit.Result audit(int sample) {
    try (Store store = Store.read(file(), "zonal 1")) {
      return new StoreAudit(new Engine()::compute, ValueGrid::computed, OptionalInt.of(sample), 1)
          .of(store, Context.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=2", "laplace:c=1", "fcntk:L=1", "ntk:act=tanh,L=1"})
  void aSecondRunComputesNothingAndGivesTheSame(String kernel) {
    Engine engine = new Engine();
    SpectrumRequest request = request(kernel, 0L, 1L, 2L, 3L, 8L);
    SpectrumResult first;
    try (Store store = Store.open(file(), "zonal 1")) {
      first = new StoredEigenvalues(store, engine::compute).compute(request, Context.NONE);
    }
    EigenvalueGrid.Source nothing =
        (asked, context) -> {
          throw new AssertionError(asked);
        };
    try (Store store = Store.open(file(), "zonal 1")) {
      SpectrumResult second = new StoredEigenvalues(store, nothing).compute(request, Context.NONE);
      assertEquals(5, second.eigenvalues().size());
      for (int i = 0; i < 5; i++) {
        Eigenvalue one = first.eigenvalues().get(i);
        Eigenvalue other = second.eigenvalues().get(i);
        assertEquals(one.frequency(), other.frequency());
        assertEquals(one.method(), other.method());
        assertEquals(one.rounded(), other.rounded());
        assertEquals(one.exact(), other.exact());
        assertEquals(one.enclosure().lower(), other.enclosure().lower());
        assertEquals(one.enclosure().upper(), other.enclosure().upper());
      }
    }
  }

  /** So it does not matter which of them an interrupted run had found. */
  @Test
  void everyNumberIsComputedAlone() {
    Engine engine = new Engine();
    AtomicInteger requests = new AtomicInteger();
    EigenvalueGrid.Source source =
        (asked, context) -> {
          requests.incrementAndGet();
          assertEquals(1, asked.frequencies().size());
          return engine.compute(asked, context);
        };
    try (Store store = Store.open(file(), "zonal 1")) {
      StoredEigenvalues stored = new StoredEigenvalues(store, source);
      stored.compute(request("laplace:c=1", 2L, 5L), Context.NONE);
      stored.compute(request("laplace:c=1", 1L, 2L, 5L, 6L), Context.NONE);
    }
    assertEquals(4, requests.get());
  }

  @Test
  void anotherDatabaseIsLeftAsItIs() throws IOException, SQLException {
    Files.writeString(directory.resolve("text.db"), "this is no database, and it is long enough");
    refused("text.db", "is no store: it is a file of another kind");
    execute("other.db", "CREATE TABLE t (x)");
    byte[] before = Files.readAllBytes(directory.resolve("other.db"));
    refused("other.db", "is a database of another program");
    assertArrayEquals(before, Files.readAllBytes(directory.resolve("other.db")));
    Store.open(file(), "zonal 1").close();
    execute("numbers.db", "PRAGMA user_version = 2");
    refused("numbers.db", "has the format 2, and this program reads 1");
    refused("none/x.db", "no such directory");
    refused(" ", "has a name that is not allowed");
  }

  private void refused(String name, String why) {
    StoreException refused =
        assertThrows(
            StoreException.class,
            () ->
                Store.open(name.isBlank() ? name : directory.resolve(name).toString(), "zonal 1"));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  private void execute(String name, String command) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(name));
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
