package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evidence made by hand, in dimension 3: expansions c Lambda_k(s), where Lambda_k(1) is negative
 * and Lambda_k(3) positive, with a rest, and rows.
 *
 * @param kernel its specification
 */
record HandMade(
    String kernel, List<Evidence.Expansion> expansions, SortedMap<Long, Interval> rows) {
  static final int DIMENSION = 3;

  /** Of a kernel with laws of both parities: positive from 2 and 3 on, with the rows below. */
  static HandMade positive() {
    return of("fcntk:L=2").tail(Parity.EVEN, 2, "-1").tail(Parity.ODD, 3, "-1").row(0).row(1);
  }

  static HandMade of(String kernel) {
    return new HandMade(kernel, List.of(), new TreeMap<>());
  }

  HandMade kernel(String other) {
    return new HandMade(other, expansions, rows);
  }

  /** With c Lambda_k(1) and a rest of 1/10. */
  HandMade tail(Parity parity, long from, String c) {
    return tail(parity, from, 1, c, c, "1e-1");
  }

  /** In place of the tail of that parity, if there is one. */
  HandMade tail(Parity parity, long from, int s, String lower, String upper, String rest) {
    List<Evidence.Expansion> all = new ArrayList<>(without(parity).expansions());
    all.add(
        new Evidence.Expansion(
            parity,
            from,
            List.of(new Evidence.Expansion.Term(Rational.of(s), interval(lower, upper))),
            new BigDecimal(rest),
            Rational.of(4)));
    return new HandMade(kernel, all, rows);
  }

  HandMade without(Parity parity) {
    return new HandMade(
        kernel, expansions.stream().filter(e -> e.parity() != parity).toList(), rows);
  }

  HandMade row(long k) {
    return row(k, "1", "1.1");
  }

  HandMade row(long k, String lower, String upper) {
    SortedMap<Long, Interval> all = new TreeMap<>(rows);
    all.put(k, interval(lower, upper));
    return new HandMade(kernel, expansions, all);
  }

  HandMade without(long k) {
    SortedMap<Long, Interval> all = new TreeMap<>(rows);
    all.remove(k);
    return new HandMade(kernel, expansions, all);
  }

  Evidence evidence() {
    return new Evidence(
        KernelSpecification.parse(kernel),
        Optional.empty(),
        List.of(),
        expansions,
        List.of(),
        rows);
  }

  static Interval interval(String lower, String upper) {
    return new Interval(new BigDecimal(lower), new BigDecimal(upper));
  }
}
