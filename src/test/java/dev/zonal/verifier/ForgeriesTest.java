package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Finding.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forgeries of proofs-checks, each with what it must be refused for, and the true samples. */
class ForgeriesTest {
  private static final Path FOLDER = Path.of("proofs-checks");

  private static final String UNREADABLE =
      "all-dimensions-of-a-spectrum byte-order-mark endless-exponent"
          + " family-without-branches key-twice"
          + " matrix-point-of-a-pair-missing matrix-points-given-twice matrix-points-ragged"
          + " matrix-sphere-given row-twice tail-twice terminal-spoof unknown-key";

  /** A name, and all hypotheses that refuse it. */
  private static final String REFUSED =
      """
      all-dimensions-finite-parity SERIES SERIES_PARITY
      all-dimensions-negative-too-early COUNTEREXAMPLE
      all-dimensions-no-series SERIES
      all-dimensions-other-degree SERIES ZEROS
      all-dimensions-parity-missing SERIES_PARITY
      all-dimensions-zero-that-is-none COUNTEREXAMPLE
      all-dimensions-zeros-not-listed ZEROS
      bound-too-small REGION_BOUND
      branch-points-inside REGION
      c1-too-large CONSTANT
      constant-doubled CONSTANT
      constant-missing CONSTANT_NAMES
      deep-as-one-layer GEOMETRIC_KERNEL
      deep-between-wide GEOMETRIC_KERNEL
      deep-constant-doubled GEOMETRIC_CONSTANT
      deep-nearer GEOMETRIC_DEVIATION
      deep-of-zeros GEOMETRIC_KERNEL
      deep-other-activation ENCLOSURE GEOMETRIC_KERNEL
      deep-other-bias ENCLOSURE GEOMETRIC_CONSTANT
      deep-other-depth ENCLOSURE GEOMETRIC_CONSTANT GEOMETRIC_DEVIATION
      deep-other-order GEOMETRIC_KERNEL
      deep-other-variance ENCLOSURE GEOMETRIC_KERNEL
      deep-singularity-moved GEOMETRIC_KERNEL
      deep-singularity-not-enclosed GEOMETRIC_KERNEL
      deep-square-of-one GEOMETRIC_KERNEL
      deep-square-too-large GEOMETRIC_KERNEL
      deep-square-too-small GEOMETRIC_START
      deep-too-early GEOMETRIC_START
      disc-beyond-two REGION
      ends-exchanged ENCLOSURE
      equivalence-not-semidefinite ROW_SIGN
      equivalence-of-negative-constants ROW_SIGN
      equivalence-of-negative-powers ROW_SIGN TAIL_SIGN
      false-row-beyond-k0 ENCLOSURE
      family-begins-too-early FAMILY_EXPRESSION
      family-case-missing FAMILY_CASES
      family-next-is-the-same FAMILY_EXPRESSION
      family-one-layer FAMILY_DEPTHS
      family-other-network FAMILY_EXPRESSION
      family-other-rule FAMILY_RULE
      family-refuted-by-a-positive-member COUNTEREXAMPLE SERIES
      family-refuted-by-a-stranger FAMILY_MEMBER
      family-refuted-by-one-layer FAMILY_MEMBER
      family-rule-too-strong FAMILY_RULE
      family-without-end FAMILY_DEPTHS
      gap-below-k0 ROW_MISSING
      geometric-constant-doubled GEOMETRIC_CONSTANT
      geometric-far-below GEOMETRIC_DEVIATION
      geometric-gap CONSTANT_NAMES ROW_MISSING
      geometric-nearer GEOMETRIC_DEVIATION
      geometric-of-zeros GEOMETRIC_KERNEL
      geometric-other-order GEOMETRIC_KERNEL
      geometric-other-rate CONSTANT
      geometric-other-singularity GEOMETRIC_KERNEL
      geometric-too-early GEOMETRIC_START
      infimum-too-large CONSTANT
      k0-beyond-the-rows ROW_MISSING
      k0-too-early TAIL_START
      kernels-exchanged CONSTANT
      leading-of-other-sign TAIL_LEADING
      limits-exchanged CONSTANT
      matern-other-coefficient EXPANSION_COEFFICIENT
      matern-other-order EXPANSION_TERMS
      matern-other-smoothness EXPANSION_TERMS
      matern-smaller-rest EXPANSION_REST
      matern-too-early EXPANSION_START
      matrix-definite-around-zero MATRIX_SIGN
      matrix-definite-at-zero MATRIX_SIGN
      matrix-ends-exchanged MATRIX_LOWER MATRIX_UPPER
      matrix-lower-too-large MATRIX_LOWER
      matrix-negative-above-zero MATRIX_SIGN
      matrix-negative-of-a-definite MATRIX_UPPER
      matrix-no-value MATRIX_ENTRIES
      matrix-noise-of-doubles MATRIX_LOWER
      matrix-off-the-sphere MATRIX_UPPER
      matrix-other-bias MATRIX_UPPER
      matrix-other-kernel MATRIX_LOWER
      matrix-other-point MATRIX_UPPER
      matrix-other-scale MATRIX_UPPER
      matrix-pair-of-a-radial-kernel MATRIX_SINGULAR
      matrix-pair-of-no-direction MATRIX_SINGULAR
      matrix-pair-with-itself MATRIX_SINGULAR
      matrix-pairs-of-a-deep-kernel MATRIX_SINGULAR
      matrix-pairs-too-few MATRIX_SINGULAR
      matrix-pairs-with-a-point-twice MATRIX_SINGULAR
      matrix-point-twice MATRIX_LOWER
      matrix-upper-too-small MATRIX_UPPER
      matrix-vector-of-another MATRIX_UPPER
      matrix-vector-short MATRIX_VECTOR
      matrix-vector-zero MATRIX_VECTOR
      matrix-zero-on-the-sphere MATRIX_ENTRIES
      missing-term EXPANSION_TERMS
      no-tail TAIL_MISSING CONSTANT_NAMES
      opposite-decay REFUTATION
      opposite-equivalence REFUTATION
      opposite-positivity REFUTATION
      other-coefficient EXPANSION_COEFFICIENT
      other-dimension ENCLOSURE TAIL_REST
      other-exponent TAIL_EXPONENT
      other-kernel ENCLOSURE REGION_BOUND TAIL_LEADING TAIL_NEXT TAIL_REST
      other-order EXPANSION_REST
      other-parameter ENCLOSURE REGION_BOUND TAIL_LEADING TAIL_REST
      other-parity TAIL_LEADING TAIL_NEXT TAIL_REST
      positivity-of-zeros ROW_SIGN TAIL_MISSING
      positivity-refuted-by-wide-leading REFUTATION
      rate-of-equal-gaussians REFUTATION
      rate-of-equal-heat-kernels REFUTATION
      remainder-too-small CONSTANT
      semidefinite-negative ROW_SIGN CONSTANT
      semidefinite-parity-left-out ZEROS
      semidefinite-vanishing-parity ZEROS
      semidefinite-vanishing-too-early ROW_MISSING ZEROS
      semidefinite-zero-not-listed ZEROS
      shifted-rows ENCLOSURE
      smaller-rest TAIL_REST
      smooth-geometric REFUTATION
      smooth-matern REFUTATION
      smooth-sobolev REFUTATION
      smooth-without-tail REFUTATION
      sobolev-other-coefficient EXPANSION_COEFFICIENT
      sobolev-other-order ENCLOSURE EXPANSION_TERMS
      sobolev-smaller-rest EXPANSION_REST
      sobolev-too-few-terms EXPANSION_START
      spectrum-negative ROW_SIGN CONSTANT
      tail-twice-renamed TAIL_LEADING TAIL_NEXT TAIL_REST
      unknown-constant CONSTANT_NAMES
      wrong-parity-of-k0 TAIL_PARITY
      zero-that-is-none ENCLOSURE
      """;

  private static Stream<String> refused() {
    return REFUSED.lines();
  }

  private static Stream<Path> samples() throws IOException {
    return names("samples").stream().map(name -> FOLDER.resolve("samples/" + name + ".json"));
  }

  private static Set<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Verifier.Report check(Path file) throws IOException, Unreadable {
    try (InputStream in = Files.newInputStream(file)) {
      return new Verifier(Context.NONE).check(CertificateReader.read(in));
    }
  }

  @Test
  void everyForgeryIsNamedHere() throws IOException {
    TreeSet<String> named = new TreeSet<>(List.of(UNREADABLE.split(" ")));
    refused().map(line -> line.split(" ")[0]).forEach(named::add);
    assertEquals(names("forgeries"), named);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aForgeryIsRefusedForWhatIsFalseInIt(String line) throws Exception {
    List<String> words = Arrays.asList(line.split(" "));
    Verifier.Report report = check(FOLDER.resolve("forgeries/" + words.get(0) + ".json"));
    assertNotEquals(Verdict.VERIFIED, report.verdict());
    assertEquals(
        new TreeSet<>(words.subList(1, words.size())),
        report.findings().stream()
            .map(finding -> finding.hypothesis().name())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void whatIsNoCertificateIsNotRead() {
    for (String name : UNREADABLE.split(" ")) {
      Path file = FOLDER.resolve("forgeries/" + name + ".json");
      assertThrows(Unreadable.class, () -> check(file), name);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsVerified(Path file) throws Exception {
    Verifier.Report report = check(file);
    assertTrue(report.findings().isEmpty(), report::toString);
    assertEquals(Verdict.VERIFIED, report.verdict());
  }
}
