package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.certificate.Evidence;
import dev.zonal.theorem.certificate.Interval;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Hypothesis;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hypotheses of Theorem 17.8, each broken alone, and its bound against the prover's. */
class GeometricClaimsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A law of the prover as a claim, and what the verifier says of it. */
  private record Example(String kernel, int dimension, ObjectNode law) {
    static Example of(String kernel, int dimension, long from) {
      GeometricLaw law =
          GeometricLaw.of(KernelSpecification.parse(kernel), dimension, Parity.of(from), from)
              .orElseThrow();
      ObjectNode claim = MAPPER.createObjectNode();
      claim
          .put("parity", law.parity().toString())
          .put("from", Long.toString(from))
          .put("singularity", law.singularity().lower().toString())
          .put("order", law.order().toString());
      claim
          .putObject("constant")
          .put("lower", Edits.notation(law.constant().lowerDecimal(25)))
          .put("upper", Edits.notation(law.constant().upperDecimal(25)));
      claim
          .putObject("deviation")
          .put("lower", rounded(law.least(), RoundingMode.FLOOR))
          .put("upper", rounded(law.greatest(), RoundingMode.CEILING));
      return new Example(kernel, dimension, claim);
    }

    /** The law as a certificate has it. */
    static Example written(String kernel, GeometricLaw law) {
      Interval deviation = Evidence.Geometric.of(law).deviation();
      return of(kernel, law.dimension(), law.from())
          .deviation(Edits.notation(deviation.lower()), Edits.notation(deviation.upper()));
    }

    private static String rounded(Rational end, RoundingMode outward) {
      return Edits.notation(
          new BigDecimal(end.numerator())
              .divide(new BigDecimal(end.denominator()), new MathContext(9, outward)));
    }

    /** With another value of a key, as "deviation/lower". */
    Example with(String key, String value) {
      ObjectNode other = law.deepCopy();
      String[] path = key.split("/");
      ObjectNode node = path.length == 1 ? other : (ObjectNode) other.get(path[0]);
      node.put(path[path.length - 1], value);
      return new Example(kernel, dimension, other);
    }

    /** From another frequency on, so near as to serve there, too. */
    Example from(long from) {
      return with("from", Long.toString(from)).deviation("-9e-1", "1e9");
    }

    Example deviation(String lower, String upper) {
      return with("deviation/lower", lower).with("deviation/upper", upper);
    }

    /** With an end of the deviation higher by some percent of it, or of very little. */
    Example moved(String end, BigDecimal percent) {
      BigDecimal now = new BigDecimal(law.get("deviation").get(end).asText());
      BigDecimal size = now.abs().max(new BigDecimal("1e-6"));
      BigDecimal step = size.multiply(percent).movePointLeft(2);
      return now.signum() == 0 && (percent.signum() < 0) == end.equals("lower")
          ? this
          : with("deviation/" + end, Edits.notation(now.add(step)));
    }

    Example of(String other) {
      return new Example(other, dimension, law);
    }

    Example on(int sphere) {
      return new Example(kernel, sphere, law);
    }

    /** What refuses the claim; that it proves no statement alone is left out. */
    Set<Hypothesis> refusals() throws Exception {
      return check().findings().stream()
          .map(Finding::hypothesis)
          .filter(h -> h != Hypothesis.REFUTATION)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hypothesis.class)));
    }

    Verifier.Report check() throws Exception {
      ObjectNode root = MAPPER.createObjectNode();
      root.put("schema", "zonal.certificate/2").put("program", "zonal test");
      root.putArray("command").add("prove");
      root.put("statement", "decay").putObject("sphere").put("dimension", dimension);
      root.put("refutation", "zero").put("kernel", kernel);
      root.putArray("tails");
      ArrayNode laws = root.putArray("geometric");
      laws.add(law);
      root.putArray("enclosures");
      byte[] bytes = MAPPER.writeValueAsBytes(root);
      return new Verifier(Context.NONE)
          .check(CertificateReader.read(new ByteArrayInputStream(bytes)));
    }
  }

  private static final String ERF = "ntk:act=erf,L=1,sw2=2";
  private static final String BIASED = "ntk:act=gelu,L=1,sb2=1/10";

  /**
   * The verifier multiplies in another order, so that an end may be nearer than the prover's by the
   * number of percent that stands here, and no more.
   */
  @ParameterizedTest
  @CsvSource({
    "'ntk:act=erf,L=1,sw2=2', 3, 41, 3.3, 0.001",
    "'ntk:act=erf,L=1,sw2=2', 2, 185, 0.72, 0.005",
    "'ntk:act=erf,L=1,sw2=2', 4, 5, 27, 0.001",
    "'nngp:act=erf,L=1', 5, 61, 0.001, 0.8",
    "'nngp:act=erf,L=1', 2, 5, 0.001, 0.001",
    "'nngp:act=erf,L=1,sb2=1/2', 3, 40, 0.001, 0.001",
    "'ntk:act=erf,L=1,sb2=1/4,train=first', 4, 31, 1.2, 0.001",
    "'nngp:act=erf,L=1', 9, 11, 0.001, 8.76",
    "'nngp:act=erf,L=1,sb2=1', 12, 30, 0.001, 3.17",
    "'ntk:act=gelu,L=1', 14, 40, 11.3, 0.004",
    "'ntk:act=gelu,L=1', 3, 44, 0.001, 0.01",
    "'ntk:act=gelu,L=1', 5, 12, 95, 1",
    "'ntk:act=gelu,L=1,sb2=1/10', 3, 38, 0.001, 0.001",
    "'nngp:act=gelu,L=1,sb2=1/10', 9, 101, 4.3, 0.01",
    "'nngp:act=gelu,L=1,sb2=3', 3, 6, 60, 0.2",
    "'ntk:act=gelu,L=1,sw2=9,sb2=1', 3, 300, 0.001, 0.001"
  })
  void theBoundIsThatOfTheProver(
      String kernel, int dimension, long from, BigDecimal below, BigDecimal above)
      throws Exception {
    Example exact = Example.of(kernel, dimension, from);
    BigDecimal little = new BigDecimal("0.001");
    Example example = exact.moved("lower", little.negate()).moved("upper", little);
    assertEquals(Set.of(), example.refusals());
    Set<Hypothesis> refused = Set.of(Hypothesis.GEOMETRIC_DEVIATION);
    assertEquals(refused, example.moved("lower", below.add(little)).refusals(), "lower");
    assertEquals(refused, example.moved("upper", above.add(little).negate()).refusals(), "upper");
  }

  /** The certificate moves the ends out by a 64th of the larger, which serves the order here. */
  @Property(tries = 60)
  void whatTheProverWritesIsVerified(
      @ForAll("oneLayer") String kernel,
      @ForAll @IntRange(min = 2, max = 12) int dimension,
      @ForAll @IntRange(min = 4, max = 200) int from)
      throws Exception {
    Kernel parsed = KernelSpecification.parse(kernel);
    Optional<GeometricLaw> law =
        GeometricLaw.of(parsed, dimension, Parity.of(from), from)
            .filter(found -> found.least().compareTo(Rational.ONE.negate()) > 0);
    if (law.isPresent()) {
      assertEquals(Set.of(), Example.written(kernel, law.get()).refusals());
    }
  }

  /** One end is the small difference of large numbers, which another order changes by percents. */
  @ParameterizedTest
  @CsvSource({"8, 9", "9, 11", "7, 14", "8, 10", "7, 10", "6, 20", "7, 12", "6, 19", "8, 12"})
  void anEndNextToZeroIsVerifiedToo(int dimension, long from) throws Exception {
    String kernel = "nngp:act=gelu,L=1,sw2=1/10,sb2=4";
    Parity parity = Parity.of(from);
    GeometricLaw law =
        GeometricLaw.of(KernelSpecification.parse(kernel), dimension, parity, from).orElseThrow();
    assertEquals(Set.of(), Example.written(kernel, law).refusals());
  }

  @Provide
  Arbitrary<String> oneLayer() {
    return Combinators.combine(
            Arbitraries.of("nngp:act=%s,L=1", "ntk:act=%s,L=1", "ntk:act=%s,L=1,train=first"),
            Arbitraries.of("erf", "gelu"),
            Arbitraries.of("1/10", "1", "7/3", "9"),
            Arbitraries.of("0", "1/50", "1/3", "4"))
        .as((name, act, sw2, sb2) -> name.formatted(act) + ",sw2=" + sw2 + ",sb2=" + sb2);
  }

  @Test
  void aDeviationHasItsEndsInOrderAndLeavesTheEigenvaluesPositive() throws Exception {
    Example example = Example.of(BIASED, 3, 44);
    Set<Hypothesis> refused = Set.of(Hypothesis.GEOMETRIC_DEVIATION);
    assertEquals(Set.of(), example.deviation("-9.99999e-1", "1e99999").refusals());
    assertEquals(refused, example.deviation("-1e0", "1e99999").refusals());
    assertEquals(refused, example.deviation("-1e99999", "1e99999").refusals());
    assertEquals(refused, example.deviation("1e9", "-9e-1").refusals());
    assertEquals(refused, example.deviation("0", "0").refusals());
  }

  @Test
  void theSingularityAndItsOrderAreThoseOfTheKernel() throws Exception {
    Set<Hypothesis> refused = Set.of(Hypothesis.GEOMETRIC_KERNEL);
    Example example = Example.of(ERF, 3, 41).deviation("-9e-1", "1e9");
    assertEquals(Set.of(), example.refusals());
    for (String other : new String[] {"5/3", "125000001/100000000", "1", "0", "-5/4"}) {
      assertEquals(refused, example.with("singularity", other).refusals(), other);
    }
    for (String other : new String[] {"-1/2", "3/2", "0", "1", "2/3"}) {
      assertEquals(refused, example.with("order", other).refusals(), other);
    }
    for (String other :
        new String[] {
          "ntk:act=erf,L=1,sw2=3",
          "nngp:act=erf,L=1,sw2=2",
          "ntk:act=erf,L=2,sw2=2",
          "ntk:act=gelu,L=1",
          "ntk:act=sin,L=1",
          "ntk:act=tanh,L=1",
          "laplace:c=1",
          "gaussian:c=1",
          "poisson:rho=1/2",
          "polynomial:[1,1]"
        }) {
      assertEquals(refused, example.of(other).refusals(), other);
    }
  }

  /** The odd part of the kernel of an erf without a bias is all there is; with one it is not. */
  @Test
  void aParityThatVanishesHasNoLaw() throws Exception {
    Example odd = Example.of(ERF, 3, 41);
    assertEquals(
        Set.of(Hypothesis.GEOMETRIC_KERNEL), odd.with("parity", "even").from(42).refusals());
    Example even = Example.of("ntk:act=gelu,L=1", 3, 42);
    assertEquals(
        Set.of(Hypothesis.GEOMETRIC_KERNEL), even.with("parity", "odd").from(43).refusals());
  }

  @Test
  void theLawBeginsAtAFrequencyOfItsParityFromFourOn() throws Exception {
    Set<Hypothesis> refused = Set.of(Hypothesis.GEOMETRIC_START);
    Example even = Example.of("ntk:act=gelu,L=1", 3, 44).with("constant/upper", "1e9");
    assertEquals(Set.of(), even.from(4).refusals());
    assertEquals(refused, even.from(2).refusals());
    assertEquals(refused, even.from(0).refusals());
    assertEquals(refused, even.from(45).refusals());
    Example odd = Example.of(ERF, 3, 41);
    assertEquals(Set.of(), odd.from(5).refusals());
    assertEquals(refused, odd.from(3).refusals());
    assertEquals(refused, odd.from(42).refusals());
  }

  /** Lemma 17.6: theta (1 + 1/(k0 - 2)) is at most 1, theta = (1 - beta)/(1 + beta). */
  @ParameterizedTest
  @CsvSource({"'1/100'", "'1/20'", "'1/6'", "'1'"})
  void whatTheFartherSingularityAddsMustDecrease(String bias) throws Exception {
    double b = Rational.parse(bias).doubleValue();
    double beta = 2 * b / (1 + 2 * (1 + b));
    double theta = (1 - beta) / (1 + beta);
    String kernel = "ntk:act=erf,L=1,sb2=" + bias;
    Example example = Example.of(kernel, 3, 200);
    boolean seen = false;
    for (long k = 4; k <= 100; k += 2) {
      double step = theta * (1 + 1.0 / (k - 2));
      assertTrue(Math.abs(step - 1) > 1e-9);
      Set<Hypothesis> refusals = example.from(k).refusals();
      assertEquals(step > 1, refusals.contains(Hypothesis.GEOMETRIC_START), "k0 = " + k);
      seen |= step > 1;
    }
    assertEquals(!bias.equals("1"), seen);
  }

  @Test
  void theConstantLiesInItsInterval() throws Exception {
    Example example = Example.of(BIASED, 3, 44);
    ObjectNode constant = (ObjectNode) example.law().get("constant");
    String lower = constant.get("lower").asText();
    String upper = constant.get("upper").asText();
    Set<Hypothesis> refused = Set.of(Hypothesis.GEOMETRIC_CONSTANT);
    assertEquals(Set.of(), example.refusals());
    assertEquals(Set.of(), example.with("constant/lower", "-1e9").refusals());
    assertEquals(refused, example.with("constant/lower", upper).refusals());
    assertEquals(refused, example.with("constant/upper", lower).refusals());
    assertEquals(
        refused, example.with("constant/lower", upper).with("constant/upper", lower).refusals());
    assertEquals(refused, example.on(5).deviation("-9e-1", "1e9").refusals());
    Example twice = example.with("constant/lower", "6e-2").with("constant/upper", "7e-2");
    assertEquals(Verdict.REFUTED, twice.check().verdict());
    assertEquals(refused, twice.refusals());
  }

  /** A kernel that has a geometric law is not without a law, however smooth it is. */
  @Test
  void aGeometricLawIsNotRefutedByBeingSmooth() throws Exception {
    String document =
        """
        {"schema": "zonal.certificate/2", "program": "zonal test", "command": ["prove"],
         "statement": "decay", "sphere": {"dimension": 3}, "refutation": "smooth",
         "kernel": "%s", "tails": [], "enclosures": []}
        """
            .formatted(BIASED);
    Verifier.Report report =
        new Verifier(Context.NONE)
            .check(CertificateReader.read(new ByteArrayInputStream(document.getBytes())));
    assertEquals(
        Set.of(Hypothesis.REFUTATION),
        report.findings().stream().map(Finding::hypothesis).collect(Collectors.toSet()));
  }

  // Conclusions

  private static ObjectNode sample(String kernel, int dimension) throws Exception {
    return AdversaryTest.parse(Samples.written(Samples.decay(kernel, dimension)));
  }

  private static Set<Hypothesis> refusals(ObjectNode root) throws Exception {
    byte[] bytes = MAPPER.writeValueAsBytes(root);
    return new Verifier(Context.NONE)
        .check(CertificateReader.read(new ByteArrayInputStream(bytes))).findings().stream()
            .map(Finding::hypothesis)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hypothesis.class)));
  }

  @Test
  void aProofNeedsBothParitiesEveryRowAndEveryConstant() throws Exception {
    ObjectNode sample = sample(BIASED, 3);
    assertEquals(Set.of(), refusals(sample));
    ObjectNode oneLaw = sample.deepCopy();
    ((ArrayNode) oneLaw.get("geometric")).remove(0);
    assertEquals(Set.of(Hypothesis.TAIL_MISSING, Hypothesis.CONSTANT_NAMES), refusals(oneLaw));
    for (int row : new int[] {0, 7}) {
      ObjectNode gap = sample.deepCopy();
      ((ArrayNode) gap.get("enclosures")).remove(row);
      assertEquals(Set.of(Hypothesis.ROW_MISSING, Hypothesis.CONSTANT_NAMES), refusals(gap));
    }
    for (String name : new String[] {"constant.even", "rate.odd", "c1.odd", "c2.even"}) {
      ObjectNode fewer = sample.deepCopy();
      ((ObjectNode) fewer.get("conclusion")).remove(name);
      assertEquals(Set.of(Hypothesis.CONSTANT_NAMES), refusals(fewer), name);
      ObjectNode moved = sample.deepCopy();
      ObjectNode value = (ObjectNode) moved.get("conclusion").get(name);
      value.put("lower", "1e0").put("upper", "2e0");
      assertEquals(Set.of(Hypothesis.CONSTANT), refusals(moved), name);
    }
  }

  /** Where no e_k is negative the infimum may be the limit, and no number below it. */
  @Test
  void theInfimumIsTheLimitWhereNoDeviationIsNegative() throws Exception {
    Kernel kernel = KernelSpecification.parse("ntk:act=gelu,L=1");
    GeometricLaw law = GeometricLaw.of(kernel, 3, Parity.EVEN, 38).orElseThrow();
    assertEquals(1, law.side());
    ObjectNode sample = sample(kernel.toString(), 3);
    ObjectNode limit = (ObjectNode) sample.get("conclusion").get("constant.even");
    ObjectNode infimum = (ObjectNode) sample.get("conclusion").get("c1.even");
    infimum.put("lower", limit.get("lower").asText()).put("upper", limit.get("upper").asText());
    assertEquals(Set.of(), refusals(sample));
    // a deviation that is a little negative is true, but tells nothing of the side
    ((ObjectNode) sample.get("geometric").get(0).get("deviation")).put("lower", "-1e-9");
    assertEquals(Set.of(Hypothesis.CONSTANT), refusals(sample));
  }
}
