package dev.zonal.data.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ChoiceTest {
  private static Candidate candidate(int kernel, int wrong, int undecided) {
    List<Integer> points = IntStream.rangeClosed(1, wrong + undecided).boxed().toList();
    LeaveOneOut counted =
        new LeaveOneOut(99, points.subList(0, wrong), points.subList(wrong, wrong + undecided));
    return new Candidate(kernel, Rational.ONE, Certification.certified(counted));
  }

  /** For all numbers that the undecided points may stand for. */
  @Property(tries = 200)
  void whatMayBeFirstIsWhatIsFirstForSomeNumbers(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 3) Integer> wrong,
      @ForAll @Size(4) List<@IntRange(max = 2) Integer> undecided) {
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < wrong.size(); k++) {
      candidates.add(candidate(k, wrong.get(k), undecided.get(k)));
    }
    List<Integer> first = new ArrayList<>();
    int cases = (int) Math.pow(3, wrong.size());
    for (int number = 0; number < cases; number++) {
      int best = -1;
      int least = Integer.MAX_VALUE;
      int rest = number;
      boolean isCase = true;
      for (int k = 0; k < wrong.size(); k++) {
        int more = rest % 3;
        rest /= 3;
        isCase &= more <= undecided.get(k);
        if (wrong.get(k) + more < least) {
          least = wrong.get(k) + more;
          best = k;
        }
      }
      if (isCase && !first.contains(best)) {
        first.add(best);
      }
    }
    assertEquals(
        first.stream().sorted().toList(),
        Choice.among(candidates).possible().stream().map(Candidate::kernel).toList());
  }

  @Example
  void theFirstOfEqualsIsChosen() {
    Choice choice =
        Choice.among(List.of(candidate(0, 3, 0), candidate(1, 2, 0), candidate(2, 2, 0)));
    assertEquals(1, choice.chosen().orElseThrow().kernel());
    assertEquals(2, choice.tied());
  }

  @Example
  void whatIsRefusedTakesNoPart() {
    Candidate refused = new Candidate(0, Rational.ZERO, Certification.refused("singular"));
    assertEquals(Optional.empty(), Choice.among(List.of(refused)).chosen());
    assertEquals(
        1, Choice.among(List.of(refused, candidate(1, 5, 0))).chosen().orElseThrow().kernel());
  }

  @Example
  void whatIsNotDecidedIsNotChosen() {
    Choice choice = Choice.among(List.of(candidate(0, 1, 1), candidate(1, 1, 0)));
    assertEquals(Optional.empty(), choice.chosen());
    assertEquals(2, choice.possible().size());
    assertEquals(0, choice.tied());
  }

  @Example
  void aChoiceWhoseOwnErrorsAreUndecidedIsTiedWithNone() {
    Choice choice = Choice.among(List.of(candidate(0, 0, 1), candidate(1, 1, 0)));
    assertEquals(0, choice.chosen().orElseThrow().kernel());
    assertEquals(1, choice.tied());
  }
}
