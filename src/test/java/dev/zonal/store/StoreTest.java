package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.Kernel;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
  private static final Kernel KERNEL = KernelSpecification.parse("laplace:c=1");
  private static final StoredNumber NUMBER =
      new StoredNumber(
          new BigDecimal("0.25"), Ball.exact(1).shifted(-2), Optional.of(PiRational.ZERO), "exact");

  @TempDir private Path directory;

  private String file() {
    return directory.resolve("numbers.db").toString();
  }

  private static StoreKey key(long k) {
    return StoreKey.of(
        new Key.Eigenvalue(KERNEL, 3, k, 10, Normalization.PROBABILITY, Scale.UNIT),
        Optional.empty());
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

  @Property
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

  @Property
  void anExactNumberComesBackAsItWas(
      @ForAll BigInteger numerator,
      @ForAll @IntRange(min = 1) int denominator,
      @ForAll @IntRange(min = -9, max = 9) int power) {
    Optional<PiRational> exact =
        Optional.of(
            new PiRational(Rational.of(numerator, BigInteger.valueOf(denominator)), power));
    assertEquals(exact, StoredNumber.exact(StoredNumber.text(exact)));
    assertEquals(Optional.empty(), StoredNumber.exact(StoredNumber.text(Optional.empty())));
  }

  @Test
  void whatIsClosedIsKept() {
    try (Store store = Store.open(file(), "zonal 1")) {
      store.put(key(3), NUMBER);
      assertEquals(Optional.of(NUMBER), store.find(key(3)));
    }
    try (Store store = Store.open(file(), "zonal 1")) {
      StoredNumber found = store.find(key(3)).orElseThrow();
      assertEquals(NUMBER.rounded(), found.rounded());
      assertEquals(NUMBER.exact(), found.exact());
      assertEquals(Optional.empty(), store.find(key(4)));
    }
  }

  /** Nothing is closed, as in a process that is killed. */
  @Test
  void whatWasPutIsThereForOthersAfterHalfASecond() throws InterruptedException {
    Store writer = Store.open(file(), "zonal 1");
    try (Store reader = Store.open(file(), "zonal 1")) {
      writer.put(key(1), NUMBER);
      assertEquals(Optional.empty(), reader.find(key(1)));
      for (int i = 0; i < 600 && reader.find(key(1)).isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertTrue(reader.find(key(1)).isPresent());
    } finally {
      writer.close();
    }
  }

  @Test
  void theNumbersOfAnotherVersionAreReplaced() {
    try (Store old = Store.open(file(), "zonal 1");
        Store next = Store.open(file(), "zonal 2")) {
      old.put(key(1), NUMBER);
      old.close();
      assertEquals(Optional.empty(), next.find(key(1)));
      next.put(key(1), new StoredNumber(BigDecimal.ONE, Ball.exact(1), Optional.empty(), "tail"));
    }
    try (Store old = Store.open(file(), "zonal 1");
        Store next = Store.open(file(), "zonal 2")) {
      assertEquals(Optional.empty(), old.find(key(1)));
      assertEquals(BigDecimal.ONE, next.find(key(1)).orElseThrow().rounded());
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
    refused("text.db", "file is not a database");
    execute("other.db", "CREATE TABLE t (x)");
    byte[] before = Files.readAllBytes(directory.resolve("other.db"));
    refused("other.db", "is a database of another program");
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        before, Files.readAllBytes(directory.resolve("other.db")));
    Store.open(file(), "zonal 1").close();
    execute("numbers.db", "PRAGMA user_version = 2");
    refused("numbers.db", "has the format 2, and this program reads 1");
    refused("none/x.db", "cannot be used");
    refused("a?b.db", "has a name that is not allowed");
  }

  private void refused(String name, String why) {
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> Store.open(directory.resolve(name).toString(), "zonal 1"));
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
