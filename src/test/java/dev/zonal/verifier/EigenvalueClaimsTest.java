package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows narrower than the proofs need: as many bits as tell their ends apart, and a limit. */
class EigenvalueClaimsTest {
  private static final String KERNEL = "laplace:c=1";
  private static final KernelFacts FACTS = new KernelFacts(KernelSpecification.parse(KERNEL), 3);

  /** eta_0 = 0.29... to 1000 bits and more. */
  private static BigDecimal eta(int digits) {
    Ball ball =
        ExactSpectra.of(FACTS.kernel(), 3).orElseThrow().at(0).enclose(BallArithmetic.ofBits(4000));
    return ball.decimal(900).orElseThrow().setScale(digits, RoundingMode.FLOOR);
  }

  /** What is said of eta_0 in an interval of one unit of a decimal place. */
  private static Verdict verdict(int digits, int shift) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-digits);
    BigDecimal lower = eta(digits).add(unit.multiply(BigDecimal.valueOf(shift)));
    Findings findings = new Findings();
    new EigenvalueClaims(FACTS, Context.NONE)
        .check(new TreeMap<>(Map.of(0L, new Interval(lower, lower.add(unit)))), findings);
    List<Finding> all = findings.all();
    return all.isEmpty() ? Verdict.VERIFIED : all.get(0).verdict();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 31, 60, 100, 150, 200, 217})
  void aRowIsDecidedHoweverNarrowItIs(int digits) {
    assertEquals(Verdict.VERIFIED, verdict(digits, 0));
    assertEquals(Verdict.REFUTED, verdict(digits, 1));
    assertEquals(Verdict.REFUTED, verdict(digits, -1));
  }

  /** 160 bits and four for every digit between the size and the width are 1024 for 217 digits. */
  @Test
  void rowsOfMoreThanSomeHundredDigitsAreLeftUndecided() {
    assertEquals(Verdict.UNDECIDED, verdict(218, 0));
    assertEquals(Verdict.UNDECIDED, verdict(800, 0));
  }

  /** The size of a claim is that of its larger end, which may be written with few digits. */
  @Test
  void anEndMayBeMuchShorterThanTheOther() {
    KernelFacts flat = new KernelFacts(KernelSpecification.parse("laplace:c=1e-60"), 3);
    BigDecimal unit = new BigDecimal("1e-60");
    Interval truth = new Interval(BigDecimal.ONE.subtract(unit.add(unit)), BigDecimal.ONE);
    Findings findings = new Findings();
    new EigenvalueClaims(flat, Context.NONE).check(new TreeMap<>(Map.of(0L, truth)), findings);
    assertEquals(List.of(), findings.all());
  }
}
