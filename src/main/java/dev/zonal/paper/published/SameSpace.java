package dev.zonal.paper.published;

import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import java.util.ArrayList;
import java.util.List;

/** Geifman et al. and Chen and Xu on the space of tangent kernels and of the Laplace kernel. */
public final class SameSpace {
  private SameSpace() {}

  /** The papers. */
  public static Paper paper() {
    return new Paper(
        "same-space",
        "A. Geifman et al., On the similarity between the Laplace and neural tangent kernels,"
            + " NeurIPS 2020; L. Chen, S. Xu, Deep neural tangent kernel and Laplace kernel have"
            + " the same RKHS, ICLR 2021",
        List.of(
            PaperClaim.of(
                "deep",
                "Deep tangent kernels and the Laplace kernel have one space of functions.",
                "abstract of Chen and Xu",
                SameSpace::deep),
            PaperClaim.of(
                "biased",
                "With biases two layers have it as well.",
                "Geifman et al.",
                bench -> same(bench, "fcntk:L=1,beta=1", "laplace:c=1")),
            PaperClaim.of(
                "unbiased",
                "Without biases two layers have another one.",
                "their odd eigenvalues vanish",
                SameSpace::unbiased),
            PaperClaim.of(
                "sobolev",
                "It is the Sobolev space of order $d/2$, which is here of 3/2.",
                "after Geifman et al., Bietti and Bach",
                bench -> same(bench, "resntk:L=3,alpha=1/2", "sobolev:s=3/2")),
            PaperClaim.of(
                "smaller-power",
                "The exponential of a smaller power of the distance has a larger space.",
                "abstract of Chen and Xu",
                SameSpace::smaller)));
  }

  private static Finding deep(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (int depth : new int[] {2, 3, 5}) {
      for (int dimension : new int[] {2, 3}) {
        all.add(Spaces.same(bench, "fcntk:L=" + depth, "laplace:c=1", dimension));
      }
    }
    return Finding.of(Evidence.PROOF, all)
        .by("prove equivalence fcntk:L=3 laplace:c=1 --dimension 3");
  }

  private static Finding same(Bench bench, String one, String other) {
    Finding found = Finding.of(Evidence.PROOF, List.of(Spaces.same(bench, one, other, 3)));
    return Figures.quotient(bench, one, other, 3)
        .map(found::with)
        .orElse(found)
        .by("prove equivalence %s %s --dimension 3".formatted(one, other));
  }

  private static Finding unbiased(Bench bench) {
    return Finding.of(
            Evidence.PROOF, List.of(Spaces.different(bench, "fcntk:L=1", "laplace:c=1", 3)))
        .by("prove equivalence fcntk:L=1 laplace:c=1 --dimension 3");
  }

  private static Finding smaller(Bench bench) {
    return Finding.of(
            Evidence.PROOF,
            List.of(Spaces.different(bench, "gammaexp:c=1,gamma=1/2", "laplace:c=1", 3)))
        .saying("Eigenvalues that decay more slowly belong to a larger space.")
        .by("prove equivalence gammaexp:c=1,gamma=1/2 laplace:c=1 --dimension 3");
  }
}
