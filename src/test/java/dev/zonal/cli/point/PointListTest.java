package dev.zonal.cli.point;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.KernelSpecificationException;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointListTest {

  private static List<Long> parse(String list) {
    return List.copyOf(PointList.frequencies(list));
  }

  @Test
  void rangesAndNumbersAreSortedWithoutDuplicates() {
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 7L, 100L), parse("100,3..4,0..3,7,7"));
  }

  @Test
  void aStepEndsWhereTheNextOneWouldPassTheEnd() {
    assertEquals(List.of(10L, 40L, 70L, 100L), parse("10..100:step=30"));
    assertEquals(List.of(10L, 50L, 90L), parse("10..100:step=40"));
  }

  @Test
  void sevenPointsOfSixDecadesAreThePowersOfTen() {
    assertEquals(
        List.of(1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L), parse("1..1e6:log=7"));
  }

  @Test
  void eighteenDecadesAreExact() {
    List<Long> points = parse("1..1e18:log=19");
    for (int i = 0; i <= 18; i++) {
      assertEquals(BigInteger.TEN.pow(i).longValueExact(), points.get(i));
    }
  }

  @Test
  void aModifierBindsToItsOwnElement() {
    assertEquals(List.of(1L, 2L, 3L, 10L, 20L, 21L), parse("1..3,10..20:step=10,20:parity=both"));
  }

  @Test
  void modifiersCombineInAnyOrder() {
    List<Long> expected = List.of(10L, 11L, 100L, 101L, 1000L, 1001L);
    assertEquals(expected, parse("10..1e3:log=3:parity=both"));
    assertEquals(expected, parse("10..1e3:parity=both:log=3"));
  }

  @Test
  void numbersMayCarryAnExponentAndMustBeIntegers() {
    assertEquals(List.of(0L, 1500L, 1_000_000L), parse("1e6,1.5E3,0e999"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | empty",
        "\" \" | empty",
        "1,,2 | empty",
        "1, | empty",
        "-1 | '-1' is negative",
        "0..-3 | negative",
        "20..0 | reversed range, write 0..20",
        "abc | 'abc' is not a frequency",
        "1.5 | not an integer",
        "1e-999999999 | not a frequency",
        "1e999999999 | too large",
        "1e19 | too large",
        "1000000000000000001 | too large",
        "1_000 | not a frequency",
        "0..9:stp=3 | did you mean 'step'?",
        "0..9:step | unknown modifier",
        "0..9:step=0 | from 1",
        "0..9:step=x | step=N",
        "1..9:log=1 | from 2",
        "0..9:log=3 | starts at 0",
        "7:step=2 | needs one",
        "1..9:log=3:step=2 | one of step, points and log",
        "1..9:parity=odd | parity=both",
        "1e18:parity=both | 10^18 + 1",
        "0..1e18 | more than 10^6",
        "0..1000001 | more than 10^6",
        "0..999999:parity=both | more than 10^6",
      })
  void whatIsWrongIsNamed(String list, String message) {
    String said =
        assertThrows(UsageException.class, () -> PointList.frequencies(list)).getMessage();
    assertTrue(said.contains(message), said);
  }

  @Test
  void evenlySpacedFrequenciesAreTheNearestIntegersAndHalvesGoUp() {
    assertEquals(List.of(0L, 25L, 50L, 75L, 100L), parse("0..100:points=5"));
    assertEquals(List.of(0L, 3L, 5L, 8L, 10L), parse("0..10:points=5"));
    assertEquals(List.of(7L), parse("7..7:points=3"));
  }

  @Test
  void logAloneDoublesAsFarAsTheEnd() {
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L), parse("1..16:log"));
    assertEquals(parse("3..100:log=7"), parse("3..100:log"));
    assertEquals(List.of(5L), parse("5..5:log"));
    assertEquals(61, parse("1..1e18:log").size());
  }

  private static String cosines(String list) {
    return PointList.cosines(list).stream()
        .map(Rational::toString)
        .collect(Collectors.joining(" "));
  }

  @Test
  void cosinesStandInTheOrderGivenAndMayStandTwice() {
    assertEquals("1/2 -1/4 1/1000000 1/2", cosines("1/2, -0.25,1e-6,.5"));
  }

  @Test
  void rangesOfCosinesAreExact() {
    assertEquals("-1 -1/2 0 1/2 1", cosines("-1..1:points=5"));
    assertEquals("-1 -7/10 -2/5 -1/10 1/5 1/2 4/5", cosines("-1..1:step=0.3"));
    assertEquals("0 1/3 2/3 1 -1/7", cosines("0..1:step=1/3,-1/7"));
    assertEquals("1/2 3/4", cosines(".5...75:step=.25"));
    assertEquals(1_000_000, PointList.cosines("-1..1:points=1e6").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1..1 | u = '-1..1' is a range without a spacing, add for example :points=9",
        "1..0:points=3 | reversed range, write 0..1",
        "0..1:points=1 | from 2 to 1000000",
        "0..1:step=0 | a number above 0",
        "0..1:step=-1/2 | a number above 0",
        "1/2:points=3 | is no range",
        "0..1:log=3 | unknown modifier 'log=3', allowed are step=S and points=N",
        "0..1:pionts=3 | did you mean 'points'?",
        "1/2:parity=both | unknown modifier",
        "0..1:step=1/2:points=3 | two spacings",
        "0..2:points=3 | u = '2' is not allowed",
        "0..1:step=1e-7 | more than 10^6 + 1",
        "-1..1:points=1e6,0..1:points=3 | more than 10^6 + 1"
      })
  void whatIsWrongWithCosinesIsNamed(String list, String message) {
    String said = assertThrows(UsageException.class, () -> PointList.cosines(list)).getMessage();
    assertTrue(said.contains(message), said);
  }

  @Test
  void exactlyAMillionFrequenciesAreAllowed() {
    assertEquals(1_000_001, PointList.frequencies("0..1e6").size());
    assertEquals(1_000_000, PointList.frequencies("1e17..1e18:log=1000000").size());
  }

  @Property(tries = 300)
  void geometricPointsAreTheNearestIntegers(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long a,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long b,
      @ForAll @IntRange(min = 2, max = 40) int count) {
    long first = Math.min(a, b);
    long last = Math.max(a, b);
    long[] points = GeometricPoints.between(first, last, count);
    assertEquals(first, points[0]);
    assertEquals(last, points[count - 1]);
    int n = count - 1;
    for (int i = 0; i <= n; i++) {
      // (2p - 1)^n < 2^n first^(n-i) last^i < (2p + 1)^n says that p is nearest.
      BigInteger exact =
          BigInteger.valueOf(first)
              .pow(n - i)
              .multiply(BigInteger.valueOf(last).pow(i))
              .shiftLeft(n);
      BigInteger twice = BigInteger.valueOf(points[i]).shiftLeft(1);
      assertTrue(twice.subtract(BigInteger.ONE).pow(n).compareTo(exact) < 0);
      assertTrue(twice.add(BigInteger.ONE).pow(n).compareTo(exact) > 0);
    }
  }

  @Property(tries = 3000)
  void anyTextIsAListOrGetsOneLine(@ForAll("lists") String text) {
    SortedSet<Long> parsed;
    try {
      parsed = PointList.frequencies(text);
    } catch (UsageException e) {
      assertAll(
          () -> assertTrue(e.getMessage().lines().count() == 1, e.getMessage()),
          () -> assertTrue(e.getMessage().length() < 300, e.getMessage()));
      return;
    }
    assertTrue(parsed.first() >= 0 && parsed.last() <= 1_000_000_000_000_000_000L);
    assertTrue(parsed.size() <= PointList.LONGEST);
  }

  @Property(tries = 3000)
  void anyTextIsAListOfCosinesOrGetsOneLine(@ForAll("lists") String text) {
    List<Rational> parsed;
    try {
      parsed = PointList.cosines(text);
    } catch (UsageException | KernelSpecificationException e) {
      assertTrue(e.getMessage().lines().count() <= 1, e.getMessage());
      assertTrue(e.getMessage().length() < 300, e.getMessage());
      return;
    }
    assertTrue(parsed.stream().allMatch(u -> u.abs().compareTo(1) <= 0));
    assertTrue(parsed.size() <= PointList.LONGEST);
  }

  @Provide
  Arbitrary<String> lists() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "0",
            "1",
            "7",
            "20",
            "1e6",
            "1e18",
            "..",
            ",",
            ":",
            ":step=",
            ":log=",
            ":log",
            ":points=",
            ":parity=both",
            "-",
            ".",
            "e",
            "\n",
            " ",
            "=",
            "both",
            "x",
            "\u2028",
            "9999999999999999999999");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }
}
