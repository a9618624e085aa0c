package dev.zonal.paper;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found of the claims of some papers.
 *
 * @param results in the order of the papers and their claims
 * @param stopped why the others were not tested; empty if all were
 */
public record Reproduction(List<Result> results, Optional<String> stopped) {
  /** One claim. */
  public record Result(Paper paper, PaperClaim claim, Finding finding) {
    /** Whether it came out as it did before. */
    public boolean isAsExpected() {
      return finding.verdict() == claim.expected();
    }

    /** The claim by its name and that of its paper. */
    public String name() {
      return paper.key() + "/" + claim.name();
    }
  }

  public Reproduction {
    results = List.copyOf(results);
  }

  /** Tests every claim, as long as the context lets it, which hears of each. */
  public static Reproduction of(List<Paper> papers, Bench bench) {
    long all = papers.stream().mapToLong(paper -> paper.claims().size()).sum();
    List<Result> results = new ArrayList<>();
    try {
      for (Paper paper : papers) {
        for (PaperClaim claim : paper.claims()) {
          bench.context().check();
          results.add(new Result(paper, claim, tested(claim, bench)));
          bench.context().heard(results.size(), all);
        }
      }
    } catch (StoppedException e) {
      return new Reproduction(results, Optional.of(e.getMessage()));
    }
    return new Reproduction(results, Optional.empty());
  }

  /** What cannot be certified leaves a claim open. */
  private static Finding tested(PaperClaim claim, Bench bench) {
    Certification<Finding> found = Certification.of(() -> claim.test().on(bench));
    return found.isCertified()
        ? found.get()
        : Finding.of(
            Evidence.CERTIFIED,
            List.of(Comparison.open("all of it", "", found.refusal().orElseThrow())));
  }

  /** The papers, each once. */
  public List<Paper> papers() {
    return results.stream().map(Result::paper).distinct().toList();
  }

  /** The results of one paper. */
  public List<Result> of(Paper paper) {
    return results.stream().filter(result -> result.paper().equals(paper)).toList();
  }

  /** How many claims were found to be so. */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.finding().verdict() == verdict).count();
  }

  /** Those that came out otherwise than before. */
  public List<Result> news() {
    return results.stream().filter(result -> !result.isAsExpected()).toList();
  }
}
