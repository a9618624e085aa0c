package dev.zonal.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.paper.published.Papers;
import dev.zonal.spectrum.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What papers say comes out as it is recorded, and of another kernel it does not. */
class ReproductionTest {
  /** Those without random draws, which are quick. */
  private static final Set<String> QUICK =
      Set.of("residual", "deep-shallow", "same-space", "power-series", "smooth");

  private static final Pattern DEPTH = Pattern.compile("L=(\\d+)");

  private static List<Paper> quick() {
    return Papers.all().stream().filter(paper -> QUICK.contains(paper.key())).toList();
  }

  private static Reproduction reproduced(UnaryOperator<Kernel> kernels, List<Paper> papers) {
    return Reproduction.of(papers, new Bench(new Engine(), kernels, 1, Context.unlimited()));
  }

  private static List<String> news(Reproduction found) {
    return found.news().stream().map(Reproduction.Result::name).toList();
  }

  @Test
  void everyClaimComesOutAsItIsRecorded() {
    assertEquals(List.of(), news(reproduced(UnaryOperator.identity(), quick())));
  }

  /** A network with a layer more is not seen from far: nearly all claims are about it. */
  @Test
  void aKernelWithOneLayerMoreMakesTenClaimsFail() {
    List<String> failed = news(reproduced(ReproductionTest::deeper, quick()));
    assertTrue(failed.size() >= 10, failed.toString());
  }

  private static Kernel deeper(Kernel kernel) {
    Matcher depth = DEPTH.matcher(kernel.toString());
    return depth.find()
        ? KernelSpecification.parse(
            depth.replaceFirst("L=" + (Integer.parseInt(depth.group(1)) + 1)))
        : kernel;
  }

  /** Numbers that a kernel gives and the paper does not have are no agreement. */
  @Test
  void oneWrongKernelIsNoticedByTheClaimsAboutItAlone() {
    Kernel other = KernelSpecification.parse("laplace:c=2");
    Reproduction found =
        reproduced(kernel -> kernel.toString().equals("chord:s=1") ? other : kernel, quick());
    assertEquals(List.of("deep-shallow/constant"), news(found));
  }

  @Test
  void whatIsNotReachedInTimeIsSaid() {
    Reproduction found =
        Reproduction.of(quick(), Bench.of(new Engine(), 1, Context.limited(Duration.ofNanos(1))));
    assertTrue(found.stopped().isPresent());
    assertTrue(found.results().isEmpty());
  }

  @Test
  void namesOfPapersAndClaimsAreUnique() {
    List<String> names =
        Papers.all().stream()
            .flatMap(paper -> paper.claims().stream().map(c -> paper.key() + "/" + c.name()))
            .toList();
    assertEquals(names.size(), names.stream().distinct().count());
    assertTrue(names.stream().allMatch(name -> name.matches("[a-z-]+/[a-z-]+")), names.toString());
  }

  @Test
  @Tag("long")
  void everyClaimOfEveryPaperComesOutAsItIsRecordedForOtherSeeds() {
    for (long seed : new long[] {1, 2, 3}) {
      Reproduction found =
          Reproduction.of(Papers.all(), Bench.of(new Engine(), seed, Context.unlimited()));
      assertEquals(List.of(), news(found), "seed " + seed);
      assertEquals(
          Stream.of(
                  "residual/stable-spectrum",
                  "deep-shallow/half-constant",
                  "features/no-loss",
                  "hierarchy/odd-order")
              .collect(Collectors.toSet()),
          found.results().stream()
              .filter(result -> result.finding().verdict() == Verdict.FALSE)
              .map(Reproduction.Result::name)
              .collect(Collectors.toSet()));
    }
  }
}
