package dev.zonal.report.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Extremum.AtFrequency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static String attained(Extremum.Place... places) {
    return Statement.places(new Extremum(Ball.exact(1), List.of(places), false));
  }

  @Test
  void placesAreSaidInWords() {
    assertEquals("k = 3", attained(new AtFrequency(3)));
    assertEquals("k = 1 or k = 2", attained(new AtFrequency(1), new AtFrequency(2)));
    assertEquals("limit, even k", attained(new Extremum.Limit(Parity.EVEN)));
    assertEquals("limit or an odd k from 7 on", attained(new Extremum.Tail(Parity.ODD, 7)));
    assertEquals("every k", attained(new Extremum.Everywhere()));
  }

  @Test
  void manyPlacesAreNearTheFirst() {
    assertEquals(
        "k = 1 or near it",
        attained(new AtFrequency(1), new AtFrequency(2), new AtFrequency(3), new AtFrequency(4)));
  }
}
