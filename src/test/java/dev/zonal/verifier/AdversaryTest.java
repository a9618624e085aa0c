package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.context.Context;
import dev.zonal.verifier.Oracle.Judgement;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Hypothesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * An adversary edits certificates, and an oracle that knows the truth by other means says what must
 * become of them: whatever states a false number or lacks a part of the proof must not be verified,
 * whatever states true numbers only must be.
 *
 * <p>As many edits as {@code zonal.adversary.seconds} allow; {@code zonal.adversary.seed} is the
 * first seed, each edited certificate has one of its own, and a failure names it. In twenty minutes
 * ({@code mvn -B verify -Padversary}) every hypothesis must have refused twenty edits at least, but
 * {@link Hypothesis#PRECISION}: no certificate is known that the arithmetic cannot deal with
 * ({@link PrecisionTest}); and those about all dimensions and about matrices, which have
 * adversaries of their own ({@link AllDimensionsAdversaryTest}, {@link MatrixAdversaryTest}).
 */
public class AdversaryTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SECONDS = Long.getLong("zonal.adversary.seconds", 60);
  private static final long SEED = Long.getLong("zonal.adversary.seed", System.nanoTime());

  private static final long LONG = 1200;
  private static final int ENOUGH = 20;

  private final Verifier verifier = new Verifier(Context.NONE);
  private final SecondOpinion.All opinions = new SecondOpinion.All();
  private final Map<Hypothesis, Integer> refusals = new EnumMap<>(Hypothesis.class);
  private final Map<Judgement, Integer> judgements = new EnumMap<>(Judgement.class);
  private final Map<String, Integer> edits = new TreeMap<>();
  private int unreadable;

  @Test
  void noFalseCertificateIsVerifiedAndNoTrueOneIsRefused() throws Exception {
    List<ObjectNode> samples = SECONDS >= LONG ? Samples.all() : Samples.quick();
    for (ObjectNode sample : samples) {
      Claims claims = read(sample);
      assertEquals(List.of(), verifier.check(claims).findings(), sample::toString);
      Judgement judgement = Oracle.judge(claims, claims, opinions);
      assertEquals(Judgement.TRUE, judgement, sample::toString);
    }
    List<ObjectNode> untouched = samples.stream().map(ObjectNode::deepCopy).toList();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long seed = SEED;
    while (System.nanoTime() < end) {
      attack(samples, seed++);
    }
    assertEquals(untouched, samples, "an edit changed a sample, and no seed can be repeated");
    String totals =
        String.format(
            "adversary: seeds %d to %d, %d unreadable, judgements %s, refusals %s, edits %s",
            SEED, seed - 1, unreadable, judgements, refusals, edits);
    System.out.println(totals);
    assertTrue(judgements.getOrDefault(Judgement.TRUE, 0) > 0, totals);
    assertTrue(judgements.getOrDefault(Judgement.FALSE, 0) > 0, totals);
    Set<Hypothesis> others =
        EnumSet.of(
            Hypothesis.PRECISION,
            Hypothesis.SERIES,
            Hypothesis.SERIES_PARITY,
            Hypothesis.COUNTEREXAMPLE,
            Hypothesis.MATRIX_ENTRIES,
            Hypothesis.MATRIX_LOWER,
            Hypothesis.MATRIX_UPPER,
            Hypothesis.MATRIX_VECTOR,
            Hypothesis.MATRIX_SIGN,
            Hypothesis.MATRIX_SINGULAR);
    for (Hypothesis hypothesis : EnumSet.complementOf(EnumSet.copyOf(others))) {
      int least = SECONDS >= LONG ? ENOUGH : 0;
      assertTrue(refusals.getOrDefault(hypothesis, 0) >= least, hypothesis + ": " + totals);
    }
  }

  private void attack(List<ObjectNode> samples, long seed) throws IOException {
    Random random = new Random(seed);
    ObjectNode original = samples.get(random.nextInt(samples.size()));
    ObjectNode edited = original.deepCopy();
    Edits adversary = new Edits(random, samples);
    List<String> names = new ArrayList<>(List.of(adversary.apply(edited)));
    if (random.nextInt(3) == 0) {
      names.add(adversary.apply(edited));
    }
    names.forEach(name -> edits.merge(name, 1, Integer::sum));
    Claims claims;
    Claims before;
    try {
      before = read(original);
      claims = read(edited);
    } catch (Unreadable e) {
      unreadable++;
      return;
    }
    Judgement judgement = Oracle.judge(before, claims, opinions);
    Verifier.Report report = verifier.check(claims);
    judgements.merge(judgement, 1, Integer::sum);
    report.findings().stream()
        .map(Finding::hypothesis)
        .distinct()
        .forEach(hypothesis -> refusals.merge(hypothesis, 1, Integer::sum));
    String message = "seed " + seed + ", " + names + ": " + report.findings() + "\n" + edited;
    switch (judgement) {
      case TRUE -> assertEquals(Verdict.VERIFIED, report.verdict(), message);
      case FALSE, INCOMPLETE ->
          assertTrue(report.verdict() != Verdict.VERIFIED, judgement + ", " + message);
      case UNKNOWN -> {}
    }
  }

  private static Claims read(ObjectNode document) throws IOException, Unreadable {
    byte[] bytes = MAPPER.writeValueAsBytes(document);
    return CertificateReader.read(new ByteArrayInputStream(bytes));
  }

  public static ObjectNode parse(String document) throws IOException {
    return (ObjectNode)
        MAPPER.readTree(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }
}
