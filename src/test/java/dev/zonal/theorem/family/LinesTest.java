package dev.zonal.theorem.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the rules say of a series, beside its exponents up to a bound. */
class LinesTest {
  private static final int BOUND = 240;

  /** Beyond this an infinite set has some, in what is composed here. */
  private static final int MANY = 60;

  /**
   * Exponents up to a bound, and two that stand for all even and all odd ones beyond; of what is
   * infinite every third, from some one on.
   */
  private record Exponents(int start) implements SeriesAlgebra<BitSet> {
    @Override
    public BitSet zero() {
      return new BitSet();
    }

    @Override
    public BitSet power(int n) {
      BitSet set = new BitSet();
      set.set(bounded(n));
      return set;
    }

    private static int bounded(int n) {
      return n <= BOUND ? n : BOUND + 1 + (n + 1) % 2;
    }

    @Override
    public BitSet infinite(boolean odd) {
      BitSet set = new BitSet();
      for (int n = 2 * start + (odd ? 1 : 0); n <= BOUND; n += 6) {
        set.set(n);
      }
      return set;
    }

    @Override
    public BitSet sum(BitSet first, BitSet second) {
      BitSet set = (BitSet) first.clone();
      set.or(second);
      return set;
    }

    @Override
    public BitSet product(BitSet first, BitSet second) {
      BitSet set = new BitSet();
      first.stream().forEach(i -> second.stream().forEach(j -> set.set(bounded(i + j))));
      return set;
    }

    @Override
    public BitSet composition(BitSet outer, BitSet inner) {
      BitSet set = new BitSet();
      BitSet power = power(0);
      for (int n = 0; n <= BOUND + 2; n++) {
        if (outer.get(n)) {
          set.or(power);
        }
        power = product(power, inner);
      }
      return set;
    }

    @Override
    public BitSet derivative(BitSet series) {
      BitSet set = new BitSet();
      series.stream()
          .filter(n -> n > 0)
          .forEach(n -> set.set(n <= BOUND ? n - 1 : 2 * BOUND + 3 - n));
      return set;
    }
  }

  @Property(tries = 60)
  void whatIsKnownOfASeriesIsTrueOfItsExponents(@ForAll long seed) {
    Random random = new Random(seed);
    Lines lines = new Lines();
    Exponents exponents = new Exponents(random.nextInt(3));
    List<Integer> numbers = new ArrayList<>();
    List<BitSet> sets = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      int a = numbers.isEmpty() ? 0 : random.nextInt(numbers.size());
      int b = numbers.isEmpty() ? 0 : random.nextInt(numbers.size());
      int operation = random.nextInt(numbers.isEmpty() ? 3 : 7);
      boolean odd = random.nextBoolean();
      int n = random.nextInt(4);
      boolean isSeries = operation == 6 && !sets.get(b).isEmpty();
      numbers.add(apply(lines, isSeries ? 7 : operation, odd, n, numbers, a, b));
      sets.add(apply(exponents, isSeries ? 7 : operation, odd, n, sets, a, b));
    }
    for (int i = 0; i < sets.size(); i++) {
      Amounts known = lines.amounts(numbers.get(i));
      holds(known.even(), sets.get(i), 0, lines);
      holds(known.odd(), sets.get(i), 1, lines);
    }
  }

  private static <S> S apply(
      SeriesAlgebra<S> over, int operation, boolean odd, int n, List<S> all, int a, int b) {
    return switch (operation) {
      case 0 -> over.power(n);
      case 1 -> over.infinite(odd);
      case 2 -> over.sum(over.power(0), over.power(1));
      case 3 -> over.sum(all.get(a), all.get(b));
      case 4 -> over.product(all.get(a), all.get(b));
      case 5 -> over.derivative(all.get(a));
      case 6 -> over.zero();
      default -> over.composition(all.get(a), all.get(b));
    };
  }

  private static void holds(Amount amount, BitSet set, int parity, Lines lines) {
    boolean some = set.stream().anyMatch(n -> n % 2 == parity);
    boolean late = set.stream().anyMatch(n -> n % 2 == parity && n >= MANY);
    switch (amount) {
      case UNKNOWN -> {}
      case SOME -> assertTrue(some, () -> parity + " of " + set + "\n" + lines.all());
      case INFINITE -> assertTrue(late, () -> parity + " of " + set + "\n" + lines.all());
    }
  }

  @Test
  void aSeriesIsWrittenDownOnce() {
    Lines lines = new Lines();
    int u = lines.power(1);
    int sum = lines.sum(u, lines.power(0));
    assertEquals(sum, lines.sum(lines.power(1), lines.power(0)));
    assertEquals(3, lines.all().size());
  }

  @Test
  void linesSayWhatTheyAreInWordsOfTheirOwn() {
    Lines lines = new Lines();
    lines.infinite(true);
    lines.infinite(false);
    List<Line> all = lines.all();
    assertEquals(Line.Operation.ODD, all.get(0).operation());
    assertEquals(Line.Operation.EVEN, all.get(1).operation());
    assertEquals("odd", all.get(0).operation().toString());
    assertEquals("infinite", all.get(0).amounts().odd().toString());
    assertEquals("odd-inner", Rule.ODD_INNER.toString());
    long meanings = Arrays.stream(Rule.values()).map(Rule::meaning).distinct().count();
    assertEquals(Rule.values().length, meanings);
    assertTrue(Arrays.stream(Rule.values()).noneMatch(rule -> rule.meaning().isBlank()));
  }

  /** Each condition of Lemma 27.1 (e), with the case that it leaves out. */
  @Test
  void theRulesForCompositionsAreNoStrongerThanTheLemma() {
    Amounts even = new Amounts(Amount.SOME, Amount.UNKNOWN);
    Amounts odd = new Amounts(Amount.UNKNOWN, Amount.SOME);
    Amounts both = new Amounts(Amount.SOME, Amount.SOME);
    Amounts evens = new Amounts(Amount.INFINITE, Amount.UNKNOWN);
    Amounts odds = new Amounts(Amount.UNKNOWN, Amount.INFINITE);
    assertEquals(even, even.ofOdd(odds)); // F = 1
    assertEquals(odd, odd.ofOdd(odd)); // F = u, g = u
    assertEquals(odds, odd.ofOdd(odds));
    assertEquals(evens, evens.ofOdd(odd));
    assertEquals(odds, odds.ofOdd(odd));
    assertEquals(even, evens.ofEven(even)); // g = 1
    assertEquals(even, even.ofEven(evens)); // F = 1
    assertEquals(evens, evens.ofEven(evens));
    assertEquals(evens, odd.ofEven(evens));
    assertEquals(even, odd.ofEven(even));
    assertEquals(Amounts.NOTHING, Amounts.NOTHING.ofEven(evens));
    assertEquals(even, even.ofMixed(both)); // F = 1
    assertEquals(both, odd.ofMixed(both)); // F = u
    assertTrue(evens.ofMixed(both).areInfinite());
    assertTrue(odds.ofMixed(both).areInfinite());
    assertEquals(Amounts.NOTHING, Rule.UNKNOWN_INNER.of(List.of(both, Amounts.NOTHING)));
    assertEquals(even, odd.derivative()); // u' = 1
    assertEquals(Amounts.NOTHING, even.derivative()); // 1' = 0
    assertEquals(odds, evens.derivative());
  }
}
