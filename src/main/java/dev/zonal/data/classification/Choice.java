package dev.zonal.data.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first of some candidates with the fewest errors. Candidates of which the errors are refused
 * do not take part.
 *
 * @param candidates in their order
 * @param possible those that may be the first with the fewest errors; one where that is decided
 */
public record Choice(List<Candidate> candidates, List<Candidate> possible) {
  public Choice {
    candidates = List.copyOf(candidates);
    possible = List.copyOf(possible);
  }

  /** Among candidates in the order of preference. */
  public static Choice among(List<Candidate> candidates) {
    List<Candidate> known = candidates.stream().filter(c -> c.leaveOneOut().isCertified()).toList();
    List<Candidate> possible = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      if (mayBeFirst(known, k)) {
        possible.add(known.get(k));
      }
    }
    return new Choice(candidates, possible);
  }

  private static boolean mayBeFirst(List<Candidate> known, int k) {
    int fewest = known.get(k).leaveOneOut().get().fewest();
    for (int other = 0; other < known.size(); other++) {
      int most = known.get(other).leaveOneOut().get().most();
      if (other < k ? most <= fewest : other > k && most < fewest) {
        return false;
      }
    }
    return true;
  }

  /** It, where it is decided. */
  public Optional<Candidate> chosen() {
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  /**
   * How many candidates are proved to have as few errors as the one that is chosen, itself among
   * them; 0 where none is.
   */
  public int tied() {
    if (chosen().isPresent() && !chosen().get().leaveOneOut().get().isDecided()) {
      return 1;
    }
    return chosen()
        .map(
            best ->
                (int)
                    candidates.stream()
                        .filter(c -> c.leaveOneOut().isCertified())
                        .map(c -> c.leaveOneOut().get())
                        .filter(e -> e.isDecided() && e.most() == best.leaveOneOut().get().most())
                        .count())
        .orElse(0);
  }
}
