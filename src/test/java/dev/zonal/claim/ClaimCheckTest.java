package dev.zonal.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.claim.Judgement.Verdict;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimCheckTest {
  private static final Engine ENGINE = new Engine();

  private int line;

  private Claim claim(Subject subject, Scale scale, String value, String tolerance) {
    ClaimedNumber number = ClaimedNumber.of(value, Optional.ofNullable(tolerance));
    return new Claim(++line, subject, scale, number, Optional.empty());
  }

  private Claim level(String kernel, int dimension, long k, Convention convention, String value) {
    return claim(
        new Subject.Eigenvalue(KernelSpecification.parse(kernel), dimension, k, convention),
        Scale.UNIT,
        value,
        null);
  }

  private static List<Judgement> judge(List<Claim> claims) {
    return new ClaimCheck(claims).judge(ENGINE, Context.NONE);
  }

  private static Judgement judge(Claim claim) {
    return judge(List.of(claim)).get(0);
  }

  private static List<Verdict> verdicts(List<Claim> claims) {
    return judge(claims).stream().map(Judgement::verdict).toList();
  }

  /** The neighbour of a decimal in its last place. */
  private static String next(BigDecimal decimal, int steps) {
    return decimal.add(decimal.ulp().multiply(BigDecimal.valueOf(steps))).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "fcntk:L=2, 3, PROBABILITY, UNIT, 6",
    "fcntk:L=2, 5, SURFACE, PAPER, 3",
    "laplace:c=1, 2, SURFACE, UNIT, 1",
    "'resntk:L=3,alpha=1/2', 3, PROBABILITY, PAPER, 40",
    "gaussian:c=2, 4, PROBABILITY, UNIT, 12"
  })
  void everyEigenvalueThatIsPrintedIsRightAndItsNeighboursAreWrong(
      String kernel, int dimension, Normalization measure, Scale scale, int digits) {
    SpectrumRequest request =
        new SpectrumRequest(
            KernelSpecification.parse(kernel),
            dimension,
            LongStream.of(0, 1, 2, 3, 7, 100)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new)),
            digits,
            Optional.empty(),
            measure,
            scale);
    List<Claim> claims = new ArrayList<>();
    List<BigDecimal> truths = new ArrayList<>();
    for (Eigenvalue value : ENGINE.compute(request, Context.NONE).eigenvalues()) {
      Convention convention = Convention.valueOf(measure.name());
      Subject subject =
          new Subject.Eigenvalue(request.kernel(), dimension, value.frequency(), convention);
      BigDecimal padded =
          value.rounded().setScale(value.rounded().scale() + digits - value.rounded().precision());
      for (int steps : List.of(0, 1, -1)) {
        claims.add(claim(subject, scale, next(padded, steps), null));
        truths.add(padded);
      }
    }
    List<Judgement> judgements = judge(claims);
    assertEquals(18, judgements.size());
    for (int i = 0; i < judgements.size(); i++) {
      Judgement judgement = judgements.get(i);
      assertEquals(i % 3 == 0 ? Verdict.RIGHT : Verdict.WRONG, judgement.verdict());
      CertifiedNumber shown = judgement.truth().get();
      assertTrue(shown.digits() >= digits);
      assertEquals(
          0,
          truths.get(i).compareTo(shown.rounded().round(new MathContext(digits))),
          judgement::toString);
    }
  }

  /** Poisson's kernel has eta_k = r^k; N(4,3) = 16, and (k+l)/l = 4. */
  @ParameterizedTest
  @CsvSource({
    "PROBABILITY, 1/8, 2",
    "SCHOENBERG, 2, 1/8",
    "GEGENBAUER, 1/2, 2",
    "SURFACE, 2.4674011, 1/8"
  })
  void everyConventionHasItsOwnNumber(Convention convention, String right, String wrong) {
    String poisson = "poisson:rho=1/2";
    assertEquals(
        List.of(Verdict.RIGHT, Verdict.WRONG),
        verdicts(
            List.of(
                level(poisson, 4, 3, convention, right), level(poisson, 4, 3, convention, wrong))));
  }

  @Test
  void valuesAreJudgedInTheirScale() {
    Kernel kernel = KernelSpecification.parse("fcntk:L=2");
    Subject half = new Subject.Value(kernel, Optional.empty(), Rational.of(1, 2));
    String value =
        CertifiedValue.of(kernel, Scale.PAPER, Rational.of(1, 2), 5).get().rounded() + "";
    assertEquals(Verdict.RIGHT, judge(claim(half, Scale.PAPER, value, null)).verdict());
    assertEquals(Verdict.WRONG, judge(claim(half, Scale.UNIT, value, null)).verdict());
  }

  /** The kernel 1/2 + 1/8 u has values that end, so that they are the ends of what is claimed. */
  @ParameterizedTest
  @CsvSource({
    "0.62, RIGHT",
    "0.63, RIGHT",
    "0.61, WRONG",
    "0.64, WRONG",
    "0.625, RIGHT",
    "5/8, RIGHT"
  })
  void anExactTruthDecidesTies(String claimed, Verdict verdict) {
    Kernel kernel = KernelSpecification.parse("polynomial:[1/2,1/8]");
    Subject one = new Subject.Value(kernel, Optional.empty(), Rational.ONE);
    assertEquals(verdict, judge(claim(one, Scale.UNIT, claimed, null)).verdict());
  }

  /** 4/pi is 1.07010698e-21 more than its first twenty decimals. */
  @Test
  void theEndsOfATightToleranceAreToldApart() {
    String start = "1.27323954473516268615";
    Subject mean =
        new Subject.Eigenvalue(
            KernelSpecification.parse("chord:s=1"), 2, 0, Convention.PROBABILITY);
    assertEquals(
        List.of(Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT),
        verdicts(
            List.of(
                claim(mean, Scale.UNIT, start + "107010698011489627567716592", null),
                claim(mean, Scale.UNIT, start + "107010698011489627567716593", null),
                claim(mean, Scale.UNIT, start, "1.0702e-21"),
                claim(mean, Scale.UNIT, start, "1.0701e-21"),
                claim(mean, Scale.UNIT, start, "0.00000000000000000009%"))));
  }

  /** Three digits of 0.9949 are 0.995, which rounds to 1.00 half-up. */
  @Test
  void aWrongClaimIsShownDigitsThatAreOutside() {
    Subject one =
        new Subject.Value(
            KernelSpecification.parse("polynomial:[0.9949]"), Optional.empty(), Rational.ONE);
    Judgement judgement = judge(claim(one, Scale.UNIT, "1.00", null));
    assertEquals(Verdict.WRONG, judgement.verdict());
    assertEquals(0, new BigDecimal("0.9949").compareTo(judgement.truth().get().rounded()));
  }

  @Test
  void aFractionIsProvedOnlyForANumberThatIsKnown() {
    assertEquals(
        Verdict.RIGHT, judge(level("fcntk:L=1", 3, 1, Convention.PROBABILITY, "1/6")).verdict());
    assertEquals(
        Verdict.WRONG, judge(level("fcntk:L=2", 3, 1, Convention.PROBABILITY, "1/6")).verdict());
  }

  @Test
  void zeroIsRightByATheoremOnly() {
    assertEquals(
        List.of(Verdict.RIGHT, Verdict.WRONG),
        verdicts(
            List.of(
                level("fcntk:L=1", 3, 3, Convention.PROBABILITY, "0"),
                level("fcntk:L=2", 3, 3, Convention.PROBABILITY, "0"))));
  }

  @Test
  void whatHasNoFiniteValueIsUndecided() {
    Subject one =
        new Subject.Value(KernelSpecification.parse("chord:s=-1"), Optional.empty(), Rational.ONE);
    Judgement judgement = judge(claim(one, Scale.UNIT, "1", null));
    assertEquals(Verdict.UNDECIDED, judgement.verdict());
    assertEquals(Optional.of("the kernel has no finite value there"), judgement.reason());
    assertEquals(Optional.empty(), judgement.truth());
  }

  @Test
  void whatAStoppedContextDoesNotReachIsUndecided() {
    Context context = Context.unlimited();
    context.cancel("enough");
    List<Judgement> judgements =
        new ClaimCheck(
                List.of(
                    level("fcntk:L=5", 3, 2, Convention.PROBABILITY, "0.1"),
                    level("laplace:c=1", 3, 2, Convention.SCHOENBERG, "0.1"),
                    claim(
                        new Subject.Value(
                            KernelSpecification.parse("laplace:c=1"),
                            Optional.empty(),
                            Rational.ZERO),
                        Scale.UNIT,
                        "1",
                        null)))
            .judge(new Engine(), context);
    for (Judgement judgement : judgements) {
      assertEquals(Optional.of("enough"), judgement.reason());
    }
  }

  @Test
  void progressComesToAnEnd() {
    // From several threads, so that a step may be heard after a later one.
    Queue<Double> shares = new ConcurrentLinkedQueue<>();
    Context context =
        Context.unlimited().heardBy((done, all) -> shares.add((double) done / (double) all));
    List<Claim> claims = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      claims.add(level("fcntk:L=2", 3, k, Convention.PROBABILITY, "0.1"));
      claims.add(
          level("fcntk:L=3", 3, k, Convention.SCHOENBERG, "0.123456789012345678901234567890"));
    }
    new ClaimCheck(claims).judge(ENGINE, context);
    assertTrue(shares.stream().allMatch(share -> share >= 0 && share <= 1), shares::toString);
    assertEquals(1, shares.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
  }
}
