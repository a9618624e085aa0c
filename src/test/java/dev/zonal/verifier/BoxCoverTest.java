package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whether boxes cover a box is decided exactly. */
class BoxCoverTest {
  private static final List<Bounds> UNIT = List.of(side("alpha", 0, 60), side("c", 0, 60));

  private static Bounds side(String key, int from, int to) {
    return new Bounds(key, Rational.of(from, 60), Rational.of(to, 60));
  }

  /** Boxes into which a box is cut at random. */
  private static List<List<Bounds>> cut(List<Bounds> box, Random random, int depth) {
    int side = random.nextInt(2);
    Bounds long_ = box.get(side);
    int from = long_.lower().multiply(60).intValue();
    int to = long_.upper().multiply(60).intValue();
    if (depth == 0 || to - from < 2) {
      return List.of(box);
    }
    int at = from + 1 + random.nextInt(to - from - 1);
    List<Bounds> below = new ArrayList<>(box);
    below.set(side, side(long_.key(), from, at));
    List<Bounds> above = new ArrayList<>(box);
    above.set(side, side(long_.key(), at, to));
    List<List<Bounds>> all = new ArrayList<>(cut(below, random, depth - 1));
    all.addAll(cut(above, random, depth - 1));
    return all;
  }

  @Property(tries = 100)
  void parts_cover_and_without_one_of_them_they_do_not(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int depth) {
    Random random = new Random(seed);
    List<List<Bounds>> parts = new ArrayList<>(cut(UNIT, random, depth));
    Collections.shuffle(parts, random);
    assertEquals(Optional.empty(), BoxCover.gap(UNIT, parts));
    List<Bounds> missing = parts.remove(random.nextInt(parts.size()));
    assertEquals(Optional.of(missing), BoxCover.gap(UNIT, parts).map(gap -> hull(gap, missing)));
  }

  /** The missing box, if the gap is a part of it. */
  private static List<Bounds> hull(List<Bounds> gap, List<Bounds> missing) {
    for (int i = 0; i < gap.size(); i++) {
      assertTrue(missing.get(i).contains(gap.get(i).lower()));
      assertTrue(missing.get(i).contains(gap.get(i).upper()));
    }
    return missing;
  }

  @Property(tries = 60)
  void a_part_that_is_a_little_shorter_leaves_a_gap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
    Random random = new Random(seed);
    List<List<Bounds>> parts = new ArrayList<>(cut(UNIT, random, depth));
    int index = random.nextInt(parts.size());
    int side = random.nextInt(2);
    List<Bounds> shorter = new ArrayList<>(parts.get(index));
    Bounds before = shorter.get(side);
    Rational little = Rational.of(1, 1_000_000);
    shorter.set(
        side,
        random.nextBoolean()
            ? new Bounds(before.key(), before.lower().add(little), before.upper())
            : new Bounds(before.key(), before.lower(), before.upper().subtract(little)));
    parts.set(index, shorter);
    assertTrue(BoxCover.gap(UNIT, parts).isPresent());
  }

  @Test
  void overlapping_is_harmless_and_no_boxes_cover_nothing() {
    List<List<Bounds>> parts =
        List.of(
            List.of(side("alpha", 0, 40), side("c", 0, 60)),
            List.of(side("alpha", 20, 60), side("c", 0, 60)));
    assertEquals(Optional.empty(), BoxCover.gap(UNIT, parts));
    assertEquals(Optional.of(UNIT), BoxCover.gap(UNIT, List.of()));
  }

  /** The last of the parts that a half-line is cut into has to reach infinity. */
  @Property(tries = 60)
  void a_half_line_is_covered_up_to_infinity_or_not_at_all(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int cuts) {
    Random random = new Random(seed);
    Bounds rest = new Bounds("alpha", Rational.of(1, 3), Optional.empty());
    List<Bounds> all = List.of(rest);
    List<List<Bounds>> parts = new ArrayList<>();
    for (int i = 0; i < cuts; i++) {
      Rational at = rest.lower().add(1 + random.nextInt(5));
      parts.add(List.of(rest.below(at)));
      rest = rest.above(at);
    }
    Collections.shuffle(parts, random);
    Bounds far = new Bounds("alpha", rest.lower(), rest.lower().add(1_000_000));
    parts.add(List.of(far));
    assertEquals(Optional.of(List.of(rest.above(far.upper()))), BoxCover.gap(all, parts));
    parts.add(List.of(rest.above(far.middle())));
    assertEquals(Optional.empty(), BoxCover.gap(all, parts));
  }

  @Test
  void a_kernel_without_intervals_is_covered_by_any_proof_of_it() {
    assertEquals(Optional.empty(), BoxCover.gap(List.of(), List.of(List.of())));
    assertEquals(Optional.of(List.of()), BoxCover.gap(List.of(), List.of()));
  }
}
