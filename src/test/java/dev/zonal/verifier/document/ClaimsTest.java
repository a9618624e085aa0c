package dev.zonal.verifier.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.elementary.GammaExponentialKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.Claims.Statement;
import dev.zonal.verifier.document.Finding.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hand-made claims: each hypothesis of a conclusion broken alone, each in either of two kernels.
 */
class ClaimsTest {

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Interval around(Ball ball, int digits) {
    return new Interval(ball.lowerDecimal(digits), ball.upperDecimal(digits));
  }

  private static Interval interval(String lower, String upper) {
    return new Interval(new BigDecimal(lower), new BigDecimal(upper));
  }

  /** True enclosures of the eigenvalues at the frequencies. */
  private static SortedMap<Long, Interval> rows(
      String specification, int dimension, int digits, long... ks) {
    Map<Long, Certification<Enclosure>> found =
        Spectrum.of(kernel(specification), dimension)
            .enclose(
                new TreeSet<>(LongStream.of(ks).boxed().toList()),
                4 * digits + 64,
                Optional.empty(),
                Context.NONE);
    SortedMap<Long, Interval> rows = new TreeMap<>();
    found.forEach((k, e) -> rows.put(k, around(e.get().ball(), digits)));
    return rows;
  }

  private static long[] upTo(int last) {
    return LongStream.rangeClosed(0, last).toArray();
  }

  private static Claims.OfKernel evidence(
      String specification, SortedMap<Long, Interval> rows, Claims.OfExpansion... expansions) {
    return new Claims.OfKernel(
        kernel(specification), Optional.empty(), List.of(), List.of(expansions), List.of(), rows);
  }

  private static Claims claims(
      Statement statement,
      int dimension,
      SortedMap<String, Interval> constants,
      Claims.OfKernel... kernels) {
    return new Claims(
        statement, dimension, List.of(kernels), constants, Optional.empty(), Optional.empty());
  }

  private static Claims refutation(
      Statement statement, int dimension, String reason, Claims.OfKernel... kernels) {
    return new Claims(
        statement,
        dimension,
        List.of(kernels),
        new TreeMap<>(),
        Optional.of(reason),
        Optional.empty());
  }

  private static Verifier.Report check(Claims claims) {
    return new Verifier(Context.NONE).check(claims);
  }

  private static Set<Hypothesis> refusals(Claims claims) {
    return check(claims).findings().stream()
        .map(Finding::hypothesis)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // Eigenvalues

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 25, 40, 100})
  void anEnclosureOfManyDigitsIsVerifiedAsLongAsItIsTrue(int digits) {
    for (String kernel : List.of("resntk:L=2,alpha=1", "laplace:c=1", "gaussian:c=30")) {
      SortedMap<Long, Interval> rows = rows(kernel, 3, digits, 0, 5, 12);
      assertEquals(Set.of(), refusals(rowsAlone(kernel, rows)), kernel);
      Interval last = rows.get(12L);
      BigDecimal width = last.upper().subtract(last.lower());
      rows.put(12L, new Interval(last.upper().add(width), last.upper().add(width).add(width)));
      Verifier.Report report = check(rowsAlone(kernel, rows));
      assertEquals(Verdict.REFUTED, report.verdict(), kernel);
      assertEquals(1, report.findings().size());
    }
  }

  /** A refutation that holds whatever the rows are, as long as they are true. */
  private static Claims rowsAlone(String kernel, SortedMap<Long, Interval> rows) {
    return refutation(
        Statement.EQUIVALENCE,
        3,
        "negative",
        evidence(kernel, rows),
        evidence("polynomial:[-1]", rows("polynomial:[-1]", 3, 20, 0)));
  }

  @Test
  void aPointIsTheEigenvalueOnlyIfThatIsRational() {
    SortedMap<Long, Interval> rows = new TreeMap<>();
    String kernel = "polynomial:[1/4,1]";
    rows.put(0L, interval("0.25", "0.25"));
    rows.put(3L, interval("0", "0"));
    assertEquals(Set.of(), refusals(rowsAlone(kernel, rows)));
    rows.put(0L, interval("0.25000001", "0.25000001"));
    assertEquals(Set.of(Hypothesis.ENCLOSURE), refusals(rowsAlone(kernel, rows)));
    SortedMap<Long, Interval> point = new TreeMap<>();
    BigDecimal near = rows("laplace:c=1", 3, 30, 2).get(2L).lower();
    point.put(2L, new Interval(near, near));
    assertTrue(check(rowsAlone("laplace:c=1", point)).verdict() != Verdict.VERIFIED);
  }

  @Test
  void zeroIsClaimedByBothEndsAndTrueByATheoremAlone() {
    for (Interval claim : List.of(interval("0", "1e-9"), interval("-1e-9", "0"))) {
      SortedMap<Long, Interval> rows = new TreeMap<>(Map.of(3L, claim));
      assertEquals(Set.of(), refusals(rowsAlone("fcntk:L=1", rows)));
      assertTrue(!claim.isZero());
    }
    SortedMap<Long, Interval> zero = new TreeMap<>(Map.of(3L, interval("0", "0")));
    assertEquals(Set.of(), refusals(rowsAlone("fcntk:L=1", zero)));
    assertEquals(Set.of(Hypothesis.ENCLOSURE), refusals(rowsAlone("laplace:c=1", zero)));
  }

  // Expansions

  private static Claims.OfExpansion power(Parity parity, long from, String s) {
    return new Claims.OfExpansion(
        parity,
        from,
        List.of(new Claims.Term(fraction(s), interval("1", "1"))),
        BigDecimal.ZERO,
        Rational.of(4));
  }

  private static Rational fraction(String text) {
    return Rational.parse(text);
  }

  /** What is said of an expansion; the refutation needs nothing of it. */
  private static Set<Hypothesis> refusals(
      String kernel, int dimension, Claims.OfExpansion expansion) {
    return refusals(
        refutation(
            Statement.EQUIVALENCE,
            dimension,
            "negative",
            evidence(kernel, new TreeMap<>(), expansion),
            evidence("polynomial:[-1]", rows("polynomial:[-1]", dimension, 20, 0))));
  }

  /** Proposition 12.9: 2 k0 > s, k0 > 0, s > -(d-1), s no even number from 0 on. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, even, 2, ''",
    "7/2, 3, even, 2, ''",
    "4/3, 3, odd, 1, ''",
    "5/2, 3, odd, 1, EXPANSION_START",
    "3, 3, even, 0, EXPANSION_START",
    "-1/2, 3, even, 0, EXPANSION_START",
    "-1/2, 3, even, 2, ''",
    "-1, 3, odd, 1, ''",
    "-1/2, 2, odd, 1, ''",
    "0, 3, even, 2, EXPANSION_KERNEL",
    "2, 3, even, 4, EXPANSION_KERNEL",
    "4, 3, odd, 5, EXPANSION_KERNEL",
    "1, 3, odd, 2, TAIL_PARITY",
    "1, 3, even, 3, TAIL_PARITY"
  })
  void anExpansionOfAPowerHoldsFromWhereTheTheoremSays(
      String s, int dimension, String parity, long from, String refusal) {
    Parity of = parity.equals("even") ? Parity.EVEN : Parity.ODD;
    Set<Hypothesis> expected = refusal.isEmpty() ? Set.of() : Set.of(Hypothesis.valueOf(refusal));
    assertEquals(expected, refusals("chord:s=" + s, dimension, power(of, from, s)));
  }

  @Test
  void anExpansionOfAPowerHasOneTermAPositiveOrderAndNoNegativeRest() {
    Claims.OfExpansion good = power(Parity.EVEN, 8, "1");
    Claims.Term term = good.terms().get(0);
    Claims.Term other = new Claims.Term(Rational.of(3), term.coefficient());
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals("chord:s=1", 3, with(good, List.of(term, other), good.rest(), good.order())));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals("chord:s=1", 3, with(good, List.of(other), good.rest(), good.order())));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals("chord:s=1", 3, with(good, good.terms(), good.rest(), Rational.ZERO)));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_REST),
        refusals("chord:s=1", 3, with(good, good.terms(), new BigDecimal("-1e-9"), good.order())));
    List<Claims.Term> wrong = List.of(new Claims.Term(Rational.ONE, interval("2", "3")));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_COEFFICIENT),
        refusals("chord:s=1", 3, with(good, wrong, good.rest(), good.order())));
    assertEquals(Set.of(Hypothesis.EXPANSION_KERNEL), refusals("laplace:c=1", 3, good));
    assertEquals(Set.of(Hypothesis.EXPANSION_KERNEL), refusals("gammaexp:c=1,gamma=2", 3, good));
  }

  /** For c near 0 the step is small, and N = 4 is not above J + 1 = 4. */
  @Test
  void anExpansionOfAGammaExponentialNeedsATermBeyondThoseKept() {
    String kernel = "gammaexp:c=1/100,gamma=7/4";
    UniformExpansion e = proved(kernel, 3, Parity.ODD, 21).orElseThrow();
    Claims.OfExpansion three = claim(e, 3);
    Claims.OfExpansion five = claim(e, 5);
    BigDecimal generous = new BigDecimal("1e300");
    assertEquals(
        Set.of(Hypothesis.EXPANSION_START),
        refusals(kernel, 3, with(three, three.terms(), generous, three.order())));
    assertEquals(Set.of(), refusals(kernel, 3, with(five, five.terms(), generous, five.order())));
  }

  private static Claims.OfExpansion with(
      Claims.OfExpansion e, List<Claims.Term> terms, BigDecimal rest, Rational order) {
    return new Claims.OfExpansion(e.parity(), e.from(), terms, rest, order);
  }

  private static Optional<UniformExpansion> proved(
      String kernel, int dimension, Parity parity, long from) {
    return Asymptotics.of(Spectrum.of(kernel(kernel), dimension)).from(parity, from, 192);
  }

  private static Claims.OfExpansion claim(UniformExpansion e, long from) {
    return new Claims.OfExpansion(
        e.parity(),
        from,
        e.terms().stream()
            .map(t -> new Claims.Term(t.exponent(), around(t.coefficient(), 30)))
            .toList(),
        e.rest().upperDecimal(12).round(new MathContext(10, RoundingMode.CEILING)),
        e.order());
  }

  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=1,gamma=3/2', 3, 40",
    "'gammaexp:c=3,gamma=1/2', 2, 31",
    "'gammaexp:c=1/2,gamma=7/4', 5, 24",
    "'gammaexp:c=2,gamma=2/3', 3, 61",
    "'gammaexp:c=5,gamma=4/3', 10, 80"
  })
  void theLeastRestOfAGammaExponentialIsThatOfTheProver(String kernel, int d, long from) {
    Claims.OfExpansion claim = claim(proved(kernel, d, Parity.of(from), from).orElseThrow(), from);
    assertEquals(Set.of(), refusals(kernel, d, claim));
    BigDecimal more = claim.rest().multiply(new BigDecimal("2"));
    assertEquals(Set.of(), refusals(kernel, d, with(claim, claim.terms(), more, claim.order())));
    BigDecimal less = claim.rest().multiply(new BigDecimal("0.99999"));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_REST),
        refusals(kernel, d, with(claim, claim.terms(), less, claim.order())));
    // one term less, one exponent more, an order that the last term does not reach
    int n = claim.terms().size();
    List<Claims.Term> fewer = claim.terms().subList(0, n - 1);
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals(kernel, d, with(claim, fewer, more, claim.order())));
    Rational beyond = claim.terms().get(n - 1).exponent().add(10);
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals(kernel, d, with(claim, claim.terms(), more, beyond)));
    List<Claims.Term> shifted = new ArrayList<>(claim.terms());
    Claims.Term first = shifted.get(0);
    shifted.set(0, new Claims.Term(first.exponent().add(1), first.coefficient()));
    assertEquals(
        Set.of(Hypothesis.EXPANSION_TERMS),
        refusals(kernel, d, with(claim, shifted, more, claim.order())));
  }

  /** Proposition 12.10: N > J + 1, k0 > gamma/2, and the majorant's step is below one half. */
  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=1,gamma=3/2', 3",
    "'gammaexp:c=3,gamma=1/2', 2",
    "'gammaexp:c=2,gamma=7/4', 5",
    "'gammaexp:c=8,gamma=1/2', 3",
    "'gammaexp:c=10,gamma=4/3', 10"
  })
  void anExpansionOfAGammaExponentialHoldsFromWhereTheFormulaSays(String kernel, int d) {
    UniformExpansion e = proved(kernel, d, Parity.EVEN, 400).orElseThrow();
    double gamma = ((GammaExponentialKernel) kernel(kernel)).gamma().doubleValue();
    double c = Double.parseDouble(kernel.replaceAll(".*c=([0-9]+),.*", "$1"));
    long kept = Math.round(Math.ceil(4 / gamma - 1e-9));
    BigDecimal generous = new BigDecimal("1e300");
    boolean seen = false;
    for (long k = 2; k <= 60; k += 2) {
      double beyond = Math.ceil(2 * k / gamma - 1e-9);
      double shifted = k + (d - 2) / 2.0;
      double growth = Math.pow((shifted + 1) / shifted, gamma * kept);
      double step =
          Math.pow(2, gamma)
              * c
              * growth
              * (k + gamma / 2 + d - 1)
              / (k - gamma / 2)
              / (beyond + 1);
      assertTrue(Math.abs(step - 0.5) > 1e-12);
      double last = e.terms().get(e.terms().size() - 1).exponent().doubleValue();
      boolean holds = beyond > kept + 1 && k > gamma / 2 && step < 0.5 && last < 2 * k;
      Claims.OfExpansion claim = claim(e, k);
      Set<Hypothesis> refusals =
          refusals(kernel, d, with(claim, claim.terms(), generous, claim.order()));
      assertEquals(holds, !refusals.contains(Hypothesis.EXPANSION_START), "k0 = " + k);
      seen |= !holds;
    }
    assertTrue(seen);
  }

  // Conclusions about one kernel

  private static Claims decayOfPower(
      String s, long even, long odd, SortedMap<Long, Interval> rows, String... names) {
    SortedMap<String, Interval> constants = new TreeMap<>();
    for (String name : names) {
      constants.put(name, interval("-1e9", "1e9"));
    }
    return claims(
        Statement.DECAY,
        3,
        constants,
        evidence("chord:s=" + s, rows, power(Parity.EVEN, even, s), power(Parity.ODD, odd, s)));
  }

  private static final String[] LAW = {
    "constant.even",
    "constant.odd",
    "c1.even",
    "c1.odd",
    "c2.even",
    "c2.odd",
    "remainder.even",
    "remainder.odd"
  };

  /** Wide claims are true, so that the hypotheses alone can refuse. */
  @Test
  void aDecayLawNeedsItsStartItsRowsAndItsConstants() {
    SortedMap<Long, Interval> rows = rows("chord:s=7/2", 3, 20, upTo(24));
    assertEquals(Set.of(), refusals(decayOfPower("7/2", 24, 25, rows, LAW)));
    // rows from the first frequency of the tail on are not needed, nor is k = 0
    SortedMap<Long, Interval> needed = new TreeMap<>(rows.subMap(1L, 24L));
    assertEquals(Set.of(), refusals(decayOfPower("7/2", 24, 25, needed, LAW)));
    for (long k : new long[] {1, 2, 22, 23}) {
      SortedMap<Long, Interval> fewer = new TreeMap<>(rows);
      fewer.remove(k);
      assertEquals(
          Set.of(Hypothesis.ROW_MISSING, Hypothesis.CONSTANT_NAMES),
          refusals(decayOfPower("7/2", 24, 25, fewer, LAW)));
    }
    // 2 k0 = 4 > s, and yet s + 1 > 2 k0 = 4: the expansion holds, Lemma 12.8 does not
    assertEquals(
        Set.of(Hypothesis.DECAY_START, Hypothesis.CONSTANT_NAMES),
        refusals(decayOfPower("7/2", 2, 25, rows, LAW)));
    List<String> more = new ArrayList<>(List.of(LAW));
    more.add("c3.even");
    assertEquals(
        Set.of(Hypothesis.CONSTANT_NAMES),
        refusals(decayOfPower("7/2", 24, 25, rows, more.toArray(String[]::new))));
    assertEquals(
        Set.of(Hypothesis.CONSTANT_NAMES),
        refusals(
            decayOfPower("7/2", 24, 25, rows, List.of(LAW).subList(1, 8).toArray(String[]::new))));
  }

  @Test
  void aTailWithoutASignProvesNoSign() {
    // epsilon of the first terms is above 1 there
    String kernel = "gammaexp:c=10,gamma=4/3";
    UniformExpansion e = proved(kernel, 3, Parity.EVEN, 400).orElseThrow();
    Claims.OfExpansion even = claim(e, 400);
    Claims.OfExpansion wide = with(even, even.terms(), new BigDecimal("1"), even.order());
    Claims.OfExpansion odd = claim(proved(kernel, 3, Parity.ODD, 401).orElseThrow(), 401);
    Set<Hypothesis> refusals =
        refusals(
            claims(
                Statement.POSITIVITY,
                3,
                new TreeMap<>(),
                evidence(kernel, new TreeMap<>(), wide, odd)));
    assertTrue(refusals.contains(Hypothesis.TAIL_SIGN), refusals::toString);
  }

  // Conclusions about two kernels

  private static Claims equivalence(
      SortedMap<String, Interval> constants, Claims.OfKernel one, Claims.OfKernel two) {
    return claims(Statement.EQUIVALENCE, 3, constants, one, two);
  }

  private static SortedMap<String, Interval> everywhere(String... names) {
    SortedMap<String, Interval> constants = new TreeMap<>();
    for (String name : names) {
      constants.put(name, interval("-1e99", "1e99"));
    }
    return constants;
  }

  @Test
  void aKernelThatEndsEarlierIsNotEquivalentThoughItsRowsAreNot() {
    String early = "polynomial:[1,0,1]";
    String late = "polynomial:[1,0,1,0,1]";
    SortedMap<String, Interval> constants = everywhere("infimum", "supremum");
    Claims.OfKernel one = evidence(early, rows(early, 3, 20, upTo(3)));
    Claims.OfKernel two = evidence(late, rows(late, 3, 20, upTo(5)));
    assertEquals(Set.of(Hypothesis.ROW_MISSING), refusals(equivalence(constants, one, two)));
    assertEquals(Set.of(Hypothesis.ROW_MISSING), refusals(equivalence(constants, two, one)));
    Claims.OfKernel whole = evidence(early, rows(early, 3, 20, upTo(5)));
    assertEquals(Set.of(Hypothesis.QUOTIENT_ROWS), refusals(equivalence(constants, whole, two)));
    assertEquals(Set.of(Hypothesis.QUOTIENT_ROWS), refusals(equivalence(constants, two, whole)));
  }

  @Test
  void eitherKernelThatIsNotSemidefiniteIsRefused() {
    SortedMap<String, Interval> constants = everywhere("infimum", "supremum");
    String good = "polynomial:[1,1]";
    for (String bad : List.of("polynomial:[1,-1]", "polynomial:[-1,1]", "polynomial:[-1,-2]")) {
      Claims.OfKernel one = evidence(good, rows(good, 3, 20, upTo(3)));
      Claims.OfKernel two = evidence(bad, rows(bad, 3, 20, upTo(3)));
      assertEquals(Set.of(Hypothesis.ROW_SIGN), refusals(equivalence(constants, one, two)));
      assertEquals(Set.of(Hypothesis.ROW_SIGN), refusals(equivalence(constants, two, one)));
    }
    Claims.OfKernel one = evidence(good, rows(good, 3, 20, upTo(3)));
    String other = "polynomial:[2,1]";
    Claims.OfKernel two = evidence(other, rows(other, 3, 20, upTo(3)));
    assertEquals(Set.of(), refusals(equivalence(constants, one, two)));
    assertEquals(
        Set.of(Hypothesis.CONSTANT_NAMES),
        refusals(equivalence(everywhere("infimum", "supremum", "limit.even"), one, two)));
    SortedMap<String, Interval> wrong = new TreeMap<>(constants);
    wrong.put("supremum", interval("1.5", "2"));
    assertEquals(Set.of(Hypothesis.CONSTANT), refusals(equivalence(wrong, one, two)));
    wrong.put("supremum", interval("0.99999", "1.00001"));
    wrong.put("infimum", interval("0.49999", "0.50001"));
    assertEquals(Set.of(), refusals(equivalence(wrong, one, two)));
  }

  // Refutations

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polynomial:[1,1] | polynomial:[1,-1] | sign | true",
        "polynomial:[1,-1] | polynomial:[1,1] | sign | true",
        "polynomial:[1,1] | polynomial:[1,2] | sign | false",
        "polynomial:[-1,-1] | polynomial:[-1,-2] | sign | false",
        "polynomial:[1,0,1] | polynomial:[1,1,1] | sign | false",
        "polynomial:[1,0,1] | polynomial:[1,1,1] | zero | true",
        "polynomial:[1,1,1] | polynomial:[1,0,1] | zero | true",
        "polynomial:[1,0,1] | polynomial:[2,0,1] | zero | false",
        "polynomial:[1,1] | polynomial:[1,2] | zero | false",
        "polynomial:[1,-1] | polynomial:[1,1] | negative | true",
        "polynomial:[1,1] | polynomial:[1,-1] | negative | true",
        "polynomial:[1,0,1] | polynomial:[1,1,1] | negative | false",
        "polynomial:[1,1] | polynomial:[1,2] | rate | false",
        "gaussian:c=1 | gaussian:c=1 | rate | false",
        "gaussian:c=1 | gaussian:c=2 | rate | true",
        "gaussian:c=1 | polynomial:[1,2] | rate | false",
        "polynomial:[1,1] | polynomial:[1,2] | smooth | false",
        "polynomial:[1,1] | polynomial:[1,2] | exponent | false"
      })
  void aPairIsRefutedForTheReasonThatIsNamedAlone(
      String first, String second, String reason, boolean holds) {
    Claims.OfKernel one = evidence(first, rows(first, 3, 20, upTo(4)));
    Claims.OfKernel two = evidence(second, rows(second, 3, 20, upTo(4)));
    Set<Hypothesis> expected = holds ? Set.of() : Set.of(Hypothesis.REFUTATION);
    assertEquals(expected, refusals(refutation(Statement.EQUIVALENCE, 3, reason, one, two)));
    // at frequencies that only one of them has there is nothing to compare
    Claims.OfKernel elsewhere = evidence(second, rows(second, 3, 20, 9));
    boolean needsBoth = reason.equals("sign") || reason.equals("zero");
    if (needsBoth) {
      assertEquals(
          Set.of(Hypothesis.REFUTATION),
          refusals(refutation(Statement.EQUIVALENCE, 3, reason, one, elsewhere)));
    }
  }

  /** Lambda_k(1) is negative, Lambda_k(3) positive, and so is that of a negative power. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chord:s=1 | chord:s=3 | sign | true",
        "chord:s=3 | chord:s=1 | sign | true",
        "chord:s=1 | chord:s=1/2 | sign | false",
        "chord:s=3 | chord:s=5/2 | sign | false",
        "chord:s=1 | chord:s=3 | exponent | true",
        "chord:s=1 | chord:s=1 | exponent | false",
        "chord:s=3 | chord:s=1 | negative | true",
        "chord:s=3 | chord:s=5/2 | negative | false",
        "gaussian:c=1 | chord:s=1 | smooth | true",
        "chord:s=1 | gaussian:c=1 | smooth | true",
        "chord:s=1 | chord:s=3 | smooth | false",
        "gaussian:c=1 | gaussian:c=2 | smooth | false"
      })
  void aPairIsRefutedByItsTailsForTheReasonThatIsNamedAlone(
      String first, String second, String reason, boolean holds) {
    Claims.OfKernel one = withTail(first);
    Claims.OfKernel two = withTail(second);
    Set<Hypothesis> expected = holds ? Set.of() : Set.of(Hypothesis.REFUTATION);
    assertEquals(expected, refusals(refutation(Statement.EQUIVALENCE, 3, reason, one, two)));
  }

  private static Claims.OfKernel withTail(String kernel) {
    return kernel.startsWith("chord")
        ? evidence(
            kernel, new TreeMap<>(), power(Parity.EVEN, 40, kernel.substring("chord:s=".length())))
        : evidence(kernel, new TreeMap<>());
  }

  /** A rest of 1 or more leaves the sign of a tail open. */
  @Test
  void tailsWithoutASignRefuteNothing() {
    Claims.OfExpansion clear = power(Parity.EVEN, 40, "1");
    Claims.OfExpansion open = with(clear, clear.terms(), BigDecimal.ONE, clear.order());
    Claims.OfKernel one = evidence("chord:s=1", new TreeMap<>(), open);
    Claims.OfKernel two = withTail("chord:s=3");
    for (String reason : List.of("sign", "negative")) {
      assertEquals(
          Set.of(Hypothesis.REFUTATION),
          refusals(refutation(Statement.EQUIVALENCE, 3, reason, one, two)));
      assertEquals(
          Set.of(Hypothesis.REFUTATION),
          refusals(refutation(Statement.EQUIVALENCE, 3, reason, two, one)));
    }
    assertEquals(Set.of(), refusals(refutation(Statement.EQUIVALENCE, 3, "exponent", one, two)));
  }

  /** An interval around it is enough for an eigenvalue that is zero by a theorem. */
  @Test
  void aZeroByATheoremIsOneHoweverItIsEnclosed() {
    SortedMap<Long, Interval> around = new TreeMap<>(Map.of(3L, interval("-1e-9", "1e-9")));
    Claims.OfKernel layer = evidence("fcntk:L=1", around);
    assertEquals(Set.of(), refusals(refutation(Statement.POSITIVITY, 3, "zero", layer)));
    Claims.OfKernel laplace =
        evidence("laplace:c=1000", new TreeMap<>(Map.of(3L, interval("-1", "1"))));
    assertEquals(
        Set.of(Hypothesis.REFUTATION),
        refusals(refutation(Statement.POSITIVITY, 3, "zero", laplace)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DECAY | gaussian:c=1 | smooth | true",
        "DECAY | polynomial:[1,2] | smooth | true",
        "DECAY | laplace:c=1 | smooth | false",
        "DECAY | chord:s=1/2 | smooth | false",
        "DECAY | gaussian:c=1 | zero | false",
        "POSITIVITY | polynomial:[1,0,1] | zero | true",
        "POSITIVITY | polynomial:[1,0,1] | negative | false",
        "POSITIVITY | polynomial:[1,-1] | negative | true",
        "SEMIDEFINITE | polynomial:[1,0,1] | zero | false",
        "SEMIDEFINITE | polynomial:[1,-1] | negative | true",
        "SEMIDEFINITE | polynomial:[1,1] | negative | false"
      })
  void aStatementIsRefutedForItsOwnReasonsAlone(
      Statement statement, String kernel, String reason, boolean holds) {
    boolean needsRows = kernel.startsWith("polynomial");
    SortedMap<Long, Interval> rows = needsRows ? rows(kernel, 3, 20, upTo(1)) : new TreeMap<>();
    Set<Hypothesis> expected = holds ? Set.of() : Set.of(Hypothesis.REFUTATION);
    assertEquals(expected, refusals(refutation(statement, 3, reason, evidence(kernel, rows))));
  }
}
